// The code action on a quotation or figure that its source bears out: the passage becomes an excerpt of the source's entry.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { CodeAction, Hover, MarkupContent, TextDocumentEdit } from 'vscode-languageserver/node';
import { EDITOR, startClient, type TestClient } from './client.ts';

const YAML = '# Kept by the desk\ntalk:\n  type: speech # given twice\n  title: Talk\n  author: Ida Ohm\n  issued: 2025-08-01\n  file: captures/talk.srt\n# the end\n';
const TALK = '1\n00:12:31,000 --> 00:12:34,000\nNobody shall fish from the north wall.\n\n2\n00:12:40,000 --> 00:12:44,000\nThe fee for a boat is $8.70 a night.\n';
const QUOTED = '“Nobody shall |fish from the north wall,” Ohm said [@talk].\n';

interface Desk {
  readonly client: TestClient;
  readonly said: string[];
}

async function start(t: TestContext, files: Record<string, string> = {}, textDocument: object = {}): Promise<Desk> {
  const client = await startClient({ files: { 'claimcheck.yaml': 'sources: [sources.yaml]\n', 'sources.yaml': YAML, 'captures/talk.srt': TALK, ...files }, capabilities: { ...EDITOR, textDocument: { ...EDITOR.textDocument, ...textDocument } } });
  t.after(() => client.stop());
  const said: string[] = [];
  client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void said.push(message));
  return { client, said };
}

const RESOLVES = { codeAction: { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ['edit'] } } };

/** The actions at `|` that keep a passage. */
async function actionsAt({ client }: Desk, marked: string, only?: string[]): Promise<CodeAction[]> {
  const { textDocument, position } = client.place('a.md', marked);
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [], ...(only ? { only } : {}) } });
  return actions.filter(({ title }) => title.startsWith('Add the passage'));
}

const resolve = ({ client }: Desk, action: CodeAction) => client.connection.sendRequest<CodeAction>('codeAction/resolve', action);

test('a quotation that its capture has word for word becomes an excerpt with its place, and nothing else of the registry changes', async t => {
  const desk = await start(t);
  const [action, ...others] = await actionsAt(desk, QUOTED);
  assert.deepEqual([action!.title, action!.kind, others.length], ['Add the passage to the excerpts of “talk”', 'refactor.rewrite', 0]);
  const text = (await desk.client.apply(action!.edit!)).get('file:///news/sources.yaml');
  assert.equal(text, YAML.replace('# the end', '  excerpts:\n    - text: "Nobody shall fish from the north wall."\n      locator: "00:12:31"\n# the end'));
});

test('a figure that its source gives likewise', async t => {
  const desk = await start(t);
  const [action] = await actionsAt(desk, 'Every boat pays a fee of $8|.70 a night [@talk].\n');
  assert.match((await desk.client.apply(action!.edit!)).get('file:///news/sources.yaml')!, /- text: "The fee for a boat is \$8\.70 a night\."\n {6}locator: "00:12:40"/);
});

test('it is no quick fix, and is offered where an editor asks for rewriting', async t => {
  const desk = await start(t);
  assert.equal((await actionsAt(desk, QUOTED, ['quickfix'])).length, 0);
  assert.equal((await actionsAt(desk, QUOTED, ['refactor'])).length, 1);
});

test('words that an excerpt has already, that the source lacks or that nobody speaks are not offered', async t => {
  const desk = await start(t, { 'sources.yaml': YAML.replace('# the end', '  excerpts: ["Before. Nobody shall fish from the north wall. After."]\n') });
  assert.deepEqual(await actionsAt(desk, QUOTED), []);
  assert.deepEqual(await actionsAt(desk, '“Everybody may |fish from the wall,” Ohm said [@talk].\n'), []);
  assert.deepEqual(await actionsAt(desk, 'The “north |wall” is long [@talk].\n'), []);
});

test('an edit is made for the registry as it is when the action is chosen', async t => {
  const desk = await start(t, {}, RESOLVES);
  const [action] = await actionsAt(desk, QUOTED);
  assert.equal(action!.edit, undefined);
  const now = `# moved down\n${YAML}`;
  desk.client.files.write('file:///news/sources.yaml', now);
  const { edit } = await resolve(desk, action!);
  assert.match((await desk.client.apply(edit!)).get('file:///news/sources.yaml')!, /^# moved down\n# Kept by the desk\n[^]*north wall\."\n {6}locator: "00:12:31"\n# the end\n$/);
  assert.equal((edit!.documentChanges![0] as TextDocumentEdit).textDocument.version, null);
});

test('nothing is done where the draft has moved on, or the entry is gone, and a message says so', async t => {
  const desk = await start(t, {}, RESOLVES);
  const [action] = await actionsAt(desk, QUOTED);
  desk.client.files.write('file:///news/sources.yaml', '# empty\n');
  assert.equal((await resolve(desk, action!)).edit, undefined);
  desk.client.files.write('file:///news/sources.yaml', YAML);
  desk.client.change('a.md', 'Other words.\n');
  assert.equal((await resolve(desk, action!)).edit, undefined);
  assert.deepEqual(desk.said, ['“talk” has this passage among its excerpts, or is no source any more.', 'The draft has changed meanwhile. Try again.']);
});

const BIB = '@misc{talk,\n  title = {Talk},\n  file = {captures/talk.srt}\n}\n';
const CSL = '[\n  {"id": "talk", "type": "speech", "title": "Talk", "file": "captures/talk.srt"}\n]\n';

test('a CSL-JSON registry takes the excerpt too', async t => {
  const desk = await start(t, { 'claimcheck.yaml': 'sources: [sources.json]\n', 'sources.json': CSL });
  const [action] = await actionsAt(desk, QUOTED);
  assert.equal((await desk.client.apply(action!.edit!)).get('file:///news/sources.json'), CSL.replace('"}', '", "excerpts": [{"text":"Nobody shall fish from the north wall.","locator":"00:12:31"}]}'));
});

test('of a BibTeX registry a disabled action and the hover say why not', async t => {
  const desk = await start(t, { 'claimcheck.yaml': 'sources: [sources.bib]\n', 'sources.bib': BIB }, RESOLVES);
  const [action] = await actionsAt(desk, QUOTED);
  assert.match(action!.disabled!.reason, /^A BibTeX file has no place for excerpts/);
  const hover = await desk.client.connection.sendRequest<Hover>('textDocument/hover', desk.client.place('b.md', QUOTED));
  assert.match((hover.contents as MarkupContent).value, /\*\*Excerpt:\*\* not kept\. A BibTeX file has no place for excerpts/);
});

test('the hover says that the passage is not kept, and no more once it is', async t => {
  const { client } = await start(t);
  const hoverAt = async (name: string) => ((await client.connection.sendRequest<Hover>('textDocument/hover', client.place(name, QUOTED))).contents as MarkupContent).value;
  assert.match(await hoverAt('a.md'), /\*\*Passage:\*\* “Nobody shall fish from the north wall\.”.*\n\*\*Where:\*\* talk, 00:12:31.*\n\*\*Match:\*\* word for word.*\n\*\*Excerpt:\*\* not kept yet; the code actions here .* add the passage to “talk”/);
  client.open('sources.yaml', YAML.replace('# the end', '  excerpts: ["Nobody shall fish from the north wall."]\n'), 'yaml');
  assert.doesNotMatch(await hoverAt('b.md'), /\*\*Excerpt:/);
});
