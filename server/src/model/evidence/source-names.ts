// The names in a source's sentences and rows, found by their words, each with what is said beside it of who bears it.
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { findNames, type NameMention } from '../../language/names.ts';
import { isReportingForm } from '../../language/reporting.ts';
import { tokenize, type Token } from '../../language/tokens.ts';
import type { Span } from '../../span.ts';
import { stem } from '../figures/stem.ts';
import type { CitedPassage } from './cited.ts';
import { nameWords, wordKeys } from './same-name.ts';

/** A name of a source; offsets are of the passage's text. */
export interface SourceName extends Span {
  readonly words: readonly string[];
  /** As `nameWords` gives them. */
  readonly keys: readonly string[];
  readonly kind: NameMention['kind'];
  readonly unit: number;
  readonly beside: Beside;
  /** Does it begin its sentence, with a capital that any word has there? */
  readonly first: boolean;
}

/** What the words around a name say of who bears it. */
export interface Beside {
  /** Titles, and the words of roles: "harbour", "master" of "Jane Petrova, the harbour master". Stems. */
  readonly roles: ReadonlySet<string>;
  readonly speaks: boolean;
}

export interface SourceNames {
  /** By word, as `wordKeys` gives it: the units that hold it with a capital, ascending. */
  readonly capitals: ReadonlyMap<string, readonly number[]>;
  /** Every word, in whatever letters. */
  readonly words: ReadonlySet<string>;
  /** The names of a unit, read when they are first asked for. */
  namesOf(unit: number): readonly SourceName[];
}

const cache = new WeakMap<object, SourceNames>();

/** Read once for each passage. Linear. */
export function sourceNames({ passage, reading }: Pick<CitedPassage, 'passage' | 'reading'>): SourceNames {
  let names = cache.get(passage.origin);
  if (!names) cache.set(passage.origin, (names = readNames(passage.text, reading.units)));
  return names;
}

function readNames(text: string, units: readonly Span[]): SourceNames {
  const capitals = new Map<string, number[]>();
  const words = new Set<string>();
  for (const [unit, { start, end }] of units.entries()) {
    for (const [word] of text.slice(start, end).matchAll(WORD)) {
      for (const part of word.includes('-') ? [word, ...word.split('-')] : [word]) {
        for (const key of wordKeys(part)) {
          words.add(key);
          if (!/^\p{Lu}/u.test(part)) continue;
          const at = capitals.get(key);
          if (!at) capitals.set(key, [unit]);
          else if (at.at(-1) !== unit) at.push(unit);
        }
      }
    }
  }
  const read = new Map<number, readonly SourceName[]>();
  return {
    capitals, words,
    namesOf: unit => {
      let names = read.get(unit);
      if (!names) read.set(unit, (names = namesIn(text, unit, units[unit]!)));
      return names;
    },
  };
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’.-]*/gu;

function namesIn(text: string, unit: number, { start, end }: Span): SourceName[] {
  const tokens = tokenize(text.slice(start, end).replace(/\s/g, ' '));
  return findNames(tokens).map(name => ({ start: start + name.start, end: start + name.end, words: name.words, keys: nameWords(name.words), kind: name.kind, unit, beside: besideName(tokens, name), first: name.first }));
}

/** `tokens`: those of the name's sentence, in the same offsets as the name. */
export function besideName(tokens: readonly Token[], name: Pick<NameMention, 'start' | 'end' | 'whole' | 'title'>): Beside {
  const roles = new Set<string>(name.title === undefined ? [] : name.title.split(' '));
  const from = tokens.findIndex(token => token.end > name.whole.start);
  let next = tokens.findIndex(token => token.start >= name.end);
  if (next < 0) next = tokens.length;
  // "the harbour master Jane Petrova", "the harbour master, Jane Petrova,"
  for (let i = tokens[from - 1]?.text === ',' ? from - 2 : from - 1; i >= Math.max(0, from - MOST_BEFORE) && isRoleWord(tokens[i]!); i--) roles.add(stem(tokens[i]!));
  const close = readApposition(tokens, next, roles);
  return { roles, speaks: speaks(tokens[from - 1]) || speaks(tokens[next]) || speaks(tokens[close]) || (tokens[close]?.kind === 'word' && speaks(tokens[close + 1])) };
}

const MOST_BEFORE = 6;
const MOST_BEHIND = 12;

/** "Jane Petrova, the harbour master at Lund, said", "Jane Petrova (harbour master)", "Jane Petrova is the harbour master": adds the role's words, gives the token behind. */
function readApposition(tokens: readonly Token[], next: number, roles: Set<string>): number {
  const opens = tokens[next];
  if (!opens || !(/^[,(]$/.test(opens.text) || /^(?:is|was|as)$/.test(opens.lower))) return next;
  let i = next + 1;
  let open = true;
  for (; i < tokens.length && i - next < MOST_BEHIND; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark' && !/^[-’']$/.test(token.text)) break;
    // "the master of the harbour at Lund": what follows is whose it is.
    if (open && roles.size > 0 && /^(?:of|at|for|in|from|with|to|and|who|which|that|since|on|said)$/.test(token.lower)) open = false;
    else if (open && isRoleWord(token)) roles.add(stem(token));
  }
  return tokens[i]?.kind === 'mark' ? i + 1 : i;
}

function isRoleWord(token: Token): boolean {
  return token.kind === 'word' && token.text.length > 2 && !FUNCTION_WORDS.has(token.lower) && !isReportingForm(token.lower) && !/^(?:former|then|late|acting|now|current|new|who|mr|mrs|ms|dr)\.?$/.test(token.lower);
}

function speaks(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && isReportingForm(token.lower);
}
