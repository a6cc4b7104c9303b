// A quantity in words for messages.
import type { Bound, Quantity } from '../../language/quantities.ts';
import type { Figure } from '../analysis.ts';

const BOUND_WORDS: Readonly<Record<Bound, string>> = { '=': '', 'range': '', '~': 'about ', '<': 'less than ', '<=': 'at most ', '>': 'more than ', '>=': 'at least ' };
const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' };
const SCALES: readonly (readonly [number, string])[] = [[1e12, 'trillion'], [1e9, 'billion'], [1e6, 'million']];

/** "at least $1.2 billion", "20%", "10–15%", "32 (company)": what the reader understood, not how it was written. */
export function describeQuantity(quantity: Quantity): string {
  const { value, upper, unit, bound, kind } = quantity;
  const numbers = upper === null ? toWords(value) : `${toWords(value)}–${toWords(upper)}`;
  const [first, per] = (unit ?? '').split(' per ', 2);
  const rate = per === undefined ? '' : ` per ${per}`;
  const prefix = BOUND_WORDS[bound];
  if (unit === null || first === undefined || first === '') return kind === 'ratio' && upper === null ? `${prefix}${toWords(Math.round(value * 1000) / 10)}%` : prefix + numbers;
  if (first === 'percent') return `${prefix}${numbers}%${rate}`;
  const sign = SIGNS[first];
  if (sign !== undefined) return `${prefix}${sign}${numbers.replace(/(\.\d)(?=$|–)/g, '$10')}${rate}`;
  if (/^[A-Z]{3}$/.test(first)) return `${prefix}${first} ${numbers}${rate}`;
  return `${prefix}${numbers} ${value === 1 && upper === null ? first : toPlural(first)}${rate}`;
}

function toWords(value: number): string {
  for (const [factor, name] of SCALES) if (Math.abs(value) >= factor) return `${grouped(Number((value / factor).toPrecision(12)))} ${name}`;
  return grouped(Number(value.toPrecision(12)));
}

function grouped(value: number): string {
  const [whole, fraction] = String(value).split('.');
  return whole!.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

const PLURALS: Readonly<Record<string, string>> = { person: 'people', man: 'men', woman: 'women', child: 'children', foot: 'feet', inch: 'inches', penny: 'pence' };
const NO_PLURAL = new Set(['dead', 'injured', 'wounded', 'missing', 'homeless', 'unemployed', 'staff', 'aircraft', 'police', 'personnel', 'series', 'species', 'horsepower', 'hertz', 'headquarters']);

function toPlural(unit: string): string {
  if (NO_PLURAL.has(unit)) return unit;
  const irregular = PLURALS[unit];
  if (irregular !== undefined) return irregular;
  if (/^degree /.test(unit)) return unit.replace('degree', 'degrees');
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`;
  if (/(?:s|x|ch|sh)$/.test(unit)) return `${unit}es`;
  return /man$/.test(unit) && !/(?:human|german|roman)$/.test(unit) ? `${unit.slice(0, -2)}en` : `${unit}s`;
}

/** What the reader understood of a figure's clause, for people: its verb and subject as they stand there, what it counts in or of, and which way it goes. */
export function describeClause({ clause, sentence }: Pick<Figure, 'clause' | 'sentence'>): { readonly verb?: string; readonly subject?: string; readonly scope?: string; readonly direction?: string } {
  if (!clause) return {};
  const { prose } = sentence.leaf.content;
  const { verb, subjectSpan, scope, direction, pronoun } = clause;
  const subject = subjectSpan ? prose.slice(subjectSpan.start, subjectSpan.end) : pronoun;
  return {
    ...(verb ? { verb: prose.slice(verb.start, verb.end) } : {}), ...(subject === undefined ? {} : { subject }),
    ...(scope.length > 0 ? { scope: scope.join(', ') } : {}), ...(direction === undefined ? {} : { direction }),
  };
}
