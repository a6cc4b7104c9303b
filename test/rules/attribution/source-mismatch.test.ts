import type { Context } from '../../../server/src/model/context.ts';
import { nameSourceMismatch } from '../../../server/src/rules/attribution/source-mismatch.ts';
import { testRule } from '../rule-tester.ts';
import { checked, draftWith } from '../sources/check-results.ts';

const URL = 'https://example.org/harbour';
const TEXT = `Jane Petrova, the harbour master, said the new quay would be ready in spring.

Lars Brandt, a diver, found the cracks beneath the crane. The Halden Marine Research Institute measured the currents.

Dr. Stephen J. Marsh wrote the report for the Norda Dockers’ Union. Mohammed al-Hassan drove the first truck across the quay.

Katherine Köhlmann-Reiss of the World Harbour Organisation opened the meeting in Port Anselm. Zoë Øverland took the minutes.

The finance officer, Sergei Dolgorukov, refused to sign. Kiran Rao (née Mehta) chairs the board.

The ferry goes to Ravensmoor twice a day.`;

function read(text = TEXT, whole = true): Partial<Context> {
  return { ...checked({ [URL]: { outcome: 'reached' } }), passages: [{ source: 'wh', text, whole, locators: [{ start: 0, end: text.length, locator: 'p. 3' }] }] };
}

const cite = (sentence: string, more = '') => draftWith(`url: ${URL}${more}`, sentence);
const fine = (sentence: string, name: string, context = read()) => ({ text: cite(sentence), context, name });

testRule(nameSourceMismatch, {
  valid: [
    fine('Jane Petrova, the harbour master, said the quay would be ready in spring [@wh].', 'the source’s name'),
    fine('The quay would be ready in spring, said Petrova, the harbour master [@wh].', 'the surname alone'),
    fine('J. Petrova, the harbour master, said the quay would be ready in spring [@wh].', 'an initial'),
    fine('Ms. Jane Petrova said the quay would be ready in spring [@wh].', 'a title'),
    fine('Harbour Master Jane Petrova said the quay would be ready in spring [@wh].', 'an office before the name'),
    fine('Jane Petrova’s new quay would be ready in spring [@wh].', 'a possessive'),
    fine('Jane Maria Petrova, the harbour master, said the quay would be ready in spring [@wh].', 'a middle name'),
    fine('JANE PETROVA, the harbour master, said the quay would be ready in spring [@wh].', 'capitals'),
    fine('Steve Marsh wrote the report for the dockers [@wh].', 'a nickname'),
    fine('Stephen Marsh wrote the report for the dockers [@wh].', 'a middle initial left out'),
    fine('Marsh wrote the report for the Norda Dockers Union [@wh].', 'an apostrophe left out'),
    fine('Muhammad Al-Hasan drove the first truck across the quay [@wh].', 'another transliteration'),
    fine('Sergey Dolgorukow, the finance officer, refused to sign [@wh].', 'another transliteration of two words'),
    fine('Katherine Koehlmann-Reiss opened the meeting in Port Anselm [@wh].', 'an umlaut as two letters'),
    fine('Katherine Kohlmann opened the meeting in Port Anselm [@wh].', 'one of two surnames, without the umlaut'),
    fine('Zoe Overland took the minutes [@wh].', 'no accents'),
    fine('She spoke for the World Harbor Organization [@wh].', 'American spelling'),
    fine('She spoke for the WHO [@wh].', 'a short form'),
    fine('Kiran Mehta chairs the board [@wh].', 'a maiden name'),
    fine('Kiran Ray, born in Lund, chairs the board, and Kiran Rao is her cousin [@wh].', 'two people of the draft'),
    fine('Tom Petrova, a baker, waited at the quay [@wh].', 'another person of the same surname'),
    fine('Jane Holt, a baker, waited at the quay [@wh].', 'another person of the same first name'),
    fine('The Halden Marine Research Office measured the currents [@wh].', 'another word for the same kind of body'),
    fine('The Halden Council voted on the currents [@wh].', 'another body'),
    fine('Ada Lindqvist opposed the quay [@wh].', 'a name that the source lacks'),
    fine('The Ravensmoorish coast is far from it, and the ferry slow [@wh].', 'a word made of a name'),
    fine('“Jane Petrov said it would be ready in spring,” the mayor recalled [@wh].', 'a quotation is checked with its words'),
    fine('Jane Petrov, the harbour master, said the quay would be ready in spring. Others doubt it [@wh].', 'no citation'),
    fine('Jane Petrov, the harbour master, said the quay would be ready in spring [@wh].', 'a part of the text', read(TEXT, false)),
    fine('Lars Brand, a diver, found the cracks beneath the crane [@wh].', 'letters that the file does not tell', read(TEXT.replace('Brandt,', 'Brand?,'))),
    fine('Jane Petrov, the harbour master, said the quay would be ready in spring [@wh].', 'the source has both spellings', read(`${TEXT}\n\nLetters to J. Petrov, please.`)),
    { name: 'nothing was checked', text: cite('Jane Petrov, the harbour master, said the quay would be ready in spring [@wh].'), context: { passages: read().passages! } },
    { name: 'the author of the source', text: cite('Steven Marsh wrote the report for the dockers [@wh].', '\n    author: Steven Marsh'), context: read() },
    { name: 'another source of the draft has the draft’s spelling', text: cite('Jane Petrov, the harbour master, said the quay would be ready in spring [@wh].', '\n    excerpts: [{text: "A letter of Jane Petrov"}]\n  other:\n    type: webpage\n    title: B\n    url: https://example.com/b\n    accessed: 2025-10-06\n    excerpts: [{text: "Jane Petrov has been harbour master since May"}]').replace('\n    excerpts: [{text: "A letter of Jane Petrov"}]', ''), context: read() },
  ],
  invalid: [
    {
      text: cite('⟦Jane Petrov⟧, the harbour master, said the quay would be ready in spring [@wh].'), context: read(),
      messages: ['“wh” spells “Jane Petrov” otherwise, “Jane Petrova”: “Jane Petrova, the harbour master, said the new quay would be ready in spring” (p. 3).'],
      fixes: [{ title: 'Use the name of “wh”: Jane Petrova', output: cite('Jane Petrova, the harbour master, said the quay would be ready in spring [@wh].') }, { title: 'Add the passage to the excerpts of “wh”' }],
    },
    {
      name: 'once, and mended everywhere', text: cite('⟦Jane Petrov⟧, the harbour master, said the quay would be ready in spring [@wh].\n\nPetrov added that nobody had asked her [@wh]. It was Petrov’s first year.'), context: read(),
      fixes: [{ title: 'Use the name of “wh”: Jane Petrova', output: cite('Jane Petrova, the harbour master, said the quay would be ready in spring [@wh].\n\nPetrova added that nobody had asked her [@wh]. It was Petrova’s first year.') }, { title: /excerpts/ }],
    },
    { name: 'another first name of whoever has the same office', text: cite('⟦Anna Petrova⟧, the harbour master, said the quay would be ready in spring [@wh].'), context: read(), messages: [/^“wh” has “Jane Petrova” where the draft has “Anna Petrova”: /] },
    { name: 'another surname of whoever has the same work', text: cite('The diver ⟦Lars Holm⟧ found the cracks beneath the crane [@wh].'), context: read(), fixes: [{ title: 'Use the name of “wh”: Lars Brandt' }, { title: /excerpts/ }] },
    { name: 'one of two spellings of an English name', text: cite('⟦Steven Marsh⟧ wrote the report for the dockers [@wh].'), context: read() },
    { name: 'letters that changed places', text: cite('The cracks beneath the crane were found by ⟦Lars Barndt⟧, a diver [@wh].'), context: read() },
    { name: 'a body', text: cite('The ⟦Halden Maritime Research Institute⟧ measured the currents [@wh].'), context: read(), messages: [/Halden Marine Research Institute/] },
    { name: 'a place of two words', text: cite('The meeting was opened in ⟦Port Ansell⟧ [@wh].'), context: read() },
    { name: 'a place of one word', text: cite('The ferry goes to ⟦Ravemsmoor⟧ twice a day [@wh].'), context: read() },
  ],
});
