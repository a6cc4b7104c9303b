// The formats of findings: each loaded when it is asked for.
import pc from 'picocolors';
import type { ExportDocument, ExportOptions } from '../export/document.ts';
import type { Severity } from '../rules/rule.ts';
import { VERSION } from './version.ts';
import type { Terminal } from './terminal.ts';

export const FORMATS = ['pretty', 'json', 'sarif', 'junit', 'github'] as const;
export type Format = (typeof FORMATS)[number];

interface FormatOptions extends ExportOptions {
  readonly terminal: Terminal;
  /** Was everything checked that was asked for? */
  readonly successful: boolean;
  /** The lowest severity that fails the check. */
  readonly failOn: Severity;
}

/** The findings as text. */
export async function writeFindings(format: Format, documents: readonly ExportDocument[], { terminal, successful, failOn, ...options }: FormatOptions): Promise<string> {
  switch (format) {
    case 'json': return (await import('../export/json.ts')).toJson(documents, options);
    case 'sarif': return (await import('../export/sarif.ts')).toSarif(documents, { ...options, version: VERSION, successful });
    case 'junit': return (await import('../export/junit.ts')).toJunit(documents, { ...options, failOn });
    case 'github': return (await import('../export/github.ts')).toGithub(documents, options);
    case 'pretty': {
      const colours = wantsColour(terminal) ? { colours: pc.createColors(true) } : {};
      const width = terminal.stdout.columns === undefined ? {} : { width: terminal.stdout.columns };
      return (await import('../export/pretty.ts')).toPretty(documents, { ...options, ...colours, ...width });
    }
  }
}

/** FORCE_COLOR and NO_COLOR as other tools read them; else whether a terminal reads. */
export function wantsColour({ env, stdout }: Terminal): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return stdout.isTTY === true && term !== 'dumb';
}
