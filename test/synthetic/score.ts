// Scores quotation and figure verdicts on synthetic sources: `node test/synthetic/score.ts [--set=1|2|3|4] [--seed=N] [--count=N] [--verbose]`.
import { isRight, runCases, type Case } from './plant.ts';
import { STORIES } from './stories.ts';

const option = (name: string, other: number) => Number(process.argv.find(a => a.startsWith(`--${name}=`))?.split('=')[1] ?? other);
const set = option('set', 1);
const { STORIES: stories, render } = set === 1 ? { STORIES, render: undefined } : set === 2 ? await import('./more-stories.ts') : await third(set);
const cases = await runCases(stories, option('seed', set), option('count', 200), render);

for (const what of ['quotation', 'figure'] as const) {
  const own = cases.filter(one => one.what === what);
  console.log(`${what} verdicts: ${share(own)}`);
  for (const how of new Set(own.map(one => one.how))) console.log(`  ${how.padEnd(22)} ${share(own.filter(one => one.how === how))}`);
  for (const file of new Set(own.map(one => one.file))) console.log(`    ${file.padEnd(20)} ${share(own.filter(one => one.file === file))}`);
}
const confirmed = cases.filter(({ what, faithful, verdict }) => what === 'quotation' && !faithful && verdict === 'faithful');
console.log(`altered quotations confirmed: ${confirmed.length}`);
if (process.argv.includes('--verbose')) for (const one of cases.filter(c => !isRight(c))) console.log(`${one.file} ${one.what} ${one.how}: ${one.text}\n    -> ${one.verdict} ${one.detail}`);

/** The third set, or (4) its papers of several pages. */
async function third(which: number) {
  const { render: short, renderLong } = await import('./third-layouts.ts');
  return { ...await import('./third-stories.ts'), render: which === 3 ? short : renderLong };
}

function share(list: readonly Case[]): string {
  const right = list.filter(isRight).length;
  return `${right}/${list.length} = ${(right / list.length).toFixed(3)}`;
}
