// `npm test [-- SUITE …]`: installs what is missing, builds, runs the suites, and closes with `N passed, N failed`. Plain Node 20 until the packages are there.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { run, runMain, Stop } from './machine/commands.mjs';
import { installPackages, root, underOwnNode } from './machine/packages.mjs';

runMain(async () => {
  await installPackages(line => console.log(line));
  return underOwnNode(fileURLToPath(import.meta.url), () => test(process.argv.slice(2)));
});

/** @param {readonly string[]} names the suites to run; none: all */
async function test(names) {
  const { suites } = await import('./testing/suites.mjs');
  if (names.includes('--help')) {
    for (const { name, about } of suites) console.log(`${name.padEnd(12)} ${about}`);
    return 0;
  }
  const unknown = names.find(name => !suites.some(suite => suite.name === name));
  if (unknown !== undefined) throw new Stop(`There is no suite "${unknown}". There are ${suites.map(({ name }) => name).join(', ')}.`, 2);
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));

  let passed = 0;
  let failed = 0;
  const count = (name, outcome, started) => {
    passed += outcome.passed;
    failed += outcome.failed;
    const skipped = outcome.skipped ? `, ${outcome.skipped} skipped` : '';
    console.log(`${name.padEnd(12)} ${String(outcome.passed).padStart(5)} passed, ${outcome.failed} failed${skipped}  (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (outcome.failed > 0) console.log(`\n${outcome.output.trimEnd()}\n`);
  };

  if (chosen.some(suite => suite.needsBuild)) {
    const started = Date.now();
    const { status, output } = await run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root });
    count('build', { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, output }, started);
  }
  for (const suite of chosen) {
    const lacking = suite.missing?.();
    if (lacking !== undefined) {
      console.log(`${suite.name.padEnd(12)} not run. ${lacking}`);
      // On a build machine nobody reads the line: what was not tested must not look tested.
      if (process.env.CI === 'true') failed += 1;
      continue;
    }
    const started = Date.now();
    try {
      count(suite.name, await suite.run(), started);
    } catch (error) {
      count(suite.name, { passed: 0, failed: 1, output: error instanceof Stop ? error.message : String(error?.stack ?? error) }, started);
    }
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
