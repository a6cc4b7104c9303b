// Rules for tests of the engine: they rest on nothing but the text, so that no test of the engine hangs on a real rule.
import * as v from 'valibot';
import type { Analysis } from '../../server/src/model/analysis.ts';
import { defineRule, type Report, type Rule, type RuleId, type Severity } from '../../server/src/rules/rule.ts';

/** Reports every occurrence of a word in the draft. */
export function wordRule(id: RuleId, word: string, more: Partial<Rule> & { readonly report?: Partial<Report> } = {}): Rule {
  const { report, ...rule } = more;
  return {
    id, summary: `Flags the word ${word}.`, severity: 'warning', scope: 'draft', when: 'keystroke',
    check: analysis => occurrences(analysis, word).map(start => ({ start, end: start + word.length, message: `The word ${word} stands here.`, ...report })),
    ...rule,
  };
}

/** A rule with options of several kinds. */
export const optioned = defineRule({
  id: 'sourcing/unsourced', summary: 'A stub with options.', severity: 'warning', scope: 'draft', when: 'keystroke',
  options: v.strictObject({
    threshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1), v.description('From this probability on a sentence is reported.')), 0.5),
    mode: v.optional(v.picklist(['strict', 'lenient']), 'lenient'),
    words: v.optional(v.array(v.string()), []),
    inner: v.optional(v.strictObject({ a: v.optional(v.number(), 1), b: v.optional(v.boolean(), false) }), {}),
  }),
  check: () => [],
});

export function severityOf(severity: Severity | 'off'): Partial<Rule> {
  return { severity };
}

function occurrences(analysis: Analysis, word: string): number[] {
  const found: number[] = [];
  const { text } = analysis.draft;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}
