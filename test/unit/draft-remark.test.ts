// remark reads the same Markdown on its own: the leaves of a Draft are the paragraphs, headings and table cells that it finds, at the same places.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { buildDraft } from '../../server/src/draft/build.ts';

// The workspace's own versions: textlint brings older ones to the root.
const require = createRequire(new URL('../../server/package.json', import.meta.url));
const load = async (name: string) => await import(pathToFileURL(require.resolve(name)).href) as { default: unknown; unified(): Processor };
interface Processor { use(plugin: unknown): Processor; parse(text: string): Node }
interface Node { type: string; position?: { start: { offset: number }; end: { offset: number } }; children?: Node[] }

const remark = (await load('unified')).unified()
  .use((await load('remark-parse')).default).use((await load('remark-gfm')).default).use((await load('remark-frontmatter')).default);

/** First and last offset of the words of every paragraph, heading and cell. */
function wordsOf(text: string): [string, number, number][] {
  const found: [string, number, number][] = [];
  const walk = (node: Node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return node.children?.forEach(walk);
    const first = node.children?.[0]?.position;
    const last = node.children?.at(-1)?.position;
    if (first && last) found.push([node.type === 'tableCell' ? 'cell' : node.type, first.start.offset, last.end.offset]);
  };
  walk(remark.parse(text));
  return found.sort((a, b) => a[1] - b[1]);
}

const inline = fc.array(fc.constantFrom('Rents rose.', 'one', '**bold**', '*a', '`code`', '[link](https://a.example/x)', '[^n]', '&amp;', '\\*', '~~x~~', '😀', '1. x', '- y'), { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '));
const prefix = fc.constantFrom('', '', '', '> ', '- ', '1. ', '   ', '> > ', '> - ', '- > ', '# ', '## ', '```\n', '***\n', '| a | b |\n|---|---|\n| c | ', '[^n]: ');
const ending = fc.constantFrom('\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\n    ', '\n---\n', '\n===\n');
const markdown = fc.array(fc.tuple(prefix, inline, ending), { maxLength: 10 }).map(lines => lines.flat().join(''));

test('leaves are what remark finds', () => {
  fc.assert(fc.property(markdown, text => {
    assert.deepEqual(buildDraft(text).leaves.map(leaf => [leaf.content.kind, leaf.start, leaf.end]).sort((a, b) => Number(a[1]) - Number(b[1])), wordsOf(text));
  }), { numRuns: 400 });
});
