// Shares, products and totals that a sentence states beside the numbers they are made of.
import type { Figure } from '../analysis.ts';
import type { Miscalculation } from './arithmetic.ts';
import { after, before, between, isExact, roundTo, roundingOf } from './beside.ts';

/** "412 of 1,236 parents, or 43%" */
export function shareOf(figures: readonly Figure[], i: number): Miscalculation | undefined {
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

/** "a rise of 3.2 per cent, or £960 on a salary of £28,000" */
export function percentOfAmount(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const [percent, stated, base] = [figures[i], figures[i + 1], figures[i + 2]];
  if (!percent || !stated || !base || percent.quantity.unit !== 'percent' || stated.quantity.kind !== 'money' || base.quantity.unit !== stated.quantity.unit) return undefined;
  if (![percent, stated, base].every(figure => isExact(figure.quantity))) return undefined;
  if (!/^,?\s*(?:or|which is|that is|equal to|worth)\s+$/.test(between(percent, stated)) || !/^(?:\s+(?:a year|a month))?\s+(?:on|of|for|from)\s+(?:an?|the|its|his|her|their)?\s*(?:[a-z-]+\s+){0,3}(?:of\s+)?$/.test(between(stated, base))) return undefined;
  const product = percent.quantity.value / 100 * base.quantity.value;
  const slack = stated.quantity.precision + 0.5 * (percent.quantity.precision / 100 * base.quantity.value + percent.quantity.value / 100 * roundingOf(base.quantity)) + percent.quantity.precision / 100 * base.quantity.value * 0.5;
  return Math.abs(product - stated.quantity.value) <= slack ? undefined : { stated, from: [percent, base], nature: 'share', computed: roundTo(product, stated.quantity.precision) };
}

/** "31 league goals and twelve in the cups, 45 in all" */
export function total(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const stated = figures[i]!;
  if (!isExact(stated.quantity) || !(/^(?:\s+[a-z]+)?\s+(?:in all|altogether|in total|combined)\b/.test(after(stated)) || /,\s*(?:for\s+|making\s+)?a total of\s+$/.test(before(stated)))) return undefined;
  const parts = [figures[i - 1]!];
  const listed = /\btotal of\s+$/.test(before(stated));
  for (let k = i - 2; k >= 0; k--) {
    const words = between(figures[k]!, figures[k + 1]!);
    // "19 seats and the blues 22, with one independent": who has the next part may stand before it.
    if (!/^(?:[^.;:]{0,30}?(?:,| and)\s+(?:a |an )?)$/.test(words) && !(listed && /^[^.;:]{0,20}?(?:,| and)\s+(?:with |the )?(?:[a-z-]+ ){0,2}$/.test(words)) || words.length > 40) break;
    parts.unshift(figures[k]!);
  }
  if (parts.length < 2 || between(figures[i - 1]!, stated).length > 40 || !/,\s*(?:or\s+|for\s+|(?:for\s+|making\s+)?a total of\s+)?$/.test(between(figures[i - 1]!, stated))) return undefined;
  return checkSum(parts, stated);
}

/** "14 counts, nine of fraud and four of perjury" */
export function parts(figures: readonly Figure[]): Miscalculation | undefined {
  const [whole, ...rest] = figures;
  if (!whole || whole.quantity.kind !== 'count' || !isExact(whole.quantity) || rest.length < 2 || rest.length > 4) return undefined;
  const opening = between(whole, rest[0]!);
  // "Twenty-nine members rebelled: 17 voted against and 12 abstained"
  if (!/^(?:,|:|\s+[–—]|—)\s*$/.test(opening) && !/^\s[^.;:,]{0,40}:\s+$/.test(opening)) return undefined;
  for (const [i, part] of rest.entries()) {
    // After a colon every part is listed, each with its own noun.
    if (opening.trimEnd().endsWith(':') && isExact(part.quantity) && (part.quantity.kind === 'count' || part.quantity.unit === null)) {
      const link = i === 0 || between(rest[i - 1]!, part);
      if (link !== true && !/^,?\s+(?:and\s+)?$/.test(link) && !(part.quantity.unit === null && (i === rest.length - 1 ? /^[^.;:]{1,40}?,? and\s+$/ : /^[^.;:]{1,40}?,\s+$/).test(link))) return undefined;
      continue;
    }
    if (!isExact(part.quantity) || part.quantity.unit !== null || !/^\s+(?:of|for|in|on|from)\s/.test(after(part)) || /^\s+of\s+(?:them|which|whom|the|these|those)\b/.test(after(part))) return undefined;
    if (i > 0 && !(i === rest.length - 1 ? /^[^.;]{0,60}?\sand\s+$/ : /^[^.;]{0,60}?,\s+$/).test(between(rest[i - 1]!, part))) return undefined;
  }
  const sum = checkSum(rest, whole);
  // "Sixty members rebelled: 17 left and 12 abstained" may be some of them; more than all they cannot be.
  if (sum && /\w/.test(opening) && sum.computed < whole.quantity.value) return undefined;
  // Far off, the parts are a choice and no split.
  return sum && sum.computed >= 0.6 * whole.quantity.value && sum.computed <= 1.5 * whole.quantity.value ? sum : undefined;
}

function checkSum(parts: readonly Figure[], stated: Figure): Miscalculation | undefined {
  if (!parts.every(part => isExact(part.quantity) && part.quantity.value > 0 && part.quantity.kind !== 'percent' && part.quantity.kind !== 'ratio' && part.quantity.kind !== 'duration' && (part.quantity.kind === 'money') === (stated.quantity.kind === 'money'))) return undefined;
  if (new Set(parts.map(part => part.quantity.unit).filter(unit => unit !== null)).size > 1 && stated.quantity.kind === 'money') return undefined;
  const sum = parts.reduce((n, part) => n + part.quantity.value, 0);
  const slack = stated.quantity.precision + parts.reduce((n, part) => n + (Number.isInteger(part.quantity.value) && part.quantity.value < 1000 ? 0 : part.quantity.precision), 0);
  return Math.abs(sum - stated.quantity.value) <= slack ? undefined : { stated, from: parts, nature: 'sum', computed: Number(sum.toPrecision(12)) };
}
