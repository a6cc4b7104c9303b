// What is read of sources' files: web pages, PDF, DOCX, transcripts and text; and that no file does harm.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { extractText } from '../../server/src/sources/extraction/extract.ts';
import { readHtml } from '../../server/src/sources/extraction/html-blocks.ts';
import { readPage } from '../../server/src/sources/extraction/html-page.ts';
import { MOST_TEXT } from '../../server/src/sources/extraction/text-builder.ts';
import type { SourceText } from '../../server/src/sources/source-text.ts';
import { encryptedPdf, lineOfText } from '../synthetic/encrypt-pdf.ts';
import { layOut, type PageStyle } from '../synthetic/lay-out.ts';
import { wordFile } from '../synthetic/write-docx.ts';
import { pdfOfStream, writePdf } from '../synthetic/write-pdf.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const extract = (bytes: Uint8Array | string, name: string, contentType?: string) => extractText({ bytes: typeof bytes === 'string' ? utf8(bytes) : bytes, name, ...(contentType === undefined ? {} : { contentType }) });

async function textOf(bytes: Uint8Array | string, name: string, contentType?: string): Promise<SourceText> {
  const text = await extract(bytes, name, contentType);
  if ('problem' in text) assert.fail(text.problem);
  return text;
}

/** The locator of the stretch in which some words stand. */
function whereIs(words: string, { text, locators }: SourceText): string | undefined {
  const at = text.indexOf(words);
  assert.ok(at >= 0, `“${words}” is not in: ${text}`);
  return locators.find(({ start, end }) => start <= at && at < end)?.locator;
}

const FILLER = 'The board heard the harbour master and the neighbours, who asked for quieter nights and for fewer lorries in the old town. ';

const NEWS_PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Levy rises</title><script>document.write('<p>never said</p>')</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/business">Business</a></li></ul></nav>
<main><article><h1>Levy rises again</h1><p>The port said that the levy had risen to <b>145</b> percent, up from 125 percent in March.</p>
<p>“We had no choice,” Ms. Lind said.<sup><a href="#n1">1</a></sup> The docks cover 5 km<sup>2</sup>. ${FILLER.repeat(4)}</p><p>${FILLER.repeat(4)}</p>
<figure><img src="a.jpg" alt="x"><figcaption>Some 300 people marched on Friday.</figcaption></figure>
<table><caption>Ships by quarter</caption><tr><th>Quarter</th><th>2023</th><th>2024</th></tr><tr><td rowspan="2">First</td><td>410</td><td>430</td></tr><tr><td>411</td><td>431</td></tr></table>
<dl><dt>Berths</dt><dd>14 in all</dd></dl><blockquote><p>It is our harbour as well.</p></blockquote></article></main>
<aside><h2>Most read</h2><p>Ten things to know about herring</p></aside><footer>© 2024 The Port Gazette</footer></body></html>`;

test('a web page gives its article with tables, captions, lists and quotations, and says where each stands', async () => {
  const page = await textOf(NEWS_PAGE, 'levy');
  assert.equal(page.format, 'html');
  assert.equal(page.title, 'Levy rises');
  assert.equal(page.truncated, false);
  assert.equal(whereIs('145 percent', page), 'para. 1');
  assert.equal(whereIs('Some 300 people', page), 'caption');
  assert.equal(whereIs('First | 411 | 431', page), 'table 1, row 3');
  assert.match(page.text, /Ms\. Lind said\. The docks cover 5 km²\./);
  assert.match(page.text, /Berths: 14 in all\n\nIt is our harbour as well\./);
  assert.doesNotMatch(page.text, /herring|never said|Business|Gazette/);
});

test('what is broken in a page leaves its words standing', () => {
  const textOf = (html: string) => readPage(html).text;
  assert.equal(textOf('a < b and 5 <6, <3 &nbsp;&unknown; & done'), 'a < b and 5 <6, <3 &unknown; & done');
  assert.equal(textOf('<p>It\'s <b class=x>bold</p> <p>Next'), 'It\'s bold\n\nNext');
  assert.equal(textOf('<p>Before<script>never closes'), 'Before');
  assert.equal(textOf('<p>Before</p><!-- never closes'), 'Before');
  assert.equal(textOf('<P>Upper<SCRIPT>x</Script>case'), 'Uppercase');
  assert.equal(textOf('One.<br><br>Two,<br>still two.'), 'One.\n\nTwo,\nstill two.');
  assert.equal(textOf('<table><tr><td><table><tr><td>1<td>2</table><p>Words</td></tr></table>'), '1 | 2\n\nWords');
});

test('a page in other letters is read by its mark, by what it says, and by what its bytes are', async () => {
  const words = `<p>${'Der Zoll stieg um 4 €, sagte Jürgen Groß. '.repeat(12)}</p>`;
  const latin = (charset: string) => Uint8Array.from(`<!doctype html><meta charset="${charset}">${words}`, c => (c === '€' ? 0x80 : c.charCodeAt(0)));
  for (const [bytes, type] of [
    [latin('windows-1252'), undefined], [latin('iso-8859-1'), undefined], [latin('utf-8'), undefined], [latin(''), 'text/html; charset=windows-1252'],
    [utf8(`<!doctype html>${words}`), 'text/html; charset=iso-8859-1'], [Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(`<!doctype html>${words}`, c => c.charCodeAt(0)).buffer)]), undefined],
  ] as const) assert.match((await textOf(bytes, 'zoll.html', type)).text, /um 4 €, sagte Jürgen Groß\./);
});

test('a page behind a wall and one of a few words are parts', async () => {
  assert.equal((await textOf(NEWS_PAGE.replace('</head>', '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script></head>'), 'a.html')).truncated, true);
  assert.equal((await textOf('<html><body><p>Log in to read on.</p></body></html>', 'a.html')).truncated, true);
  assert.match(JSON.stringify(await extract('<!doctype html><div id="root"></div><script src="app.js"></script>', 'a.html')), /built by a script/);
});

const REPORT = [
  'Traffic through the northern terminal fell by 12 percent, to 4,310 containers a week, because of the strike and the unfavourable weather that followed it in March.',
  '“We have never seen anything comparable in this harbour,” its chairwoman, Karin Lindgren, told the members of the board afterwards, and nobody disagreed.',
  [['Terminal', '2023', '2024'], ['North', '410', '430'], ['South', '1,200', '1,150']],
  ...Array.from({ length: 40 }, (_, i) => `Item ${i + 1} of the agenda: ${FILLER}${FILLER}`),
];

for (const style of [
  { columns: 1, size: 11, justified: false, hyphenated: false, numbered: true, head: 'Port of Arnby, annual report' },
  { columns: 2, size: 9, justified: true, hyphenated: true, numbered: true, head: 'Port of Arnby, annual report', title: 'The year in the harbour' },
  { columns: 2, size: 10, justified: false, hyphenated: true, numbered: false },
] satisfies PageStyle[]) {
  test(`a PDF of ${style.columns} columns${style.justified ? ', justified' : ''} is read in order, by page`, async () => {
    const pdf = await textOf(writePdf(layOut(REPORT, style), { title: 'Annual report' }), 'report');
    assert.equal(pdf.format, 'pdf');
    assert.equal(pdf.title, 'Annual report');
    for (const paragraph of REPORT.slice(0, 2)) assert.ok(pdf.text.includes(paragraph as string), pdf.text.slice(0, 1_500));
    assert.match(pdf.text, /Terminal \| 2023 \| 2024\nNorth \| 410 \| 430\nSouth \| 1,200 \| 1,150/);
    assert.equal(whereIs('4,310 containers', pdf), 'p. 1');
    assert.equal(whereIs('Item 40', pdf), `p. ${layOut(REPORT, style).length}`);
    for (let i = 1; i < 40; i++) assert.ok(pdf.text.indexOf(`Item ${i} `) < pdf.text.indexOf(`Item ${i + 1} `), `item ${i}`);
    assert.doesNotMatch(pdf.text, /annual report|Page \d|- 2 -/);
  });
}

test('a Word document gives its paragraphs and tables', async () => {
  const file = await textOf(wordFile(['The levy rose to 145 percent.', [['Year', 'Ships'], ['2024', '430']], '“We will act,” she said.']), 'minutes');
  assert.equal(file.format, 'docx');
  assert.equal(file.text, 'The levy rose to 145 percent.\n\nYear | Ships\n2024 | 430\n\n“We will act,” she said.');
  assert.equal(whereIs('We will act', file), 'para. 2');
  assert.equal(file.truncated, false);
});

test('transcripts give times and speakers', async () => {
  const vtt = 'WEBVTT - talk\n\nNOTE made by hand\nnot said\n\nintro\n00:12:31.000 --> 00:12:34.000 align:start\n<v Anna Berg>We had <c.loud>32</c> ships &amp; boats\n\n12:34.500 --> 12:36.000\n<v Anna Berg>in the harbour.\n\n1:12:40.000 --> 1:12:42.000\n<v Bo>No.\n';
  const talk = await textOf(vtt, 'talk', 'text/plain');
  assert.equal(talk.text, 'Anna Berg: We had 32 ships & boats\nin the harbour.\n\nBo: No.');
  assert.deepEqual(talk.locators.map(({ locator }) => locator), ['00:12:31', '00:12:34', '01:12:40']);
  assert.equal((await textOf('1\r\n00:00:01,000 --> 00:00:02,000\r\nOne.\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nOne.\r\nTwo.\r\n', 'a.srt')).text, 'One.\nTwo.');
});

test('plain text and Markdown keep their words; form feeds are pages', async () => {
  assert.deepEqual(await textOf('First\r\nline.\r\n\r\nSecond.', 'a.txt'), { format: 'text', text: 'First\nline.\n\nSecond.', locators: [{ start: 0, end: 11, locator: 'para. 1' }, { start: 13, end: 20, locator: 'para. 2' }], truncated: false });
  assert.equal(whereIs('Two', await textOf('One\fTwo', 'a.txt')), 'p. 2');
});

test('heads of several rows are put together, so that every column says what it counts', () => {
  const text = (html: string) => readPage(html).text;
  assert.equal(text('<table><tr><td></td><th colspan=2>Ships</th></tr><tr><th>Port</th><th>2023</th><th>2024</th></tr><tr><th>Arnby</th><td>410</td><td>430</td></tr></table>'), 'Port | Ships 2023 | Ships 2024\nArnby | 410 | 430');
  assert.equal(text('<table><tr><th rowspan=2>Port<th colspan=2>Ships<th rowspan=2>Jobs<tr><th>2023<th>2024<tr><td>Arnby<td>410<td>430<td>12</table>'), 'Port | Ships 2023 | Ships 2024 | Jobs\nArnby | 410 | 430 | 12');
  assert.equal(text('<table><tr><th colspan=2>All ports<tr><th>Port<th>Ships<tr><td>Arnby<td>410</table>'), 'All ports\n\nPort | Ships\nArnby | 410');
  assert.equal(text('<table><tr><th>Port<th>Ships<tr><th>Arnby<th>410</table>'), 'Port | Ships\nArnby | 410');
});

test('tables that are set with blanks in a text are rows, and paragraphs that are set in are paragraphs', async () => {
  const wire = await textOf('   ARNBY (Wire) — The port had a good\nyear.\n   “We are glad,” Ms. Lind said.\n\nShips by port\nPort          2023    2024\nArnby        1,410   1,430\nWesthaven      120     118\n', 'wire.txt');
  assert.equal(wire.text, 'ARNBY (Wire) — The port had a good\nyear.\n\n“We are glad,” Ms. Lind said.\n\nShips by port\n\nPort | 2023 | 2024\nArnby | 1,410 | 1,430\nWesthaven | 120 | 118');
  assert.equal(whereIs('We are glad', wire), 'para. 2');
  const prose = 'It rained.  Nobody came.\nIn 2024 it was dry.  Some came.\nThen 30 came.  They stayed for tea and left at 5.\n  - one\n    and more of it\n';
  assert.equal((await textOf(prose, 'a.md')).text, 'It rained. Nobody came.\nIn 2024 it was dry. Some came.\nThen 30 came. They stayed for tea and left at 5.\n\n- one\nand more of it');
});

test('an interview that is written down with times is found by them', async () => {
  const talk = await textOf('Interview\n\n[00:12:31] Speaker 1: How many?\n[00:12:40] SPEAKER 2: We had 32 ships\nin the harbour.\n(1:02:05) Speaker 1: Thanks.\n', 'talk.txt');
  assert.equal(talk.text, 'Interview\n\nSpeaker 1: How many?\n\nSPEAKER 2: We had 32 ships\nin the harbour.\n\nSpeaker 1: Thanks.');
  assert.deepEqual(talk.locators.map(({ locator }) => locator), ['para. 1', '00:12:31', '00:12:40', '01:02:05']);
  const agenda = '10:00 Opening\n10:15 Budget\n10:30 Vote\n';
  assert.equal((await textOf(agenda, 'agenda.txt')).text, agenda.trim());
});

test('what is no text says what it is', async () => {
  for (const [bytes, problem] of [
    [utf8('%PDF-1.4 nothing'), /The PDF cannot be read: it is broken, .* save it anew/], [Uint8Array.of(0x89, 80, 78, 71, 13, 10), /a picture/], [zipSync({ 'a.txt': utf8('x') }), /archive/],
    [Uint8Array.from({ length: 500 }, (_, i) => i % 7), /no text/], [new Uint8Array(), /empty/], [utf8('{\\rtf1 x}'), /Rich Text/], [utf8('PK\u0003\u0004word/document'), /broken/],
    [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /protected by a password/],
  ] as const) assert.match(JSON.stringify(await extract(bytes, 'file')), problem);
});

test('notes, page numbers and running heads do not part a sentence that goes on in the next column or on the next page', async () => {
  const line = (text: string, x: number, y: number, size = 10) => ({ text, x, y, size });
  const filler = (x: number, from: number, to: number) => Array.from({ length: Math.floor((from - to) / 12) }, (_, i) => line('The board heard the harbour master once more', x, from - i * 12));
  const head = (page: number) => [line(page % 2 ? 'Harbour papers' : 'The levy', 50, 800, 8), line(String(40 + page), 500, 800, 8)];
  const pdf = await textOf(writePdf([
    [...head(1), ...filler(50, 760, 130), line('and then she said that nobody in the town', 50, 124), line('1 See the letter of the board, 1998, page 3.', 50, 60, 7), line('had been asked before the contract was signed,', 310, 760), ...filler(310, 748, 130), line('while the members of the council were unpre-', 310, 124), line('2 Ibid., page 4.', 310, 60, 7)],
    [...head(2), line('pared for the question.', 50, 760), line('They left.', 50, 748), line('Others stayed until the evening of that day.', 310, 760)],
  ]), 'paper.pdf');
  assert.match(pdf.text, /she said that nobody in the town had been asked before the contract was signed, The board/);
  assert.match(pdf.text, /were unprepared for the question\. They left\./);
  assert.match(pdf.text, /1 See the letter of the board, 1998, page 3\.\n\n2 Ibid\., page 4\.$/);
  assert.doesNotMatch(pdf.text, /4[12]/);
  assert.equal(whereIs('pared for the question', pdf), 'p. 2');
});

test('a PDF that wants a password says so; one that anyone may read but not change is read', async () => {
  const line = lineOfText('The levy rose to 145 percent in March.');
  assert.match(JSON.stringify(await extract(encryptedPdf(line, { user: 'secret' }), 'a.pdf')), /protected by a password\. Save a copy without one/);
  assert.equal((await textOf(encryptedPdf(line), 'a.pdf')).text, 'The levy rose to 145 percent in March.');
  assert.equal((await textOf(encryptedPdf(deflateSync(line), { dictionary: '/Filter /FlateDecode' }), 'a.pdf')).text, 'The levy rose to 145 percent in March.');
});

test('a PDF of pictures says so, and one that is cut short or holds scanned pages is a part', async () => {
  const text = (words: string) => [{ text: words, x: 50, y: 700, size: 11 }];
  const picture = Buffer.from('9 0 obj\n<< /Subtype /Image /Length 3 >>\nstream\nabc\nendstream\nendobj\n');
  assert.match(JSON.stringify(await extract(pdfOfStream(Buffer.from('q 500 0 0 700 0 0 cm /Im1 Do Q'), ''), 'a.pdf')), /no text that can be read: it holds pictures of pages, or is damaged\. Have its text recognised/);
  const blank = writePdf([text('First page.'), [], text('Last page.')]);
  assert.equal((await textOf(blank, 'a.pdf')).truncated, false, 'an empty page is none');
  assert.equal((await textOf(Buffer.concat([blank, picture]), 'a.pdf')).truncated, true);
  assert.equal((await textOf(blank.subarray(0, blank.length - 6), 'a.pdf')).truncated, true);
});

test('bombs and mazes are given up on', { timeout: 60_000 }, async () => {
  const spaces = deflateSync(Buffer.alloc(100_000_000, 32));
  const refused = /unpacks to more/;
  assert.match(JSON.stringify(await extract(pdfOfStream(spaces, '/Filter /FlateDecode '), 'a.pdf')), refused);
  assert.match(JSON.stringify(await extract(pdfOfStream(deflateSync(spaces), '/Filter [/FlateDecode /FlateDecode] '), 'a.pdf')), refused);
  assert.match(JSON.stringify(await extract(pdfOfStream(Buffer.from('q '.repeat(100_000)), ''), 'a.pdf')), refused);
  assert.match(JSON.stringify(await extract(pdfOfStream(deflateSync(Buffer.from('[<<('.repeat(100_000))), '/Filter /FlateDecode '), 'a.pdf')), /no text/);
  assert.match(JSON.stringify(await extract(zipSync({ '[Content_Types].xml': utf8('<x/>'), 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 }), 'a.docx')), refused);
  assert.match(JSON.stringify(await extract(wordFile(['x'], '<w:p>'.repeat(50_000)), 'a.docx')), /cannot be read/);
  assert.deepEqual(await extract(new Uint8Array(33 * 1024 * 1024), 'a.txt'), { problem: 'The file is larger than 32 MB, which is more than Claimcheck reads. Put the part that matters into a file of its own.' });
  assert.equal((await textOf(`<!doctype html>${'<div><b><table><tr><td>'.repeat(300_000)}One word`, 'a.html')).text, 'One word');
  const long = await textOf('word '.repeat(1_000_000), 'a.txt');
  assert.deepEqual([long.text.length, long.truncated], [MOST_TEXT, true]);
});

test('a page of any kind is read in linear time', { timeout: 60_000 }, async () => {
  for (const piece of ['<', '<a ', '<a "', '<a="', '<!--', '<script>', '</', '<p', '&amp', '&', '<p><', '">', "='", '<div>', '<table><tr><td>', '<td colspan=99 rowspan=99>x', '<sup>', '<dt>', '<title>', '<![CDATA[', '<br>']) {
    await extract(`<!doctype html>${piece.repeat(50_000)}`, 'a.html');
  }
  await extract(`<!doctype html>${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}`, 'a.html');
  await extract(`<!doctype html><p title="${'x'.repeat(5_000_000)}">word</p>`, 'a.html');
});

test('whatever stands in a page, its blocks have words and its locators lie in the text, in order', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('<', '>', '"', '<p>', '</p>', '<table>', '</table>', '<tr>', '<td>', '<td rowspan=3>', '<li>', '<dt>', '<dd>', '<sup>', '</sup>', '<script>', '</script>', '<!--', '-->', 'word', ' 12 ', '&amp;', '<br>', '\n', '\0', '\u00ad')), pieces => {
    const html = pieces.join('');
    for (const block of readHtml(html).blocks) assert.match(block.text, /^\S(?:[\s\S]*\S)?$/);
    const { text, locators } = readPage(html);
    let at = 0;
    for (const { start, end } of locators) {
      assert.ok(at <= start && start < end && end <= text.length);
      at = end;
    }
  }));
});

test('no bytes make the reader fail', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', '%PDF-1.4\n', 'PK\u0003\u0004word/document', 'WEBVTT\n\n', '<!doctype html>', '\u00ff\u00fe'), fc.constantFrom('a', 'a.pdf', 'a.html', 'a.srt'), async (bytes, head, name) => {
    const text = await extract(Uint8Array.from([...Uint8Array.from(head, c => c.charCodeAt(0)), ...bytes]), name);
    assert.ok('problem' in text ? /^[A-Z].*\.$/.test(text.problem) : text.text.length > 0);
  }), { numRuns: 200 });
});
