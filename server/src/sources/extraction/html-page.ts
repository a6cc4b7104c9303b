// A web page -> its text with locators: the whole of it, or the article with the tables, captions and lists that belong to it.
import type { SourceText } from '../source-text.ts';
import { readHtml, type HtmlBlock, type HtmlPage } from './html-blocks.ts';
import { TextBuilder } from './text-builder.ts';

/** A page with fewer words is likely built by a script, or shows but the beginning: what it lacks the source may have. */
const FEWEST_WORDS = 30;
/** An article that holds less of the page's own words than this is a teaser beside what the page is about. */
const LEAST_SHARE = 0.2;

/** All that a reader of the page sees. */
export function readPage(html: string, page = readHtml(html)): SourceText {
  return toText(page, page.blocks, { fewest: FEWEST_WORDS, walled: BEHIND_WALL.test(html.slice(0, 2_000_000)) });
}

/** All of a document that was made into a page. */
export function readDocument(html: string): SourceText {
  const page = readHtml(html);
  return { ...toText(page, page.blocks, { fewest: 0, walled: false }), format: 'docx' };
}

/**
 * The article that a reader was after. `article`: the blocks that were found to be it; what else of the page's main part gives figures or names what
 * a picture shows is kept at its place. Too little an article is none.
 */
export function readArticle(html: string, page: HtmlPage, article: readonly HtmlBlock[]): SourceText {
  const own = page.blocks.filter(block => !block.apart);
  if (sizeOf(article) < Math.max(200, sizeOf(own) * LEAST_SHARE)) return readPage(html, page);
  const inArticle = new Set(article.map(block => keyOf(block.text)));
  const hasMain = page.blocks.some(block => block.inMain);
  const kept = page.blocks.filter(block => inArticle.has(keyOf(block.text)) || (belongs(block) && (block.inMain || !hasMain)));
  // Where the reader cut the page up otherwise than its tags do, its own blocks are taken.
  const found = new Set(kept.map(block => keyOf(block.text)));
  const lost = article.filter(block => !found.has(keyOf(block.text)));
  const blocks = sizeOf(lost) <= sizeOf(article) * 0.02 ? kept : [...article, ...kept.filter(block => !inArticle.has(keyOf(block.text)))];
  return toText(page, blocks, { fewest: FEWEST_WORDS, walled: BEHIND_WALL.test(html.slice(0, 2_000_000)) });
}

/** Rows, captions and facts beside the text: an article is cut out with a broad knife. */
function belongs({ kind, apart, text }: HtmlBlock): boolean {
  return !apart && (kind === 'row' || kind === 'caption' || (/\d/.test(text) && text.length > 40));
}

function keyOf(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase();
}

function sizeOf(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((n, { text }) => n + text.length, 0);
}

/** Says `"isAccessibleForFree": false` in the page's data for search engines. */
const BEHIND_WALL = /"isAccessibleForFree"\s{0,5}:\s{0,5}"?false/i;

/** `fewest`: with fewer words than this it is a part. `walled`: the page says that readers who do not pay get a part. */
function toText({ title }: HtmlPage, blocks: readonly HtmlBlock[], { fewest, walled }: { readonly fewest: number; readonly walled: boolean }): SourceText {
  const builder = new TextBuilder();
  let paragraph = 0;
  let words = 0;
  let before: HtmlBlock | undefined;
  for (const block of blocks) {
    const locator = block.kind === 'row' ? `table ${block.table}, row ${block.row}` : block.kind === 'caption' ? 'caption' : block.kind === 'heading' ? undefined : block.apart ? undefined : `para. ${++paragraph}`;
    if (words < fewest) words += block.text.split(/\s+/).length;
    builder.add(block.text, locator, block.kind === 'row' && before?.kind === 'row' && before.table === block.table ? '\n' : '\n\n');
    before = block;
    if (builder.isFull) break;
  }
  return builder.build('html', { title, truncated: words < fewest || walled });
}
