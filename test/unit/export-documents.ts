// Two made-up checked documents for the tests of the formats.
import type { ExportDocument } from '../../server/src/export/document.ts';
import type { Finding, Fix, Rule } from '../../server/src/rules/rule.ts';
import { wordRule } from './stub-rules.ts';

export const DRAFT = 'file:///desk/stories/my%20draft.md';
export const REGISTRY = 'file:///desk/sources.yaml';
export const RULES: readonly Rule[] = [wordRule('figures/conflict', 'x', { severity: 'error' }), wordRule('draft/tk', 'TK'), wordRule('fairness/no-reply', 'x', { severity: 'off' }), wordRule('sources/unused', 'x', { severity: 'hint' })];

const TEXT = 'The list has 32 firms.\r\n\tÄpfel 😀 and 漢字 TK here.\r\nThe annex has 31 firms.';
const REGISTRY_TEXT = 'official:\n  type: interview\n';

function at(words: string, text = TEXT) {
  return { start: text.indexOf(words), end: text.indexOf(words) + words.length };
}

export const conflict: Finding = { document: DRAFT, ...at('32 firms'), rule: 'figures/conflict', severity: 'error', message: '32 firms here, 31 firms there: 100% <sure> & "so".', related: [{ document: DRAFT, ...at('31 firms'), message: 'The other figure.' }, { document: REGISTRY, ...at('official', REGISTRY_TEXT), message: 'Its source.' }] };
export const marker: Finding = { document: DRAFT, ...at('TK'), rule: 'draft/tk', severity: 'warning', message: 'Work is left to do here.', related: [] };
export const unused: Finding = { document: REGISTRY, ...at('official', REGISTRY_TEXT), rule: 'sources/unused', severity: 'hint', message: 'No draft cites this source.', related: [] };
const silenced: Finding = { document: DRAFT, ...at('31 firms'), rule: 'figures/conflict', severity: 'error', message: 'Silenced.', related: [] };
const fix: Fix = { title: 'Use 31', safe: false, edits: [{ document: DRAFT, ...at('32'), text: '31' }, { document: REGISTRY, start: 9, end: 9, text: ' # checked' }] };

export const draft: ExportDocument = { path: 'stories/my draft.md', uri: DRAFT, text: TEXT, findings: [conflict, marker], silenced: [{ ...silenced, by: 'comment' }, { ...silenced, message: 'Accepted.', by: 'baseline' }], fixes: new Map([[conflict, [fix]]]) };
export const registry: ExportDocument = { path: 'sources.yaml', uri: REGISTRY, text: REGISTRY_TEXT, findings: [unused], silenced: [] };
export const clean: ExportDocument = { path: 'clean.md', uri: 'file:///desk/clean.md', text: 'Fine.\n', findings: [], silenced: [] };
