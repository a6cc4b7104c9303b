// A sentence as the forms of arithmetic read it: its words in small letters, with a place for every figure.
import type { QuantityKind } from '../../language/quantities.ts';
import { contains } from '../../span.ts';
import type { Figure } from '../analysis.ts';
import { requiredWords, type RequiredWords } from './required-words.ts';
import { isAverage, isReckonable } from './rounding.ts';

/** Between two sentences that are read together. */
export const NEXT_SENTENCE = ' ¶ ';

const LETTERS: Readonly<Record<QuantityKind, string>> = { percent: 'p', money: 'm', count: 'c', number: 'c', measure: 'c', duration: 'd', age: 'a', ratio: 'r', score: 's', temperature: 'z' };

/**
 * One or two sentences with `<c0>`, `<p1>` for the figures given: the letter is the kind (`p`ercent, percentage points `q`, `m`oney, `c`ount or measure, `d`uration, `a`ge, `r`atio, `s`core; `z`: bounded or ranges, with which nothing is reckoned), the number the place in `figures`.
 * Words that bound a figure are left out, runs of white space are one space.
 */
export function toOutline(figures: readonly Figure[]): string {
  let outline = '';
  let previous: Figure | undefined;
  for (const [i, figure] of figures.entries()) {
    if (isWord(figure)) continue;
    const { prose } = figure.sentence.leaf.content;
    if (previous?.sentence !== figure.sentence) {
      if (previous) outline += plain(prose.slice(afterFigure(previous), previous.sentence.prose.end)) + NEXT_SENTENCE;
      outline += plain(prose.slice(figure.sentence.prose.start, beforeFigure(figure)));
    } else outline += plain(prose.slice(afterFigure(previous), Math.max(afterFigure(previous), isCompared(previous, figure) ? figure.prose.start : beforeFigure(figure))));
    outline += ` <${letterOf(figure, previous)}${i}> `;
    previous = figure;
  }
  if (previous) outline += plain(previous.sentence.leaf.content.prose.slice(afterFigure(previous), previous.sentence.prose.end));
  return outline.replace(/\s+/g, ' ').replace(/ (?=[,.;:)])/g, '').replace(/\( /g, '(');
}

/** "doubled", "fivefold": the forms read these words themselves. */
function isWord({ quantity: { unit, numberSpan, end } }: Figure): boolean {
  return unit === 'time' && numberSpan.end === end;
}

function plain(words: string): string {
  return words.replace(/[<>]/g, ' ').replaceAll('’', '\'').toLowerCase().replace(/\b(that|this|it|there|here|which)'s\b/g, '$1 is');
}

function letterOf(figure: Figure, previous: Figure | undefined): string {
  const { kind, unit, bound } = figure.quantity;
  if (kind === 'score' && (bound === '=' || bound === 'range')) return 's';
  if (!(isReckonable(figure) || isMultiplied(figure) || (previous && isCompared(previous, figure))) || (kind === 'ratio' && unit !== null)) return 'z';
  return unit === 'percentage point' || unit === 'basis point' ? 'q' : LETTERS[kind];
}

/** "20 more than the 40 of last year": the words between compare the two, and bound neither. */
function isCompared(previous: Figure, { prose, quantity: { boundSpan, upper }, sentence }: Figure): boolean {
  return boundSpan !== undefined && upper === null && previous.sentence === sentence && boundSpan.start < prose.start && /^\s*$/.test(sentence.leaf.content.prose.slice(previous.prose.end, boundSpan.start)) && /\b(?:than|above|below)\b/i.test(sentence.leaf.content.prose.slice(boundSpan.start, boundSpan.end));
}

/** "twice as many as the 300 of last year": the words say how the two compare, and bound neither. */
function isMultiplied({ quantity: { boundSpan, upper }, sentence }: Figure): boolean {
  return boundSpan !== undefined && upper === null && /\b(?:twice|double|triple|times|half)\s+$/i.test(sentence.leaf.content.prose.slice(Math.max(0, boundSpan.start - 12), boundSpan.start));
}

/** "an average of" says what the figure is; other words that bound it are part of it. */
function beforeFigure(figure: Figure): number {
  const { boundSpan } = figure.quantity;
  return boundSpan && boundSpan.start < figure.prose.start && !isAverage(figure) && !isMultiplied(figure) ? boundSpan.start : figure.prose.start;
}

function afterFigure(figure: Figure): number {
  const { boundSpan } = figure.quantity;
  return boundSpan && boundSpan.end > figure.prose.end && !contains(figure.prose, boundSpan) ? boundSpan.end : figure.prose.end;
}

/** Words that are no figure, within one sentence, at most so many characters. */
export function gap(length: number): string {
  return `[^<>;:¶“”"]{0,${length}}?`;
}

/** The same, with nothing that leads to another statement. */
export function clause(length: number): string {
  return `(?:(?!\\b(?:and|but|while|whereas|although|though|because)\\b)[^<>;:¶“”"]){0,${length}}?`;
}

/** Words of the same statement that may stand between a preposition and its figure. */
export function upTo(length: number): string {
  return `(?:${clause(length).replace('[^<>', '[^,<>')} )?`;
}

/** The kinds of figures that are reckoned with each other; shares and percentages go with all. */
const FAMILIES: Readonly<Partial<Record<QuantityKind, string>>> = { money: 'money', count: 'count', number: 'count', measure: 'count', duration: 'duration', age: 'age' };

/**
 * The figures among which a result is looked for: all, and those of one kind beside the shares, with which the others are words like any.
 * "$9m in the six months to June, 20 percent more than the $8m": of money alone.
 */
export function viewsOf(figures: readonly Figure[]): (readonly Figure[])[] {
  const usable = figures.filter(figure => !isWord(figure));
  const certain = new Set(usable.filter((figure, i) => isReckonable(figure) || i > 0 && isCompared(usable[i - 1]!, figure) || isMultiplied(figure)));
  const shares = usable.filter(({ quantity: { kind } }) => kind === 'percent' || kind === 'ratio');
  const views: (readonly Figure[])[] = [usable];
  const add = (view: readonly Figure[]) => {
    if (view.length > 2 && view.length < usable.length && !views.some(({ length }) => length === view.length && length === shares.length)) views.push(view);
  };
  const families = new Set(usable.map(({ quantity: { kind } }) => FAMILIES[kind]));
  for (const family of families) if (family !== undefined) add(usable.filter(figure => shares.includes(figure) || FAMILIES[figure.quantity.kind] === family && certain.has(figure)));
  if (families.size > 2) add(usable.filter(({ quantity: { kind } }) => kind !== 'duration' && kind !== 'age'));
  if (families.size > 0) add(shares);
  return views;
}

/** What stands before a number and says nothing of its size. */
export const LEAD = '(?:(?:an?|the|its|their|his|her|just|only|now|last|current|this|that|previous|year\'s|record|loss|profit|deficit|surplus|total|of|those|all|combined) ){0,4}';

/** A form of words: `{name}` takes any figure, `{name:pm}` one of these kinds. A name may come again in another alternative; every name stands in every match. */
export function toPattern(form: string): RegExp {
  const seen = new Map<string, number>();
  const pattern = new RegExp(form.replace(/\{([a-z]+)(?::([a-z]+))?\}/g, (_, name: string, kinds: string | undefined) => {
    const n = seen.get(name) ?? 0;
    seen.set(name, n + 1);
    return `<(?<${name}${n === 0 ? '' : `_${n}`}>[${kinds ?? 'pqmcd'}]\\d+)>`;
  }), 'g');
  figuresIn.set(pattern, seen.size);
  return pattern;
}

const figuresIn = new WeakMap<RegExp, number>();

/** How many figures a match of a pattern takes at least: an outline with fewer need not be searched. */
export function leastFigures(pattern: RegExp): number {
  return figuresIn.get(pattern) ?? 0;
}

/** A place for a figure in a pattern made by `toPattern`, with the letters of its kinds. */
const PLACE = /<\(\?<[a-z_\d]+>\[([a-z]+)\]\\d\+\)>/g;

/** The words and the kinds of figures that an outline must hold, in this order, for a pattern to match it. */
export function wordsOfPattern(pattern: RegExp): RequiredWords {
  return requiredWords({ source: pattern.source.replace(PLACE, (_, kinds: string) => `(?:${[...kinds].map(kind => `<${kind}`).join('|')})`), ignoreCase: pattern.ignoreCase });
}

/** What stands in a named place of a match. */
export function placeOf({ groups }: RegExpExecArray, name: string): string | undefined {
  for (let n = 0, key = name; groups && key in groups; n++, key = `${name}_${n}`) if (groups[key] !== undefined) return groups[key];
  return undefined;
}

/** One of several forms. */
export function oneOf(forms: readonly string[]): string {
  return `(?:${forms.join('|')})`;
}

/** Every place where a form stands, also where one begins inside another. */
export function* matchesOf(pattern: RegExp, outline: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(outline); match; match = pattern.exec(outline)) {
    yield match;
    pattern.lastIndex = match.index + 1;
  }
}
