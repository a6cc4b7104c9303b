// Bundles the command line, the language server (Node and browser worker) and the extension's client with esbuild. `--meta` also writes what each bundle holds.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import esbuild from 'esbuild';

const root = join(import.meta.dirname, '..');
const shared = { bundle: true, absWorkingDir: root, logLevel: 'warning', sourcemap: false, metafile: true, legalComments: 'none', target: 'es2023' };

/** Packages in the old module form that are bundled into a module still ask for Node's own modules by `require`. */
const banner = { js: "import { createRequire as claimcheckRequire } from 'node:module'; const require = claimcheckRequire(import.meta.url);" };

/** One run of esbuild each. The command line and the server share chunks; what only one of them or only one file format needs is loaded when it is asked for. */
const bundles = [
  { name: 'server in Node', entryPoints: { main: 'server/src/main.ts', node: 'server/src/node.ts', 'extract-worker': 'server/src/extract-worker.ts' }, outdir: 'server/dist',
    options: { platform: 'node', format: 'esm', splitting: true, chunkNames: 'chunks/[name]-[hash]', banner, minify: true } },
  // The `worker` condition keeps `document` out: decode-named-character-reference asks for it under `browser` alone.
  // A worker's bundle is one file: the readers of PDF, Word files and articles, four times its size, stay out of it, and a file that asks for one says so.
  { name: 'server in a worker', entryPoints: { browser: 'server/src/browser.ts' }, outdir: 'server/dist',
    options: { platform: 'browser', format: 'iife', conditions: ['worker'], external: ['unpdf', 'mammoth', 'fflate', 'linkedom/worker', '@mozilla/readability'], minify: true } },
  { name: 'client in Node', entryPoints: { node: 'client/src/node.ts' }, outdir: 'client/dist',
    options: { platform: 'node', format: 'cjs', external: ['vscode'], outExtension: { '.js': '.cjs' }, minifySyntax: true, minifyWhitespace: true } },
  { name: 'client in a browser', entryPoints: { browser: 'client/src/browser.ts' }, outdir: 'client/dist',
    options: { platform: 'browser', format: 'cjs', external: ['vscode'], outExtension: { '.js': '.cjs' }, minify: true } },
];

let failed = false;
/** By output folder: the packages whose code went into its bundles. */
const packages = new Map();
const written = new Set();
for (const { name, entryPoints, outdir, options } of bundles) {
  const present = Object.fromEntries(Object.entries(entryPoints).filter(([, file]) => existsSync(join(root, file))));
  const absent = Object.values(entryPoints).filter(file => !existsSync(join(root, file)));
  if (absent.length > 0) console.log(`skipped: ${absent.join(', ')} (not there)`);
  if (Object.keys(present).length === 0) continue;
  try {
    const { metafile } = await esbuild.build({ ...shared, entryPoints: present, outdir, ...options });
    for (const [file, { bytes, entryPoint }] of Object.entries(metafile.outputs)) {
      written.add(file);
      if (entryPoint && !file.includes('/chunks/')) console.log(`${file}  ${Math.round(bytes / 1024)} KB`);
    }
    const bundled = packages.get(outdir) ?? new Set();
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder) bundled.add(folder);
    }
    packages.set(outdir, bundled);
    if (process.argv.includes('--meta')) {
      const file = `${outdir}/${name.replaceAll(' ', '-')}.meta.json`;
      writeFileSync(join(root, file), JSON.stringify(metafile));
      written.add(file);
    }
  } catch {
    failed = true; // esbuild has said what and where
    console.error(`${name}: not built`);
  }
}

// The licences of what was bundled go along with it.
for (const [outdir, folders] of packages) {
  const notices = [...folders].map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find(entry => /^(?:licen[cs]e|copying)/i.test(entry));
    return `${name} ${version} (${license ?? 'see below'})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : 'The package has no licence file.'}\n`;
  });
  const file = `${outdir}/THIRD-PARTY-LICENSES.txt`;
  writeFileSync(join(root, file), [...new Set(notices)].sort().join(`\n${'-'.repeat(78)}\n\n`));
  written.add(file);
}

// What an earlier build left behind goes last, so that a command that is started meanwhile still finds its parts.
if (!failed) {
  for (const folder of ['server/dist', 'client/dist']) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const file = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
      if (entry.isFile() && !written.has(file)) rmSync(join(root, file));
    }
  }
}
process.exitCode = failed ? 1 : 0;
