// Quotation marks paired, and quotations held against their sources.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pairMarks } from '../../server/src/model/attribution/marks.ts';
import { compareWords, matchQuote, sameWords } from '../../server/src/model/attribution/quote-match.ts';

/** The quotations with their marks; `!` before those that never close. */
const marks = (text: string) => pairMarks(text).map(q => (q.closed ? '' : '!') + text.slice(q.start, q.end));

test('marks of every house style', () => {
  assert.deepEqual(marks('“It is late,” said Moe. "Go home."'), ['“It is late,”', '"Go home."']);
  assert.deepEqual(marks('‘It’s late,’ said Moe. «Non», said Brandt. „Nein“, said Ohm.'), ['‘It’s late,’', '«Non»', '„Nein“']);
  assert.deepEqual(marks("''It's late,'' said Moe."), ["''It's late,''"]);
  assert.deepEqual(marks('”It is late,” said Moe, with the first mark the wrong way round.'), ['”It is late,”']);
});

test('what is quoted within a quotation is part of it', () => {
  assert.deepEqual(marks('“He told me, ‘Go home,’” said Moe.'), ['“He told me, ‘Go home,’”']);
  assert.deepEqual(marks('‘He said “no” to me,’ said Moe.'), ['‘He said “no” to me,’']);
  assert.deepEqual(marks('"They ask: “Is it late?” It is," said Moe.'), ['"They ask: “Is it late?” It is,"']);
});

test('the same marks within a quotation, and a quotation that never closes, are told apart', () => {
  assert.deepEqual(marks('“They call it “the end” and I agree,” said Moe.'), ['“They call it “the end” and I agree,”']);
  assert.deepEqual(marks('"They call it "the end" of it," said Moe.'), ['"They call it "the end" of it,"']);
  assert.deepEqual(marks('“It is late, said Moe. “Go home,” he said.'), ['!“It is late, said Moe.', '“Go home,”']);
});

test('apostrophes are no quotation marks', () => {
  assert.deepEqual(marks('The nurses’ rota of the ’90s, rock ’n’ roll and the lads’ boots'), []);
  assert.deepEqual(marks("The '90s were 'odd' times, 'twas said."), ["'odd'"]);
  assert.deepEqual(marks("'We saw the lads' faces light up,' said Moe."), ["'We saw the lads' faces light up,'"]);
  assert.deepEqual(marks('He is 6\' 2" tall, and "thin".'), ['"thin"']);
});

test('a mark that never closes reaches to the end, or to where the next one opens', () => {
  assert.deepEqual(marks('“It is late, said Moe. “Go home.”'), ['!“It is late, said Moe.', '“Go home.”']);
  assert.deepEqual(marks('‘I won’t touch the nurses’ rota, not in all of the coming year.'), ['!‘I won’t touch the nurses’ rota, not in all of the coming year.']);
});

test('quotations lie in the text, in order, and never overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', '“', '”', '‘', '’', "'", "''", '«', '»', 'a', 's', ' ', '. ', ',', 'A', '😀'), { maxLength: 60 }), parts => {
      const text = parts.join('');
      let at = 0;
      for (const q of pairMarks(text)) {
        assert.ok(at <= q.start && q.start < q.inner.start && q.inner.start <= q.inner.end && q.inner.end <= q.end && q.end <= text.length, JSON.stringify(text));
        at = q.end;
      }
    }),
  );
});

test('marks by the thousand are paired in linear time', { timeout: 10_000 }, () => {
  for (const unit of ['"', '“', '”', "'a ", '“‘', '‘s’ a', '"a" ', '‘A b c. ', "''", '“"']) pairMarks(unit.repeat(50_000));
});

const passage = 'The pier will stay closed until the inspection is done. We ask the dockers’ union – once more – for patience.';

test('a faithful quotation is found whatever an editor did to its marks', () => {
  for (const quoted of [
    'The pier will stay closed until the inspection is done,', 'the pier will stay closed', "the dockers' union -- once more -- for patience", 'The pier will stay closed ... We ask the dockers’ union', '[It] will stay closed until the [safety] inspection is done',
    '[t]he inspection is done', 'The pier will stay closed … until the inspection is done. We ask … for patience.',
  ]) {
    assert.equal(matchQuote(quoted, passage).kind, 'exact', quoted);
  }
});

test('a near quotation comes with the words of the source and the difference', () => {
  const match = matchQuote('The pier must stay closed until the inspection is done.', passage);
  assert.equal(match.kind, 'near');
  if (match.kind !== 'near') return;
  assert.equal(match.text, 'The pier will stay closed until the inspection is done');
  assert.equal(passage.slice(match.span.start, match.span.end), match.text);
  assert.deepEqual(match.changes, [{ source: 'will', quoted: 'must' }]);
});

test('other words are absent, also where the letters are alike', () => {
  assert.equal(matchQuote('Nobody shall ever fish from there again.', passage).kind, 'absent');
  assert.equal(matchQuote('We ask for patience. The pier will stay closed until … done', passage).kind, 'absent');
  assert.equal(matchQuote('', passage).kind, 'exact');
});

test('two wordings, word by word', () => {
  assert.deepEqual(compareWords('We shall all go home', 'We will go home now'), [{ source: 'shall all', quoted: 'will' }, { source: '', quoted: 'now' }]);
  assert.ok(sameWords('We shall go home.', 'we shall go home,'));
  assert.ok(sameWords('shall go home', 'We shall go home.'));
  assert.ok(!sameWords('We shall go home', 'We will go home'));
});
