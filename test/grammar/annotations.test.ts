// Colouring of claim comments, control comments, citations, footnotes and markers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coloured } from './tokenize.ts';

/** Asserts the innermost scope of each coloured token, in order. */
async function check(text: string, expected: readonly (readonly [text: string, scope: string])[]): Promise<void> {
  assert.deepEqual((await coloured(text)).map(token => [token.text, token.scopes.at(-1)]), expected);
}

const COMMENT = 'punctuation.definition.comment';
const NAME = 'entity.other.attribute-name';
const EQUALS = 'punctuation.separator.key-value';

test('a claim comment after its sentence', () => check('The levy is 20%. <!-- claim figure=levy status=verified -->', [
  ['<!--', COMMENT], ['claim', 'keyword.other.claim'], ['figure', NAME], ['=', EQUALS], ['levy', 'string.unquoted'], ['status', NAME], ['=', EQUALS], ['verified', 'constant.language.status'], ['-->', COMMENT],
]));

test('a claim comment on a line of its own is not left to the Markdown grammar', () => check('<!-- claim id=a -->', [
  ['<!--', COMMENT], ['claim', 'keyword.other.claim'], ['id', NAME], ['=', EQUALS], ['a', 'string.unquoted'], ['-->', COMMENT],
]));

test('an indented claim comment', () => check('   <!-- claim id=a -->', [
  ['<!--', COMMENT], ['claim', 'keyword.other.claim'], ['id', NAME], ['=', EQUALS], ['a', 'string.unquoted'], ['-->', COMMENT],
]));

test('quoted values, either quotation mark, with character references', () => check(`<!-- claim note="he said &quot;no&quot;" text='a b' -->`, [
  ['<!--', COMMENT], ['claim', 'keyword.other.claim'],
  ['note', NAME], ['=', EQUALS], ['"', 'punctuation.definition.string.begin'], ['he said ', 'string.quoted.double'], ['&quot;', 'constant.character.entity'], ['no', 'string.quoted.double'],
  ['&quot;', 'constant.character.entity'], ['"', 'punctuation.definition.string.end'],
  ['text', NAME], ['=', EQUALS], ["'", 'punctuation.definition.string.begin'], ['a b', 'string.quoted.single'], ["'", 'punctuation.definition.string.end'], ['-->', COMMENT],
]));

test('a comment over several lines', () => check('Exports fell.\n<!-- claim\n  source="a\n  b" -->\nMore.', [
  ['<!--', COMMENT], ['claim', 'keyword.other.claim'], ['source', NAME], ['=', EQUALS], ['"', 'punctuation.definition.string.begin'], ['a', 'string.quoted.double'], ['  b', 'string.quoted.double'],
  ['"', 'punctuation.definition.string.end'], ['-->', COMMENT],
]));

test('a value that is never closed ends with its comment', () => check('<!-- claim note="cut --> TK', [
  ['<!--', COMMENT], ['claim', 'keyword.other.claim'], ['note', NAME], ['=', EQUALS], ['"', 'punctuation.definition.string.begin'], ['cut ', 'string.quoted.double'], ['-->', COMMENT],
  ['TK', 'invalid.unimplemented.marker'],
]));

test('an attribute whose value is still to be written', () => check('<!-- claim status= -->', [
  ['<!--', COMMENT], ['claim', 'keyword.other.claim'], ['status', NAME], ['=', EQUALS], ['-->', COMMENT],
]));

test('a control comment with rules and a reason', () => check('<!-- claimcheck-disable-next-line figures/conflict sources -- the annex is old -->', [
  ['<!--', COMMENT], ['claimcheck-disable-next-line', 'keyword.control'], ['figures/conflict', 'support.constant.rule'], ['sources', 'support.constant.rule'],
  ['--', 'punctuation.separator.reason'], [' the annex is old ', 'string.unquoted.reason'], ['-->', COMMENT],
]));

test('citations with prefix, locator and several keys', () => check('Exports fell [see @customs-aug, p. 3; -@b].', [
  ['[', 'punctuation.definition.citation.begin'], ['see ', 'meta.citation'], ['@', 'punctuation.definition.key'], ['customs-aug', 'variable.other.source'],
  [',', 'punctuation.separator.locator'], [' p. 3', 'string.other.locator'], [';', 'punctuation.separator.citation'],
  ['-@', 'punctuation.definition.key'], ['b', 'variable.other.source'], [']', 'punctuation.definition.citation.end'],
]));

test('a key ends before the punctuation that follows it', async () => {
  const keys = (await coloured('[@a.b: sec. 2]')).filter(token => token.scopes.at(-1) === 'variable.other.source');
  assert.deepEqual(keys.map(token => token.text), ['a.b']);
});

test('footnotes and their definitions', () => check('It rose.[^wh]\n\n[^wh]: @briefing, p. 2', [
  ['[^', 'punctuation.definition.footnote.begin'], ['wh', 'variable.other.footnote'], [']', 'punctuation.definition.footnote.end'],
  ['[^', 'punctuation.definition.footnote.begin'], ['wh', 'variable.other.footnote'], [']:', 'punctuation.definition.footnote.end'],
  ['@', 'punctuation.definition.key'], ['briefing', 'variable.other.source'],
]));

for (const marker of ['TK', 'TKTK', '$TK', '[TK: Treasury to confirm]', '[citation needed]', '[source?]']) {
  test(`the marker ${marker}`, () => check(`It is ${marker} now.`, [[marker, 'invalid.unimplemented.marker']]));
}

for (const plain of [
  'Write to ann@example.org, or @ann.', '[mail](mailto:ann@example.org)', '[ann@example.org]', 'TK Maxx opened.', 'ATKINS and OTK are names.', '`[@code] TK <!-- claim id=a -->`', '```\n[@code] TK\n<!-- claim id=a -->\n```',
  '<!-- an ordinary comment with [@a] and TK -->', '---\nsources: {a: {title: TK}}\n---', '<!-- claims are made here -->', '<!-- claimcheck-unknown -->',
]) {
  test(`nothing in: ${plain.split('\n')[0]}`, async () => assert.deepEqual(await coloured(plain), []));
}

test('after a comment the text is text again', async () => {
  const tokens = await coloured('One. <!-- claim id=a --> Two [@b].');
  assert.deepEqual(tokens.slice(-4).map(token => token.text), ['[', '@', 'b', ']']);
  assert.deepEqual(tokens.at(-2)?.scopes, ['meta.citation', 'variable.other.source']);
});

test('a long line of open brackets and at signs is coloured in time', { timeout: 20_000 }, async () => {
  await coloured(`${'[@'.repeat(5_000)} ${'<!-- claim '.repeat(500)} ${'[^'.repeat(5_000)}`);
});
