import { inconsistent } from '../../../server/src/rules/quotes/inconsistent.ts';
import { testRule } from '../rule-tester.ts';

const between = '\n\nThe talks lasted two days in May.\n\n';

testRule(inconsistent, {
  valid: [
    { name: 'a contraction and no more', text: '“We are going to mend it,” said Ada Brandt.\n\nRain fell.\n\n“We’re going to mend it,” Brandt added.' },
    { name: 'two short statements', text: '“We will never give up,” said Ada Brandt.\n\nRain fell.\n\n“We will not give up,” said Brandt.' },
    { name: 'word for word', text: `“We will keep the ferry running all winter,” Brandt said.${between}“We will keep the ferry running all winter,” Brandt had told the council.` },
    { name: 'a part of it', text: `“We will keep the ferry running all winter, whatever the ice does,” Brandt said.${between}Brandt vowed to “keep the ferry running all winter.”` },
    { name: 'an ellipsis', text: `“We will keep the ferry, old as it is, running all winter,” Brandt said.${between}“We will keep the ferry … running all winter,” Brandt had said.` },
    { name: 'two speakers', text: `“We will keep the ferry running all winter,” Ada Brandt said.${between}“We will keep the trains running all winter,” Lars Moe said.` },
    { name: 'one figure of speech, carried on', text: '“We will not close the pier this year,” Brandt said. “We will not close the school this year.”' },
    { name: 'short turns of phrase', text: `“We will not close,” Brandt said.${between}“We will not pay,” she said.` },
  ],
  invalid: [
    { name: 'a short one in other endings', text: '⟦“Rain does not ask the farmer,”⟧ said Ada Brandt.\n\nIt fell.\n\n⟦“Rain doesn’t ask the farmers,”⟧ Brandt likes to say.' },
    { name: 'a part of it, elsewhere in a whole sentence', text: 'Brandt called it ⟦“a leak that ran slowly, year after year, for a decade”⟧.\n\nRain fell.\n\n⟦“It was a leak that was running slowly, year upon year, for a decade,”⟧ Brandt said.' },
    {
      text: `⟦“We will keep the old ferry running all winter,”⟧ Brandt said.${between}⟦“We shall keep the old ferry running all winter,”⟧ Brandt told the council.`,
      messages: ['This quotation is given in two wordings: here “will” stands for “shall”.', 'This quotation is given in two wordings: here “shall” stands for “will”.'],
      fixes: [
        { title: 'Use the other wording here: “shall” instead of “will”', output: `“We shall keep the old ferry running all winter,” Brandt said.${between}“We shall keep the old ferry running all winter,” Brandt told the council.` },
        { title: 'Use this wording in the other place: “will” instead of “shall”', output: `“We will keep the old ferry running all winter,” Brandt said.${between}“We will keep the old ferry running all winter,” Brandt told the council.` },
      ],
    },
    { name: 'one sentence of several', text: `⟦“It is cold. We will keep the old ferry running all winter.”⟧ So said Brandt.${between}⟦“We will keep the old boat running all winter,”⟧ she told the council.` },
  ],
});
