// “Source This Paragraph…” over the protocol: which claims are open, how each can be settled, and what settling one does to the draft.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ApplyWorkspaceEditParams, CodeAction } from 'vscode-languageserver/node';
import {
  CLAIM_CHOICES, COVERAGE, OPEN_CLAIMS, SETTLE_CLAIM, SHOW_SOURCE_COMMAND, SOURCE_PLACE,
  type ClaimChoicesResult, type CoverageParams, type EditResult, type OpenClaim, type ProtocolPlace,
} from '../../server/src/protocol.ts';
import { startClient, type TestClient } from './client.ts';

const FILES = {
  'claimcheck.yaml': 'sources: [sources.yaml]\n',
  'sources.yaml': 'ferries:\n  type: dataset\n  title: Ferry log\n  publisher: Port Office\n  issued: 2025-08-01\n\nrents:\n  type: report\n  title: Rent index\n  publisher: Housing Office\n  issued: 2025-08-01\n',
};

const TEXT = `# Town

Ferries carried 4.2 million people in 2024. It rained. The ferries burned 12 percent less oil than in 2023.

It is the largest port on the coast.

## Rents

Rents rose 12 percent in 2024.

# Other

Rents fell 3 percent in 2023.
`;

interface Desk extends TestClient {
  readonly uri: string;
  readonly edits: number[];
  claimsAt(words: string, scope: 'paragraph' | 'section', to?: string): Promise<OpenClaim[]>;
  choices(claim: OpenClaim): Promise<ClaimChoicesResult>;
  settle(claim: OpenClaim, choice: string, source?: object): Promise<EditResult>;
  text(): string;
}

async function start(t: TestContext, text = TEXT): Promise<Desk> {
  const client = await startClient({ files: FILES });
  t.after(() => client.stop());
  const uri = client.open('a.md', text);
  const edits: number[] = [];
  let version = 1;
  let now = text;
  client.connection.onRequest('workspace/applyEdit', async ({ edit }: ApplyWorkspaceEditParams) => {
    edits.push(edit.documentChanges?.length ?? 0);
    const changed = (await client.apply(edit)).get(uri);
    if (changed !== undefined) {
      now = changed;
      client.change('a.md', now);
      version++;
    }
    return { applied: true };
  });
  const position = (at: number) => ({ line: now.slice(0, at).split('\n').length - 1, character: at - now.lastIndexOf('\n', at - 1) - 1 });
  return {
    ...client, uri, edits,
    text: () => now,
    claimsAt: (words, scope, to) => {
      const at = now.indexOf(words);
      const end = to === undefined ? at : now.indexOf(to) + to.length;
      return client.connection.sendRequest(OPEN_CLAIMS, { uri, version, scope, range: { start: position(at), end: position(end) } });
    },
    choices: ({ sentence, hash }) => client.connection.sendRequest(CLAIM_CHOICES, { uri, sentence, hash }),
    settle: ({ sentence, hash }, choice, source) => client.connection.sendRequest(SETTLE_CLAIM, { uri, sentence, hash, version, choice, ...(source && { source }) }),
  };
}

test('the open claims of a paragraph, a selection, a section', async t => {
  const desk = await start(t);
  const begin = async (...asked: Parameters<Desk['claimsAt']>) => (await desk.claimsAt(...asked)).map(({ text }) => text.slice(0, 11));
  assert.deepEqual(await begin('It rained', 'paragraph'), ['Ferries car', 'The ferries']);
  assert.deepEqual(await begin('It rained', 'paragraph', 'It is the largest'), ['The ferries', 'It is the l']);
  assert.deepEqual(await begin('It rained', 'section'), ['Ferries car', 'The ferries', 'It is the l', 'Rents rose ']);
  assert.deepEqual(await begin('Rents rose', 'section'), ['Rents rose ']);
  assert.match((await desk.claimsAt('It is', 'paragraph'))[0]!.message, /a superlative/);
});

test('the choices: sources that fit first with the reason, then a new one, words, and all others', async t => {
  const desk = await start(t);
  const [claim] = await desk.claimsAt('Ferries', 'paragraph');
  const { choices } = await desk.choices(claim!);
  assert.deepEqual(choices.map(({ key, group }) => `${group} ${key}`), ['likely cite:ferries', 'other cite:rents', 'new cite-new', 'words attribute', 'words observed', 'words common-knowledge', 'words needs-source']);
  assert.match(choices[0]!.detail, /shares the word “Ferries”/);
  assert.equal(choices[0]!.description, 'Ferry log');
});

test('one claim after the other, each one edit, whatever was inserted before', async t => {
  const desk = await start(t);
  const [first, second] = await desk.claimsAt('Ferries', 'paragraph');
  assert.equal((await desk.settle(first!, 'attribute')).done, true);
  assert.equal((await desk.settle(second!, 'cite:ferries')).done, true);
  assert.match(desk.text(), /people in 2024, according to \[TK: source\]\. It rained\. The ferries burned 12 percent less oil than in 2023 \[@ferries\]\./);
  assert.deepEqual(desk.edits, [1, 1]);
  assert.deepEqual(await desk.claimsAt('Ferries', 'paragraph'), []);
});

test('a new source is cited and entered in one edit, and shown at what is to be filled in', async t => {
  const desk = await start(t);
  const [claim] = await desk.claimsAt('It is the largest', 'paragraph');
  assert.equal((await desk.settle(claim!, 'cite-new', { type: 'report', id: 'almanac', title: 'Port almanac', url: '' })).done, true);
  assert.match(desk.text(), /coast \[@almanac\]\./);
  assert.deepEqual(desk.edits, [2]);
  const place = await desk.connection.sendRequest<ProtocolPlace | null>(SOURCE_PLACE, { uri: desk.uri, id: 'ferries' });
  assert.deepEqual(place, { uri: 'file:///news/sources.yaml', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } } });
  assert.equal(await desk.connection.sendRequest(SOURCE_PLACE, { uri: desk.uri, id: 'nobody' }), null);
});

test('an answer for a sentence that is gone, or a way that there is not, changes nothing', async t => {
  const desk = await start(t);
  const [claim] = await desk.claimsAt('It is the largest', 'paragraph');
  assert.equal((await desk.settle(claim!, 'cite:nobody')).done, false);
  assert.equal((await desk.settle({ ...claim!, hash: '00000000' }, 'observed')).done, false);
  assert.equal(desk.text(), TEXT);
});

test('the quick fix that makes a source shows it, and the paragraph’s command stands beside the fixes', async t => {
  const client = await startClient({ files: FILES });
  t.after(() => client.stop());
  const uri = client.open('a.md', 'It is the largest port on the coast.\n');
  const [diagnostic] = await client.diagnostics('a.md');
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: diagnostic!.range, context: { diagnostics: [diagnostic] } });
  const making = actions.find(({ title }) => title.startsWith('Cite a new source'));
  assert.deepEqual([making?.command?.command, making?.command?.arguments], [SHOW_SOURCE_COMMAND, [uri, 'new-source']]);
  assert.ok(actions.some(({ title, edit }) => title === 'Source this paragraph…' && edit === undefined));
});

test('the extension is told the coverage of an open draft when it changes', async t => {
  const client = await startClient({ files: FILES });
  t.after(() => client.stop());
  const told: CoverageParams[] = [];
  client.connection.onNotification(COVERAGE, (params: CoverageParams) => void told.push(params));
  client.open('a.md', 'Rents rose 12 percent in 2024.\n');
  await client.diagnostics('a.md');
  await client.diagnostics('a.md');
  client.change('a.md', 'Rents rose 12 percent in 2024 [@rents]. <!-- claim status=verified -->\n');
  await client.diagnostics('a.md');
  assert.deepEqual(told.map(({ coverage }) => coverage), [{ claims: 1, sourced: 0, verified: 0, open: 1 }, { claims: 1, sourced: 1, verified: 1, open: 0 }]);
});
