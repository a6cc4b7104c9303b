// Names in running text: people and bodies, their titles, and what shows that a person is meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNames } from '../../server/src/language/names.ts';
import { tokenize } from '../../server/src/language/tokens.ts';

const names = (text: string) => findNames(tokenize(text)).map(n => `${n.kind}: ${n.title === undefined ? '' : `<${n.title}> `}${n.words.join(' ')}`);

test('titles are told from names', () => {
  assert.deepEqual(names('Then Mayor Ada Brandt met Sen. Lars Moe and Dr Ida Ohm.'), ['person: <mayor> Ada Brandt', 'person: <senator> Lars Moe', 'person: <doctor> Ida Ohm']);
  assert.deepEqual(names('They met Prime Minister Ada Brandt.'), ['person: <minister> Ada Brandt']);
});

test('an age, "who" and a role beside a name show a person', () => {
  assert.deepEqual(names('Ada Brandt, 41, left.'), ['person: Ada Brandt']);
  assert.deepEqual(names('They saw Brandt, who chairs the board.'), ['person: Brandt']);
  assert.deepEqual(names('Lars Moe, the former treasurer of the club, left.'), ['person: Lars Moe']);
  assert.deepEqual(names('His lawyer, Ida Ohm, left.'), ['person: Ida Ohm']);
});

test('bodies are no people', () => {
  assert.deepEqual(names('The Union of Dock and Harbour Staff met the Bank of Lund.'), ['body: Union of Dock and Harbour Staff', 'body: Bank of Lund']);
  assert.deepEqual(names('It sued Halden Inc. in May.'), ['body: Halden Inc.']);
});

test('a surname that is also the word for a body or place', () => {
  assert.deepEqual(names('Ms. Bank met Ida Church, 41, and Lars Park, a nurse at the clinic.'), ['person: <ms> Bank', 'person: Ida Church', 'person: Lars Park']);
  assert.deepEqual(names('They met the analyst Ida Park.'), ['person: Ida Park']);
  assert.deepEqual(names('They crossed Linden Park, the largest in Lund, to Halden Bank, which was shut.').map(n => n.split(': ')[0]), ['body', 'unknown', 'body']);
  assert.deepEqual(names('They met Halden Bank, who are late.'), ['body: Halden Bank']);
});

test('a person of a body is two names', () => {
  assert.deepEqual(names('They met Ida Moe of the Harbour League and the Duke of Lund.').map(n => n.split(': ')[1]), ['Ida Moe', 'Harbour League', 'Duke of Lund']);
});

test('particles belong to a name, days and months do not', () => {
  assert.deepEqual(names('They met Mohammed bin Salim and Ursula von der Lane.').map(n => n.split(': ')[1]), ['Mohammed bin Salim', 'Ursula von der Lane']);
  assert.deepEqual(names('It was Tuesday. Later Monday Ada Brandt left.').map(n => n.split(': ')[1]), ['Ada Brandt']);
});
