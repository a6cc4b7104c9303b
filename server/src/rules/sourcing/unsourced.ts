// sourcing/unsourced: a sentence that states a checkable fact, and nothing that vouches for it.
import * as v from 'valibot';
import type { Analysis, SentenceReading } from '../../model/analysis.ts';
import { isCheckworthy } from '../../model/sourcing/coverage.ts';
import { defineRule, type Fix, type FixContext, type Severity } from '../rule.ts';
import { choicesFor } from './choices.ts';

/** From here on a missing source is a warning; below it, information. News copy is dense with facts: about seven of ten of its unsourced claims lie above. */
const SURE = 0.95;

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
      if (reading.support.length > 0 || !isCheckworthy(reading, threshold, analysis.draft)) continue;
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
    return reading ? fixesFor(reading, context) : [];
  },
});

function severityOf({ sentence, checkworthy }: SentenceReading, { claims }: Analysis): Severity {
  if (openSentences(claims).has(sentence.index)) return 'hint';
  return checkworthy >= SURE ? 'warning' : 'information';
}

const openOf = new WeakMap<Analysis['claims'], ReadonlySet<number | undefined>>();

/** The sentences of which a claim comment says that they are still to be sourced. */
function openSentences(claims: Analysis['claims']): ReadonlySet<number | undefined> {
  let open = openOf.get(claims);
  if (!open) openOf.set(claims, (open = new Set(claims.filter(({ comment }) => comment.status === 'needs-source' || comment.status === 'todo').map(({ comment }) => comment.sentence))));
  return open;
}

/** As many sources as a list of quick fixes bears, and only those that something speaks for. */
function fixesFor({ sentence }: SentenceReading, context: FixContext): Fix[] {
  const choices = choicesFor(sentence, context);
  const likely = choices.filter(choice => choice.source !== undefined && choice.reason !== '').slice(0, OFFERED_SOURCES);
  return [...likely, ...choices.filter(choice => choice.source === undefined)].map(({ title, edits, opens, likely: sure }, i) => ({
    title, safe: false, edits,
    ...(i === 0 && sure ? { preferred: true } : {}),
    ...(opens === undefined ? {} : { opens }),
  }));
}
