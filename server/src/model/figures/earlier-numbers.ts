// Results that follow from a number of a sentence before: what is left of it, a share of it, a change since, a total of what was listed.
import type { Figure } from '../analysis.ts';
import { toOutline, viewsOf } from './outline.ts';
import { apart, change, rest, share, sum, type Reckoning } from './reckonings.ts';
import { isReckonable, sameKind } from './rounding.ts';

/** Sentences with more figures than that are data. */
const MOST_FIGURES = 60;

/**
 * What a sentence states that follows from the ones before it in the paragraph. `earlier`: the figures of those sentences, one list for each, the nearest last.
 * Where two numbers could be meant and one of them bears the result out, it is right; where none does, only one that stands alone is taken for the one meant.
 */
export function earlierReckonings(own: readonly Figure[], earlier: readonly (readonly Figure[])[]): Reckoning[] {
  const text = own[0]!.sentence.text;
  const reads = READS.filter(({ asks }) => asks.test(text));
  if (earlier.length === 0 || reads.length === 0 || own.length + earlier.reduce((n, figures) => n + figures.length, 0) > MOST_FIGURES) return [];
  const found: Reckoning[] = [];
  for (const view of viewsOf(own)) {
    const outline = toOutline(view).trimStart();
    for (const { read } of reads) {
      const reckoning = read(outline, view, earlier);
      if (reckoning) found.push(reckoning);
    }
  }
  return found;
}

type Read = (outline: string, figures: readonly Figure[], earlier: readonly (readonly Figure[])[]) => Reckoning | undefined;

const LEAVING = /<([mc])(\d+)>[^<>;:¶“”"]{0,60}, leaving (?:just |only |it with |them with |him with |her with |an? (?:[a-z-]+ ){0,3}of )?<\1(\d+)>(?! (?:an?|per|each)\b)/;

/** "It cost $20m. The insurer paid $17m, leaving $3m" */
const leaving: Read = (outline, figures, earlier) => {
  const match = LEAVING.exec(outline);
  if (!match) return undefined;
  const [part, left] = [figures[Number(match[2])]!, figures[Number(match[3])]!];
  const isWhole = (figure: Figure) => isReckonable(figure) && figure.quantity.unit === part.quantity.unit && figure.quantity.value > part.quantity.value;
  // What it is a part of may stand in the sentence itself.
  if (left.quantity.unit !== part.quantity.unit || part.quantity.unit === null || figures.some(figure => figure.start < part.start && isWhole(figure))) return undefined;
  const wholes = earlier.flat().filter(isWhole);
  return chosen(wholes.map(whole => rest(whole, [part], left)), wholes.length === 1 ? 0.5 : 0.12);
};

const REMAINING = /\b(?:the|its|their) (?:remaining|other|last|final) <([mc])(\d+)>(?! of\b)/;

/** "The budget was $138m. The state gave $60m and the town $50m; the members paid the remaining $28m" */
const remainingOfBefore: Read = (outline, figures, earlier) => {
  const match = REMAINING.exec(outline);
  if (!match) return undefined;
  const left = figures[Number(match[2])]!;
  const parts = figures.filter(figure => figure.start < left.start);
  const alike = (figure: Figure) => isReckonable(figure) && (match[1] === 'm' ? figure.quantity.unit === left.quantity.unit : /^(?:count|number)$/.test(figure.quantity.kind));
  const least = parts.reduce((n, part) => n + part.quantity.value, 0);
  if (parts.length < 2 || !parts.every(alike) || outline.slice(0, match.index).split(/<[a-z]\d+>/).slice(1).some(words => words.length > 70)) return undefined;
  // The whole is larger than what is told of it; a part may hold it itself ("of the 90 …").
  const wholes = earlier.flat().filter(figure => alike(figure) && figure.quantity.value > least);
  // "52 have three toes; the remaining 15": not all are parts.
  const some = earlier.flat().filter(alike).flatMap(whole => parts.map(part => rest(whole, [part], left))).find(option => option?.fits);
  if (some || match[1] === 'c' && wholes.some(whole => parts.some(({ quantity: { unit } }) => unit !== null && unit !== whole.quantity.unit))) return some;
  const inside = rest(parts[0]!, parts.slice(1), left);
  return inside?.fits ? inside : chosen(wholes.map(whole => rest(whole, parts, left)), wholes.length === 1 ? 0.6 : 0.12);
};

const PART_AND_SHARE = /^(?<lead>(?:[a-z' -]{0,40} )?)<c(?<part>\d+)>(?<behind>(?: [a-z'-]+){0,9})(?:, (?:or |about |some |roughly )*| \(| ?[–—] ?)<[pr](?<ratio>\d+)>(?=[,.)]| [–—]|$)(?!,? of (?!them|these|those|the total|all[,. ]))/;

/** "It took 120 swabs. Thirty were positive, or 25 percent"; "It has used 90 of them, or a third" */
const shareOfBefore: Read = (outline, figures, earlier) => {
  const groups = PART_AND_SHARE.exec(outline)?.groups;
  if (!groups) return undefined;
  const [part, ratio] = [figures[Number(groups.part)]!, figures[Number(groups.ratio)]!];
  const ofThem = /^ of (?:them|these|those)\b/.test(groups.behind!);
  // A number alone that opens its sentence leaves what it counts to the one before.
  if (!ofThem && !(part.quantity.unit === null && /^(?:of (?:them|these|those),? )?(?:only |just |some |about |nearly |another )?$/.test(groups.lead!))) return undefined;
  const wholes = earlier.at(-1)!.filter(figure => figure.quantity.kind === 'count' && isReckonable(figure) && figure.quantity.value > part.quantity.value);
  const found = wholes.map(whole => share(part, whole, ratio, ratio));
  return chosen(found, wholes.length === 1 ? Infinity : 0);
};

const SINCE = /\b([a-z]+) (?:has|have|had) (?:since|now) (?:been )?(?:r(?:isen|aised)|fallen|grown|climbed|dropped|increased|jumped|swollen|soared|shrunk|declined|gone|come|cut|lowered)(?: up| down)? to (?:[a-z]+ ){0,2}<([mcdp])(\d+)>[^<>;:¶]{0,40}(?:,| [–—-]| \() ?(?:or |which is |that is )?(?:an? (?:[a-z-]+ ){0,2}(?:increase|rise|jump|climb|surge|gain|growth|drop|fall|decline|decrease|reduction|cut) of |up |down )<p(\d+)>(?! (?:in|for|among|an?|per|on|from|over|compared|this|last)\b)/;

/** What may stand for the level that was given before. */
const ANY_LEVEL = /^(?:it|they|that|this|bill|costs?|price|figure|number|toll|tally|total|budget|estimate|sum|debt|amount|count|value|rate|fee|rent)$/;

/** "It was to cost $50m. The bill has since risen to $80m, an increase of 60 percent" */
const changeSince: Read = (outline, figures, earlier) => {
  const match = SINCE.exec(outline);
  if (!match) return undefined;
  const [now, by] = [figures[Number(match[3])]!, figures[Number(match[4])]!];
  if (now.quantity.unit === null || figures.some(figure => figure.start < now.start && sameKind(figure.quantity, now.quantity))) return undefined;
  const olds = earlier.flat().filter(figure => isReckonable(figure) && figure.quantity.unit === now.quantity.unit);
  // "The show cost $40m. Ticket sales have since risen to $52m": of something else.
  if (!ANY_LEVEL.test(match[1]!) && !olds.some(({ sentence }) => sentence.text.toLowerCase().includes(match[1]!))) return undefined;
  return chosen(olds.map(old => change(old, now, by)), new Set(olds.map(({ quantity }) => quantity.value)).size === 1 ? Infinity : 0);
};

const THAT_MAKES = /^(?:and |so |all )?(?:that|this|which|it|they|these|together they|altogether that|all told,? that|in all,? that) (?:(?:makes?|made|brings?|brought|comes? to|came to|adds? up to|added up to|gives?|gave|means?|meant)(?: (?:it|the (?:total|tally|toll|number)(?: to)?|a total of))?) (?:[a-z]+ ){0,2}?<([cm])(\d+)>(?<behind>[^<>;¶]{0,40})/;
const ALL_TOLD = /\b(?:in all|altogether|in total|all told|together)\b|\btotal\b/;

/** "Nineteen were poisoned, seven were shot and four drowned. That makes 30 in all" */
const totalOfBefore: Read = (outline, figures, earlier) => {
  const match = THAT_MAKES.exec(outline);
  if (!match || !ALL_TOLD.test(match[0])) return undefined;
  const stated = figures[Number(match[2])]!;
  const money = match[1] === 'm';
  const counted = (figure: Figure) => isReckonable(figure) && (money ? figure.quantity.unit === stated.quantity.unit : /^(?:count|number)$/.test(figure.quantity.kind));
  const all = earlier.flat().filter(counted);
  const added = (from: number) => sum(all.slice(from), stated);
  for (let from = 0; from <= all.length - 2; from++) if (added(from)?.fits) return added(from);
  // Where none adds up: from the sentences before, whole.
  const starts = earlier.map((_, s) => earlier.slice(0, s).flat().filter(counted).length).filter(from => from <= all.length - 3);
  return starts.map(added).find(found => found !== undefined && Math.abs(found.computed - stated.quantity.value) <= 0.12 * stated.quantity.value);
};

const THAN_THAT = /<([cm])(\d+)>[^<>;:¶“”"]{0,60}<\1(\d+)>(?: [a-z]+)? (?:more|fewer|less|over|above|below|under|short of) ?(?:than )?(?:that|this|the (?:limit|target|quota|allowance|capacity|maximum))(?=[.,;)]|$)/;

/** "It may carry 180. With 214 aboard it had 34 more than that" */
const thanThat: Read = (outline, figures, earlier) => {
  const match = THAN_THAT.exec(outline);
  if (!match) return undefined;
  const [now, by] = [figures[Number(match[2])]!, figures[Number(match[3])]!];
  const bases = earlier.flat().filter(figure => isReckonable(figure) && (match[1] === 'm' ? figure.quantity.unit === now.quantity.unit : /^(?:count|number)$/.test(figure.quantity.kind)));
  return chosen(bases.map(base => apart(base, now, by)), new Set(bases.map(({ quantity }) => quantity.value)).size === 1 ? Infinity : 0);
};

const MADE_OF = /^(?:and )?(?:the|that|this|it|they|these) (?:[a-z]+ ){0,2}?(?:(?:is|are|was|were|will be) (?:made up of|composed of|split into|divided into)|consists? of|consisted of|compris(?:es?|ed)|breaks? down (?:as|into)) (?:[a-z]+ ){0,2}?<([mc])\d+>/;

/** "They are worth $4m in all. The sum is made up of $2m for schools, $1m for buses and $1m for parks" */
const madeOf: Read = (outline, figures, earlier) => {
  const match = MADE_OF.exec(outline);
  const whole = earlier.at(-1)!.filter(isReckonable).at(-1);
  if (!match || !whole) return undefined;
  const parts = figures.filter(figure => isReckonable(figure) && (match[1] === 'm' ? figure.quantity.unit === whole.quantity.unit : /^(?:count|number)$/.test(figure.quantity.kind)));
  const pieces = outline.split(/<[a-z]\d+>/).slice(1, -1);
  if (parts.length < 2 || parts.length !== figures.length || pieces.some((piece, i) => !(i === pieces.length - 1 ? /,? (?:and|plus) (?:[a-z]+ ){0,2}$/ : /, (?:[a-z]+ ){0,2}$/).test(piece))) return undefined;
  return chosen([sum(parts, whole)], 0.4);
};

/** Each with words without which a sentence need not be read. */
const READS: readonly { readonly asks: RegExp; readonly read: Read }[] = [
  { asks: /\bleaving\b/, read: leaving },
  { asks: /\b(?:remaining|other|last|final)\b/, read: remainingOfBefore },
  { asks: /(?:\bor|[,(–—]) ?(?:about |some |roughly )*(?:\d[\d.]*\s?(?:%|per ?cent|pc\b)|(?:an?|one|two|three|nearly|almost|half)\b)/i, read: shareOfBefore },
  { asks: /\b(?:has|have|had) (?:since|now)\b/, read: changeSince },
  { asks: /^\W?(?:and |so |all )?(?:that|this|which|it|they|these|together|altogether|all told|in all)\b.*\b(?:all|altogether|total|told|together)\b/i, read: totalOfBefore },
  { asks: /\b(?:than|above|below|over|under|short of) (?:that|this|the (?:limit|target|quota|allowance|capacity|maximum))\b/, read: thanThat },
  { asks: /\b(?:made up|composed|split|divided|consist(?:s|ed)?|compris(?:es?|ed)|breaks?)\b/, read: madeOf },
];

/** The one that fits; else the nearest, if it is off by no more than this share of what is stated. */
function chosen(options: readonly (Reckoning | undefined)[], most: number): Reckoning | undefined {
  const known = options.filter(option => option !== undefined);
  const off = ({ computed, stated }: Reckoning) => Math.abs(computed - stated.quantity.value) / Math.abs(stated.quantity.value);
  return known.find(({ fits }) => fits) ?? known.filter(option => off(option) <= most).toSorted((a, b) => off(a) - off(b))[0];
}
