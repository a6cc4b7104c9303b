// Colours Markdown as an editor does: a Markdown grammar with Claimcheck's injected into it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

const root = join(import.meta.dirname, '..', '..');
const INJECTION = 'markdown.claimcheck.injection';

/** As much of a Markdown grammar as the injection must live with: paragraphs that take text in, HTML comments, code, links, front matter. */
const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '\\A-{3}\\s*$', end: '^-{3}\\s*$', contentName: 'meta.embedded.block.frontmatter' },
    { name: 'markup.fenced_code.block.markdown', begin: '^\\s{0,3}(```)', end: '^\\s{0,3}(```)' },
    { name: 'comment.block.html', begin: '(^|\\G)\\s*(<!--)', end: '(-->)' },
    { name: 'meta.paragraph.markdown', begin: '(^|\\G)[ ]{0,3}(?=[^ \\t\\n])', while: '(^|\\G)(?!\\s*$)', patterns: [{ include: '#inline' }] },
  ],
  repository: {
    inline: {
      patterns: [
        { name: 'markup.inline.raw.string.markdown', match: '`[^`]+`' },
        { name: 'comment.block.html', begin: '<!--', end: '-->' },
        { name: 'meta.link.inline.markdown', match: '\\[[^\\[\\]]*\\]\\([^)]*\\)' },
      ],
    },
  },
} as unknown as IRawGrammar;

export interface Token {
  readonly text: string;
  /** The scopes that Claimcheck gives, the innermost last, without the ending `.claimcheck`. */
  readonly scopes: readonly string[];
}

/** The tokens of a text that Claimcheck's grammar colours, line by line, white space left out. */
export async function coloured(text: string, { grammar: file }: { grammar?: string } = {}): Promise<Token[]> {
  const grammar = await load(file);
  const tokens: Token[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const own = scopes.filter(scope => scope.endsWith('.claimcheck')).map(scope => scope.slice(0, -'.claimcheck'.length));
      const words = line.slice(startIndex, endIndex);
      if (own.length > 0 && words.trim() !== '') tokens.push({ text: words, scopes: own });
    }
  }
  return tokens;
}

const loaded = new Map<string, Promise<IGrammar>>();

function load(file = ''): Promise<IGrammar> {
  const known = loaded.get(file) ?? create(file);
  loaded.set(file, known);
  return known;
}

async function create(file: string): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength)).catch(() => undefined);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { contributes: { grammars: { scopeName: string; path: string; injectTo: string[] }[] } };
  const contributed = manifest.contributes.grammars.find(grammar => grammar.scopeName === INJECTION)!;
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner: patterns => new oniguruma.OnigScanner(patterns), createOnigString: s => new oniguruma.OnigString(s) }),
    async loadGrammar(scope) {
      if (scope === INJECTION) return textmate.parseRawGrammar(readFileSync(join(root, contributed.path), 'utf8'), contributed.path);
      if (scope !== 'text.html.markdown') return null;
      return file === '' ? markdown : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: scope => (contributed.injectTo.includes(scope) ? [INJECTION] : undefined),
  });
  return (await registry.loadGrammar('text.html.markdown'))!;
}
