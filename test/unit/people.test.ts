// The people of a draft, and where they are mentioned.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import { readSpeech } from '../../server/src/model/attribution/speech.ts';

const people = (text: string) => readSpeech(buildDraft(text)).people.map(p => `${p.given} ${p.family}: ${p.mentions.map(m => text.slice(m.start, m.end)).join(', ')}`);

test('a full name and the surname alone are one person', () => {
  assert.deepEqual(people('Ada Brandt, 41, left. Brandt’s boat was late. “Brandt is tired,” said Moe.'), ['Ada Brandt: Ada Brandt, Brandt, Brandt']);
});

test('of two people with one surname it is the one who was named in full last', () => {
  assert.deepEqual(people('Ada Brandt, 41, left. Lars Brandt, 43, stayed. Brandt slept.'), ['Ada Brandt: Ada Brandt', 'Lars Brandt: Lars Brandt, Brandt']);
});

test('the family’s name may come first', () => {
  const text = 'President Lin Meiling left. Lin was tired. “It is late,” Lin said.';
  const { people: found, attributions } = readSpeech(buildDraft(text));
  assert.deepEqual(found.map(p => [p.name, p.family, p.mentions.length]), [['Lin Meiling', 'Lin', 3]]);
  assert.equal(attributions[0]?.speaker, 'Lin Meiling');
});

test('titles, suffixes and bodies', () => {
  assert.deepEqual(people('Judge Lars Moe Jr. met the Lund City Council. Moe left.'), ['Lars Moe: Lars Moe Jr., Moe']);
});

test('a surname that is also a word for a body', () => {
  assert.deepEqual(people('Ada Bank, 41, left. Bank was tired. The Bank was shut.'), ['Ada Bank: Ada Bank, Bank']);
});

test('a draft without people', () => {
  assert.deepEqual(people('The port of Lund is closed. It rains.'), []);
});
