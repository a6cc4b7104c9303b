// draft/confidential: the name of a source whose name is withheld.
import { findConfidentialNames } from '../../model/confidential.ts';
import { defineRule } from '../rule.ts';

export const confidential = defineRule({
  id: 'draft/confidential',
  summary: 'The name of a confidential source, anywhere in the draft but its front matter.',
  severity: 'error',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    for (const { start, end, source } of findConfidentialNames(analysis.draft, analysis.sources, analysis.people, analysis.context.desk)) {
      yield { start, end, message: `This names the source “${source}”, which is confidential.`, data: { source } };
    }
  },
  fixes(finding) {
    const source = finding.data?.['source'];
    if (typeof source !== 'string') return [];
    return [{ title: `Replace by the source’s id, “${source}”`, safe: false, edits: [{ document: finding.document, start: finding.start, end: finding.end, text: source }] }];
  },
});
