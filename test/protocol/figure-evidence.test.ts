// The hover on a figure over the protocol: what the cited source says of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { startClient } from './client.ts';

const FILES = {
  'claimcheck.yaml': 'sources: [sources.yaml]\n',
  'sources.yaml': 'port: {type: report, title: Traffic, publisher: Port, issued: 2025-08-01, file: captures/port.txt}\n',
  'captures/port.txt': 'Foreword.\n\nThe northern terminal handled 3,410 containers in March, after 3,100 in February. <img src=x onerror=alert(1)> [click](command:evil)\n',
};

for (const [name, marked, ...lines] of [
  ['the source gives it', 'The northern terminal handled 3,4|10 containers in March [@port].', '**Passage:** “The northern terminal handled 3,410 containers in March, after 3,100 in February.', '**Where:** port, para. 2', '**Match:** the source gives it'],
  ['it follows', 'The northern terminal handled 10 per|cent more containers in March than in February [@port].', '**Match:** it follows from the figures of this passage'],
  ['the source gives another', 'The northern terminal handled 4,3|10 containers in March [@port].', '**Match:** differs: the source gives 3,410 container'],
  ['the source has none', 'Every boat pays a fee of $8|70 for its anchor [@port].', '**Match:** not in the text of “port”'],
] as const) {
  test(`a hover on a figure: ${name}`, async t => {
    const client = await startClient({ files: FILES });
    t.after(() => client.stop());
    const found = await client.connection.sendRequest<Hover | null>('textDocument/hover', client.place('a.md', `${marked}\n`));
    const { value } = found?.contents as MarkupContent;
    for (const line of lines) assert.ok(value.includes(line), `${line} in ${value}`);
    assert.doesNotMatch(value, /(?<!\\)<img|(?<!\\)\]\(command/);
  });
}
