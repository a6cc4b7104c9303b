import { noReply } from '../../../server/src/rules/fairness/no-reply.ts';
import { testRule } from '../rule-tester.ts';

testRule(noReply, {
  valid: [
    { name: 'a denial', text: 'Mayor Ulla Brandt accused the port director, Jonas Ekman, of hiding two spills. Ekman denied it.' },
    { name: 'an attempt', text: 'Mayor Ulla Brandt accused the port director, Jonas Ekman, of hiding two spills. Ekman did not respond to a request for comment.' },
    { name: 'an answer further down', text: 'Mayor Ulla Brandt accused the port director, Jonas Ekman, of hiding two spills.\n\nThe port is the oldest on the coast, the board said.\n\n“I hid nothing,” Ekman said.' },
    { name: 'a lawyer', text: 'Prosecutors said Jonas Ekman falsified two logs. His lawyer, Rita Holm, said he would fight the charge.' },
    { name: 'a fee', text: 'The port charged Jonas Ekman a fee.' },
    { name: 'a charge that was answered', text: 'Prosecutors charged Jonas Ekman with fraud. He pleaded not guilty.' },
    { name: 'no misconduct', text: 'Prosecutors said Jonas Ekman left the port in May.' },
    { name: 'nobody is named', text: 'Prosecutors said an engineer falsified two logs.' },
    { name: 'a general complaint', text: 'The union said the harbour was badly run.' },
  ],
  invalid: [
    {
      text: '⟦Mayor Ulla Brandt accused the port director, Jonas Ekman, of hiding two spills.⟧ The board meets on Monday.',
      messages: ['The draft makes an allegation against Jonas Ekman and has no answer, nor says that one was asked for.'],
      fixes: [{ title: 'Insert a right-of-reply template', output: 'Mayor Ulla Brandt accused the port director, Jonas Ekman, of hiding two spills. [TK: response of Jonas Ekman, or when and how it was asked for] The board meets on Monday.' }],
    },
    { name: 'reported misconduct', text: '⟦Prosecutors said the former clerk, Jonas Ekman, falsified two logs.⟧ He has not been charged.' },
    '⟦Prosecutors charged Jonas Ekman with fraud.⟧ The port is shut.',
    '⟦Two nurses sued Jonas Ekman over the spill.⟧ The port is shut.',
    '⟦The union alleges that Jonas Ekman underpaid the dockers.⟧ The port is shut.',
    { name: 'only the first against one party', text: '⟦Mayor Ulla Brandt accused Jonas Ekman of hiding two spills.⟧ Brandt also accused Ekman of hiding a third.' },
  ],
});
