// Reporting verbs by their forms, and how well a source is known by its words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportingVerb } from '../../server/src/language/reporting.ts';
import { isExplained, speakerKind, tellsReason } from '../../server/src/language/speakers.ts';
import { tokenize } from '../../server/src/language/tokens.ts';

test('forms lead to their verb', () => {
  const expected = { said: 'say', says: 'say', denied: 'deny', denies: 'deny', quipped: 'quip', begging: 'beg', wrote: 'write', written: 'write', telling: 'tell', argues: 'argue', announcing: 'announce' };
  for (const [form, lemma] of Object.entries(expected)) assert.equal(reportingVerb(form)?.lemma, lemma, form);
  for (const word of ['table', 'ran', 'sayed', 'tolded']) assert.equal(reportingVerb(word), undefined, word);
});

const kindOf = (words: string, description = words) => speakerKind(tokenize(words), description);

test('a named person, body or office can be asked', () => {
  for (const words of ['Ada Brandt', 'the ministry', 'Police', 'prosecutors', 'a spokesman for the union', 'she', 'analysts polled by Brask', 'experts at the University of Lund', 'the researchers', 'the study', 'Brask analysts', 'the sources', 'a study by Lund University']) {
    assert.equal(kindOf(words), 'named', words);
  }
});

test('a description alone is anonymous', () => {
  for (const words of ['a senior official', 'people familiar with the matter', 'a person close to the talks', 'two officials', 'an official at the ministry', 'a source close to the club', 'people briefed on the plan']) {
    assert.equal(kindOf(words), 'anonymous', words);
  }
  assert.equal(kindOf('a clerk', 'a clerk, who asked not to be named'), 'anonymous');
  assert.equal(kindOf('Ada Brandt', 'Ada Brandt, who was briefed on the plan'), 'named');
});

test('a group without a face is vague', () => {
  for (const words of ['sources', 'experts', 'Many critics', 'legal experts', 'Some analysts', 'studies', 'Recent studies', 'research', 'observers', 'industry sources', 'Some']) {
    assert.equal(kindOf(words), 'vague', words);
  }
});

test('reasons and ways of knowing, and what is neither', () => {
  for (const words of ['an official who was not authorized to speak', 'a clerk, who asked not to be named for fear of dismissal', 'two people who attended the meeting', 'an aide who has seen the memo', 'an aide, who spoke on condition of anonymity because the talks are private']) {
    assert.ok(isExplained(words), words);
  }
  for (const words of ['people familiar with the matter', 'a person close to the talks', 'an official, who declined to be named', 'a senior official']) assert.ok(!isExplained(words), words);
  assert.ok(tellsReason('The officials asked not to be named because the report is secret.'));
  assert.ok(!tellsReason('The officials left because it was late.'));
});
