// draft/changed-since-verified: the words of a verified claim are no longer those that were verified.
import { isUnchanged } from '../../draft/hash.ts';
import { defineRule } from '../rule.ts';
import { rehashEdits } from './verify.ts';

export const changedSinceVerified = defineRule({
  id: 'draft/changed-since-verified',
  summary: 'The sentence of a verified claim has changed since it was verified.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    for (const claim of analysis.draft.claims) {
      if (claim.status !== 'verified' || claim.hash === undefined || claim.sentence === undefined) continue;
      if (isUnchanged(analysis.draft, claim.sentence, claim.hash)) continue;
      const sentence = analysis.draft.sentences[claim.sentence]!;
      const when = claim.on ? ` on ${claim.on}` : '';
      yield { start: sentence.start, end: sentence.end, message: `This sentence has changed since it was verified${when}; it wants checking again.`, data: { claim: claim.start } };
    }
  },
  fixes(finding, { analysis }) {
    const claim = analysis.draft.claims.find(c => c.start === finding.data?.['claim']);
    const edits = claim && rehashEdits(claim, analysis.draft, finding.document);
    return edits ? [{ title: 'The sentence is right as it is now: verify again', safe: false, edits }] : [];
  },
});
