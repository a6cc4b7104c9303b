// sourcing/unsourced: a sentence that states a checkable fact, and nothing that vouches for it.
import * as v from 'valibot';
import type { Analysis, SentenceReading } from '../../model/analysis.ts';
import { isCheckworthy } from '../../model/sourcing/coverage.ts';
import { rankSources } from '../../model/sourcing/ranking.ts';
import { citationKey } from '../../model/sources.ts';
import { defineRule, type Edit, type Finding, type Fix, type FixContext, type Severity } from '../rule.ts';
import { createEntry } from '../sources/create-entry.ts';
import { citeAt, setStatus } from './edits.ts';

/** From here on a missing source is a warning; below it, information. */
const SURE = 0.75;

/** As many sources as a list of quick fixes bears. */
const OFFERED_SOURCES = 3;

export const unsourced = defineRule({
  id: 'sourcing/unsourced',
  summary: 'A sentence that states a checkable fact and has no source.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  options: v.strictObject({
    threshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1), v.description('How check-worthy a sentence must be to need a source, from 0 to 1.')), 0.5),
  }),
  *check(analysis, { threshold }) {
    for (const reading of analysis.sentences) {
      if (reading.support.length > 0 || !isCheckworthy(reading, threshold)) continue;
      const { sentence } = reading;
      yield {
        start: sentence.start,
        end: sentence.end,
        message: `This sentence states ${reading.reason} without a source.`,
        severity: severityOf(reading, analysis),
      };
    }
  },
  fixes(finding, context) {
    const reading = context.analysis.sentences.find(r => r.sentence.start === finding.start && r.sentence.end === finding.end);
    return reading ? fixesFor(reading, finding, context) : [];
  },
});

function severityOf({ sentence, checkworthy }: SentenceReading, { claims }: Analysis): Severity {
  const known = claims.some(c => c.comment.sentence === sentence.index && (c.comment.status === 'needs-source' || c.comment.status === 'todo'));
  if (known) return 'hint';
  return checkworthy >= SURE ? 'warning' : 'information';
}

function fixesFor({ sentence }: SentenceReading, { document }: Finding, context: FixContext): Fix[] {
  const { analysis } = context;
  const edit = (e: Omit<Edit, 'document'>): Edit => ({ document, ...e });
  const fixes: Fix[] = rankSources(sentence, analysis.sources).filter(({ reason }) => reason !== '').slice(0, OFFERED_SOURCES).map(({ id, shared, reason }, i) => ({
    title: `Cite ${id} (${reason})`,
    safe: false,
    edits: [edit(citeAt(sentence, `[${citationKey(id)}]`, analysis))],
    ...(i === 0 && shared.length > 1 ? { preferred: true } : {}),
  }));
  const newId = freeId(analysis);
  for (const created of createEntry(newId, context)) {
    fixes.push({ title: `Cite a new source, added to ${created.where}`, safe: false, edits: [edit(citeAt(sentence, `[${citationKey(newId)}]`, analysis)), created.edit] });
  }
  fixes.push({ title: 'Insert “according to [TK: source]”', safe: false, edits: [edit(accordingTo(sentence))] });
  for (const [status, title] of [['observed', 'Mark as observed by the reporter'], ['common-knowledge', 'Mark as common knowledge'], ['needs-source', 'Mark as needing a source']] as const) {
    fixes.push({ title, safe: false, edits: [edit(setStatus(sentence, status, analysis))] });
  }
  return fixes;
}

/** An id that no source of the draft has: a stand-in that the writer renames. */
function freeId({ sources }: Analysis): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? 'new-source' : `new-source-${n}`;
    if (!sources.has(id)) return id;
  }
}

/** Before the closing punctuation: "… in ten years, according to [TK: source]." */
function accordingTo(sentence: SentenceReading['sentence']): Omit<Edit, 'document'> {
  const closing = /[.!?…]+$/.exec(sentence.text)?.[0].length ?? 0;
  const at = sentence.leaf.toSource({ start: sentence.prose.end - closing - 1, end: sentence.prose.end - closing }).end;
  return { start: at, end: at, text: ', according to [TK: source]' };
}
