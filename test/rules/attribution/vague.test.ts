import { vague } from '../../../server/src/rules/attribution/vague.ts';
import { testRule } from '../rule-tester.ts';

testRule(vague, {
  valid: [
    { name: 'police', text: 'Police said the road was closed.' },
    { name: 'a ministry', text: 'The ministry said the road was closed.' },
    { name: 'analysts who can be found', text: 'Analysts polled by Brask expected a loss.' },
    { name: 'experts of a body', text: 'Experts at the University of Lund say the dam could fail.' },
    { name: 'doctors who can be found', text: 'Many doctors at the Lund clinic say the dam could fail.' },
    { name: 'the study, named before', text: 'The study found that the dam leaks.' },
    { name: 'studies that are cited', text: 'Earlier studies have shown that such dams leak [@moe2021].' },
    { name: 'studies of a claim comment', text: 'Studies show that such dams leak. <!-- claim source=moe2021 -->' },
    { name: 'reported by someone', text: 'It was reported by the Harbour Gazette in May that the dam leaks.' },
    { name: 'within what someone says', text: 'Ada Brandt said that experts agree the dam is safe.' },
    { name: 'within a quotation', text: '“Experts say the dam is safe,” Ada Brandt said.' },
    { name: 'no speech', text: 'Critics added four films to the list, and experts are rare.' },
    { name: 'what is expected by no one in particular', text: 'The dam is expected to leak. Experts want a new one.' },
    { name: 'experts, one of whom is named next', text: 'Experts say the dam could fail. “It leaks,” said Ida Ohm, a professor of engineering at the University of Lund.' },
    { name: 'polls, one of which is named', text: 'Polls show that the mayor leads. In a Halden Institute poll on Monday she had 54 percent.' },
    { name: 'a headline without a mark of one', text: 'Dam could fail, experts say\n\nThe dam above the town is old, and it has leaked for as long as anyone in the valley remembers.\n\nIt leaks.\n\nAda Brandt said so.\n\nIt rains.' },
    { name: 'a heading', text: '# Experts say dam could fail' },
    { name: 'a passive that reports nothing', text: 'He was said goodbye to, and it is known by all.' },
  ],
  invalid: [
    '⟦Many doctors believe⟧ the water is safe.',
    {
      text: '⟦Experts say⟧ the dam could fail.',
      messages: ['“Experts say” names no one who could be asked.'],
      fixes: [{ title: 'Insert a marker to name the source', output: 'Experts say [TK: name the source] the dam could fail.' }],
    },
    'The dam could fail, ⟦experts say⟧.',
    { name: 'one who is named next is no expert', text: '⟦Experts say⟧ the dam could fail. Ida Ohm, the mayor, said she would wait.' },
    { name: 'other polls than the one named', text: '⟦Other polls show⟧ that the mayor leads. In a Halden Institute poll on Monday she had 44 percent.' },
    'The dam could fail, ⟦according to sources⟧.',
    '⟦Many critics argue⟧ that the dam is too old.',
    '⟦Studies have shown⟧ that such dams leak.',
    '⟦Research suggests⟧ the dam is too old.',
    { text: '⟦It was reported⟧ last week that the dam leaks.', messages: ['“It was reported” does not say by whom.'] },
    '⟦It is widely believed⟧ that the dam leaks.',
    'The dam ⟦is widely believed⟧ to leak.',
    '⟦Some say⟧ the dam is too old.',
  ],
});
