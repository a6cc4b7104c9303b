import { anonymous } from '../../../server/src/rules/attribution/anonymous.ts';
import { testRule } from '../rule-tester.ts';

const registry = `---
sources:
  clerk:
    type: interview
    issued: 2025-03-04
    anonymous: {description: a clerk, reason: she fears losing her job}
---
`;

testRule(anonymous, {
  valid: [
    { name: 'any reason is one', text: 'A former clerk, who asked not to be named because a contract forbids her to talk, said that the box was empty.' },
    { name: 'a name', text: 'Ada Brandt, a senior official, said the bridge would close.' },
    { name: 'an office', text: 'A spokesman for the ministry said the bridge would close.' },
    { name: 'a reason', text: 'The bridge will close, said a senior official who was not authorized to speak in public.' },
    { name: 'a reason in other words', text: '“It will close,” said a clerk, who asked not to be named because she feared for her job.' },
    { name: 'how it knows', text: 'Two officials who attended the meeting said the bridge would close.' },
    { name: 'has seen the paper', text: 'A senior official who has seen the report said the bridge would close.' },
    { name: 'a reason in the next sentence', text: 'A senior official said the bridge would close. The official asked not to be named because the report is confidential.' },
    { name: 'a reason on file', text: `${registry}A senior official said the bridge would close [@clerk].` },
    { name: 'a reason on file, in the claim comment', text: `${registry}A senior official said the bridge would close. <!-- claim source=clerk -->` },
    { name: 'an official of whom was told before', text: 'The official said the bridge would close.' },
    { name: 'an officer of a body that speaks', text: 'A police officer said the bridge would close.' },
    { name: 'what many say in public', text: 'Several lawmakers said the bridge would close.' },
    { name: 'a reason that holds for both officials', text: 'Two officials, who asked not to be named because they feared for their jobs, said the bridge would close. One official said the road would, too.' },
    { name: 'a wish', text: 'A senior official wanted the bridge closed.' },
    { name: 'no speech', text: 'A senior official opened the bridge.' },
    { name: 'a member of the public', text: 'A member of the public said the road was closed.' },
    { name: 'a reason behind other words', text: '“It is late,” said a longtime adviser to the mayor, who, like most of those in the hall, requested anonymity to speak freely.' },
    { name: 'one of those whose reason was given', text: 'Two court officials who were not allowed to speak said it was late. The road is shut, and the bus is gone. It is dark, and it rains. The port sleeps. One court official said it was cold.' },
    { name: 'the source of somebody else', text: 'Ada Brandt claimed that a senior official told her the road was closed.' },
  ],
  invalid: [
    { name: 'the reason of another source beside it', text: '⟦A senior official in the port⟧ said the quay had cracked.\n\nA diver who was there, and who spoke on condition of anonymity because he was not authorized to talk, said it held.' },
    { name: 'who gives a figure', text: '⟦A rival dealer⟧, who would not be named, put the gap at two-thirds.' },
    {
      text: '⟦A senior official⟧ said the bridge would close.',
      messages: ['The draft does not say why “A senior official” goes unnamed, nor how this source knows.'],
      fixes: [{ title: 'Insert a template for the reason', output: 'A senior official, who asked not to be named because he or she TK, said the bridge would close.' }],
    },
    'The bridge will close, according to ⟦people familiar with the plan⟧.',
    '⟦A person close to the board⟧ said the bridge would close.',
    { name: 'a refusal is no reason', text: '“It will close,” said ⟦a senior official⟧, who declined to be named.' },
    '⟦A cabinet minister⟧ said the bridge would close.',
    '⟦A senior club figure⟧ said the coach would go.',
    'The talks have failed, ⟦one European negotiator⟧ said.',
    '⟦A senior council officer⟧ said the bridge would close.',
    '⟦A Labour backbencher⟧ said the bill was dead.',
    { name: 'the reason of another source', text: '⟦A senior official⟧ said the bridge would close. Two nurses, who asked not to be named because they feared for their jobs, said it was open.' },
    { name: 'only the first mention', text: '⟦A senior official⟧ said the bridge would close.\n\nA senior official said the road would, too.' },
    '⟦A worker at the plant⟧, who did not want to give her name, said the pumps failed.',
    '⟦A member of the committee⟧ said the vote was close.',
    '⟦An administrator at the clinic⟧ said the ward was full.',
    'The ward is full, according to ⟦a former employee⟧.',
    '“The ward is full,” said ⟦one recruiter for the army⟧.',
    'The ward is full, said ⟦a person with inside knowledge of the plan⟧.',
  ],
});
