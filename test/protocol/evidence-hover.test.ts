// The hover on a figure, a date or a name over the protocol: what the cited source says of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { startClient } from './client.ts';

const FILES = {
  'claimcheck.yaml': 'sources: [sources.yaml]\n',
  'sources.yaml': 'traffic: {type: report, title: Traffic, publisher: Port, issued: 2025-08-01, file: captures/traffic.txt}\nquay: {type: report, title: Quay, publisher: Port, issued: 2025-08-01, file: captures/quay.txt}\n',
  'captures/traffic.txt': 'Foreword.\n\nThe northern terminal handled 3,410 containers in March, after 3,100 in February. <img src=x onerror=alert(1)> [click](command:evil)\n',
  'captures/quay.txt': 'Foreword.\n\nStephen Marsh, a diver, found the cracks beneath the crane on 5 May 2019. <img src=x onerror=alert(1)> [click](command:evil)\n\nMohammed al-Hassan, the foreman, closed the quay in June 2019.\n',
};

for (const [name, marked, ...lines] of [
  ['figure: the source gives it', 'The northern terminal handled 3,4|10 containers in March [@traffic].', '**Passage:** “The northern terminal handled 3,410 containers in March, after 3,100 in February.', '**Where:** traffic, para. 2', '**Match:** the source gives it'],
  ['figure: it follows', 'The northern terminal handled 10 per|cent more containers in March than in February [@traffic].', '**Match:** it follows from the figures of this passage'],
  ['figure: the source gives another', 'The northern terminal handled 4,3|10 containers in March [@traffic].', '**Match:** differs: the source gives 3,410 container'],
  ['figure: the source has none', 'Every boat pays a fee of $8|70 for its anchor [@traffic].', '**Match:** not in the text of “traffic”'],
  ['date or name: the source has the date', 'The cracks beneath the crane were found on May| 5, 2019 [@quay].', '**Passage:** “Stephen Marsh, a diver, found the cracks beneath the crane on 5 May 2019.', '**Where:** quay, para. 2', '**Match:** the source has it'],
  ['date or name: the source is less exact', 'The foreman closed the quay on June| 7, 2019 [@quay].', '**Match:** the source is less exact'],
  ['date or name: the source has another date', 'The cracks beneath the crane were found on May| 7, 2019 [@quay].', '**Match:** differs: the source has “5 May 2019”'],
  ['date or name: the source has no such date', 'The mayor resigned on July| 7, 2018 [@quay].', '**Match:** not in the text of “quay”'],
  ['date or name: the source has the name', 'The diver Stephen Ma|rsh found the cracks [@quay].', '**Match:** the source has it'],
  ['date or name: the source has the name in another form', 'Muhammad Al-Ha|san closed the quay [@quay].', '**Match:** the source has it as “Mohammed al-Hassan”'],
  ['date or name: the source has another name', 'The diver Stephen Ma|rs found the cracks beneath the crane [@quay].', '**Match:** differs: the source has “Stephen Marsh”'],
  ['date or name: the source has no such name', 'The mayor, Ada Lind|qvist, resigned [@quay].', '**Match:** not in the text of “quay”'],
] as const) {
  test(`a hover on a ${name}`, async t => {
    const client = await startClient({ files: FILES });
    t.after(() => client.stop());
    const found = await client.connection.sendRequest<Hover | null>('textDocument/hover', client.place('a.md', `${marked}\n`));
    const { value } = found?.contents as MarkupContent;
    for (const line of lines) assert.ok(value.includes(line), `${line} in ${value}`);
    assert.doesNotMatch(value, /(?<!\\)<img|(?<!\\)\]\(command/);
  });
}
