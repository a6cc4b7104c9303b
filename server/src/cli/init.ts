// `claimcheck init`: a commented configuration and a source registry to start from.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { CLEAN, CommandError, complain, FAILED, write, type Terminal } from './terminal.ts';

/** Writes `claimcheck.yaml` and `sources.yaml` into a folder, each only where there is none. */
export async function init(folder: string | undefined, terminal: Terminal): Promise<number> {
  const target = resolve(terminal.cwd, folder ?? '.');
  await mkdir(target, { recursive: true }).catch((error: { code?: string }) => {
    throw new CommandError(`${folder}: this folder cannot be made (${error.code ?? 'unknown reason'}).`);
  });
  let status = CLEAN;
  for (const [name, text] of [['claimcheck.yaml', CONFIG], ['sources.yaml', SOURCES]] as const) {
    const path = join(target, name);
    const shown = relative(terminal.cwd, path);
    try {
      // `wx` fails where something stands already, so that nothing is ever written over.
      await writeFile(path, text, { flag: 'wx' });
      await write(terminal.stdout, `Wrote ${shown}.\n`);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EEXIST') await write(terminal.stdout, `Kept ${shown}: it is there already.\n`);
      else {
        complain(terminal, `${shown}: it cannot be written (${code ?? 'unknown reason'}).`);
        status = FAILED;
      }
    }
  }
  return status;
}

const CONFIG = `# Claimcheck: what is checked in this folder and below it. Every key is optional; what stands behind "#" shows the default or an example.

# Other configurations that this one builds on; keys here win.
# extends: [../desk.yaml]

# Registries of sources that every draft may cite.
sources: [sources.yaml]

# Which files are drafts, and which of them are not.
# files: ["**/*.md"]
# ignore: [README*, CHANGELOG*, LICENSE*, CONTRIBUTING*]

# Severities: error, warning, information, hint, off. A rule beats its group.
# rules:
#   sourcing/unsourced: {threshold: 0.5}
#   sourcing/single-source: {independent: 2}
#   attribution: information

# Rules that become errors in a draft with "status: ready" in its front matter.
# gate: [draft/tk, draft/unverified]

# Findings that are accepted for now: written by "claimcheck check --write-baseline".
# baseline: claimcheck-baseline.json

# Figures that have a name in claim comments.
# figures: {fuel-levy: {synonyms: [levy on fuel], unit: percent}}

# People whose names the desk knows.
# desk: [{name: Ada Example, family: Example, title: Mayor, also: [Ms. Example]}]
`;

const SOURCES = `# Sources that drafts cite by their id: [@budget-2025, p. 12], [^budget-2025], or source=budget-2025 in a claim comment.
# Take the "#" away and write your own.

# budget-2025:
#   type: report
#   title: City budget 2025
#   publisher: City of Exampleton
#   issued: 2025-03-14
#   url: https://example.org/budget-2025
#   accessed: 2025-03-15
#   excerpts:
#     - text: The fund for road repairs grows to 4.2 million dollars.
#       locator: p. 12
#
# official-a:
#   type: interview
#   issued: 2025-03-16
#   terms: background
#   anonymous:
#     description: an official in the finance department
#     reason: not authorised to speak to the press
#     approved-by: news editor
`;
