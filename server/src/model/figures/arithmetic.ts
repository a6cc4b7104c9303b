// Sums, changes, shares and differences that a draft states beside the numbers they follow from.
import type { Quantity } from '../../language/quantities.ts';
import type { Draft } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { factorBetween } from './compare.ts';
import { groupBySentence } from './figures.ts';
import { cellHeads } from './tables.ts';

/** A stated result that does not follow from the numbers beside it. */
export interface Miscalculation {
  /** The stated result. */
  readonly stated: Figure;
  /** The numbers that it should follow from. */
  readonly from: readonly Figure[];
  readonly nature: 'change' | 'share' | 'sum' | 'difference' | 'points';
  /** What follows from them, in the unit of the stated result, rounded as that is. */
  readonly computed: number;
}

/** Every statement of the draft that can be recomputed and comes out otherwise, in the order of the text. */
export function findMiscalculations(analysis: Analysis): Miscalculation[] {
  const found: Miscalculation[] = [];
  const told = new Set<Figure>();
  const add = (one: Miscalculation | undefined) => {
    if (!one || told.has(one.stated)) return;
    told.add(one.stated);
    found.push(one);
  };
  for (const figures of groupBySentence(analysis.figures).values()) {
    if (figures.length < 2 || figures[0]!.sentence.leaf.content.containers.some(container => container.kind === 'table')) continue;
    for (const i of figures.keys()) {
      add(percentChange(figures, i));
      add(shareOf(figures, i));
      add(difference(figures, i));
      add(percentOfAmount(figures, i));
      if (i > 1) add(total(figures, i));
      if (i === 0 && figures.length > 2) add(parts(figures));
    }
  }
  for (const one of columnChanges(analysis)) add(one);
  return found.toSorted((a, b) => a.stated.start - b.stated.start);
}

/** The words between two figures of one sentence, lower case. */
function between(a: Figure, b: Figure): string {
  return a.sentence.leaf.content.prose.slice(a.prose.end, b.prose.start).toLowerCase();
}

function before(figure: Figure, length = 40): string {
  const { prose } = figure.sentence.leaf.content;
  return prose.slice(Math.max(figure.sentence.prose.start, figure.prose.start - length), figure.prose.start).toLowerCase();
}

function after(figure: Figure, length = 40): string {
  const { prose } = figure.sentence.leaf.content;
  return prose.slice(figure.prose.end, Math.min(figure.sentence.prose.end, figure.prose.end + length)).toLowerCase();
}

/** Half the last place that is meant: a number written out in full ("200,000") is taken to three digits, one in words and scales as it is written. */
function roundingOf(quantity: Quantity): number {
  const { value, precision, numberSpan } = quantity;
  if (numberSpan.end - numberSpan.start < 5 || value === 0) return precision;
  return Math.min(precision, 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2));
}

function isExact({ bound, upper }: Quantity): boolean {
  return bound === '=' && upper === null;
}

const LINKS = /^[^.;]{0,60}?\b(?:to|from|against|compared (?:with|to)|versus|up from|down from|than)\s+(?:about |around |just )?$|^\s*(?:to|from)\s+$/;
const RISE = /\b(?:increase|rise|gain|jump|improvement|growth|surge|climb|hike|advance|up)\b/;
const FALL = /\b(?:decrease|fall|drop|decline|cut|reduction|slump|slide|loss|down|dip)\b/;

/** The two levels of one quantity that a sentence sets beside each other, the earlier first: "from 58% to 61%", "2.9% in May from 3.4%", "31%, against 27% a year earlier". */
function pairOfLevels(figures: readonly Figure[], except: Figure): { readonly old: Figure; readonly now: Figure } | undefined {
  for (let i = 0; i + 1 < figures.length; i++) {
    const a = figures[i]!;
    const b = figures[i + 1]!;
    if (a === except || b === except || b.start > except.start || !sameKind(a.quantity, b.quantity) || !isExact(a.quantity) || !isExact(b.quantity)) continue;
    const words = between(a, b);
    if (words.length > 60 || !LINKS.test(words)) continue;
    if (/\bto\s+(?:about |around |just )?$/.test(words) && !/compared to\s+$/.test(words)) {
      if (/\bfrom\s+(?:about |around |just |the )?$/.test(before(a)) || /\b(?:rose|fell|grew|climbed|dropped|increased|decreased|declined)\s$/.test(before(a))) return { old: a, now: b };
      continue;
    }
    return { old: b, now: a };
  }
  return undefined;
}

function sameKind(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'score' || b.kind === 'score' || a.kind === 'age' || b.kind === 'age' || a.kind === 'ratio' || b.kind === 'ratio') return false;
  return a.unit === b.unit || perOf(a.unit, b.unit) || perOf(b.unit, a.unit) || (a.unit === null && b.kind !== 'percent') || (b.unit === null && a.kind !== 'percent');
}

/** "from $900 to $1,080 a month": the rate stands once. */
function perOf(one: string | null, rate: string | null): boolean {
  return one !== null && rate !== null && rate.startsWith(`${one} per `);
}

/** The pair that follows a stated change: "rose 8 percent, to $126 million from $118 million". */
function pairAfter(figures: readonly Figure[], i: number): { readonly old: Figure; readonly now: Figure } | undefined {
  const [stated, a, b] = [figures[i]!, figures[i + 1], figures[i + 2]];
  if (!a || !b || !sameKind(a.quantity, b.quantity) || !isExact(a.quantity) || !isExact(b.quantity)) return undefined;
  const lead = /^,?\s*(?:[a-z]+\s+)?(to|from)\s+(?:about |around |just )?$/.exec(between(stated, a))?.[1];
  const link = /^[^.;]{0,30}?\b(to|from)\s+(?:about |around |just )?$/.exec(between(a, b))?.[1];
  if (lead === 'to' && link === 'from') return { old: b, now: a };
  return lead === 'from' && link === 'to' ? { old: a, now: b } : undefined;
}

/** "slid to 41 percent, down 5 percent from 46 percent" */
function pairAround(figures: readonly Figure[], i: number): { readonly old: Figure; readonly now: Figure } | undefined {
  const [now, stated, old] = [figures[i - 1], figures[i]!, figures[i + 1]];
  if (!now || !old || !sameKind(now.quantity, old.quantity) || !isExact(now.quantity) || !isExact(old.quantity)) return undefined;
  return /^[^.;]{0,30}?,\s*(?:up|down)\s+(?:by\s+)?$/.test(between(now, stated)) && /^\s+(?:from|on)\s+(?:the\s+)?$/.test(between(stated, old)) ? { old, now } : undefined;
}

const CHANGE_BEFORE = /\b(?:rose|fell|grew|climbed|dropped|increased|decreased|declined|jumped|slipped|slid|eased|gained|lost|surged|plunged|tumbled|shrank|soared|advanced|widened|narrowed|up|down)\s+(?:by\s+|about\s+|around\s+|nearly\s+|some\s+)?$/;

const STATES_CHANGE = /(?:\b(?:an?|the)\s+(?:[a-z-]+\s+)?(?:increase|rise|gain|jump|improvement|growth|surge|climb|hike|decrease|fall|drop|decline|cut|reduction|slump|slide|dip)\s+of\s+(?:about |around |nearly |almost |roughly |some )?|,\s+(?:up|down)\s+(?:by\s+)?|\b(?:up|down|rise|fall|drop|increase|decrease)\s+(?:of|by)\s+)$/;
const CHANGE_AFTER = /^\s+(?:increase|rise|gain|jump|improvement|surge|hike|decrease|fall|drop|decline|cut|reduction|slump|slide)\b/;

/** "from $118 million to $126 million, an increase of 8 percent"; between two percentages "percent" may mean points. */
function percentChange(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const stated = figures[i]!;
  const inPointsStated = stated.quantity.unit === 'percentage point';
  if ((stated.quantity.unit !== 'percent' && !inPointsStated) || stated.quantity.upper !== null || (stated.quantity.bound !== '=' && stated.quantity.bound !== '~')) return undefined;
  const lead = before(stated, 60);
  const says = STATES_CHANGE.test(lead) || CHANGE_AFTER.test(after(stated));
  const pair = (CHANGE_BEFORE.test(lead) ? pairAfter(figures, i) ?? pairAround(figures, i) : undefined) ?? (says && i > 0 && between(figures[i - 1]!, stated).length <= 60 ? pairOfLevels(figures.slice(0, i), stated) : undefined);
  if (!pair || pair.old.quantity.value === 0) return undefined;
  const words = `${lead.slice(-30)}${after(stated, 14)}`;
  const { old, now } = pair;
  const sign = FALL.test(words) && !RISE.test(words) ? -1 : 1;
  const claimed = sign * Math.abs(stated.quantity.value);
  const points = now.quantity.value - old.quantity.value;
  const relative = 100 * points / old.quantity.value;
  if (inPointsStated) {
    const off = Math.abs(Math.abs(points) - Math.abs(claimed)) > (stated.quantity.precision + 0.5 * (old.quantity.precision + now.quantity.precision)) * (1 + 1e-9);
    return off && old.quantity.unit === 'percent' && stated.quantity.bound === '=' ? { stated, from: [old, now], nature: 'difference', computed: Math.abs(roundTo(points, Math.min(stated.quantity.precision, old.quantity.precision))) } : undefined;
  }
  const slack = stated.quantity.bound === '~' ? Math.max(1, Math.abs(claimed) * 0.15) : stated.quantity.precision;
  if (Math.abs(Math.abs(relative) - Math.abs(claimed)) <= slack + doubt(old.quantity, now.quantity, relative)) return undefined;
  if (old.quantity.unit === 'percent') {
    const inPoints = Math.abs(Math.abs(points) - Math.abs(claimed)) <= Math.max(stated.quantity.precision, old.quantity.precision, now.quantity.precision) * (1 + 1e-9);
    // Neither points nor percent: which was meant is not known, and a share of two bases may be.
    return inPoints ? { stated, from: [old, now], nature: 'points', computed: Math.abs(roundTo(points, stated.quantity.precision)) } : undefined;
  }
  return { stated, from: [old, now], nature: 'change', computed: Math.abs(roundTo(relative, stated.quantity.precision)) };
}

/** What half the rounding of the two numbers can do to the change between them, in percent. */
function doubt(old: Quantity, now: Quantity, relative: number): number {
  const part = (q: Quantity) => (q.value === 0 ? 0 : roundingOf(q) / Math.abs(q.value));
  return 0.5 * (100 + Math.abs(relative)) * (part(old) + part(now));
}

function roundTo(value: number, precision: number): number {
  const place = precision * 2;
  return Number((Math.round(value / place) * place).toPrecision(12));
}

/** "412 of 1,236 parents, or 43%" */
function shareOf(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const [first, second, stated] = [figures[i], figures[i + 1], figures[i + 2]];
  // "Of the 640 voters polled, 320, or 60 percent": the whole may come first.
  const wholeFirst = first && second && /(?:^|[\s(])of\s+(?:the\s+|its\s+|their\s+|all\s+)?$/.test(before(first, 14)) && /^[^.;,]{0,40},\s*(?:only\s+|just\s+|about\s+)?$/.test(between(first, second));
  const [part, whole] = wholeFirst ? [second, first] : [first, second];
  if (!part || !whole || !stated || stated.quantity.unit !== 'percent' || !isExact(part.quantity) || !isExact(whole.quantity) || stated.quantity.upper !== null) return undefined;
  if (stated.quantity.bound !== '=' && stated.quantity.bound !== '~') return undefined;
  const apart = !wholeFirst && !/^(?:\s+[a-z-]+)?\s+of\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+)?$/.test(between(part, whole));
  const bracketed = /^[^.;]{0,30}?,\s*$/.test(between(second!, stated)) && /^,/.test(after(stated));
  if (apart || !bracketed && !/^[^.;]{0,30}?(?:,\s*or\s+(?:about\s+|nearly\s+|roughly\s+)?|\s+\(|,\s*(?:a share of|a turnout of)\s+)$/.test(between(second!, stated))) return undefined;
  if (part.quantity.kind === 'percent' || whole.quantity.kind === 'percent' || part.quantity.value > whole.quantity.value || whole.quantity.value <= 0) return undefined;
  const share = 100 * part.quantity.value / whole.quantity.value;
  const slack = stated.quantity.bound === '~' ? 2 : stated.quantity.precision;
  const loose = 50 * (roundingOf(part.quantity) / whole.quantity.value + share / 100 * roundingOf(whole.quantity) / whole.quantity.value);
  return Math.abs(share - stated.quantity.value) <= slack + loose ? undefined : { stated, from: [part, whole], nature: 'share', computed: roundTo(share, stated.quantity.precision) };
}

/** "7.9 hours, against 7.2 in the other schools, or 54 minutes more" */
function difference(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const [one, other, stated] = [figures[i], figures[i + 1], figures[i + 2]];
  if (!one || !other || !stated || !isExact(one.quantity) || !isExact(other.quantity) || !isExact(stated.quantity) || one.quantity.unit === null || one.quantity.kind === 'percent') return undefined;
  if (!/^[^.;]{0,40}?\b(?:against|compared (?:with|to)|versus)\s+$/.test(between(one, other)) || !/^[^.;]{0,40}?,\s*(?:or|a difference of)\s+$/.test(between(other, stated)) || !(/^\s+(?:more|less|fewer|longer|shorter|higher|lower|apart)\b/.test(after(stated)) || /difference of\s+$/.test(before(stated)))) return undefined;
  if (other.quantity.unit !== null && other.quantity.unit !== one.quantity.unit) return undefined;
  const factor = factorBetween(one.quantity.unit, stated.quantity.unit ?? one.quantity.unit);
  if (factor === undefined) return undefined;
  const gap = Math.abs(one.quantity.value - other.quantity.value) * factor;
  const slack = stated.quantity.precision + 0.5 * (one.quantity.precision + other.quantity.precision) * factor;
  return Math.abs(gap - stated.quantity.value) <= slack * (1 + 1e-9) ? undefined : { stated, from: [one, other], nature: 'difference', computed: roundTo(gap, stated.quantity.precision) };
}

/** "a rise of 3.2 per cent, or £960 on a salary of £28,000" */
function percentOfAmount(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const [percent, stated, base] = [figures[i], figures[i + 1], figures[i + 2]];
  if (!percent || !stated || !base || percent.quantity.unit !== 'percent' || stated.quantity.kind !== 'money' || base.quantity.unit !== stated.quantity.unit) return undefined;
  if (![percent, stated, base].every(figure => isExact(figure.quantity))) return undefined;
  if (!/^,?\s*(?:or|which is|that is|equal to|worth)\s+$/.test(between(percent, stated)) || !/^(?:\s+(?:a year|a month))?\s+(?:on|of|for|from)\s+(?:an?|the|its|his|her|their)?\s*(?:[a-z-]+\s+){0,3}(?:of\s+)?$/.test(between(stated, base))) return undefined;
  const product = percent.quantity.value / 100 * base.quantity.value;
  const slack = stated.quantity.precision + 0.5 * (percent.quantity.precision / 100 * base.quantity.value + percent.quantity.value / 100 * roundingOf(base.quantity)) + percent.quantity.precision / 100 * base.quantity.value * 0.5;
  return Math.abs(product - stated.quantity.value) <= slack ? undefined : { stated, from: [percent, base], nature: 'share', computed: roundTo(product, stated.quantity.precision) };
}

/** "31 league goals and twelve in the cups, 45 in all" */
function total(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const stated = figures[i]!;
  if (!isExact(stated.quantity) || !(/^(?:\s+[a-z]+)?\s+(?:in all|altogether|in total|combined)\b/.test(after(stated)) || /,\s*(?:for\s+|making\s+)?a total of\s+$/.test(before(stated)))) return undefined;
  const parts = [figures[i - 1]!];
  for (let k = i - 2; k >= 0; k--) {
    const words = between(figures[k]!, figures[k + 1]!);
    if (!/^(?:[^.;:]{0,30}?(?:,| and)\s+(?:a |an )?)$/.test(words) || words.length > 40) break;
    parts.unshift(figures[k]!);
  }
  if (parts.length < 2 || between(figures[i - 1]!, stated).length > 40 || !/,\s*(?:or\s+|for\s+|(?:for\s+|making\s+)?a total of\s+)?$/.test(between(figures[i - 1]!, stated))) return undefined;
  return checkSum(parts, stated);
}

/** "14 counts, nine of fraud and four of perjury" */
function parts(figures: readonly Figure[]): Miscalculation | undefined {
  const [whole, ...rest] = figures;
  if (!whole || whole.quantity.kind !== 'count' || !isExact(whole.quantity) || rest.length < 2 || rest.length > 4) return undefined;
  const opening = between(whole, rest[0]!);
  if (!/^(?:,|:|\s+[–—]|—)\s*$/.test(opening)) return undefined;
  for (const [i, part] of rest.entries()) {
    // After a colon every part is listed, each with its own noun.
    if (opening.startsWith(':') && isExact(part.quantity) && part.quantity.kind === 'count') {
      if (i > 0 && !/^,?\s+(?:and\s+)?$/.test(between(rest[i - 1]!, part))) return undefined;
      continue;
    }
    if (!isExact(part.quantity) || part.quantity.unit !== null || !/^\s+(?:of|for|in|on|from)\s/.test(after(part)) || /^\s+of\s+(?:them|which|whom|the|these|those)\b/.test(after(part))) return undefined;
    if (i > 0 && !(i === rest.length - 1 ? /^[^.;]{0,60}?\sand\s+$/ : /^[^.;]{0,60}?,\s+$/).test(between(rest[i - 1]!, part))) return undefined;
  }
  const sum = checkSum(rest, whole);
  // Far off, the parts are a choice and no split.
  return sum && sum.computed >= 0.6 * whole.quantity.value ? sum : undefined;
}

function checkSum(parts: readonly Figure[], stated: Figure): Miscalculation | undefined {
  if (!parts.every(part => isExact(part.quantity) && part.quantity.value > 0 && part.quantity.kind !== 'percent' && part.quantity.kind !== 'ratio' && part.quantity.kind !== 'duration' && (part.quantity.kind === 'money') === (stated.quantity.kind === 'money'))) return undefined;
  if (new Set(parts.map(part => part.quantity.unit).filter(unit => unit !== null)).size > 1 && stated.quantity.kind === 'money') return undefined;
  const sum = parts.reduce((n, part) => n + part.quantity.value, 0);
  const slack = stated.quantity.precision + parts.reduce((n, part) => n + (Number.isInteger(part.quantity.value) && part.quantity.value < 1000 ? 0 : part.quantity.precision), 0);
  return Math.abs(sum - stated.quantity.value) <= slack ? undefined : { stated, from: parts, nature: 'sum', computed: Number(sum.toPrecision(12)) };
}

/** In a table with a column of changes: each against the two columns of figures before it. */
function columnChanges({ draft, figures }: Analysis): Miscalculation[] {
  const cells = new Map(figures.map(figure => [figure.sentence.leaf, figure] as const));
  const headsOf = cellHeads(draft);
  return figures.flatMap(stated => {
    const heads = stated.quantity.unit === 'percent' ? headsOf(stated.sentence.leaf) : undefined;
    if (!heads?.column || heads.columnIndex < 3 || !/^(?:%\s*)?change(?:\s*\(?%\)?)?$|^growth$/i.test(heads.column.content.prose.trim())) return [];
    const [newer, older] = [cellBefore(draft, stated, 2), cellBefore(draft, stated, 1)].map(leaf => leaf && cells.get(leaf));
    if (!newer || !older || newer.quantity.unit !== older.quantity.unit || newer.quantity.kind === 'percent' || !isExact(newer.quantity) || !isExact(older.quantity) || older.quantity.value <= 0) return [];
    const change = (a: Figure, b: Figure) => 100 * (a.quantity.value - b.quantity.value) / b.quantity.value;
    const options = newer.date && older.date && (newer.date.from ?? '') < (older.date.from ?? '') ? [change(older, newer)] : newer.date && older.date ? [change(newer, older)] : [change(newer, older), change(older, newer)];
    const fits = options.some(relative => Math.abs(Math.abs(relative) - Math.abs(stated.quantity.value)) <= stated.quantity.precision + doubt(older.quantity, newer.quantity, relative));
    return fits ? [] : [{ stated, from: [newer, older], nature: 'change' as const, computed: roundTo(options[0]!, stated.quantity.precision) }];
  });
}

/** The cell so many columns to the left in the same row. */
function cellBefore(draft: Draft, figure: Figure, columns: number) {
  const { leaf } = figure.sentence;
  const own = leaf.content.containers.find(container => container.kind === 'table')!;
  const candidate = draft.leaves[leaf.index - columns];
  const cell = candidate?.block === leaf.block ? candidate.content.containers.find(container => container.kind === 'table') : undefined;
  return cell && cell.row === own.row && cell.column === own.column - columns ? candidate : undefined;
}
