// Packages the built extension as dist/claimcheck.vsix: what its users install, and what the in-host and UI tests test.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, run, runMain } from './machine/commands.mjs';
import { root } from './machine/packages.mjs';

/** What goes into the package: the lines of .vscodeignore that let something in. */
const CONTENTS = ['.vscodeignore', ...readFileSync(join(root, '.vscodeignore'), 'utf8').split('\n')
  .filter(line => line.startsWith('!')).map(line => line.slice(1).replace(/\/\*\*$/, ''))];

/**
 * Packages the extension, unless the package at hand was made of the very same files.
 * @returns {Promise<{ file: string, hash: string, fresh: boolean }>} `hash` tells two contents apart
 */
export async function packageExtension() {
  const file = join(root, 'dist', 'claimcheck.vsix');
  const stamp = join(root, 'dist', 'claimcheck.vsix.stamp');
  const hash = hashOf(CONTENTS);
  if (existsSync(file) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return { file, hash, fresh: false };
  mkdirSync(join(root, 'dist'), { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const { status, output } = await run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file], { cwd: root });
  if (status !== 0) throw new Stop(`The extension could not be packaged.\n${output.trim()}`);
  writeFileSync(stamp, hash);
  return { file, hash, fresh: true };
}

/** One hash over the names and bytes of files and folders of the project. */
function hashOf(paths) {
  const sum = createHash('sha256');
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const files = statSync(full).isDirectory()
      ? readdirSync(full, { recursive: true }).map(name => join(path, String(name))).filter(name => statSync(join(root, name)).isFile()).sort()
      : [path];
    for (const name of files) sum.update(`${name}\0`).update(readFileSync(join(root, name)));
  }
  return sum.digest('hex');
}

if (import.meta.filename === process.argv[1]) {
  runMain(async () => {
    const { file } = await packageExtension();
    console.log(`${file}  ${Math.round(statSync(file).size / 1024)} KB`);
  });
}
