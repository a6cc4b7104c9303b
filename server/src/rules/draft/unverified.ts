// draft/unverified: a claim of a draft that is ready to publish, not yet checked.
import { defineRule } from '../rule.ts';
import { verifyEdits } from './verify.ts';

const SETTLED = new Set(['verified', 'observed', 'common-knowledge']);

export const unverified = defineRule({
  id: 'draft/unverified',
  summary: 'A claim that nobody has verified, in a draft that is marked ready.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    if (!analysis.draft.frontMatter?.ready) return;
    for (const claim of analysis.draft.claims) {
      if (claim.status !== undefined && SETTLED.has(claim.status)) continue;
      const { start, end } = claim.subject ?? claim;
      const state = claim.status === undefined ? 'has no status' : `is marked “${claim.status}”`;
      yield { start, end, message: `This draft is marked ready, but this claim ${state}; expected verified, observed or common-knowledge.`, data: { claim: claim.start } };
    }
  },
  fixes(finding, { analysis }) {
    const claim = analysis.draft.claims.find(c => c.start === finding.data?.['claim']);
    if (!claim) return [];
    const edits = verifyEdits(claim, analysis.draft, finding.document, analysis.context.date);
    return edits ? [{ title: 'Mark the claim as verified', safe: false, edits }] : [];
  },
});
