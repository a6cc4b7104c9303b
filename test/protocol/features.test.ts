// Hovers, completion, names, outline and links over the protocol, one behaviour each.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  ResponseError, type CompletionItem, type CompletionList, type DocumentHighlight, type DocumentLink, type DocumentSymbol, type Hover, type Location, type MarkupContent, type SymbolInformation, type TextEdit, type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { OLD_EDITOR, startClient, type TestClient, type TestClientOptions } from './client.ts';

const REGISTRY = `port:
  type: report
  title: Monthly figures
  author: Port Authority
  publisher: City Press
  issued: 2025-08-01
  url: https://port.example/august
  file: captures/port.txt
  excerpts:
    - {text: "The harbour took in 84,000 boxes.", locator: p. 3}
deep:
  type: interview
  author: {family: Quist, given: Odo}
  issued: 2025-08-02
  anonymous: {description: a harbour pilot, reason: fears for the job}
`;
const FILES = { 'sources.yaml': REGISTRY, 'claimcheck.yaml': 'sources: [sources.yaml]\nfigures:\n  boxes: {unit: box}\n', 'captures/port.txt': 'The harbour took in 84,000 boxes.' };

async function start(t: TestContext, options: TestClientOptions = { files: FILES }): Promise<TestClient> {
  const client = await startClient(options);
  t.after(() => client.stop());
  return client;
}

// --- hovers -----------------------------------------------------------------------------------

async function hover(t: TestContext, marked: string, options?: TestClientOptions, path = 'a.md'): Promise<string | undefined> {
  const client = await start(t, options);
  const found = await client.connection.sendRequest<Hover | null>('textDocument/hover', client.place(path, marked));
  return found === null ? undefined : (found.contents as MarkupContent).value;
}

test('a citation shows its source: title, author, publisher, date, the excerpt at its locator, link', async t => {
  const shown = (await hover(t, 'It was full [@po|rt, p. 3].\n'))!;
  assert.match(shown, /^\*\*Monthly figures\*\*/);
  for (const part of ['**By:** Port Authority', '**Published by:** City Press', '**Date:** 1 August 2025', '**Excerpt, p. 3:** “The harbour took in 84,000 boxes.”', '(https://port.example/august)']) assert.ok(shown.includes(part), `${part} in ${shown}`);
});

test('a footnote shows what its definition leads to', async t => {
  const shown = (await hover(t, 'It was full.[^a|]\n\n[^a]: @port, and the log of that day\n'))!;
  assert.match(shown, /log of that day/);
  assert.match(shown, /Monthly figures/);
});

test('an id in a claim comment shows its source, and a confidential one never by name', async t => {
  const shown = (await hover(t, 'It was full. <!-- claim source="port de|ep" -->\n'))!;
  assert.match(shown, /a harbour pilot/);
  assert.doesNotMatch(shown, /Quist|Odo/);
});

test('a claim shows status, who and when, figure, sources and what conflicts with it', async t => {
  const shown = (await hover(t, 'The har|bour took in 84,000 boxes [@port]. <!-- claim id=full figure=boxes value="84,000 boxes" status=verified by=ab on=2025-08-03 -->\n\nIt took in 48,000 boxes [@port]. <!-- claim figure=boxes -->\n'))!;
  for (const part of ['**Claim full**', '**Status:** verified by ab on 2025-08-03', '**Figure:** boxes = 84,000 box', '**Source:** port · Monthly figures', '48,000 box, line 3', '**Conflict:**']) assert.ok(shown.includes(part), `${part} in ${shown}`);
});

test('a claim of another draft that has the same figure is named with its place', async t => {
  const shown = (await hover(t, 'The harbour took in 84,0|00 boxes. <!-- claim figure=boxes -->\n', { files: { ...FILES, 'b c.md': '\n\nIt was 84,000 boxes. <!-- claim figure=boxes -->\n' } }))!;
  assert.ok(shown.includes('[84,000 box, b c.md, line 3](file:///news/b%20c.md#L3)'), shown);
});

test('a figure shows how it was read', async t => {
  const shown = (await hover(t, 'The port may keep no more than 2|0% of the fee.\n'))!;
  assert.match(shown, /\*\*Value:\*\* at most 20 percent/);
  assert.match(shown, /\*\*Unit:\*\* percent/);
});

test('a figure shows what it is about', async t => {
  const shown = (await hover(t, 'The Ostra yard built 1|2 ships on average last year, Ada Brandt said.\n'))!;
  for (const line of ['**Of:** ship', '**Whose:** Ostra yard', '**Verb:** built', '**Scope:** average', '**Said by:** Ada Brandt']) assert.ok(shown.includes(line), `${line} in ${shown}`);
  assert.match((await hover(t, 'Ferry sales fell 4|6 percent in Ostra.\n'))!, /\*\*Kind:\*\* change, down/);
});

test('a registry entry shows who cites it', async t => {
  const shown = (await hover(t, REGISTRY.replace('port:', 'po|rt:'), { files: { ...FILES, 'b.md': 'Full [@port].\n' } }, 'sources.yaml'))!;
  assert.match(shown, /\*\*Cited in:\*\* b\.md/);
});

test('a rule id shows what the rule is for', async t => {
  assert.match((await hover(t, '<!-- claimcheck-disable-next-line draft/t|k -->\nTK\n'))!, /draft\/tk[^]*docs\/rules\/draft\/tk\.md/);
  assert.match((await hover(t, 'rules:\n  sources/un|used: off\n', { files: {} }, 'claimcheck.yaml'))!, /sources\/unused/);
});

for (const [name, marked, expected] of [
  ['nothing', 'Rents ro|se 12 percent in 2024.\n', /No source[^]*States[^]*a statistic \(check-worthy: \d\d%\)/],
  ['a citation', 'Rents ro|se 12 percent in 2024 [@port].\n', /Sourced[^]*a statistic[^]*port · Monthly figures/],
  ['a key of nothing', 'Rents ro|se 12 percent in 2024 [@nobody].\n', /@nobody: nothing defines it/],
  ['a speaker', 'Rents ro|se 12 percent in 2024, the housing office said.\n', /Said by[^]*the housing office/],
  ['the sentence before', 'In 2024 12 boats sank, the port office said. Another 1|4 burned.\n', /Carried on from[^]*the port office/],
  ['a footnote in words', 'Rents ro|se 12 percent in 2024.[^a]\n\n[^a]: County audit, p. 4\n', /Footnote[^]*County audit, p\. 4/],
  ['a page', 'Rents ro|se [12 percent](https://example.org/rents) in 2024.\n', /https:\/\/example\.org\/rents/],
  ['a source line', 'Rents ro|se 12 percent in 2024 (source: housing office).\n', /Source line[^]*housing office/],
] as const) {
  test(`what supports a sentence: ${name}`, async t => {
    assert.match((await hover(t, marked)) ?? '', expected);
  });
}

test('prose without a claim shows nothing', async t => {
  assert.equal(await hover(t, 'Nothing is cl|aimed.\n'), undefined);
});

test('words of a registry are words: no markup, HTML, image or command comes out of them', async t => {
  const hostile = 'port:\n  title: "<img src=x onerror=alert(1)> [click](command:evil) ![i](https://x.example/a.png) **bold** `code` &lt;b&gt; www.evil.example"\n  url: "https://port.example/a) [x](command:evil"\n';
  const shown = (await hover(t, 'Full [@po|rt].\n', { files: { ...FILES, 'sources.yaml': hostile } }))!;
  assert.doesNotMatch(shown, /(?<!\\)<img|(?<!\\)\]\(command:|(?<!\\)!\[|(?<!\\)&lt;|(?<!\\)`|(?<![\\*])\*\*bold/);
  assert.equal(shown.split(/(?<!\\)\]\(/).length - 1, shown.split(/(?<!\\)\]\(https:\/\/port\.example\/a%29[^)\s]*\)/).length - 1, 'every link is the address of the source');
});

test('a client without Markdown gets plain words', async t => {
  const shown = await hover(t, 'Full [@po|rt].\n', { files: FILES, capabilities: OLD_EDITOR });
  assert.match(shown!, /^Monthly figures\nBy: Port Authority\n/);
});

// --- completion -------------------------------------------------------------------------------

async function complete(t: TestContext, marked: string, options?: TestClientOptions, path = 'a.md'): Promise<CompletionItem[]> {
  const client = await start(t, options);
  const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', client.place(path, marked));
  return list.items;
}
const labels = (items: readonly CompletionItem[]) => items.map(item => item.label);

for (const marked of ['Full [@|', 'Full [see @port; @|]', 'Full [-@po|]', 'Full <!-- claim source=|', 'Full <!-- claim source="port |" -->', '[^a]: @|', 'Full.[^|']) {
  test(`sources are offered at ${marked}`, async t => assert.deepEqual(labels(await complete(t, marked)), ['deep', 'port'].toSorted((a, b) => Number(marked.includes(b)) - Number(marked.includes(a)))));
}

for (const marked of ['Mail ann@|', 'Full [a|', 'Full (|', '`[@`|', 'Full. <!-- claim note="about @|" -->', 'An ordinary <!-- comment @| -->']) {
  test(`nothing is offered at ${marked}`, async t => assert.deepEqual(labels(await complete(t, marked)), []));
}

test('a source comes with title, author and what is known of it, a confidential one without its name', async t => {
  const items = await complete(t, 'Full [@|');
  const port = items.find(item => item.label === 'port')!;
  assert.match(port.detail!, /Monthly figures · Port Authority/);
  assert.match((port.documentation as MarkupContent).value, /City Press/);
  assert.doesNotMatch(JSON.stringify(items), /Quist|Odo/);
});

test('the label of a footnote is offered with its words, and closed', async t => {
  const items = await complete(t, 'Full.[^|\n\n[^log]: The log of the day\n');
  assert.equal(items[0]!.label, 'log');
  assert.equal(items[0]!.detail, 'The log of the day');
  assert.equal((items[0]!.textEdit as TextEdit).newText, 'log]');
});

test('attributes that the comment has not are offered, as snippets', async t => {
  const items = await complete(t, 'Full. <!-- claim status=todo | -->');
  assert.ok(!labels(items).includes('status'));
  const value = items.find(item => item.label === 'value')!;
  assert.equal((value.textEdit as TextEdit).newText, 'value="$1"$0');
  const old = (await complete(t, 'Full. <!-- claim val| -->', { files: FILES, capabilities: OLD_EDITOR })).find(item => item.label === 'value')!;
  assert.equal((old.textEdit as TextEdit).newText, 'value=');
});

test('values are offered: statuses, stakes, figure names of the project, figures of the sentence', async t => {
  assert.ok(labels(await complete(t, 'Full. <!-- claim status=ver|')).includes('verified'));
  assert.deepEqual(labels(await complete(t, 'Full. <!-- claim stakes=|')), ['high']);
  assert.deepEqual(labels(await complete(t, 'Full. <!-- claim figure=|', { files: { ...FILES, 'b.md': 'It has 12 cranes. <!-- claim figure=cranes -->\n' } })), ['cranes', 'boxes']);
  const [value] = await complete(t, 'It has 12 cranes. <!-- claim value=|');
  assert.equal((value!.textEdit as TextEdit).newText, '"12 cranes"');
});

test('a comment is offered whole after <, also where the editor has closed the bracket', async t => {
  const client = await start(t);
  const at = client.place('a.md', 'Full. <|>\n');
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', at);
  const claim = items.find(item => item.label === '<!-- claim -->')!;
  const edited = await client.apply({ changes: { [at.textDocument.uri]: [claim.textEdit as TextEdit] } });
  assert.equal(edited.get(at.textDocument.uri), 'Full. <!-- claim $0 -->\n');
});

test('rule ids are offered in control comments, but not in their reasons', async t => {
  assert.ok(labels(await complete(t, '<!-- claimcheck-disable-line |')).includes('draft/tk'));
  assert.ok(labels(await complete(t, '<!-- claimcheck-disable draft/|')).includes('draft/tk'));
  assert.deepEqual(await complete(t, '<!-- claimcheck-disable draft/tk -- because |'), []);
});

for (const [marked, expected] of [['|', 'rules'], ['rules:\n  dra|', 'draft/tk'], ['rules:\n  draft/tk: |', 'off'], ['rules: {draft/tk: |', 'warning'], ['rules:\n  sourcing/unsourced:\n    |', 'threshold'], ['rules:\n  sourcing/unsourced: {|', 'severity'], ['gate: [|', 'draft/tk'], ['gate:\n  - |', 'draft/unverified'], ['figures:\n  boxes:\n    |', 'unit'], ['desk:\n  - |', 'name'], ['desk:\n  - name: Ann\n    |', 'family']] as const) {
  test(`claimcheck.yaml: ${expected} is offered at ${JSON.stringify(marked)}`, async t => {
    const found = labels(await complete(t, marked, { files: {} }, 'claimcheck.yaml'));
    assert.ok(found.includes(expected), found.join(' '));
  });
}

test('claimcheck.yaml: nothing in a comment or a free text', async t => {
  assert.deepEqual(await complete(t, '# rul|', { files: {} }, 'claimcheck.yaml'), []);
  assert.deepEqual(await complete(t, 'baseline: |', { files: {} }, 'claimcheck.yaml'), []);
});

// --- names ------------------------------------------------------------------------------------

const DRAFT = 'Full [@port, p. 3; see @port]. <!-- claim id=full source="port deep" figure=boxes -->\n\nAgain.[^port] And.[^n]\n\n[^n]: @port, p. 4\n';
const OTHER = { ...FILES, 'b.md': 'Full [@port]. <!-- claim figure=boxes id=full -->\n' };

const at = (locations: readonly Location[] | null) => (locations ?? []).map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}:${range.start.character + 1}`);

test('a citation’s definition is the registry entry', async t => {
  const client = await start(t, { files: OTHER });
  assert.deepEqual(at(await client.connection.sendRequest<Location[]>('textDocument/definition', client.place('a.md', DRAFT.replace('[@port', '[@po|rt')))), ['sources.yaml:1:1']);
});

test('a footnote’s definition is in the draft, a figure’s in claimcheck.yaml', async t => {
  const client = await start(t, { files: OTHER });
  assert.deepEqual(at(await client.connection.sendRequest<Location[]>('textDocument/definition', client.place('a.md', DRAFT.replace('And.[^n', 'And.[^|n')))), ['a.md:5:3']);
  assert.deepEqual(at(await client.connection.sendRequest<Location[]>('textDocument/definition', client.place('a.md', DRAFT.replace('figure=bo', 'figure=bo|')))), ['claimcheck.yaml:3:3']);
});

test('references of a source: brackets, claim comments, footnotes, labels, in every draft', async t => {
  const client = await start(t, { files: OTHER });
  const place = client.place('a.md', DRAFT.replace('[@port', '[@po|rt'));
  const used = at(await client.connection.sendRequest<Location[]>('textDocument/references', { ...place, context: { includeDeclaration: false } }));
  assert.deepEqual(used, ['a.md:1:8', 'a.md:1:25', 'a.md:1:59', 'a.md:3:9', 'a.md:5:8', 'b.md:1:8']);
  assert.deepEqual(at(await client.connection.sendRequest<Location[]>('textDocument/references', { ...place, context: { includeDeclaration: true } })), [...used, 'sources.yaml:1:1']);
});

test('a front matter’s source is another one than the registry’s of the same id', async t => {
  const client = await start(t, { files: OTHER });
  const own = '---\nsources:\n  port: {title: Own}\n---\n\nFull [@po|rt].\n';
  assert.deepEqual(at(await client.connection.sendRequest<Location[]>('textDocument/references', { ...client.place('a.md', own), context: { includeDeclaration: true } })), ['a.md:3:3', 'a.md:6:8']);
});

test('a name is highlighted where the draft has it, its definition apart', async t => {
  const client = await start(t, { files: OTHER });
  const found = await client.connection.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', client.place('a.md', DRAFT.replace('And.[^n', 'And.[^|n')));
  assert.deepEqual(found.map(({ range, kind }) => [range.start.line, kind]), [[2, 2], [4, 3]]);
});

test('a source is renamed in the registry, in brackets, comments and footnotes of every draft, as one edit with versions', async t => {
  const client = await start(t, { files: OTHER });
  const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...client.place('a.md', DRAFT.replace('[@port', '[@po|rt')), newName: 'harbour' });
  const texts = await client.apply(edit);
  assert.equal(texts.get('file:///news/a.md'), DRAFT.replaceAll('port', 'harbour'));
  assert.match(texts.get('file:///news/sources.yaml')!, /^harbour:\n {2}type: report\n[^]*https:\/\/port\.example/);
  assert.match(texts.get('file:///news/b.md')!, /\[@harbour\]/);
  assert.deepEqual((edit.documentChanges as { textDocument: { uri: string; version: number | null } }[]).map(change => [change.textDocument.uri.split('/').at(-1), change.textDocument.version]), [['a.md', 1], ['b.md', null], ['sources.yaml', null]]);
});

test('a figure is renamed across drafts and claimcheck.yaml, a claim id in its draft alone', async t => {
  const client = await start(t, { files: OTHER });
  const figure = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...client.place('a.md', DRAFT.replace('figure=bo', 'figure=bo|')), newName: 'containers' });
  assert.deepEqual([...(await client.apply(figure)).keys()].map(uri => uri.split('/').at(-1)).sort(), ['a.md', 'b.md', 'claimcheck.yaml']);
  const claim = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...client.place('a.md', DRAFT.replace('id=fu', 'id=fu|')), newName: 'crowded' });
  assert.deepEqual([...(await client.apply(claim)).keys()], ['file:///news/a.md']);
});

test('what is to be renamed is told beforehand, and nothing where there is no name', async t => {
  const client = await start(t, { files: OTHER });
  const prepared = await client.connection.sendRequest('textDocument/prepareRename', client.place('a.md', DRAFT.replace('[@port', '[@po|rt')));
  assert.deepEqual(prepared, { range: { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } }, placeholder: 'port' });
  assert.equal(await client.connection.sendRequest('textDocument/prepareRename', client.place('a.md', DRAFT.replace('Again', 'Ag|ain'))), null);
});

for (const [where, newName, message] of [
  ['[@po|rt', 'two words', /cannot be a source id\. .*\.$/], ['[@po|rt', 'deep', /source id “deep” is taken/], ['figure=bo|xes', 'a b', /cannot be a figure name/], ['figure=bo|xes', 'cranes', /figure name “cranes” is taken/],
  ['And.[^|n', '[x]', /cannot be a footnote label/], ['And.[^|n', 'M', /footnote label “M” is taken/],
] as const) {
  test(`renaming ${where} to ${newName} is refused in words`, async t => {
    const client = await start(t, { files: { ...OTHER, 'c.md': 'It has 12 cranes. <!-- claim figure=cranes -->\n' } });
    const marked = `${DRAFT}More.[^m]\n\n[^m]: A log\n`.replace(where.replace('|', ''), where);
    await assert.rejects(client.connection.sendRequest('textDocument/rename', { ...client.place('a.md', marked), newName }), (error: unknown) => error instanceof ResponseError && message.test(error.message));
  });
}

// --- outline, symbols, links ------------------------------------------------------------------

test('claims stand under their headings, with what is known of them; headings without claims are left out', async t => {
  const client = await start(t);
  const uri = client.open('a.md', '# Port\n\nIt took in 84,000 boxes. <!-- claim id=full figure=boxes status=todo source=port -->\n\n## Ships\n\nOne came. <!-- claim status=observed -->\n\n## Rest\n\nNothing.\n');
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  const show = (list: readonly DocumentSymbol[]): unknown[] => list.map(({ name, detail, children }) => [name, detail ?? '', show(children ?? [])]);
  assert.deepEqual(show(symbols), [['Port', '', [['It took in 84,000 boxes.', 'full · todo · boxes = 84,000 box · port', []], ['Ships', '', [['One came.', 'observed', []]]]]]]);
});

test('a client without a tree gets the claims as a list', async t => {
  const client = await start(t, { files: FILES, capabilities: OLD_EDITOR });
  const uri = client.open('a.md', '# Port\n\nOne came. <!-- claim status=observed -->\n');
  const symbols = await client.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', { textDocument: { uri } });
  assert.deepEqual(symbols.map(symbol => [symbol.name, symbol.location.range.start.line]), [['One came.', 2]]);
});

test('sources and claims of the whole workspace are found by a part of their name', async t => {
  const client = await start(t, { files: OTHER });
  const find = async (query: string) => (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(symbol => `${symbol.name} in ${symbol.containerName}`);
  assert.deepEqual(await find('mthfig'), ['port: Monthly figures in sources.yaml']);
  assert.deepEqual(await find('full'), ['full: Full. in b.md']);
  assert.ok(!JSON.stringify(await find('')).includes('Quist'));
});

test('addresses, captures and registries are links', async t => {
  const client = await start(t);
  const links = async (path: string, text: string, language: string) => {
    const uri = client.open(path, text, language);
    return (await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } })).map(link => link.target);
  };
  assert.deepEqual(await links('sources.yaml', REGISTRY, 'yaml'), ['https://port.example/august', 'file:///news/captures/port.txt']);
  assert.deepEqual(await links('a.md', '---\nsources: sources.yaml\n---\n\nSee <https://port.example/log>.[^a] And [@port].\n\n[^a]: https://port.example/b\n', 'markdown'), ['https://port.example/log', 'https://port.example/b', 'file:///news/sources.yaml']);
});
