// Offsets to lines and columns and back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LineIndex } from '../../server/src/line-index.ts';

test('lines end at LF, CRLF and a lone CR', () => {
  const lines = new LineIndex('a\nbb\r\nccc\rd');
  assert.equal(lines.lineCount, 4);
  assert.deepEqual([1, 2, 3, 4].map(line => lines.lineText(line)), ['a', 'bb', 'ccc', 'd']);
  assert.deepEqual(lines.toPosition(10), { line: 4, column: 1 });
});

test('a text that ends in a line break has an empty last line', () => {
  const lines = new LineIndex('a\r\n');
  assert.equal(lines.lineCount, 2);
  assert.deepEqual(lines.toPosition(3), { line: 2, column: 1 });
  assert.equal(lines.lineText(2), '');
  assert.equal(new LineIndex('').lineCount, 1);
});

test('columns count UTF-16 code units, a byte-order mark among them', () => {
  const lines = new LineIndex('\uFEFFab\n😀x');
  assert.deepEqual(lines.toPosition(1), { line: 1, column: 2 });
  assert.deepEqual(lines.toPosition(6), { line: 2, column: 3 });
});

test('places outside the text and inside a line break are moved to the nearest real one', () => {
  const lines = new LineIndex('ab\r\ncd');
  assert.deepEqual(lines.toPosition(-4), { line: 1, column: 1 });
  assert.deepEqual(lines.toPosition(99), { line: 2, column: 3 });
  assert.deepEqual(lines.toPosition(3), { line: 1, column: 3 });
  assert.equal(lines.toOffset({ line: 1, column: 50 }), 2);
  assert.equal(lines.toOffset({ line: 9, column: 1 }), 6);
  assert.equal(lines.toOffset({ line: 0, column: 1 }), 0);
});

test('whole lines: an end at the start of a line does not touch that line', () => {
  const text = 'one\ntwo\nthree';
  const lines = new LineIndex(text);
  const cut = (start: number, end: number) => { const s = lines.wholeLines({ start, end }); return text.slice(s.start, s.end); };
  assert.equal(cut(1, 2), 'one\n');
  assert.equal(cut(1, 4), 'one\n');
  assert.equal(cut(1, 5), 'one\ntwo\n');
  assert.equal(cut(8, 8), 'three');
});

test('there and back: every offset that is not inside a line break', () => {
  const piece = fc.constantFrom('\r', '\n', '\r\n', 'a', '😀', '\uFEFF', '\t', 'é');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
    const text = pieces.join('');
    const lines = new LineIndex(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const inside = text[offset - 1] === '\r' && text[offset] === '\n';
      assert.equal(lines.toOffset(lines.toPosition(offset)), inside ? offset - 1 : offset);
    }
    const joined = Array.from({ length: lines.lineCount }, (_, i) => lines.lineText(i + 1));
    assert.deepEqual(joined, text.split(/\r\n|\n|\r/));
  }));
});
