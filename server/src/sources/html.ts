// The words of a web page as saved: enough to look for a quotation in it, with no picture of the page.
import { decodeString } from 'micromark-util-decode-string';

/** Elements whose content is no text of the page. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'textarea', 'select']);
/** Elements within a line: their tags part no words. Every other tag does. */
const INLINE = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr',
]);

/** The text of a page: one line for each block, character references decoded, white space collapsed. Takes linear time on any input; what never closes ends with the page. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    parts.push(decode(html.slice(at, open)));
    if (html.startsWith('<!--', open)) {
      at = endOf(html, '-->', open + 4);
      continue;
    }
    TAG.lastIndex = open;
    const tag = TAG.exec(html);
    if (!tag) {
      if (/[!?/]/.test(html.charAt(open + 1))) at = endOf(html, '>', open);
      else {
        parts.push('<');
        at = open + 1;
      }
      continue;
    }
    const name = tag[2]!.toLowerCase();
    at = endOfTag(html, TAG.lastIndex);
    if (!INLINE.has(name)) parts.push('\n');
    if (tag[1] === '' && SILENT.has(name) && html.charAt(at - 2) !== '/') at = endOfElement(html, name, at);
  }
  parts.push(decode(html.slice(at)));
  return parts.join('').replace(/[^\S\n]+/g, ' ').split('\n').map(line => line.trim()).filter(line => line !== '').join('\n');
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/y;

/** Line breaks in the source are spaces to the reader. */
function decode(text: string): string {
  return text.replace(/\s/g, ' ').replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g, reference => decodeString(reference));
}

/** Behind the `>` of a tag; one in a quoted value does not end it. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const character = html[at];
    if (character === '>') return at + 1;
    if (character === '"' || character === "'") {
      // A quotation mark stands for a value only after an equals sign.
      if (!/=\s{0,20}$/.test(html.slice(Math.max(from, at - 21), at))) continue;
      const close = html.indexOf(character, at + 1);
      if (close < 0) return html.length;
      at = close;
    }
  }
  return html.length;
}

function endOfElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html) ? endOf(html, '>', close.lastIndex) : html.length;
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}
