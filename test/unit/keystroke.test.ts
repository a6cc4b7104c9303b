// What a keystroke costs and what it may not change: checked edit by edit a draft has the findings of a draft that is opened afresh, and drafts made to be slow take linear time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createWorkspace } from '../../server/src/workspace/create-workspace.ts';

const files = { readText: () => Promise.resolve(undefined), readBytes: () => Promise.resolve(undefined), list: () => Promise.resolve([]), kind: () => Promise.resolve(undefined) };
const URI = 'file:///newsroom/draft.md';

async function check(workspace: ReturnType<typeof createWorkspace>) {
  const checked = await workspace.check(URI);
  assert.ok(checked && checked !== 'cancelled');
  return checked;
}

const FRONT = ['', '---\ndate: 2025-09-19\n---\n\n', '---\ndate: 2024-02-01\ntitle: The harbour\n---\n\n', '---\nsources:\n  port:\n    title: Port report\n    url: https://example.org/port\n---\n\n'];
/** Paragraphs that bear on each other: figures, dates, names and quotations that agree or do not. */
const PARAGRAPHS = [
  'The port handled 2,480 ships in March, the harbour office said.[^port]',
  'The 2,840 ships of March were a record, Mara Ellingsen said.',
  'The agency had counted 312 dead. The ministry put the toll at 287.',
  'Police arrested Tomas Brandt on March 3. His arrest on March 13 came as a surprise.',
  'The ferry Elgin sank on 4 May 2019. The sinking on 14 May 2019 cost nine lives.',
  'Sales rose by 20 percent to 48 million from 40 million. That is an increase of 25 percent.',
  '“We will not wait another winter for the new bridge,” said Ana Petrescu, the mayor.',
  '“We will not wait another summer for the new bridge,” said Petrescu.',
  'Petrescue said that about 340 people were moved. The 430 evacuees came back on Monday.',
  'Experts say the levy will be cut. It was the largest cut since 1998.',
  'Of the 120 cases, 45 were closed and the remaining 85 are open.',
  '| Town | Seats |\n| --- | ---: |\n| Kelmar | 412 |\n| Oststad | 300 |',
  'Kelmar took 421 seats.',
  '- Fares rise by 5 percent in May.\n- Fares fall by 5 percent in May.',
  'The port has 31 cranes. <!-- claim figure=cranes value="31 cranes" -->',
  'It has 13 cranes. <!-- claim figure=cranes value="13 cranes" status=todo -->',
  '## Kelmar kills 14 plans',
  '<!-- claimcheck-disable-next-line -->\nThe port has 99 cranes.',
  '[^port]: <https://example.org/port> “Port report”',
];

test('edit by edit a draft comes to the findings of one that is opened afresh', { timeout: 120_000 }, async () => {
  const edit = fc.record({ kind: fc.nat(6), at: fc.nat(10_000), other: fc.nat(10_000) });
  const letters = 'a 7.,“”%$\n-';
  await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 6, maxLength: 14 }), async edits => {
    let front = 1;
    let blocks = PARAGRAPHS.filter((_, i) => i % 3 !== 1);
    const workspace = createWorkspace({ files });
    let version = 1;
    workspace.open(URI, FRONT[front]! + blocks.join('\n\n'), version, 'markdown');
    await check(workspace);
    for (const { kind, at, other } of edits) {
      const i = at % Math.max(1, blocks.length);
      const block = blocks[i] ?? '';
      const place = other % (block.length + 1);
      if (kind === 0) blocks = blocks.with(i, block.slice(0, place) + letters.charAt(at % letters.length) + block.slice(place));
      else if (kind === 1) blocks = blocks.with(i, block.slice(0, place) + block.slice(place + 1));
      else if (kind === 2) blocks = blocks.toSpliced(i, 0, PARAGRAPHS[other % PARAGRAPHS.length]!);
      else if (kind === 3 && blocks.length > 1) blocks = blocks.toSpliced(i, 1).toSpliced(other % blocks.length, 0, block);
      else if (kind === 4 && blocks.length > 1) blocks = blocks.toSpliced(i, 1);
      else if (kind === 5) front = other % FRONT.length;
      else blocks = blocks.with(i, block.replace(/\d/, String(other % 10)));
      const text = FRONT[front]! + blocks.join('\n\n');
      workspace.change(URI, text, ++version);
      const fresh = createWorkspace({ files });
      fresh.open(URI, text, 1, 'markdown');
      const [stepwise, anew] = [await check(workspace), await check(fresh)];
      assert.deepEqual(stepwise.findings, anew.findings);
      assert.deepEqual(stepwise.silenced, anew.silenced);
      assert.deepEqual(stepwise.coverage, anew.coverage);
    }
  }), { numRuns: 12 });
});

const times = (n: number, make: (i: number) => string) => Array.from({ length: n }, (_, i) => make(i)).join('');
const name = (i: number) => `Q${String.fromCharCode(97 + i % 26, 97 + Math.floor(i / 26) % 26, 97 + Math.floor(i / 676) % 26)}`;

const hostile: Readonly<Record<string, (n: number) => string>> = {
  'digits': n => `It cost ${'7'.repeat(20 * n)} euros.`,
  'between … and': n => times(n, i => `between ${i} and ${i + 3} and `),
  'names on one line': n => `${times(4 * n, i => `${name(i)} ${name(i * 7)}, `)}met.`,
  'rows of tables': n => times(n / 20, k => `| Town | Seats |\n| --- | --- |\n${times(20, i => `| ${name(i + k)} | ${i * 3 + 100} |\n`)}\n\n`),
  'quotations': n => times(n / 2, i => `“We have waited for ${i} years and we will not wait again ${name(i)},” said ${name(i % 50)} Berg.\n\n`),
  'footnotes': n => times(n, i => `The council has ${i + 10} seats.[^n${i}]\n\n`) + times(n, i => `[^n${i}]: Report ${i}, p. ${i}\n\n`),
  'parts of a total': n => `${times(n, i => `${i + 100} cars in ${name(i)}, `)}and 43 in all.`,
  'what remains': n => times(n, i => `the remaining ${i + 100} cars of the ${i + 300} and `),
  'dated events': n => times(n, i => `The ${['attack', 'raid', 'fire', 'crash'][i % 4]!} on ${name(i)} on ${1 + i % 28} May 20${10 + i % 12} was the ${name(i)}. `),
  'two who count': n => times(n, i => `The ministry put the toll at ${i + 100}. The agency had counted ${i + 150} dead. `),
  'figures that come back': n => times(n, i => `Some ${i * 10 + 340} people left ${name(i % 40)}. The ${i * 10 + 430} evacuees came back. `),
  'claims of one figure': n => times(n, i => `The port has ${i} cranes. <!-- claim figure=cranes value="${i} cranes" status=todo -->\n\n`),
};

for (const [what, make] of Object.entries(hostile)) {
  test(`four times as many take no more than some four times as long: ${what}`, { timeout: 60_000 }, async () => {
    const cost = async (n: number) => {
      const workspace = createWorkspace({ files });
      workspace.open(URI, make(n), 1, 'markdown');
      const before = process.cpuUsage();
      await check(workspace);
      const { user } = process.cpuUsage(before);
      return user / 1000;
    };
    await cost(200);
    const [few, many] = [await cost(500), await cost(2000)];
    // A machine that is busy may take twice as long for the one and not the other; what grows with the square takes sixteen times.
    assert.ok(many < 10 * Math.max(few, 40), `${few} ms, then ${many} ms`);
  });
}
