import { unverified } from '../../../server/src/rules/draft/unverified.ts';
import { testRule } from '../rule-tester.ts';

const ready = '---\nstatus: ready\n---\n';

testRule(unverified, {
  valid: [
    { name: 'not ready', text: 'The ferry sank. <!-- claim status=todo -->' },
    { name: 'another status of the draft', text: '---\nstatus: draft\n---\nThe ferry sank. <!-- claim status=todo -->' },
    { name: 'verified', text: `${ready}The ferry sank. <!-- claim status=verified -->` },
    { name: 'observed', text: `${ready}The ferry sank. <!-- claim status=observed -->` },
    { name: 'common knowledge', text: `${ready}The sea is salt. <!-- claim status=common-knowledge -->` },
    { name: 'no claim', text: `${ready}The ferry sank.` },
  ],
  invalid: [
    {
      text: `${ready}⟦The ferry sank.⟧ <!-- claim status=todo -->`, messages: ['This draft is marked ready, but this claim is marked “todo”; expected verified, observed or common-knowledge.'],
      fixes: [{ title: 'Mark the claim as verified', output: `${ready}The ferry sank. <!-- claim status=verified hash=de1d7fb4 -->` }],
    },
    {
      name: 'no status', text: `${ready}⟦The ferry sank.⟧ <!-- claim id=ferry-->`, messages: [/has no status/], context: { date: '2025-04-02' },
      fixes: [{ title: 'Mark the claim as verified', output: `${ready}The ferry sank. <!-- claim id=ferry status=verified on=2025-04-02 hash=de1d7fb4-->` }],
    },
    { name: 'the words that the claim is about', text: `${ready}The ferry sank with ⟦40 people⟧. <!-- claim text="40 people" status=disputed -->` },
    { name: 'a claim without a sentence', text: `${ready}⟦<!-- claim status=todo -->⟧ The ferry sank.` },
  ],
});
