// The hover on a date or a name over the protocol: what the cited source says of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { startClient } from './client.ts';

const FILES = {
  'claimcheck.yaml': 'sources: [sources.yaml]\n',
  'sources.yaml': 'port: {type: report, title: Quay, publisher: Port, issued: 2025-08-01, file: captures/port.txt}\n',
  'captures/port.txt': 'Foreword.\n\nStephen Marsh, a diver, found the cracks beneath the crane on 5 May 2019. <img src=x onerror=alert(1)> [click](command:evil)\n\nMohammed al-Hassan, the foreman, closed the quay in June 2019.\n',
};

for (const [name, marked, ...lines] of [
  ['the source has the date', 'The cracks beneath the crane were found on May| 5, 2019 [@port].', '**Passage:** “Stephen Marsh, a diver, found the cracks beneath the crane on 5 May 2019.', '**Where:** port, para. 2', '**Match:** the source has it'],
  ['the source is less exact', 'The foreman closed the quay on June| 7, 2019 [@port].', '**Match:** the source is less exact'],
  ['the source has another date', 'The cracks beneath the crane were found on May| 7, 2019 [@port].', '**Match:** differs: the source has “5 May 2019”'],
  ['the source has no such date', 'The mayor resigned on July| 7, 2018 [@port].', '**Match:** not in the text of “port”'],
  ['the source has the name', 'The diver Stephen Ma|rsh found the cracks [@port].', '**Match:** the source has it'],
  ['the source has the name in another form', 'Muhammad Al-Ha|san closed the quay [@port].', '**Match:** the source has it as “Mohammed al-Hassan”'],
  ['the source has another name', 'The diver Stephen Ma|rs found the cracks beneath the crane [@port].', '**Match:** differs: the source has “Stephen Marsh”'],
  ['the source has no such name', 'The mayor, Ada Lind|qvist, resigned [@port].', '**Match:** not in the text of “port”'],
] as const) {
  test(`a hover on a date or name: ${name}`, async t => {
    const client = await startClient({ files: FILES });
    t.after(() => client.stop());
    const found = await client.connection.sendRequest<Hover | null>('textDocument/hover', client.place('a.md', `${marked}\n`));
    const { value } = found?.contents as MarkupContent;
    for (const line of lines) assert.ok(value.includes(line), `${line} in ${value}`);
    assert.doesNotMatch(value, /(?<!\\)<img|(?<!\\)\]\(command/);
  });
}
