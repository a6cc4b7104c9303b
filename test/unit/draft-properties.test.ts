import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, preprocess } from 'micromark';
import { frontmatter } from 'micromark-extension-frontmatter';
import { buildBlock, NO_LABELS, normalize } from '../../server/src/draft/block.ts';
import { buildDraft, createBlockCache } from '../../server/src/draft/build.ts';
import type { Container, Draft } from '../../server/src/draft/draft.ts';
import { isPlainParagraph } from '../../server/src/draft/chunks.ts';
import { findBlocks, parseMarkdown } from '../../server/src/draft/markdown.ts';
import type { Span } from '../../server/src/span.ts';

const words = fc.constantFrom(
  'The levy is 20%.', 'It rose. "Why?" she said.', 'one', '😀', 'né', '**bold**', '*a', '_b_', '`code`', '``', '[link](https://a.example/x)', '[a]', '[b][a]', '![i](j)', '<https://a.example>',
  'https://b.example/c', 'www.c.example', 'ask@a.example', '[@key, p. 3]', '[see @a; -@b]', '[^n]', '[^none]', '&amp;', '&#x1F600;', '\\*', '<!-- claim status=todo -->', '<!-- claim id=a text="one" -->',
  '<!-- note -->', '<!-- claimcheck-disable-next-line figures -->', '<!-- claim', '-->', '<!--', '<b>', '</b>', '<br>', 'TK', '[TK: ask]', '[source?]', '~~del~~', '|', '\\', '[', ']', '  ', '\t', '\u00a0', '\0', '\ufeff', '\ud800',
);
const inline = fc.array(words, { minLength: 1, maxLength: 6 }).map(parts => parts.join(' '));
const prefixes = fc.constantFrom('', '', '', '', '> ', '- ', '* ', '1. ', '2) ', '  ', '    ', '\t', '> > ', '> - ', '- > ', '- - ', '# ', '## ', '[^n]: ', '[a]: https://d.example\n', '[b]: <e> "f\n', '```\n', '~~~', '| a | b |\n|---|---|\n| ', '<div>\n', '<!--\n', '---\n', '===\n', '***\n', '- [ ] ', '   ');
const line = fc.tuple(prefixes, inline).map(([prefix, text]) => prefix + text);
const endings = fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n> \n', '\n\n    ', '\n  ');
const markdown = fc.array(fc.tuple(line, endings), { maxLength: 12 }).map(lines => lines.map(([text, ending]) => text + ending).join(''));
const frontMatter = fc.constantFrom('', '', '\ufeff', '---\ntitle: a\ndate: 2025-01-02\n---\n', '\ufeff---\r\nsources: {a: {type: report}}\r\n---\r\n', '---\nstatus: ready\n', '---\na: [b\n---\n');
const draftText = fc.tuple(frontMatter, markdown).map(parts => parts.join(''));

/** All that a draft says, without its blocks' identity. */
function plain(draft: Draft): unknown {
  return {
    ...draft, blocks: draft.blocks.map(b => [b.start, b.end]), sentences: draft.sentences.map(s => ({ ...s, leaf: s.leaf.index })), citations: draft.citations.map(c => ({ ...c, leaf: c.leaf.index })),
    footnotes: draft.footnotes.map(f => ({ ...f, citations: f.citations.map(c => c.key) })),
    leaves: draft.leaves.map(l => ({ start: l.start, end: l.end, prose: l.content.prose, kind: l.content.kind, containers: l.content.containers, markup: l.content.markup, firstSentence: l.firstSentence })),
    asides: draft.asides.map(({ leaf, sentences }) => ({ start: leaf.start, end: leaf.end, prose: leaf.content.prose, kind: leaf.content.kind, sentences: sentences.map(s => ({ ...s, leaf: s.leaf.index })) })),
  };
}

test('editing step by step with one cache gives what reading the final text afresh gives', () => {
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(12), insert: fc.oneof(line, words, endings, fc.constant('')) });
  fc.assert(fc.property(draftText, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
    const cache = createBlockCache(50);
    let text = start;
    buildDraft(text, cache);
    for (const { at, remove, insert } of edits) {
      const from = Math.floor(at * text.length);
      text = text.slice(0, from) + insert + text.slice(from + remove);
      const stepwise = plain(buildDraft(text, cache));
      assert.deepEqual(stepwise, plain(buildDraft(text)));
    }
  }), { numRuns: 150 });
});

test('a block is the same object as long as its text and labels are', () => {
  const cache = createBlockCache();
  const before = buildDraft('One.[^a]\n\nTwo.\n\n[^a]: x', cache);
  const after = buildDraft('Zero.\n\nOne.[^a]\n\nTwo!\n\n[^a]: x', cache);
  assert.equal(after.blocks[1]!.content, before.blocks[0]!.content);
  assert.notEqual(after.blocks[2]!.content, before.blocks[1]!.content);
  assert.equal(after.blocks[3]!.content, before.blocks[2]!.content);
});

test('a paragraph that is read without the parser is read as the parser would read it', () => {
  const odd = fc.constantFrom('  ', '\n\n', '- ', '1. ', '+ ', '=', '---', '> ', '# ', ':-', '|', '!', '&amp;', '*', '_', '`', '~', '[a]', '\\', '<b>', 'https://a.example', 'www.a.example', 'ask@a.example', '\t', '\r\n', '\f', '\u2028', '\ufeff');
  const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('Rents rose 3%.', '“Why?” she said', 'é', '😀', ' ', '\n', '(', '$5', '\u00a0', 'D.C.') }, { weight: 1, arbitrary: odd });
  let plain = 0;
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), parts => {
    const text = parts.join('');
    if (!isPlainParagraph(text)) return;
    plain++;
    const { events, exhausted } = parseMarkdown(text, { references: [], footnotes: [] });
    const read = events.filter(([kind]) => kind === 'enter').map(([, token]) => token);
    assert.deepEqual([exhausted, read.filter(token => !['content', 'paragraph', 'data', 'lineEnding'].includes(token.type)), read.filter(token => token.type === 'paragraph').length], [false, [], 1]);
    assert.equal(read.filter(token => token.type === 'data' || token.type === 'lineEnding').map(token => text.slice(token.start.offset, token.end.offset)).join(''), text);
  }), { numRuns: 3000 });
  assert.ok(plain > 100);
  assert.ok(isPlainParagraph('Rents rose 3% in May, the council said.\n“It is dear,” said Ada Moe.'));
});

test('a definition elsewhere changes the block that mentions its label', () => {
  const cache = createBlockCache();
  assert.deepEqual(buildDraft('See [log].\n\nEnd.', cache).citations, []);
  assert.deepEqual(buildDraft('See [log].\n\n[log]: https://a.example', cache).citations.map(c => c.key), ['https://a.example']);
  assert.deepEqual(buildDraft('See [log].\n\n[log]: https://b.example', cache).citations.map(c => c.key), ['https://b.example']);
  assert.deepEqual(buildDraft('See [log].\n\nEnd.', cache).citations, []);
});

test('the cache forgets the oldest', () => {
  const cache = createBlockCache(2);
  const content = { text: '', leaves: [] };
  for (const key of ['a', 'b']) cache.set(key, content);
  cache.get('a');
  cache.set('c', content);
  assert.deepEqual(['a', 'b', 'c'].map(key => cache.get(key) !== undefined), [true, false, true]);
});

test('reading block by block is reading the whole', () => {
  fc.assert(fc.property(markdown, text => {
    fc.pre(!text.startsWith('\ufeff') && !text.startsWith('---') && !text.includes('\0'));
    // Whether a comment over several lines closes is decided within the block.
    fc.pre(text.split(/[\r\n]+/).every(l => l.lastIndexOf('<!--') <= l.lastIndexOf('-->')));
    const { definitions, footnotes } = buildBlock(text, NO_LABELS);
    const references = new Map(definitions.toReversed().map(({ label, url }) => [label, url]));
    const whole = buildBlock(text, { references, footnotes: new Set(footnotes.map(f => normalize(f.label))) });
    const draft = buildDraft(text);
    assert.deepEqual(
      draft.leaves.map(l => [l.content.kind, l.content.prose, l.start, l.end, ...l.content.containers.map(withoutNumber)]),
      whole.leaves.map(l => [l.kind, l.prose, l.start, l.end, ...l.containers.map(withoutNumber)]),
    );
    assert.deepEqual(draft.citations.map(c => [c.kind, c.key, c.start, c.end, c.at]), whole.leaves.flatMap(l => l.citations.map(c => [c.kind, c.key, c.start, c.end, c.at])));
  }), { numRuns: 500 });
});

/** Lists and tables are numbered within the block. */
function withoutNumber(container: Container): unknown {
  return container.kind === 'list' ? { ...container, list: 0 } : container.kind === 'table' ? { ...container, table: 0 } : container;
}

test('front matter is where micromark finds it', () => {
  const lines = fc.array(fc.constantFrom('---', '--- ', '---\t', ' ---', '----', '--', 'title: a', '', '- b', '...'), { maxLength: 6 });
  fc.assert(fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (parts, ending, ends) => {
    const text = parts.join(ending) + (ends ? ending : '');
    const events = parse({ extensions: [frontmatter(['yaml'])] }).document().write(preprocess()(text, undefined, true));
    const flow = events.find(([, token]) => token.type === 'chunkFlow')?.[1]._tokenizer?.events ?? [];
    const yaml = flow.find(([, token]) => String(token.type) === 'yaml')?.[1];
    assert.deepEqual(buildDraft(text).frontMatter?.end, yaml && text.slice(0, yaml.end.offset).trimEnd().length);
  }), { numRuns: 500 });
});

test('blocks are whole lines, in order, and hold every character that is no white space', () => {
  fc.assert(fc.property(markdown, text => {
    let at = 0;
    for (const { start, end } of findBlocks(text)) {
      assert.ok(at <= start && start < end);
      assert.match(text.slice(at, start), /^[\s\ufeff>]*$/);
      assert.ok(start === 0 || /[\r\n]/.test(text[start - 1]!));
      at = end;
    }
    assert.match(text.slice(at), /^[\s>]*$/);
  }), { numRuns: 300 });
});

test('every span lies in the text, on a boundary of code points', () => {
  fc.assert(fc.property(draftText, text => {
    const draft = buildDraft(text);
    for (const [path, span] of spansOf({ ...draft, blocks: draft.blocks.map(({ start, end }) => ({ start, end })) })) {
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, `${path}: ${span.start}–${span.end} of ${text.length}`);
      for (const offset of [span.start, span.end]) assert.ok(!splitsPair(text, offset), `${path} at ${offset}`);
    }
  }), { numRuns: 500 });
});

test('prose goes to the draft and back', () => {
  fc.assert(fc.property(draftText, text => {
    for (const leaf of buildDraft(text).leaves) {
      const { prose } = leaf.content;
      let before = leaf.start;
      for (let i = 0; i < prose.length; i++) {
        const source = leaf.toSource({ start: i, end: i + 1 });
        assert.ok(leaf.start <= source.start && source.start < source.end && source.end <= leaf.end);
        assert.ok(source.start >= before || source.end >= before);
        before = source.start;
        const back = leaf.toProse(source.start);
        // The two halves of a character from one reference have one place.
        assert.ok(back === i || (back < i && leaf.toSource({ start: back, end: i }).end === source.end), `${i} -> ${source.start} -> ${back} in ${JSON.stringify(prose)}`);
      }
      assert.equal(leaf.toProse(leaf.end), prose.length);
      for (const sentence of leaf.content.sentences) assert.equal(prose.slice(sentence.start, sentence.end).trim().length, sentence.end - sentence.start);
    }
  }), { numRuns: 300 });
});

test('any text at all is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
    const draft = buildDraft(text);
    assert.equal(draft.text, text);
  }), { numRuns: 300 });
});

const hostile: Record<string, string> = {
  'opening brackets': '['.repeat(100_000),
  'closing brackets': ']'.repeat(100_000),
  'brackets in brackets': '[[a]]'.repeat(20_000),
  'links that do not close': '[a]('.repeat(25_000),
  'pictures in pictures': `${'!['.repeat(20_000)}${'](a)'.repeat(20_000)}`,
  'emphasis around links': '*[a*](b)_'.repeat(11_000),
  'asterisks': 'a**b'.repeat(25_000),
  'quotes in quotes': '> '.repeat(30_000),
  'lists in lists': '- '.repeat(30_000),
  'deeper and deeper': Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
  'footnotes': Array.from({ length: 4000 }, (_, i) => `a[^${i}]\n\n[^${i}]: x\n\n`).join(''),
  'comments that never close': '<!-- claim\n'.repeat(9000),
  'comments in half': '<!--'.repeat(25_000),
  'citations': `[${'@a; '.repeat(25_000)}]`,
  'columns': `|${'a|'.repeat(20_000)}\n|${'-|'.repeat(20_000)}`,
  'rows': `a|b\n-|-\n${'a|b\n'.repeat(25_000)}`,
  'a list without end': '- a\n\n'.repeat(30_000),
  'lazy lines': `> ${'a\n'.repeat(50_000)}`,
  'lines': 'a  \n'.repeat(25_000),
  'definitions': '[a]: b\n'.repeat(14_000),
  'addresses': 'a.b@'.repeat(25_000),
  'backticks': Array.from({ length: 440 }, (_, i) => '`'.repeat(i)).join(' '),
  'attributes': `x <!-- claim ${'a="'.repeat(30_000)}-->`,
  'markers': '[TK '.repeat(25_000),
  'YAML': `---\na: ${'['.repeat(50_000)}\n---\n`,
  'one long word': 'x'.repeat(1_000_000),
};
for (const [name, text] of Object.entries(hostile)) {
  test(`is read in bounded time: ${name}`, { timeout: 60_000 }, () => {
    const draft = buildDraft(text);
    assert.equal(draft.text, text);
    for (const { message } of draft.unread) assert.match(message, /^[A-Z].*\.$/);
  });
}

test('what is not read is said, and the rest is read', () => {
  const draft = buildDraft(`One.\n\n${'> '.repeat(100)}deep\n\nTwo [@a].\n\n${'[x]'.repeat(3000)}\n\nThree.`);
  assert.deepEqual(draft.unread.map(u => draft.text.slice(u.start, u.end).slice(0, 6)), ['> > > ', '[x][x]']);
  assert.deepEqual(draft.citations.map(c => c.key), ['a']);
  assert.ok(draft.sentences.some(s => s.text === 'Three.'));
});

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Every span of the draft's text (`prose` and what a leaf holds are in other coordinates). */
function* spansOf(value: unknown, path = '', seen = new Set<unknown>()): Generator<[string, Span]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') yield [path, { start: value.start, end: value.end }];
  for (const [key, inner] of Object.entries(value)) if (key !== 'content' && key !== 'prose' && key !== 'block') yield* spansOf(inner, `${path}.${key}`, seen);
}
