// draft/annotation: an annotation that cannot be read. The engine reports under the same id a control comment that silences nothing.
import type { DraftProblem } from '../../draft/draft.ts';
import { defineRule } from '../rule.ts';

export const annotation = defineRule({
  id: 'draft/annotation',
  summary: 'An annotation that cannot be read, or a control comment that silences nothing.',
  severity: 'error',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    const { draft } = analysis;
    const frontMatter = draft.frontMatter?.problems.filter(problem => problem.about === 'front-matter') ?? [];
    const problems: Iterable<DraftProblem & { readonly severity?: 'warning' }> = [...frontMatter, ...draft.problems, ...analysis.claims.flatMap(claim => claim.problems ?? [])];
    for (const { start, end, didYouMean, severity, ...problem } of problems) {
      yield {
        start, end, message: didYouMean === undefined ? problem.message : `${problem.message} Did you mean “${didYouMean}”?`,
        ...(severity ? { severity } : {}), ...(didYouMean === undefined ? {} : { data: { didYouMean } }),
      };
    }
  },
  fixes(finding) {
    const didYouMean = finding.data?.['didYouMean'];
    if (typeof didYouMean !== 'string') return [];
    return [{ title: `Change to “${didYouMean}”`, safe: false, preferred: true, edits: [{ document: finding.document, start: finding.start, end: finding.end, text: didYouMean }] }];
  },
});
