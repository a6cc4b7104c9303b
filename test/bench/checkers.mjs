// The checkers that the benchmark compares, each with its own defaults.
import { createWorkspace } from '../../server/src/workspace/create-workspace.ts';

/** No files beside the draft. */
const noFiles = { readText: async () => undefined, list: async () => [], kind: async () => undefined };
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const URI = 'file:///bench/draft.md';

/**
 * @typedef {{ check: (text: string) => Promise<unknown>, edit?: { open: (text: string) => Promise<unknown>, change: (text: string) => Promise<unknown> } }} Checker
 * @type {readonly { name: string, about: (version: (name: string) => string) => string, load: () => Promise<Checker> }[]}
 */
export const checkers = [
  { name: 'Claimcheck', about: () => 'every rule with its defaults, through the same workspace as the editor’s', load: loadClaimcheck },
  { name: 'Harper', about: version => `harper.js ${version('harper.js')}, grammar and spelling, its defaults`, load: loadHarper },
  { name: 'textlint', about: version => `textlint ${version('textlint')} with textlint-rule-terminology ${version('textlint-rule-terminology')}`, load: loadTextlint },
  { name: 'markdownlint', about: version => `markdownlint ${version('markdownlint')}, its defaults: the form of the Markdown, not its words`, load: loadMarkdownlint },
];

async function loadClaimcheck() {
  const create = () => createWorkspace({ files: noFiles, log: quiet });
  let version = 0;
  let workspace = create();
  const checkNow = async () => {
    const checked = await workspace.check(URI);
    if (!checked || checked === 'cancelled') throw new Error('the draft was not checked');
    return checked.findings.length;
  };
  const open = text => {
    workspace = create();
    workspace.open(URI, text, ++version, 'markdown');
    return checkNow();
  };
  return { check: open, edit: { open, change: text => {
    workspace.change(URI, text, ++version);
    return checkNow();
  } } };
}

async function loadHarper() {
  const { LocalLinter } = await import('harper.js');
  const { binary } = await import('harper.js/binary');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return { check: text => linter.lint(text, { language: 'markdown' }) };
}

async function loadTextlint() {
  const { createLinter } = await import('textlint');
  const { TextlintKernelDescriptor } = await import('@textlint/kernel');
  const { default: markdown } = await import('@textlint/textlint-plugin-markdown');
  const { default: terminology } = await import('textlint-rule-terminology');
  const linter = createLinter({ descriptor: new TextlintKernelDescriptor({
    rules: [{ ruleId: 'terminology', rule: terminology.default ?? terminology }],
    plugins: [{ pluginId: '@textlint/markdown', plugin: markdown.default ?? markdown }],
    filterRules: [],
  }) });
  return { check: text => linter.lintText(text, '/bench/draft.md') };
}

async function loadMarkdownlint() {
  const { lint } = await import('markdownlint/sync');
  return { check: async text => lint({ strings: { draft: text } }) };
}
