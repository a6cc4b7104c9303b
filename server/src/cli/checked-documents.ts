// Checked documents as the formats of findings take them: with what must not be repeated, their fixes, and the other documents that they point at.
import { withheldInDraft, withheldInRegistry } from '../engine/withhold.ts';
import type { ExportDocument, OtherDocument } from '../export/document.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import type { Checked, Workspace } from '../workspace/workspace.ts';
import { toPath } from './inputs.ts';
import type { Terminal } from './terminal.ts';

/** The registries that a draft can cite from, and the configuration that holds for a document. */
export async function usedBy(uri: string, workspace: Workspace): Promise<readonly string[]> {
  const { configFile, config } = await workspace.projectOf(uri);
  const analysis = await workspace.analysisOf(uri);
  return [...config.files, ...configFile ? [configFile.uri] : [], ...analysis ? analysis.context.registries.map(({ document }) => document) : []];
}

export async function toExport(checked: Checked, workspace: Workspace, terminal: Terminal, withFixes: boolean): Promise<ExportDocument> {
  const { uri, text, findings, silenced, coverage } = checked;
  const analysis = checked.kind === 'draft' ? await workspace.analysisOf(uri) : undefined;
  const entries = checked.kind === 'registry' ? (await workspace.projectOf(uri)).project.registries.find(({ document }) => document === uri)?.registry.entries : undefined;
  const withheld = analysis ? withheldInDraft(analysis) : withheldInRegistry(entries ?? [], text);
  const document = { path: toPath(uri, terminal), uri, text, findings, silenced, draft: analysis?.draft, withheld, ...(coverage && { coverage }) };
  if (!withFixes) return document;
  const fixes = new Map<Finding, readonly Fix[]>();
  for (const finding of findings) fixes.set(finding, await workspace.fixesFor(finding));
  return { ...document, fixes };
}

/** The documents that findings and fixes point at though they were not checked. */
export async function readOthers(documents: readonly ExportDocument[], workspace: Workspace, terminal: Terminal): Promise<ReadonlyMap<string, OtherDocument>> {
  const given = new Set(documents.map(({ uri }) => uri));
  const others = new Map<string, OtherDocument>();
  for (const { findings, silenced, fixes } of documents) {
    const places = [...findings, ...silenced].flatMap(({ related }) => related.map(({ document }) => document));
    const edits = [...fixes?.values() ?? []].flatMap(list => list.flatMap(fix => fix.edits.map(({ document }) => document)));
    for (const uri of [...places, ...edits]) {
      if (!given.has(uri) && !others.has(uri)) others.set(uri, { path: toPath(uri, terminal), text: await workspace.textOf(uri) });
    }
  }
  return others;
}
