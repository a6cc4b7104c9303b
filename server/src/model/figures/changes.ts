// Changes and differences that a sentence states beside the two levels they lie between.
import type { Quantity } from '../../language/quantities.ts';
import type { Figure } from '../analysis.ts';
import type { Miscalculation } from './arithmetic.ts';
import { after, before, between, isExact, roundTo, roundingOf, sameKind, slackOf } from './beside.ts';
import { factorBetween } from './compare.ts';

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
    // "84 billion in 2021 and 89 billion in 2022"
    if (a.date?.from !== undefined && b.date?.from !== undefined && a.date.from !== b.date.from && /^\s+in [^.;]{3,20}? and\s+$/.test(words)) return a.date.from < b.date.from ? { old: a, now: b } : { old: b, now: a };
    if (words.length > 60 || !LINKS.test(words)) continue;
    if (/\bto\s+(?:about |around |just )?$/.test(words) && !/compared to\s+$/.test(words)) {
      if (/\bfrom\s+(?:about |around |just |the )?$/.test(before(a)) || /\b(?:rose|fell|grew|climbed|dropped|increased|decreased|declined|improved|slipped|widened|narrowed)\s$/.test(before(a))) return { old: a, now: b };
      continue;
    }
    return { old: b, now: a };
  }
  return undefined;
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

/** The two of one kind that stand just before a figure, or just after it: "8 percent of the one group and 12 percent of the other, a difference of 4 percent". */
function twoBeside(figures: readonly Figure[], i: number): { readonly old: Figure; readonly now: Figure } | undefined {
  const stated = figures[i]!;
  for (const [old, now] of [[figures[i - 2], figures[i - 1]], [figures[i + 1], figures[i + 2]]] as const) {
    if (!old || !now || !sameKind(old.quantity, now.quantity) || !isExact(old.quantity) || !isExact(now.quantity)) continue;
    const link = old.start < stated.start ? /^[^.;]{0,70}?(?:,|\band|\bto|\bagainst|\bversus)\s+$/.test(between(old, now)) && /^[^.;]{0,60},\s*(?:or\s+)?(?:an?|the)\s+[a-z ]{0,20}$/.test(between(now, stated)) : /^\s*apart:\s+$/.test(between(stated, old)) && /^[^.;]{0,40}?(?:,|\band)\s+$/.test(between(old, now));
    if (link) return { old, now };
  }
  return undefined;
}

/** "310p a share, a premium of 40 per cent to Friday's close of 250p" */
function pairOfPremium(figures: readonly Figure[], i: number): { readonly old: Figure; readonly now: Figure } | undefined {
  const [now, stated, old] = [figures[i - 1], figures[i]!, figures[i + 1]];
  if (!now || !old || !sameKind(now.quantity, old.quantity) || !isExact(now.quantity) || !isExact(old.quantity)) return undefined;
  const one = /^[^.;]{0,30}?,\s*(?:or\s+)?a\s+(?:premium|discount)\s+of\s+(?:about\s+)?$/.test(between(now, stated)) && /^\s+(?:to|over|on|from)\s+[^.;]{0,50}\b(?:of|at)\s+$/.test(between(stated, old));
  const other = /^[^.;]{0,30}?,\s*(?:or\s+)?an?\s+(?:about\s+)?$/.test(between(now, stated)) && /^\s+(?:premium|discount)\s+(?:to|over|on|from)\s+[^.;]{0,50}\b(?:of|at)\s+$/.test(between(stated, old));
  return one || other ? { old, now } : undefined;
}

/** "slid to 41 percent, down 5 percent from 46 percent" */
function pairAround(figures: readonly Figure[], i: number): { readonly old: Figure; readonly now: Figure } | undefined {
  const [now, stated, old] = [figures[i - 1], figures[i]!, figures[i + 1]];
  if (!now || !old || !sameKind(now.quantity, old.quantity) || !isExact(now.quantity) || !isExact(old.quantity)) return undefined;
  return /^[^.;]{0,30}?,\s*(?:up|down)\s+(?:by\s+)?$/.test(between(now, stated)) && /^\s+(?:from|on)\s+(?:the\s+)?$/.test(between(stated, old)) ? { old, now } : undefined;
}

const CHANGE_BEFORE = /\b(?:rose|fell|grew|climbed|dropped|increased|decreased|declined|jumped|slipped|slid|eased|gained|lost|surged|plunged|tumbled|shrank|soared|advanced|widened|narrowed|up|down)\s+(?:by\s+|about\s+|around\s+|nearly\s+|some\s+)?$/;

const STATES_CHANGE = /(?:\b(?:an?|the)\s+(?:[a-z-]+\s+)?(?:increase|rise|gain|jump|improvement|growth|surge|climb|hike|decrease|fall|drop|decline|cut|reduction|slump|slide|dip|loss|difference|gap)\s+of\s+(?:about |around |nearly |almost |roughly |some )?|,\s+(?:up|down)\s+(?:by\s+)?|\b(?:up|down|rise|fall|drop|increase|decrease)\s+(?:of|by)\s+)$/;
const CHANGE_AFTER = /^\s+(?:increase|rise|gain|jump|improvement|surge|hike|decrease|fall|drop|decline|cut|reduction|slump|slide|(?:lower|higher|apart)(?!\s+than))\b/;

/** "from $118 million to $126 million, an increase of 8 percent"; between two percentages "percent" may mean points. */
export function percentChange(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const stated = figures[i]!;
  const inPointsStated = stated.quantity.unit === 'percentage point';
  if ((stated.quantity.unit !== 'percent' && !inPointsStated) || stated.quantity.upper !== null || (stated.quantity.bound !== '=' && stated.quantity.bound !== '~')) return undefined;
  const lead = before(stated, 60);
  const says = STATES_CHANGE.test(lead) || CHANGE_AFTER.test(after(stated));
  const apart = /\b(?:difference|gap) of\s+$/.test(lead) || /^\s+apart\b/.test(after(stated));
  const levels = i > 0 && between(figures[i - 1]!, stated).length <= 60 ? pairOfLevels(figures.slice(0, i), stated) : undefined;
  // "from 31 percent to 36 percent, or 5 percent"
  const or = i > 0 && /^,?\s*or\s+(?:about\s+)?$/.test(between(figures[i - 1]!, stated)) && /^\s*(?:[.,;)]|$)/.test(after(stated));
  const pair = pairOfPremium(figures, i) ?? (apart ? twoBeside(figures, i) : undefined) ?? (CHANGE_BEFORE.test(lead) ? pairAfter(figures, i) ?? pairAround(figures, i) : undefined) ?? (says || or ? levels : undefined);
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
export function doubt(old: Quantity, now: Quantity, relative: number): number {
  const part = (q: Quantity) => (q.value === 0 ? 0 : roundingOf(q) / Math.abs(q.value));
  return 0.5 * (100 + Math.abs(relative)) * (part(old) + part(now));
}

/** "7.9 hours, against 7.2 in the other schools, or 54 minutes more" */
export function difference(figures: readonly Figure[], i: number): Miscalculation | undefined {
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

/** "18,400 acres, up from 15,900, an increase of 2,500 acres"; "by 31 votes to 24, a majority of 7" */
export function statedDifference(figures: readonly Figure[], i: number): Miscalculation | undefined {
  const stated = figures[i]!;
  if (i === 0 || stated.quantity.kind === 'percent' || stated.quantity.kind === 'ratio' || !isExact(stated.quantity) || between(figures[i - 1]!, stated).length > 60) return undefined;
  const lead = before(stated, 60);
  const pair = MAJORITY.test(lead) ? (/^(?:\s+votes?)?\s*(?:[.,;)]|$)/.test(after(stated)) ? votes(figures, i) : undefined) : STATES_CHANGE.test(lead) ? pairOfLevels(figures.slice(0, i), stated) ?? (/\b(?:difference|gap) of\s+$/.test(lead) ? twoBeside(figures, i) : undefined) : undefined;
  if (!pair || !sameKind(pair.now.quantity, stated.quantity) || pair.old.quantity.kind === 'percent') return undefined;
  // A loss of money is also what a firm makes.
  if (stated.quantity.kind === 'money' && /\bloss of\s+$/.test(lead)) return undefined;
  // "an increase of 2 a week": another rate.
  if (/^\s+(?:an?|per|each|every)\s/.test(after(stated)) && pair.now.quantity.unit !== stated.quantity.unit) return undefined;
  const [old, now] = [pair.old.quantity, pair.now.quantity];
  const gap = Math.abs(now.value - old.value);
  const slack = (slackOf(stated.quantity) + slackOf(old) + slackOf(now)) * (1 + 1e-9);
  return Math.abs(gap - stated.quantity.value) <= slack ? undefined : { stated, from: [pair.old, pair.now], nature: 'difference', computed: roundTo(gap, stated.quantity.precision) };
}

const MAJORITY = /,\s*(?:a|with a|giving a) (?:majority|margin) of\s+$/;

/** "by 31 votes to 24" */
function votes(figures: readonly Figure[], i: number): { readonly old: Figure; readonly now: Figure } | undefined {
  const [now, old] = [figures[i - 2], figures[i - 1]];
  return now && old && /^(?:\s+votes)?\s+to\s+$/.test(between(now, old)) && isExact(now.quantity) && isExact(old.quantity) && now.quantity.value > old.quantity.value ? { old, now } : undefined;
}
