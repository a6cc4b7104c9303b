import { secondReference } from '../../../server/src/rules/attribution/second-reference.ts';
import { testRule } from '../rule-tester.ts';

testRule(secondReference, {
  valid: [
    { name: 'a full name before', text: 'Ada Brandt left. Brandt, who chairs the board, was tired.' },
    { name: 'family name first', text: 'Lin Meiling left. Lin, who chairs the board, was tired.' },
    { name: 'a title', text: 'Mayor Brandt, who chairs the board, was tired.' },
    { name: 'a mononym after its role', text: 'The forward Kito, who scored twice, was tired.' },
    { name: 'a club', text: 'Norfield, who are third, lost again.' },
    { name: 'a firm', text: 'Brask said it would close the plant.' },
    { name: 'a town', text: 'He came from Lund, the capital, by train.' },
    { name: 'a state behind a town', text: 'Ida Moe of Ashton, Texas, who was there, wept.' },
    { name: 'a courtesy title after a full name', text: 'Ada Brandt left. Ms. Brandt said she was tired.' },
    { name: 'a courtesy title of one who does not speak', text: 'They liked the plan of Mr. Brandt.' },
    { name: 'a firm that leads', text: 'Brask, once the market leader, said it would close.' },
    { name: 'a firm in court', text: 'Brask told the court that it was late.' },
    { name: 'a line-up', text: '- Brandt, 24, striker\n- Moe, 31, goalkeeper' },
    { name: 'an adverb', text: 'Sadly, the director, who was there, wept.' },
  ],
  invalid: [
    {
      text: 'The board met. ⟦Brandt⟧, who chairs it, was tired.',
      messages: ['“Brandt” is not named in full before this.'],
      context: { desk: [{ name: 'Ada Brandt', family: 'Brandt', also: [] }] },
      fixes: [{ title: 'Write “Ada Brandt”', output: 'The board met. Ada Brandt, who chairs it, was tired.' }],
    },
    '⟦Moe⟧, the sporting director, said the papers were signed.',
    '⟦Moe⟧, 41, was tired.',
    '⟦Moe⟧, the county supervisor, said the road would close.',
    '⟦Moe⟧, the outgoing majority leader, lost her seat.',
    '⟦Moe⟧, then the leader of the council, denied it.',
    'The hall fell silent. ⟦Moe⟧, once of this parish, told the radio that it was late.',
    '⟦Moe⟧ told the House that the road would close.',
    '⟦Moe⟧ joked that it was late.',
    'Mr. ⟦Moe⟧ said it was late.',
    { name: 'named in full too late', text: '⟦Brandt⟧ said the bridge would close.\n\nAda Brandt, the mayor, left.' },
    { name: 'only the first time', text: '⟦Brandt⟧, who chairs the board, left. Brandt, who was tired, slept.' },
    {
      name: 'the name of a confidential source is not offered',
      text: '---\nsources:\n  b: {type: interview, author: [{family: Brandt, given: Ada}], issued: 2025-01-01, terms: background}\n---\n⟦Brandt⟧, who chairs the board, left.',
      fixes: [],
    },
  ],
});
