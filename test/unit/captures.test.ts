// Captures of sources as the words that a quotation is looked for in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toPassages } from '../../server/src/sources/captures.ts';
import { textOfHtml } from '../../server/src/sources/html.ts';

test('a saved page gives what a reader sees, block by block', () => {
  const page = `<!DOCTYPE html><html><head><title>Talk</title><style>p > a { color: red }</style><script>if (a < b) document.write("<p>never said</p>")</script></head>
    <body><!-- not <b>this</b> --><h1>The mayor&rsquo;s  talk</h1><p>We will <em>build</em> it,
    she said &#8212; <a href="x?a=1>2" title='1 > 0'>every</a> brick.<br>Twice.</p><ul><li>One</li><li>Two &lt; three</li></ul><noscript>Enable scripts</noscript><svg><text>Logo</text></svg></body></html>`;
  assert.equal(textOfHtml(page), 'Talk\nThe mayor’s talk\nWe will build it, she said — every brick.\nTwice.\nOne\nTwo < three');
});

test('what is broken in a page leaves its words standing', () => {
  assert.equal(textOfHtml('a < b and 5 <6, <3 &nbsp;&unknown; & done'), 'a < b and 5 <6, <3 &unknown; & done');
  assert.equal(textOfHtml('<p>It\'s <b class=x>bold</p> <p>Next'), 'It\'s bold\nNext');
  assert.equal(textOfHtml('<p>Before<script>never closes'), 'Before');
  assert.equal(textOfHtml('<p>Before</p><!-- never closes'), 'Before');
  assert.equal(textOfHtml('<P>Upper<SCRIPT>x</Script>case'), 'Upper\ncase');
});

test('a page of any kind is read in linear time', { timeout: 20_000 }, () => {
  for (const piece of ['<', '<a ', '<a "', '<a="', '<!--', '<script>', '</', '<p', '&amp', '&', '<p><', '">', "='"]) textOfHtml(piece.repeat(100_000));
  fc.assert(fc.property(fc.array(fc.constantFrom('<', '>', '"', "'", '=', '<p>', '</p>', '<script>', '</script>', '<!--', '-->', 'word', ' ', '&amp;', '/', '\n')), pieces => {
    assert.doesNotMatch(textOfHtml(pieces.join('')), /^\s|\s$|\n\n/);
  }));
});

test('a page that holds its text elsewhere is no passage, nor is an empty file', () => {
  assert.deepEqual(toPassages('a', 'a.html', '<div id="root"></div><script src="app.js"></script>'), []);
  assert.deepEqual(toPassages('a', 'a.txt', ' \n'), []);
  assert.equal(toPassages('a', 'a.htm', `<p>${'word '.repeat(40)}</p>`)[0]!.whole, true);
});

test('a transcript gives its spoken words', () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nIn 2025 we began.\n\n2\n00:00:03,000 --> 00:00:04,000\n<i>32</i> of us.\n';
  assert.equal(toPassages('a', 'a.srt', srt)[0]!.text, 'In 2025 we began.\n32 of us.');
});
