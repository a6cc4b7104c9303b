// The words of a text made comparable: what an editor may change in a quotation, and what a page does to words, is taken out of them.
import type { Span } from '../../span.ts';

/** The words of a text, with their places. */
export interface Normal {
  /** The words with a space before, between and after them. */
  readonly joined: string;
  readonly count: number;
  /** Of each word: where it begins and ends in the text, and where it begins in `joined`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly places: Uint32Array;
}

/** A word, a sign that is read as one, or a minus. Within a word: a first letter in brackets, apostrophes, points and commas of numbers, soft hyphens, and a hyphen at the end of a line. */
const WORD = /(?:\[\p{L}\](?=\p{L}))?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|['’](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N})|-[^\S\n]{0,5}\n\s{0,20}(?=\p{Ll}))*|[$€£¥%]|(?<=^|[\s(])[-−](?=[$€£¥]?\d)/gu;

/** Small letters, ligatures and widths resolved, "%" as "percent", "1,200" as "1200", "7" as "seven". Linear. */
export function normalize(text: string): Normal {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = toWord(match[0]);
    if (HESITATION.test(word)) continue;
    const end = match.index + match[0].length;
    if (word === 'cent' && words.at(-1) === 'per' && match.index - ends.at(-1)! < 4) {
      words[words.length - 1] = 'percent';
      ends[ends.length - 1] = end;
      continue;
    }
    words.push(word);
    starts.push(match.index);
    ends.push(end);
  }
  const places = new Uint32Array(words.length);
  let at = 1;
  for (const [i, word] of words.entries()) {
    places[i] = at;
    at += word.length + 1;
  }
  return { joined: words.length === 0 ? ' ' : ` ${words.join(' ')} `, count: words.length, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), places };
}

/** What a transcript writes down and copy leaves out. */
const HESITATION = /^(?:u+h+m*|u+m+|h+m+)$/;

/** "…,” she said, “…", "…,” said Karl Berg. “…" in one paragraph, and what a transcript says of the hall. */
const NOT_SPOKEN = /(?<=[,.!?…]["”])[^\n"“”]{2,100}["“](?=\p{L})|[[(](?:applause|laughs?|laughter|cheers|cheering|inaudible|crosstalk|music|pause|silence)[^\])\n]{0,30}[\])]/giu;
const REPORTS = /\b(?:sa(?:id|ys?)|tells?|told|adds?|added|asks?|asked|wr(?:ites?|ote)|explain\w*|continued?|argue[ds]?|warn\w*|went on|stated?|insist\w*|recall\w*|not(?:ed|es))\b/i;

/** The text with blanks in place of what nobody says in it: who speaks, between two stretches of a quotation. Undefined where there is none. */
export function spokenText(text: string): string | undefined {
  let found = false;
  const spoken = text.replace(NOT_SPOKEN, words => {
    if (!/^[[(]/.test(words) && !REPORTS.test(words)) return words;
    found = true;
    return ' '.repeat(words.length);
  });
  return found ? spoken : undefined;
}

function toWord(written: string): string {
  // eslint-disable-next-line no-control-regex -- is it ASCII?
  const plain = /^[\x00-\x7f]*$/.test(written) ? written.toLowerCase() : written.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll('\u00ad', '');
  if (plain.startsWith('[')) return plain.replace(/^\[(.{1,2})\]/u, '$1');
  const first = plain.charCodeAt(0);
  if (first >= 97 && first <= 122) return plain.includes('-') ? plain.replace(/-\s+/g, '') : plain;
  if (plain === '%') return 'percent';
  if (plain === '-' || plain === '−') return 'minus';
  const number = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return NUMERALS.get(number) ?? number;
}

/** Copy writes small numbers in words, and transcripts in digits. */
const NUMERALS: ReadonlyMap<string, string> = new Map('zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [String(i), word]));

/** The index of the first word that begins at or behind a place in `joined`. */
export function wordAt({ places, count }: Normal, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words from one index to another, the end exclusive. */
export function wordsBetween({ joined, places, count }: Normal, from: number, to: number): string[] {
  return from >= to ? [] : joined.slice(places[from], to < count ? places[to]! - 1 : joined.length - 1).split(' ');
}

/** The text that the words from one index to another, the end exclusive, stand for. */
export function spanOfWords({ starts, ends }: Normal, from: number, to: number): Span {
  return { start: starts[from]!, end: ends[to - 1]! };
}

const NEGATION = /^(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|\w+n't)$/;

/** Does one of the words turn a statement into its opposite? */
export function hasNegation(words: readonly string[]): boolean {
  return words.some(word => NEGATION.test(word));
}

const NUMBER_WORD = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|[mb]illion|trillion|half|third|quarter|dozen)$/;

/** The words among some that stand for a number. */
export function numbersIn(words: readonly string[]): string[] {
  return words.filter(word => /\d/.test(word) || NUMBER_WORD.test(word));
}

// --- quotations ---------------------------------------------------------------------------------

/** A stretch of a quotation that is to stand in its source word for word. */
export interface QuotePart {
  /** As in `Normal.joined`. */
  readonly words: string;
  readonly count: number;
  /** The same with the hyphens within words taken out ("longterm"), where there are any: a line may have ended there. */
  readonly closed?: string;
  /** How it follows the part before: what may stand between them in the source. */
  readonly after: 'start' | 'ellipsis' | 'bracket';
  /** What stands in the brackets before it. */
  readonly inserted: readonly string[];
}

/** Ellipses and brackets; a bracket takes the letters along that touch it ("build[ing]"). */
const GAP = /[\p{L}'’]{0,30}\[[^\]]{0,200}\][\p{L}'’]{0,30}|…|\.\s?\.\s?\.(?:\s?\.)?/gu;

/** The stretches of a quotation between ellipses and bracketed insertions. A capital in brackets ("[T]he") is a letter. */
export function quoteParts(quoted: string): QuotePart[] {
  const text = quoted.replace(/\[(\p{L})\](?=\p{L})/gu, '$1');
  const parts: QuotePart[] = [];
  let after: QuotePart['after'] = 'start';
  let inserted: string[] = [];
  const push = (stretch: string) => {
    const { joined, count } = normalize(stretch);
    if (count === 0) return;
    const closed = /\p{L}-\p{L}/u.test(stretch) ? normalize(stretch.replace(/(\p{L})-(?=\p{L})/gu, '$1')).joined : joined;
    parts.push({ words: joined, count, ...(closed === joined ? {} : { closed }), after: parts.length === 0 ? 'start' : after, inserted: parts.length === 0 ? [] : inserted });
    after = 'start';
    inserted = [];
  };
  let at = 0;
  for (const gap of text.matchAll(GAP)) {
    push(text.slice(at, gap.index));
    at = gap.index + gap[0].length;
    const words = gap[0].includes('[') ? normalize(gap[0]) : undefined;
    // "[…]" is an ellipsis; of an ellipsis and a bracket side by side the wider counts.
    if (words === undefined || words.count === 0) after = 'ellipsis';
    else {
      if (after !== 'ellipsis') after = 'bracket';
      inserted.push(...wordsBetween(words, 0, words.count));
    }
  }
  push(text.slice(at));
  return parts;
}
