// Lint holds the arrows between folders (docs/ARCHITECTURE.md): a folder may import what stands to its left, never to its right.
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const LAYERS = [
  ['language', 'registry'],
  ['draft'],
  ['model'],
  ['rules'],
  ['engine'],
  ['sources', 'export'],
  ['workspace'],
  ['lsp', 'cli'],
];
const PURE = new Set(['language', 'registry', 'draft', 'model', 'rules', 'engine', 'export']);

/** The folders that `folder` may not import: its neighbours in the layer and all to its right. */
function forbiddenFor(folder) {
  const layer = LAYERS.findIndex(names => names.includes(folder));
  return [...LAYERS[layer].filter(name => name !== folder), ...LAYERS.slice(layer + 1).flat()];
}

// By depth, for a group of rules may be called as a folder is: from rules/draft, `../sources` is rules/sources and `../../sources` is not.
const arrows = LAYERS.flat().flatMap(folder => [1, 2, 3].map(depth => {
  const pure = PURE.has(folder);
  const patterns = [{ regex: `^(\\.\\./){${depth}}(${forbiddenFor(folder).join('|')})/`, message: `${folder}/ may not import this: the arrow points the other way.` },
    { group: ['**/node.ts', '**/browser.ts', '**/main.ts', '**/client/**'], message: 'Entry points import, they are not imported.' }];
  if (folder !== 'lsp') patterns.push({ group: ['vscode*'], message: 'LSP types stop at lsp/.' });
  if (pure) patterns.push({ group: ['node:*'], message: 'The engine runs in a browser.' });
  return {
    files: [`server/src/${folder}/${'*/'.repeat(depth - 1)}*.ts`],
    rules: {
      'no-restricted-imports': ['error', { paths: pure ? builtinModules : [], patterns }],
      'no-restricted-syntax': ['error', { selector: 'ImportExpression[source.value=/^(node:|vscode)/]', message: 'No dynamic import of Node or VS Code here.' },
        { selector: "TSEnumDeclaration", message: 'Unions, not enums.' }],
      ...(folder === 'cli' ? {} : { 'no-console': 'error' }),
    },
  };
}));

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '.cache/**', '**/*.d.ts', 'test-results/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './client/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setImmediate: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', fetch: 'readonly', Buffer: 'readonly', document: 'readonly', window: 'readonly' } },
  },
  {
    files: ['client/src/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/server/src/*/**', '**/server/src/!(protocol).ts'], message: 'client/ knows the server by LSP and protocol.ts alone.' }] }] },
  },
  ...arrows,
);
