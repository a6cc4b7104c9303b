// tokenize: words, numbers and marks with their offsets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bareWord, tokenize } from '../../server/src/language/tokens.ts';

test('words keep hyphens, apostrophes and possessives, numbers their separators, abbreviations their full stop', () => {
  const text = 'The U.S. said Mr. Ohm’s low-cost levy “is $1,284.50,” don\'t you know.';
  assert.deepEqual(tokenize(text).map(t => t.text), ['The', 'U.S.', 'said', 'Mr.', 'Ohm’s', 'low-cost', 'levy', '“', 'is', '$', '1,284.50', ',', '”', "don't", 'you', 'know', '.']);
});

test('letters beyond ASCII, odd spaces and doubled apostrophes', () => {
  assert.deepEqual(tokenize("Zoë’s naïve ’90s café-bar\u00a0sold\u20093,5 ''Mañana'' R&D_é").map(t => t.text), ['Zoë’s', 'naïve', '’', '90s', 'café-bar', 'sold', '3,5', "''", 'Mañana', "''", 'R&D_é']);
});

test('capitals, kinds and small letters', () => {
  const [name, possessive, number, mark] = tokenize('Érik it’s 32 —');
  assert.deepEqual([name?.capital, name?.kind, name?.lower], [true, 'word', 'érik']);
  assert.equal(possessive?.lower, "it's");
  assert.equal(bareWord(tokenize('Moe’s')[0]!), 'Moe');
  assert.equal(number?.kind, 'number');
  assert.equal(mark?.kind, 'mark');
});

test('the last full stop of the stretch is a token of its own', () => {
  const text = 'He lives in the U.S. She left.';
  assert.deepEqual(tokenize(text, 0, 20).map(t => t.text).slice(-2), ['U.S', '.']);
});

test('tokens lie in their stretch, in order, and leave out nothing but white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(20), fc.nat(80), (text, a, b) => {
      const start = boundary(text, a);
      const end = boundary(text, start + b);
      let covered = '';
      let at = start;
      for (const token of tokenize(text, start, end)) {
        assert.ok(at <= token.start && token.start < token.end && token.end <= end);
        assert.equal(token.text, text.slice(token.start, token.end));
        covered += token.text;
        at = token.end;
      }
      assert.equal(covered.replace(/\s/gu, ''), text.slice(start, end).replace(/\s/gu, ''));
    }),
  );
});

/** The offset, or the one after it where it lies within a code point. */
function boundary(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return /[\uDC00-\uDFFF]/.test(text[at]!) ? at + 1 : at;
}
