import { unattributedQuote } from '../../../server/src/rules/attribution/unattributed-quote.ts';
import { testRule } from '../rule-tester.ts';

testRule(unattributedQuote, {
  valid: [
    '“Nobody told us that the pier was closed,” said Ada Brandt.',
    { name: 'the sentence before', text: 'Ada Brandt said she had waited. “Nobody told us that the pier was closed.”' },
    { name: 'the paragraph before', text: 'Ada Brandt said she had waited an hour.\n\n“Nobody told us that the pier was closed.”' },
    { name: 'the paragraph after', text: '“Nobody told us that the pier was closed.”\n\nAda Brandt said she had waited an hour.' },
    { name: 'a person who acts in the sentence before', text: 'Ada Brandt shook her head. “Nobody told us that the pier was closed.”' },
    { name: 'a running quotation of several paragraphs', text: '“We waited,” Ada Brandt said. “It was cold.\n\n“Nobody told us anything.\n\n“Nobody ever does.”' },
    { name: 'a quotation that goes on', text: '“We waited,” Ada Brandt said. “Nobody told us that the pier was closed.” “That is how it goes here.”' },
    { name: 'a credit line', text: '> “Nobody told us that the pier was closed.”\n> — Ada Brandt' },
    { name: 'a credit line of its own', text: '> “Nobody told us that the pier was closed.”\n>\n> Ada Brandt, commuter' },
    { name: 'words on a sign', text: 'A sign hung at the gate. It read “The pier is closed today.”' },
    { name: 'a term', text: 'The “ghost ferry” was late.' },
    { name: 'a title', text: '“The Long Winter” is out.' },
    { name: 'a heading', text: '# “The pier is closed for good.”' },
    { name: 'a citation of its own', text: '“Nobody told us that the pier was closed.” [@brandt]' },
    { name: 'a colon and a name', text: 'Ada Brandt, commuter: “Nobody told us that the pier was closed.”' },
    { name: 'a lead-in with a colon', text: 'What the passengers told us:\n\n“Nobody told us that the pier was closed.”\n\nThe harbour reopens in May.' },
    { name: 'the sentence after looks back', text: '“Nobody told us that the pier was closed.”\n\nThat was how Ada Brandt, a nurse, summed up the day.' },
    { name: 'a role that acts in the sentence before', text: 'The captain was blunt about it. “Nobody told us that the pier was closed.”' },
    { name: 'a sign in the paragraph before', text: 'A sign hung at the gate.\n\n“We are closed until further notice.”\n\nThe harbour reopens in May.' },
    { name: 'a lead-in with a colon in the same sentence', text: 'The ferry was late. Why she waited: “Nobody told us that the pier was closed.”\n\nThe harbour reopens in May.' },
    { name: 'a sentence between two quotations of one paragraph', text: '“We waited,” Ada Brandt said. The ferry was late again. “Nobody told us that the pier was closed.”\n\nThe harbour reopens in May.' },
    { name: 'two words', text: 'The ferry was late.\n\n“Never again.”\n\nThe harbour reopens in May.' },
    { name: 'a block quotation without marks', text: 'The town put it this way:\n\n> The pier is closed until May.' },
  ],
  invalid: [
    { name: 'behind a sign whose words have been told', text: 'Some held placards that read “Stay awhile”.\n\n⟦“It feels as if nobody here can count.”⟧\n\nThe anger is old.' },
    { name: 'behind a song that has a name', text: 'The band plays a Danish song called “The Rain.”\n\n⟦“You cannot do this with a spoon.”⟧\n\nThe pots are hot.' },
    { name: 'behind a record', text: 'She was fined in May, the court record shows.\n\n⟦“I gave her the keys to the boat.”⟧\n\nRain fell.' },
    { name: 'before what a bank reckons', text: 'Rain fell.\n\n⟦“There is no more flour in the shop.”⟧\n\nGrowth beat the bank’s forecast of 2 percent.' },
    { name: 'before a forecast', text: 'Rain fell.\n\n⟦“There is no more flour in the shop.”⟧\n\nThe bank’s forecast is for growth of 2 percent.' },
    {
      text: 'The ferry was an hour late.\n\n⟦“Nobody told us that the pier was closed.”⟧\n\nThe harbour reopens in May.',
      messages: ['This quotation has no speaker in its sentence or in those beside it.'],
      fixes: [{ title: 'Insert “, SPEAKER said”', output: 'The ferry was an hour late.\n\n“Nobody told us that the pier was closed,” SPEAKER said.\n\nThe harbour reopens in May.' }],
    },
    {
      name: 'with a speaker further up',
      text: 'The ferry was late, Ada Brandt said.\n\nIt rained all day.\n\n⟦‘Will they ever tell us?’⟧\n\nThe harbour reopens in May.',
      fixes: [{ title: 'Attribute it to Ada Brandt, who spoke last', output: 'The ferry was late, Ada Brandt said.\n\nIt rained all day.\n\n‘Will they ever tell us?’ Ada Brandt said.\n\nThe harbour reopens in May.' }, { title: 'Insert “, SPEAKER said”' }],
    },
    {
      name: 'in the house style of the draft',
      text: '‘It is late’, says Ms. Brandt. ‘Very late’, says Lars Moe, a docker. ‘It is cold’, says Ada Brandt, a nurse.\n\nIt rained all day.\n\n⟦‘Nobody told us that the pier was closed.’⟧\n\nThe harbour reopens in May.',
      fixes: [
        { title: 'Attribute it to Ms. Brandt, who spoke last', output: '‘It is late’, says Ms. Brandt. ‘Very late’, says Lars Moe, a docker. ‘It is cold’, says Ada Brandt, a nurse.\n\nIt rained all day.\n\n‘Nobody told us that the pier was closed’, says Ms. Brandt.\n\nThe harbour reopens in May.' },
        { title: 'Insert “, says SPEAKER”' },
      ],
    },
    { name: 'a pull quote without a credit', text: 'The ferry was an hour late.\n\n> ⟦“Nobody told us that the pier was closed.”⟧\n\nThe harbour reopens in May.' },
    { name: 'a banner beside it, which speaks for itself', text: 'The ferry was late.\n\n⟦“Nobody told us that the pier was closed.”⟧\n\nOutside, the dockers’ banners read “Keep the pier open”.' },
    { name: 'somebody else acts between two quotations', text: '“We waited,” Ada Brandt said. Lars Moe nodded. It rained. ⟦“Nobody told us that the pier was closed.”⟧\n\nThe harbour reopens in May.' },
    { name: 'a heading between it and the next speaker', text: 'The ferry was late.\n\n⟦"Nobody told us that the pier was closed."⟧\n\n## The pier\n\nAda Brandt said it would open.' },
  ],
});
