// People, bodies and places of a sentence, as `analyze` gives them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import { findEntities } from '../../server/src/language/entities.ts';
import { tokenize } from '../../server/src/language/tokens.ts';
import { collectEntities } from '../../server/src/model/attribution/people.ts';

const entities = (text: string) => findEntities(tokenize(text)).map(e => `${e.kind} ${e.title ? `<${text.slice(e.title.start, e.title.end)}> ` : ''}${text.slice(e.start, e.end)}`);

const CASES: readonly (readonly [text: string, ...entities: string[]])[] = [
  ['Mayor Ada Brandt met Sen. Lars Moe and Dr Ida Ohm.', 'person <Mayor> Ada Brandt', 'person <Sen.> Lars Moe', 'person <Dr> Ida Ohm'],
  ['Norwegian Finance Minister Ada Brandt spoke in Bergen.', 'person <Norwegian Finance Minister> Ada Brandt', 'place Bergen'],
  ['Halden Corp. Chief Financial Officer Lars Moe resigned.', 'body Halden Corp.', 'person <Halden Corp. Chief Financial Officer> Lars Moe'],
  ['NHTSA Inspector Ida Ohm wrote to Halden plc.', 'body NHTSA', 'person <NHTSA Inspector> Ida Ohm', 'body Halden plc'],
  ['Ida Ohm, the head of the Lund Museum, wept.', 'person <head of the Lund Museum> Ida Ohm', 'body Lund Museum'],
  ['Lars Moe, 61, drove from Ohio to Iowa City, Iowa.', 'person Lars Moe', 'place Ohio', 'place Iowa City', 'place Iowa'],
  ['The Ministry of Health and Social Care sued Brandt & Moe LLP.', 'body Ministry of Health and Social Care', 'body Brandt & Moe LLP'],
  ['Kim Sung-ho, the mayor of Busan, met Park Ji-won.', 'person <mayor of Busan> Kim Sung-ho', 'place Busan', 'person Park Ji-won'],
  ['Ursula van der Brandt and Omar bin Salim met Faisal al-Moe.', 'person Ursula van der Brandt', 'person Omar bin Salim', 'person Faisal al-Moe'],
  ['The University of Lund and the Court of Appeal agreed.', 'body University of Lund', 'body Court of Appeal'],
  ['Brandt GmbH of Cologne bought HaldenWorks.', 'body Brandt GmbH', 'place Cologne', 'body HaldenWorks'],
  ['Mr. Moe and Ms. Brandt joined Dockers Local 12.', 'person <Mr.> Moe', 'person <Ms.> Brandt', 'body Dockers Local 12'],
  ['On Friday, Ada Brandt left for Paris.', 'person Ada Brandt', 'place Paris'],
  ['Lars Moe Jr. sued the Lund Police Department.', 'person Lars Moe Jr.', 'body Lund Police Department'],
  ['Police in Leeds arrested Ada Brandt.', 'place Leeds', 'person Ada Brandt'],
  ['An Ohio Republican and two Democrats left.', 'place Ohio'],
  ['The North Atlantic Council met in South Korea.', 'body North Atlantic Council', 'place South Korea'],
  ['Lund University’s Ada Brandt and Halden’s Ida Ohm disagreed.', 'body Lund University', 'person Ada Brandt', 'body Halden', 'person Ida Ohm'],
  ['Sir Lars Moe, a former judge, chairs the inquiry.', 'person <Sir> Lars Moe'],
  ['Former Governor Ada Brandt lost to Ida Ohm.', 'person <Former Governor> Ada Brandt', 'person Ida Ohm'],
  ['The economist Ada Brandt and Halden Bank analyst Lars Moe agreed.', 'person <economist> Ada Brandt', 'body Halden Bank', 'person <Halden Bank analyst> Lars Moe'],
  ['The Asia Rice Council (ARC) meets in Lima, Peru.', 'body Asia Rice Council', 'body ARC', 'place Lima', 'place Peru'],
  ['Analysts said inflation fell.'],
  ['It opens in May at Linden Park, by Lake Halden.', 'place Linden Park', 'place Lake Halden'],
  ['Pope Leo met the U.N. Security Council.', 'person <Pope> Leo', 'body U.N. Security Council'],
  ['The Lund Times reported that Supreme Court Justice Ida Ohm would retire.', 'body Lund Times', 'person <Supreme Court Justice> Ida Ohm'],
  ['Moe wrote on X that he would sue.', 'person Moe', 'body X'],
  ['Prosecutor Ida Ohm charged Ada Brandt’s brother.', 'person <Prosecutor> Ida Ohm', 'person Ada Brandt'],
  ['Rear Adm. Lars Moe commands the Third Fleet.', 'person <Rear Adm.> Lars Moe', 'body Third Fleet'],
  ['Meanwhile, Rep. Ada Brandt, D-Ohio, asked the Federal Trade Commission why.', 'person <Rep.> Ada Brandt', 'body Federal Trade Commission'],
  ['The Rev. Lars Moe preached at St. Olaf’s Church.', 'person <Rev.> Lars Moe', 'body St. Olaf’s Church'],
  ['Mrs. Park and Dr. Lake met former Halden Bank chief Ida Ohm.', 'person <Mrs.> Park', 'person <Dr.> Lake', 'body Halden Bank', 'person <former Halden Bank chief> Ida Ohm'],
  ['Analysts at Brask Halden, led by Lars Moe, agreed.', 'body Brask Halden', 'person Lars Moe'],
  ['Brask Halden economist Ida Ohm agreed.', 'body Brask Halden', 'person <Brask Halden economist> Ida Ohm'],
  ['Former Harbour Authority Chairman Lars Moe wept.', 'body Harbour Authority', 'person <Former Harbour Authority Chairman> Lars Moe'],
  ['They sued the attorney for Ohio, Lars Moe.', 'place Ohio', 'person Lars Moe'],
  ['The International Union of Bakers named Ada O’Brandt its president.', 'body International Union of Bakers', 'person Ada O’Brandt'],
];

test('people, bodies and places', () => {
  for (const [text, ...expected] of CASES) assert.deepEqual(entities(text), expected, text);
});

test('a surname is its person’s all through a draft', () => {
  const text = 'Ada Brandt leads Moe and Sons.\n\nBrandt and Halden left.\n';
  assert.deepEqual(collectEntities(buildDraft(text)).map(e => `${e.kind} ${text.slice(e.start, e.end)}`), ['person Ada Brandt', 'body Moe', 'person Brandt', 'body Halden']);
});

test('a name that begins with a word of the draft is a body’s, unless its surname comes back', () => {
  const kinds = (text: string) => collectEntities(buildDraft(text)).map(e => `${e.kind} ${text.slice(e.start, e.end)}`);
  assert.deepEqual(kinds('Then Harvest Tilde fed the street.\n\nIt was a good harvest.\n'), ['body Harvest Tilde']);
  assert.deepEqual(kinds('Then Rose Brandt left.\n\nLater Brandt bought a rose.\n'), ['person Rose Brandt', 'person Brandt']);
  assert.deepEqual(kinds('Then Will Brandt left.\n\nIt will rain.\n'), ['person Will Brandt']);
});

test('capitals by the thousand', { timeout: 10_000 }, () => {
  for (const unit of ['Ada ', 'Ada of ', 'The Bank of ', 'Ada & ', 'President ', 'Ada, Ohio, ', 'German ']) findEntities(tokenize(unit.repeat(20_000)));
});
