// Finds the article of a web page with Mozilla's Readability. Loaded when a page is read for the first time.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { readHtml, type HtmlBlock, type HtmlPage } from './html-blocks.ts';

/** Larger, fuller or deeper pages are read whole: to build their tree takes more time or stack than they are worth. */
const MOST_HTML = 3_000_000;
const MOST_TAGS = 40_000;
const DEEPEST = 400;

/** The blocks of the article; undefined where none is found or the page is too much for a tree. */
export function findArticle(html: string, { tags, depth }: HtmlPage): readonly HtmlBlock[] | undefined {
  if (html.length > MOST_HTML || tags > MOST_TAGS || depth > DEEPEST) return undefined;
  try {
    const { document } = parseHTML(html);
    const content = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], { charThreshold: 200, maxElemsToParse: MOST_TAGS }).parse()?.content;
    return content ? readHtml(content).blocks : undefined;
  } catch {
    return undefined;
  }
}
