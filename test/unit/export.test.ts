// Findings as JSON, JUnit, GitHub commands and for a terminal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ExportDocument } from '../../server/src/export/document.ts';
import { toGithub } from '../../server/src/export/github.ts';
import { toJson } from '../../server/src/export/json.ts';
import { toJunit } from '../../server/src/export/junit.ts';
import { toPretty, type Colours } from '../../server/src/export/pretty.ts';
import { toVisible, widthOf } from '../../server/src/export/terminal-text.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { clean, conflict, draft, DRAFT, registry, REGISTRY } from './export-documents.ts';

test('JSON: offsets, lines and columns, related places and fixes, by path', () => {
  const json = JSON.parse(toJson([draft, registry, clean])) as { path: string; findings: Record<string, unknown>[] }[];
  assert.deepEqual(json.map(d => [d.path, d.findings.length]), [['stories/my draft.md', 2], ['sources.yaml', 1], ['clean.md', 0]]);
  assert.deepEqual(json[0]!.findings[0], {
    rule: 'figures/conflict', severity: 'error', message: conflict.message, start: 13, end: 21, startLine: 1, startColumn: 14, endLine: 1, endColumn: 22,
    related: [{ path: 'stories/my draft.md', start: conflict.related[0]!.start, end: conflict.related[0]!.end, message: 'The other figure.' }, { path: 'sources.yaml', start: 0, end: 8, message: 'Its source.' }],
    fixes: [{ title: 'Use 31', safe: false, edits: [{ path: 'stories/my draft.md', start: 13, end: 15, text: '31' }, { path: 'sources.yaml', start: 9, end: 9, text: ' # checked' }] }],
  });
  const marker = json[0]!.findings[1]!;
  assert.deepEqual([marker['startLine'], marker['startColumn'], marker['endColumn']], [2, 18, 20], 'a tab is one column, an astral character two');
});

test('JSON: a document that was not checked is named by what the caller knows of it', () => {
  const json = JSON.parse(toJson([draft], { other: uri => (uri === REGISTRY ? { path: '../elsewhere.yaml', text: undefined } : undefined) })) as { findings: { related: { path: string }[] }[] }[];
  assert.deepEqual(json[0]!.findings[0]!.related.map(r => r.path), ['stories/my draft.md', '../elsewhere.yaml']);
});

test('JUnit: counts, failures from the bar on, silenced ones skipped, XML escaped', () => {
  const xml = toJunit([draft, registry, clean]);
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="claimcheck" tests="6" failures="2" errors="0" skipped="2">/);
  assert.ok(xml.includes('<testcase name="figures/conflict 1:14" classname="stories/my draft.md"><failure type="error" message="32 firms here, 31 firms there: 100% &lt;sure&gt; &amp; &quot;so&quot;.">stories/my draft.md:1:14: 32 firms'));
  assert.ok(xml.includes('<system-out>hint: sources.yaml:1:1: No draft cites this source.</system-out>'));
  assert.ok(xml.includes('<testcase name="no findings" classname="clean.md"/>'));
  assert.match(toJunit([draft], { failOn: 'error' }), /tests="4" failures="1"/);
  isBalanced(xml);
});

test('JUnit: characters that XML does not know are replaced, line breaks in attributes kept', () => {
  const odd: Finding = { document: DRAFT, start: 0, end: 1, rule: 'draft/tk', severity: 'error', message: 'a\u0000b\u001bc\ud800d\ne]]>', related: [] };
  const xml = toJunit([{ ...draft, path: 'a"<b>.md', findings: [odd], silenced: [] }]);
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  assert.ok(!/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]/.test(xml));
  assert.ok(xml.includes('message="a\ufffdb\ufffdc\ufffdd&#10;e]]&gt;"'));
  assert.ok(xml.includes('name="a&quot;&lt;b&gt;.md"'));
  isBalanced(xml);
});

test('GitHub: one command a line, its data and properties escaped', () => {
  const lines = toGithub([draft, registry]).trimEnd().split('\n');
  assert.deepEqual(lines, [
    '::error file=stories/my draft.md,line=1,endLine=1,col=14,endColumn=21,title=figures/conflict::32 firms here, 31 firms there: 100%25 <sure> & "so".%0Astories/my draft.md:3:15: The other figure.%0Asources.yaml:1:1: Its source.',
    '::warning file=stories/my draft.md,line=2,endLine=2,col=18,endColumn=19,title=draft/tk::Work is left to do here.',
    '::notice file=sources.yaml,line=1,endLine=1,col=1,endColumn=8,title=sources/unused::No draft cites this source.',
  ]);
});

test('GitHub: a path cannot break out of its property, nor a message out of its line; over several lines there are no columns', () => {
  const finding: Finding = { document: 'file:///x', start: 0, end: 4, rule: 'draft/tk', severity: 'error', message: 'a\r\n::error::b', related: [] };
  const out = toGithub([{ path: 'a,b:c%.md', uri: 'file:///x', text: 'x\ny\n', findings: [finding], silenced: [] }]);
  assert.equal(out, '::error file=a%2Cb%3Ac%25.md,line=1,endLine=3,title=draft/tk::a%0D%0A::error::b\n');
  assert.equal(toGithub([clean]), '');
});

test('terminal: excerpt with carets under the words, related places, a last line that counts', () => {
  assert.equal(toPretty([draft, registry, clean]), [
    'stories/my draft.md',
    '  1:14  error  32 firms here, 31 firms there: 100% <sure> & "so".  figures/conflict',
    '     1 | The list has 32 firms.',
    '       |              ^^^^^^^^',
    '     = stories/my draft.md:3:15  The other figure.',
    '     = sources.yaml:1:1  Its source.',
    '',
    '  2:18  warning  Work is left to do here.  draft/tk',
    '     2 |     Äpfel 😀 and 漢字 TK here.',
    '       |                       ^^',
    '',
    'sources.yaml',
    '  1:1  hint  No draft cites this source.  sources/unused',
    '     1 | official:',
    '       | ^^^^^^^^',
    '',
    '1 error, 1 warning, 1 hint in 2 of 3 documents (2 silenced).',
    '',
  ].join('\n'));
  assert.equal(toPretty([clean]), 'No findings in 1 document.\n');
});

test('coverage: a line for all drafts, before it the drafts with something open; in JSON each draft has its own', () => {
  const covered = { ...clean, coverage: { claims: 4, sourced: 3, verified: 1, open: 1 } };
  const done = { ...clean, path: 'done.md', uri: 'file:///desk/done.md', coverage: { claims: 1, sourced: 1, verified: 1, open: 0 } };
  const empty = { ...clean, path: 'empty.md', uri: 'file:///desk/empty.md', coverage: { claims: 0, sourced: 0, verified: 0, open: 0 } };
  assert.equal(toPretty([done]), 'Coverage: 1 of 1 check-worthy sentence sourced, 1 verified, 0 open.\nNo findings in 1 document.\n');
  assert.equal(toPretty([covered, done, empty]), 'clean.md: 3 of 4 check-worthy sentences sourced, 1 verified, 1 open.\nCoverage: 4 of 5 check-worthy sentences sourced, 2 verified, 1 open.\nNo findings in 3 documents.\n');
  assert.equal(toPretty([empty]), 'No findings in 1 document.\n');
  const json = JSON.parse(toJson([covered, registry])) as { coverage?: object }[];
  assert.deepEqual(json.map(document => document.coverage), [covered.coverage, undefined]);
});

test('terminal: colours are the caller’s', () => {
  const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const colours: Colours = { bold: tag('b'), dim: tag('dim'), underline: tag('u'), red: tag('red'), yellow: tag('yellow'), blue: tag('blue'), cyan: tag('cyan') };
  const out = toPretty([draft], { colours });
  assert.ok(out.includes('<u>stories/my draft.md</u>') && out.includes('<red>error</red>') && out.includes('<b>32 firms</b>') && out.includes('<red>^^^^^^^^</red>'));
});

test('terminal: nothing in a draft, path or message steers the terminal', () => {
  const text = 'a\u001b[31m red \u202e evil\u0007 TK\n';
  const finding: Finding = { document: 'file:///x', start: text.indexOf('TK'), end: text.indexOf('TK') + 2, rule: 'draft/tk', severity: 'warning', message: 'See \u001b]0;title\u0007 here.', related: [{ document: 'file:///x', start: 0, end: 1, message: 'b\u009bc' }] };
  const out = toPretty([{ path: 'p\u001b[2J.md', uri: 'file:///x', text, findings: [finding], silenced: [] }]);
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  assert.ok(!/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/.test(out));
  const [, , excerpt, carets] = out.split('\n');
  assert.equal(excerpt!.indexOf('TK'), carets!.indexOf('^'));
  assert.ok(excerpt!.includes('a\\x1b[31m red \\u202e evil\\x07 TK'));
});

test('terminal: a paragraph on one long line is cut around the words', () => {
  const text = `${'word '.repeat(400)}TK ${'😀'.repeat(400)}`;
  const finding: Finding = { document: 'file:///x', start: 2000, end: 2002, rule: 'draft/tk', severity: 'warning', message: 'M.', related: [] };
  const out = toPretty([{ path: 'x.md', uri: 'file:///x', text, findings: [finding], silenced: [] }], { width: 80 }).split('\n');
  assert.ok(out[2]!.includes('… ') || out[2]!.includes('…'));
  assert.equal(out[2]!.indexOf('TK'), out[3]!.indexOf('^'));
  assert.ok(!out[2]!.includes('\\ud83d'), 'no character is cut in two');
});

test('widths: wide characters take two columns, combining marks none, tabs reach their stop', () => {
  assert.equal(widthOf('漢字ab'), 6);
  assert.equal(widthOf('e\u0301'), 1);
  assert.equal(toVisible('\ta', 2), '  a');
  assert.equal(toVisible('\r\u0000'), '\\x0d\\x00');
});

test('any text, any span: every format is written, and carets stand under the line', () => {
  const piece = fc.constantFrom('a', 'TK', ' ', '\t', '\n', '\r\n', '\r', '漢', '😀', '\ud83d', '\u001b', '"', '<', '&', 'e\u0301');
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(40), fc.nat(40), (pieces, a, length) => {
    const text = pieces.join('');
    const start = Math.min(a, text.length);
    const finding: Finding = { document: 'file:///x', start, end: Math.min(text.length, start + length), rule: 'draft/tk', severity: 'warning', message: text, related: [] };
    const document: ExportDocument = { path: 'x.md', uri: 'file:///x', text, findings: [finding], silenced: [] };
    isBalanced(toJunit([document]));
    assert.equal(toGithub([document]).split('\n').length, 2);
    JSON.parse(toJson([document]));
    toPretty([document]);
  }));
});

/** Every element that opens closes, in order. */
function isBalanced(xml: string): void {
  const open: string[] = [];
  for (const [, close, name, inner] of xml.matchAll(/<(\/?)([\w-]+)((?:[^<>"]|"[^"<]*")*)>/g)) {
    if (close === '/') assert.equal(open.pop(), name);
    else if (!inner!.endsWith('/')) open.push(name!);
  }
  assert.deepEqual(open, []);
}
