// Places where a draft can be cut before it is parsed, so that an edit leaves the rest alone.

/**
 * The offsets at which the text may be cut, from 0 on: what stands between two of them is parsed alike alone and in the whole. A line at the margin after a blank one,
 * if it is no list item, ends every list, quote and footnote; only code fences and some HTML run on through blank lines, and after the first of these nothing is cut.
 */
export function findCuts(text: string): number[] {
  const cuts = [0];
  let isBlankBefore = false;
  let commentEnd = -1;
  let closes = true;
  // Patterns: in a long text `includes` takes ten times as long to find nothing.
  const returns = /\r/.test(text);
  const fenced = FENCE.test(text);
  const tagged = /</.test(text);
  for (let start = 0; start < text.length;) {
    const end = returns ? lineEnd(text, start) : lineFeed(text, start);
    const first = firstInk(text, start, end);
    if (first === end) isBlankBefore = true;
    else {
      if (isBlankBefore && first === start && start > commentEnd && !/[-+*\d]/.test(text[start]!)) cuts.push(start);
      isBlankBefore = false;
      const line = fenced || tagged ? text.slice(first, end) : '';
      if (fenced && FENCE.test(line)) return cuts;
      const html = tagged ? HTML.exec(line) : null;
      if (html?.[1] === '!--') {
        // One that never closes hides nothing (markdown.ts): nothing is to be waited for, nor looked for again.
        if (closes && first > commentEnd) commentEnd = text.indexOf('-->', first + html[0].length - 2);
        closes = commentEnd >= 0;
      } else if (html) return cuts;
    }
    start = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  return cuts;
}

/** Is the chunk plainly one paragraph? Every line of it begins with a letter or opening punctuation, which begins no other block. */
export function isParagraph(chunk: string): boolean {
  return PARAGRAPH.test(chunk);
}

/**
 * Is the text one paragraph without any mark that Markdown could read in it? Its words are then the text itself, a line break a space, and the parser need not be
 * asked, which takes longer than all else that is done with a paragraph. Most of news copy is such; whatever is in doubt is none.
 */
export function isPlainParagraph(text: string): boolean {
  return !MARK.test(text) && isParagraph(text);
}

/** What may be markup, an address, white space at an end of a line, or a character that the parser changes. */
// eslint-disable-next-line no-control-regex -- control characters are among them
const MARK = /[\u0000-\u0009\u000b-\u001f\u007f\ufeff!&*<>@[\\\]_`|~]|:\/\/|www\.| \n|\s$/i;
const PARAGRAPH = /^(?:[\p{L}"'“‘«($€£¥—–][^\r\n]*(?:\r\n?|\n|$))+$/u;
const FENCE = /```|~~~/;
const HTML = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\][\s]{1,80}\]:){0,200}<(!--|[!?]|script\b|pre\b|style\b|textarea\b)/i;

function firstInk(text: string, start: number, end: number): number {
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start++;
  return start;
}

/** The end of a line in a text without carriage returns. */
function lineFeed(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

function lineEnd(text: string, at: number): number {
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
