import { unbalanced } from '../../../server/src/rules/quotes/unbalanced.ts';
import { testRule } from '../rule-tester.ts';

testRule(unbalanced, {
  valid: [
    '“The pier is closed,” Brandt said. “It may stay so.”',
    { name: 'a quotation of several paragraphs', text: '“The pier is closed,” Brandt said. “It may stay so.\n\n“We asked twice.\n\n“We ask again.”' },
    { name: 'the same with single marks and apostrophes in it', text: '‘It’s closed,’ said Brandt. ‘We won’t touch the dockers’ rota.\n\n‘Not since the ’90s have we.’' },
    { name: 'apostrophes', text: "The dockers' rota of the '90s was rock 'n' roll, 'twas said, and the lads' boots were wet." },
    { name: 'feet and inches', text: 'He is 6\' 2" tall and the board is 12" wide.' },
    { name: 'a nested quotation', text: '“He told me, ‘I am done,’” Brandt said.' },
    { name: 'code', text: 'Type `echo "` and wait.' },
    { name: 'the same marks within a quotation', text: '“They call it “the end” and I agree,” Brandt said.' },
    { name: 'letters left out, with the mark the wrong way round', text: 'They met in the ‘90s and sang ‘til dawn of rock ‘n’ roll in the ‘Iolani hall.' },
    { name: 'angle marks', text: '«Closed», said Brandt.' },
  ],
  invalid: [
    {
      text: '⟦“The pier is closed, Brandt said on Tuesday.⟧ It may stay so.',
      messages: ['This quotation opens with “ and never closes.'],
      fixes: [{ title: 'Close the quotation', output: '“The pier is closed,” Brandt said on Tuesday. It may stay so.' }],
    },
    { text: 'Brandt said: ⟦"The pier is closed.⟧', fixes: [{ title: 'Close the quotation', output: 'Brandt said: "The pier is closed."' }] },
    { name: 'a second quotation opens before the first closes', text: '⟦“The pier is closed, Brandt said.⟧ “It may stay so,” she added.' },
    { name: 'single marks', text: '⟦‘It’s the waiting that hurts, said Brandt.⟧', fixes: [{ title: 'Close the quotation', output: '‘It’s the waiting that hurts,’ said Brandt.' }] },
    { name: 'a single mark within a sentence', text: 'Brandt called it ⟦‘a long wait for all of us and left.⟧', fixes: [{ title: 'Close the quotation', output: 'Brandt called it ‘a long wait for all of us and left.’' }] },
    { name: 'the last paragraph of a running quotation', text: '“It was closed,” Brandt said. “It may stay so.\n\n⟦“We asked twice.⟧\n\nThe pier opened in May.' },
    { name: 'with CRLF and an emoji before it', text: '😀 Rain fell.\r\n\r\n⟦“The pier is closed, Brandt said.⟧\r\n' },
  ],
});
