// dates/source-mismatch: a date for which the source that is cited gives another.
import { sourcesOfSentence } from '../../model/evidence/cited.ts';
import { verifyDate } from '../../model/evidence/date-check.ts';
import { wasRead } from '../../model/source-checks.ts';
import { quotePassage } from '../evidence-words.ts';
import { excerptFix } from '../quotes/found-passage.ts';
import { defineRule } from '../rule.ts';
import { nameIds } from '../source-ids.ts';

export const dateSourceMismatch = defineRule({
  id: 'dates/source-mismatch',
  summary: 'A date for which the cited source gives another.',
  severity: 'warning',
  scope: 'draft',
  when: 'command',

  *check(analysis) {
    if (analysis.context.checkResults.size === 0) return;
    for (const date of analysis.dates) {
      if (!sourcesOfSentence(date.sentence, analysis)?.every(id => wasRead(id, analysis))) continue;
      const verdict = verifyDate(date, analysis);
      if (verdict?.kind !== 'other') continue;
      yield { start: date.start, end: date.end, message: `${nameIds([verdict.source])} gives another date for what seems the same, ${verdict.words}: ${quotePassage(verdict.evidence)}.` };
    }
  },

  fixes({ document, start, end }, context) {
    const date = context.analysis.dates.find(one => one.start === start && one.end === end);
    const verdict = date && verifyDate(date, context.analysis);
    if (verdict?.kind !== 'other') return [];
    const { inDraft: text, source, evidence } = verdict;
    const use = text === undefined ? [] : [{ title: `Use the date of ${nameIds([source])}: ${text}`, safe: false, preferred: true, edits: [{ document, start, end, text }] }];
    return [...use, ...excerptFix(evidence, context)];
  },
});
