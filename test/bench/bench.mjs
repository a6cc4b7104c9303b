// `npm run bench [-- --write]`: how long Claimcheck takes on drafts of 1,000 and 10,000 words, beside other checkers on the same texts in the same run.
// `--write` puts the table and the plot into docs/.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, runMain, Stop } from '../../scripts/machine/commands.mjs';
import { installPackages, root, underOwnNode } from '../../scripts/machine/packages.mjs';
import { makeNewsText } from './news-text.mjs';
import { drawPlot } from './plot.mjs';

const LENGTHS = [1000, 10_000];
/** Of each measurement; the median counts. */
const RUNS = 15;
/** Runs before those that count: a writer's editor has been running for a while. */
const WARM_UP = 25;

runMain(async () => {
  await installPackages(line => console.log(line));
  return underOwnNode(fileURLToPath(import.meta.url), bench);
});

async function bench() {
  const built = await run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  if (built.status !== 0) throw new Stop(`Claimcheck could not be built.\n${built.output.trim()}`);
  const { checkers } = await import('./checkers.mjs');
  const rows = [];
  for (const checker of checkers) {
    const { check, edit } = await checker.load();
    const row = { name: checker.name, about: checker.about, warm: [], edit: [] };
    for (const words of LENGTHS) {
      // Another text each time: what a checker remembers of the last one does not help it.
      const texts = Array.from({ length: WARM_UP + RUNS }, (_, seed) => makeNewsText(words, seed));
      row.warm.push(await median(RUNS, turn => check(texts[turn]), WARM_UP));
      row.edit.push(edit ? await medianEdit(edit, makeNewsText(words, 7)) : undefined);
    }
    rows.push(row);
    console.error(`${checker.name} done`);
  }
  const processes = await processTimes();
  const report = toMarkdown(rows, processes);
  console.log(report);
  if (process.argv.includes('--write')) {
    writeFileSync(join(root, 'docs', 'benchmarks.md'), `# Benchmarks\n\nWritten by \`npm run bench -- --write\`; not edited by hand.\n\n![A 1,000-word draft, checked](benchmarks.svg)\n\n${report}`);
    writeFileSync(join(root, 'docs', 'benchmarks.svg'), drawPlot(rows));
  }
}

/** The middle of the times, in ms, after some turns that only warm up. */
async function median(turns, work, warmUp = 0) {
  const times = [];
  for (let turn = -warmUp; turn < turns; turn++) {
    const started = performance.now();
    await work(turn + warmUp);
    if (turn >= 0) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** One letter typed in the middle of the draft, again and again. */
async function medianEdit(edit, text) {
  const { open, change } = edit;
  await open(text);
  const middle = text.indexOf('\n\n', text.length / 2) - 1;
  return median(RUNS * 3, turn => change(`${text.slice(0, middle)} ${'abcdefgh'.slice(0, 1 + turn % 8)}${text.slice(middle)}`), 5);
}

/** The whole process of the command line, from its start to its end; and of an empty Node, which is the floor. */
async function processTimes() {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-bench-'));
  try {
    const times = { node: await median(RUNS, () => run(process.execPath, ['-e', '0']), 2), check: [] };
    for (const words of LENGTHS) {
      const file = join(folder, `${words}.md`);
      writeFileSync(file, makeNewsText(words, 3));
      times.check.push(await median(RUNS, async () => {
        const { status, output } = await run(process.execPath, [join(root, 'server', 'bin', 'claimcheck.js'), 'check', file], { cwd: folder });
        if (status > 1) throw new Stop(`claimcheck check ended with status ${status}: ${output.trim().split('\n')[0]}`);
      }, 2));
    }
    return times;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toMarkdown(rows, processes) {
  const ms = value => (value === undefined ? '–' : value < 10 ? value.toFixed(1) : String(Math.round(value)));
  const version = name => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
  return `| milliseconds, median | 1,000 words | 10,000 words | one letter typed, 1,000 | one letter typed, 10,000 |
| --- | ---: | ---: | ---: | ---: |
${rows.map(({ name, warm, edit }) => `| ${name} | ${warm.map(ms).join(' | ')} | ${edit.map(ms).join(' | ')} |`).join('\n')}

| \`claimcheck check FILE\`, as a process | 1,000 words | 10,000 words | an empty Node |
| --- | ---: | ---: | ---: |
| from start to end | ${processes.check.map(ms).join(' | ')} | ${ms(processes.node)} |

${rows.map(({ name, about }) => `- **${name}**: ${about(version)}`).join('\n')}

The checkers look for different things, so the times say what a writer waits for, not which is better.
The texts are made up (\`test/bench/news-text.mjs\`), and another one is checked in every run, in one process that is warm.
A dash: the checker has no way to take an edit; it checks the whole text again.
Measured on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}.
`;
}
