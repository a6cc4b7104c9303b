// Scores verdicts on dates and names of synthetic sources: `node test/synthetic/score-facts.ts [--set=1|2|3] [--seed=N] [--count=N] [--verbose]`.
import { CHRONICLES } from './chronicles.ts';
import { isFactRight, runFacts, type FactCase } from './plant-facts.ts';

const option = (name: string, other: number) => Number(process.argv.find(a => a.startsWith(`--${name}=`))?.split('=')[1] ?? other);
const set = option('set', 1);
const { makers, render } = await load(set);
const cases = await runFacts(makers, option('seed', set), option('count', 200), render);

for (const what of ['date', 'name'] as const) {
  const own = cases.filter(one => one.what === what);
  const [right, wrong] = [own.filter(({ faithful }) => faithful), own.filter(({ faithful }) => !faithful)];
  console.log(`${what} verdicts: ${share(own, isFactRight)}`);
  console.log(`  wrong ones reported: ${share(wrong, ({ verdict }) => verdict === 'other')}; true ones called wrong: ${share(right, ({ verdict }) => verdict === 'other')}`);
  for (const how of new Set(own.map(one => one.how))) console.log(`  ${how.padEnd(28)} ${share(own.filter(one => one.how === how), isFactRight)}`);
}
if (process.argv.includes('--verbose')) {
  for (const one of cases.filter(c => !isFactRight(c))) console.log(`${one.file} ${one.what} ${one.how}: ${one.text}\n    -> ${one.verdict} ${one.detail}`);
  for (const one of cases.filter(c => c.verdict === 'absent' && !c.faithful)) console.log(`not reported: ${one.file} ${one.what} ${one.how}: ${one.text}`);
}

function share(list: readonly FactCase[], test: (one: FactCase) => boolean): string {
  const count = list.filter(test).length;
  return `${count}/${list.length} = ${(count / list.length).toFixed(3)}`;
}

async function load(which: number) {
  if (which === 1) return { makers: CHRONICLES, render: undefined };
  if (which === 2) return { makers: (await import('./more-chronicles.ts')).CHRONICLES, render: (await import('./more-stories.ts')).render };
  return { makers: (await import('./third-chronicles.ts')).CHRONICLES, render: (await import('./third-layouts.ts')).render };
}
