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
    { name: 'father and daughter', text: 'Paul Brandt came first. Brandt waved.\n\nPaula Brandt came second.' },
    { name: 'man and wife', text: 'Corin Ashdown signed it.\n\nMr. Ashdown and Mrs. Ashdown left.' },
    { name: 'two bearers of a surname with a title each', text: 'Senator Hal Greave spoke.\n\nGovernor Jo Greave was asked. Governor Greave left.' },
    { name: 'two names of one office', text: 'The health minister, Ines Holm, opened the fair.\n\nInes Holm, the government’s health minister, left at noon.' },
    { name: 'an office that is over', text: 'Ines Holm, the health minister, opened the fair.\n\nInes Holm, then the trade minister, left at noon.' },
    { name: 'with and without a legal form', text: 'Kestrel Marine Ltd. fell.\n\nKestrel Marine rose.' },
    { name: 'two long surnames', text: 'Robert Robertson sang. Robertson bowed.\n\nRobert Robinson came. Robinson did not bow.' },
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
    { name: 'a short given name of one who is a person by what follows', text: '⟦Glenn Moor⟧ was late. Moor was ill.\n\nLater ⟦Glen Moor⟧ came.' },
    { name: 'letters left out of a long surname', text: '⟦Giles Hatherington⟧, the coach, left.\n\nIn the end ⟦Giles Hatherton⟧ stayed.' },
    { name: 'a body in one word or two', text: 'The ⟦Northgate Ferry Service⟧ stopped.\n\nThe ⟦North Gate Ferry Service⟧ began again.' },
    { name: 'a body with a legal form', text: '⟦Kestrel Marine⟧ Ltd. fell.\n\nShares of ⟦Kestral Marine⟧ rose.' },
    { name: 'a surname behind a title, which does not speak', text: 'Ada ⟦Ashdown⟧, the mayor, spoke.\n\nMs. ⟦Ashdawn⟧ was not amused.' },
    { name: 'two doctors but for a vowel', text: 'Dr. ⟦Louise Ferrar⟧ came.\n\nDr. ⟦Lois Ferrar⟧ went.' },
    { name: 'a title before the surname alone', text: '⟦Judge Ada Thornbury⟧ heard it.\n\n⟦Justice Thornbury⟧ ruled.' },
    {
      name: 'two offices',
      text: 'It holds, said ⟦Tom Varga, the chief operating officer⟧.\n\n⟦Tom Varga, the chief financial officer⟧, left.',
      fixes: [
        { title: 'Write “Tom Varga, the chief financial officer” everywhere', output: 'It holds, said Tom Varga, the chief financial officer.\n\nTom Varga, the chief financial officer, left.' },
        { title: 'Write “Tom Varga, the chief operating officer” everywhere' },
      ],
    },
    { name: 'two offices, before the name and behind it', text: 'The ⟦trade minister, Ines Holm⟧, opened the fair.\n\n⟦Ines Holm, the transport minister⟧, left.' },
    { name: 'a title', text: '⟦Judge Ada Brandt⟧ left.\n\nLater ⟦Justice Ada Brandt⟧ slept.' },
  ],
});
