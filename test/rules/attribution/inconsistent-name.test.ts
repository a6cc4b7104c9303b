import { inconsistentName } from '../../../server/src/rules/attribution/inconsistent-name.ts';
import { testRule } from '../rule-tester.ts';

testRule(inconsistentName, {
  valid: [
    { name: 'two people of one family', text: 'Ada Brandt, the mayor, left.\n\nGreta Brandt, her sister, stayed.' },
    { name: 'two people, both introduced', text: 'Marta Brandt, 41, runs it.\n\nMarla Brandt, 12, draws.' },
    { name: 'surname alone', text: 'Marta Lindqvist, the mayor, left.\n\nLindqvist slept.' },
    { name: 'a change that is explained', text: 'Marta Lindqvist, the mayor, left.\n\nShe was born Marta Lindkvist in Lund.' },
    { name: 'two bodies', text: 'The North Lund Council met.\n\nThe South Lund Council did not.' },
    { name: 'singular and plural', text: 'The Dockers Union met.\n\nThe Docker Union card is blue.' },
    { name: 'one title, short and long', text: 'Sen. Ada Brandt left.\n\nSenator Ada Brandt slept.' },
    { name: 'a former title', text: 'Justice Ada Brandt left.\n\nThe former Judge Ada Brandt slept.' },
    { name: 'two surnames that sound another', text: 'Ada Brown, the coach, left.\n\nThen Ada Bowen slept.' },
    { name: 'within a quotation', text: 'Marta Lindqvist, the mayor, left.\n\n“Marta Lindkvist is my aunt,” said Moe.' },
  ],
  invalid: [
    {
      text: '⟦Marta Lindqvist⟧, the mayor, left.\n\nThen ⟦Marta Lindkvist⟧ slept.',
      messages: [/“Marta Lindqvist” here and “Marta Lindkvist” elsewhere/],
      fixes: [
        { title: 'Write “Marta Lindkvist” everywhere', output: 'Marta Lindkvist, the mayor, left.\n\nThen Marta Lindkvist slept.' },
        { title: 'Write “Marta Lindqvist” everywhere', output: 'Marta Lindqvist, the mayor, left.\n\nThen Marta Lindqvist slept.' },
      ],
    },
    { name: 'a given name', text: '⟦Philip Moe⟧, 41, left.\n\nThen ⟦Phillip Moe⟧ slept.' },
    { name: 'a body', text: 'The ⟦Union of Dock and Harbour Workers⟧ met.\n\nThe ⟦Union of Dock and Harbor Workers⟧ did not.' },
    { name: 'from another alphabet', text: '⟦Ivan Petrov⟧, the coach, left.\n\nThen ⟦Ivan Petroff⟧ slept.' },
    { name: 'by ear', text: '⟦Mohammed Salim⟧, the coach, left.\n\nThen ⟦Muhammad Salim⟧ slept.' },
    { name: 'two letters that changed places', text: 'Ada ⟦Byrne⟧, the coach, left.\n\n“It is late,” ⟦Bryne⟧ said.' },
    { name: 'a surname alone', text: 'Ada ⟦Meyer⟧, the coach, left.\n\n“It is late,” ⟦Maier⟧ said.' },
    { name: 'accents', text: '⟦Ida Ramírez⟧ of the Harbour League left.\n\nThen ⟦Ida Ramirez⟧ slept.' },
    { name: 'accents of one who is introduced twice', text: '⟦Ida Muñoz⟧, 41, left.\n\nThen ⟦Ida Munoz⟧, the envoy, slept.' },
    { name: 'a title', text: '⟦Judge Ada Brandt⟧ left.\n\nLater ⟦Justice Ada Brandt⟧ slept.' },
  ],
});
