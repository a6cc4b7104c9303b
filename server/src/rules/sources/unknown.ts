// A citation of a source or footnote that nothing defines.
import type { Draft } from '../../draft/draft.ts';
import { isValidId } from '../../registry/entry.ts';
import type { Analysis } from '../../model/analysis.ts';
import { allCitations, citationKey, definitionOf, hasUnreadRegistry, nearestKeys, normalLabel, unreadableIds } from '../../model/sources.ts';
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts';
import { createEntry } from './create-entry.ts';

export const unknown = defineRule({
  id: 'sources/unknown',
  summary: 'A citation of a source or footnote that nothing defines.',
  severity: 'error',
  scope: 'draft',
  when: 'keystroke',

  *check(analysis) {
    const { draft, context, sources } = analysis;
    const unreadable = unreadableIds(draft, context);
    const ids = [...sources.keys()];
    const labels = [...new Set([...draft.footnotes.map(footnote => footnote.label), ...ids])];
    const unread = labelsUnread(draft);
    let looked = 0;
    // What stands in a registry that cannot be read is not known to be missing; a slip in an id that is known is one all the same.
    const uncertain = hasUnreadRegistry(draft, context);
    const isKnown = (id: string) => sources.has(id) || unreadable.has(id);

    for (const { kind, key, keySpan, span } of citedKeys(analysis)) {
      if (isKnown(key) || (kind === 'footnote' && (definitionOf(key, draft) || unread.has(normalLabel(key))))) continue;
      const near = looked++ < MOST_SLIPS ? nearestKeys(key, kind === 'footnote' ? labels : ids) : [];
      if (uncertain && kind !== 'footnote' && near.length === 0) continue;
      const asFootnote = kind === 'key' && definitionOf(key, draft) !== undefined;
      const what = kind === 'footnote' ? `The footnote “${key}” has no definition, and no source has this id.` : `No source has the id “${key}”.`;
      const hint = asFootnote ? ` There is a footnote of this name: cite it as [^${key}].` : near.length > 0 ? ` Did you mean “${near[0]}”?` : '';
      yield { start: keySpan.start, end: keySpan.end, message: what + hint, data: { key, kind, near, ...(asFootnote ? { footnoteFor: [span.start, span.end] } : {}) } } satisfies Report;
    }
  },

  fixes(finding, context) {
    const { key, kind, near, footnoteFor } = finding.data as { key: string; kind: Kind; near: readonly string[]; footnoteFor?: readonly [number, number] };
    const { document, start, end } = finding;
    const inPlainKey = kind === 'key' && context.analysis.draft.text[start - 1] !== '{';
    const fixes: Fix[] = near.map((other, i) => ({ title: `Change to “${other}”`, safe: false, preferred: i === 0 && !footnoteFor, edits: [{ document, start, end, text: inPlainKey ? citationKey(other).slice(1) : other }] }));
    if (footnoteFor) fixes.unshift(...toFootnote(finding, key, footnoteFor, context));
    if (kind === 'footnote') fixes.push(addFootnote(key, context));
    if (isValidId(key)) fixes.push(...createEntry(key, context).map(({ where, edit }) => ({ title: `Create the source “${key}” in ${where}`, safe: false, edits: [edit] })));
    return fixes;
  },
});

/** So many keys are compared with what is there, which costs time for each; a draft with more unknown keys has another trouble than slips. */
const MOST_SLIPS = 100;

/** Labels that are defined in a stretch that was not read: what they say is not known, but they are there. */
function labelsUnread({ text, unread }: Draft): ReadonlySet<string> {
  return new Set(unread.flatMap(({ start, end }) => [...text.slice(start, end).matchAll(/^[ \t>]{0,100}\[\^([^\]\s]{1,200})\]:/gm)].map(match => normalLabel(match[1]!))));
}

type Kind = 'key' | 'footnote' | 'claim';

function* citedKeys({ draft }: Analysis): Iterable<{ kind: Kind; key: string; keySpan: { start: number; end: number }; span: { start: number; end: number } }> {
  for (const citation of allCitations(draft)) {
    if (citation.kind === 'link' || /^https?:/i.test(citation.key)) continue;
    yield { kind: citation.kind === 'footnote' ? 'footnote' : 'key', key: citation.key, keySpan: citation.keySpan, span: citation };
  }
  for (const claim of draft.claims) for (const { id, span } of claim.sources) yield { kind: 'claim', key: id, keySpan: span, span };
}

/** `[@wh]` for a footnote: `[^wh]`. Only where the brackets hold nothing else. */
function toFootnote({ document }: Finding, key: string, [start, end]: readonly [number, number], { analysis }: FixContext): Fix[] {
  const { text } = analysis.draft;
  if (text[start - 1] !== '[' || text[end] !== ']' || text.slice(start, end) !== `@${key}`) return [];
  return [{ title: `Cite the footnote [^${key}]`, safe: false, preferred: true, edits: [{ document, start, end: start + 1, text: '^' }] }];
}

function addFootnote(label: string, { analysis }: FixContext): Fix {
  const { draft, context } = analysis;
  const { text } = draft;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const ends = text.endsWith('\n');
  // A definition that another one precedes needs no blank line.
  const afterDefinition = draft.footnotes.some(footnote => text.slice(footnote.end).trim() === '');
  const gap = (ends ? '' : newline) + (afterDefinition ? '' : newline);
  return { title: `Add the footnote [^${label}]`, safe: false, edits: [{ document: context.document, start: text.length, end: text.length, text: `${gap}[^${label}]: TK${newline}` }] };
}
