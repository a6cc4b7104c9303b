// Results whose numbers stand loosely about the paragraph: "The office had 1,240 claims and has settled 620, or half", "The town lost 3,900 people, or 21 percent: in 1990 it had 18,100".
import { isPlural, singular } from '../../language/quantities/nouns.ts';
import type { Figure } from '../analysis.ts';
import { toOutline, viewsOf } from './outline.ts';
import { boundedShare, change, fold, perOne, share, sum, type Reckoning } from './reckonings.ts';
import { isReckonable, perOf, toInterval } from './rounding.ts';

/** Sentences with more figures than that are data. */
const MOST_FIGURES = 40;

/**
 * What a sentence states that follows from numbers in it or in the ones before it in the paragraph, wherever they stand.
 * A result that any of these numbers bears out is right; it is wrong only where one number alone can be meant, or where two of them prove by their difference that they are.
 */
export function looseReckonings(own: readonly Figure[], earlier: readonly (readonly Figure[])[]): Reckoning[] {
  const text = own[0]!.sentence.text;
  const reads = READS.filter(({ asks }) => asks.test(text));
  if (reads.length === 0 || own.length + earlier.reduce((n, figures) => n + figures.length, 0) > MOST_FIGURES) return [];
  const found: Reckoning[] = [];
  for (const view of viewsOf(own)) {
    const outline = toOutline(view).trimStart();
    for (const { read } of reads) {
      const reckoning = read({ outline, figures: view, own, earlier, at: name => view[Number(name)]! });
      if (reckoning) found.push(reckoning);
    }
  }
  return found;
}

interface Place {
  readonly outline: string;
  readonly figures: readonly Figure[];
  readonly own: readonly Figure[];
  readonly earlier: readonly (readonly Figure[])[];
  readonly at: (place: string | undefined) => Figure;
}

type Read = (place: Place) => Reckoning | undefined;

const isCount = ({ quantity: { kind } }: Figure): boolean => kind === 'count' || kind === 'number' || kind === 'measure';
const before = (figures: readonly Figure[], { start }: Figure): Figure[] => figures.filter(figure => figure.start < start);
const valuesOf = (figures: readonly Figure[]): number => new Set(figures.map(({ quantity }) => quantity.value)).size;

/** Verbs behind which a number is a change, and no part. */
const MOVING = /\b(?:by|up|down|another|lost|losing|shed|gained|added|adding|cut|rose|fell|grew|dropped|climbed|jumped|slid|slipped|declined|shrank|risen|fallen|grown|more|fewer|less|extra|additional)(?: (?:about|some|nearly|almost|just|only|to|at|from|an?|the))* $/;
const SHARE = /(?<lead>[^<>;:¶“”"]{0,60})<[cz](?<part>\d+)>(?<behind>(?: [a-z'-]+){0,5})(?:, (?:or |that is |a share of |some )*| \(| ?[–—] ?)<(?<kind>[prz])(?<ratio>\d+)>(?: of (?:them|these|those|the total|all)(?: (?!and\b)[a-z]+)?| (?:of )?the [a-z]+'s(?: (?:total|output|whole))?)?(?=[,.;)]| [–—]|$)(?!,? (?:more|fewer|less|higher|lower|above|below|over|up|down|of|than)\b)/;

/** "Wardens counted 310 nests. In the north they found 124, or 40 percent"; "has had 1,240 claims and settled 806, or 65 percent" */
const shareNear: Read = ({ outline, own, earlier, at }) => {
  const groups = SHARE.exec(outline)?.groups;
  if (!groups || MOVING.test(groups.lead!) || /\b(?:of|out of) (?:[a-z'-]+ ){0,3}$/.test(groups.lead!) || /^ (?:of|out of|in every|per)\b/.test(groups.behind!) || /\b(?:more|fewer|less|higher|lower|above|below|than)\b/.test(groups.behind!)) return undefined;
  const [part, ratio] = [at(groups.part), at(groups.ratio)];
  // "As many as 129" are so many.
  if (!isCount(part) || part.quantity.upper !== null || !/^(?:=|~|<=)$/.test(part.quantity.bound) || !/\b(?:of (?:them|these|those|the total|all))\b/.test(groups.behind!) && part.quantity.unit === null && !/^(?: (?:were|was|are|is|had|have|did))?(?: [a-z]+ed| [a-z]+en)?$/.test(groups.behind!)) return undefined;
  const reckon = (whole: Figure) => (groups.kind === 'z' ? boundedShare(part, whole, ratio) : share(part, whole, ratio, ratio));
  const wholes = [...earlier.flat(), ...before(own, part)].filter(figure => isCount(figure) && isReckonable(figure) && figure.quantity.value > part.quantity.value);
  const right = wholes.map(reckon).find(found => found?.fits);
  if (right) return right;
  // "412 men and 320 women were asked; 366, or half": of all of them.
  if ([own, ...earlier].some(figures => { const counts = figures.filter(figure => isCount(figure) && figure.start < part.start); return counts.length > 1 && isNear(part.quantity.value / counts.reduce((n, figure) => n + figure.quantity.value, 0), ratio); })) return undefined;
  const alike = wholes.filter(({ quantity: { unit } }) => (part.quantity.unit === null ? unit !== null : unit === part.quantity.unit));
  const nearest = [before(own, part), ...earlier.toReversed()].map(figures => figures.filter(figure => alike.includes(figure))).find(figures => figures.length > 0) ?? [];
  // Where two numbers could be meant, neither is taken.
  return valuesOf(nearest) === 1 && (part.quantity.unit === null ? valuesOf(alike) === 1 && alike.length === wholes.length : true) ? reckon(nearest[0]!) : undefined;
};

function isNear(value: number, { quantity }: Figure): boolean {
  const stated = quantity.unit === 'percent' ? quantity.value / 100 : quantity.value;
  return Math.abs(value - stated) <= 0.02 + 0.05 * stated;
}

const STEP = /\b(?<verb>lost|loses|losing|shed|shedding|fell|falls|falling|dropped|dropping|declined|shrank|shrunk|slid|slipped|cut|down|gained|gaining|rose|rises|rising|grew|grown|growing|climbed|added|adding|risen|fallen|up|jumped|increased)(?: by)?(?: some| about)? <(?<kind>[cm])(?<by>\d+)>(?: (?!and\b|of\b)[a-z]+){0,2}(?:, (?:or |which is |that is )?| \(| ?[–—] ?)<p(?<ratio>\d+)>(?: of (?:its|their|the|his|her) [a-z]+)?(?=[,.;:)]| [–—]|$)/;
const DOWN = /^(?:los|shed|f[ae]ll|drop|decl|shr|sl|cut|down)/;
/** What a step may be a step of, where it is not named anew. */
const THE_NUMBER = /^(?:and |but )?(?:[a-z' -]{0,30},? )?(?:it|they|(?:the|its|their) (?:number|figure|total|tally|count|population|membership|sum|value|price|cost|bill))\b(?! of\b)/;
/** Before a number of all that there are. */
const STOCK = /\b(?:had|has|have|was|were|are|is|numbered|employs?|employed|counted|stood at|of|to|reached) (?:about |some |only |just )?$/i;

/** "In 2011 it had 8,200 residents. Since then the number has fallen by 1,230, or 15 percent": the step, and what it is a step from. */
const stepNear: Read = ({ outline, own, earlier, at }) => {
  const match = STEP.exec(outline);
  const groups = match?.groups;
  if (!groups) return undefined;
  const [by, ratio] = [at(groups.by), at(groups.ratio)];
  const bases = [...earlier.flat(), ...own].filter(figure => figure !== by && isReckonable(figure) && figure.quantity.value > by.quantity.value && (groups.kind === 'm' ? figure.quantity.unit === by.quantity.unit : isCount(figure) && (by.quantity.unit === null || figure.quantity.unit === null || figure.quantity.unit === by.quantity.unit)));
  const down = DOWN.test(groups.verb!);
  const olds = bases.flatMap(base => { const moved = base.quantity.value + (down ? 1 : -1) * by.quantity.value; return moved > 0 ? [base, { ...base, quantity: { ...base.quantity, value: moved } }] : [base]; });
  const right = olds.map(old => fractionOf(by, old, ratio)).find(found => found?.fits);
  if (right) return right;
  const proof = bases.flatMap(old => bases.filter(now => now.quantity.value !== old.quantity.value && (old.quantity.value > now.quantity.value) === down && Math.abs(Math.abs(old.quantity.value - now.quantity.value) - by.quantity.value) < 1e-9 * old.quantity.value).map(() => old));
  if (valuesOf(proof) === 1) return fractionOf(by, proof[0]!, ratio);
  const opening = outline.slice(0, match.index + groups.verb!.length);
  return earlier.length > 0 && valuesOf(bases) === 1 && bases[0]!.sentence !== by.sentence && by.quantity.unit === null && THE_NUMBER.test(opening) && !/<[mc]\d+>/.test(opening) && STOCK.test(wordsBefore(bases[0]!)) ? fractionOf(by, bases[0]!, ratio) : undefined;
};

function wordsBefore({ prose, sentence }: Figure): string {
  return sentence.leaf.content.prose.slice(Math.max(sentence.prose.start, prose.start - 30), prose.start);
}

/** A step as a share of what it is a step from. */
function fractionOf(by: Figure, old: Figure, ratio: Figure): Reckoning | undefined {
  const found = share({ ...by, quantity: { ...by.quantity, unit: old.quantity.unit, kind: old.quantity.kind } }, old, ratio, ratio);
  return found && { ...found, from: [by, old].map(figure => (figure.quantity.value === old.quantity.value ? old : by)) };
}

const PAST = /\b(?:last (?:year|month|week|season|decade)|a (?:year|month|week|decade) (?:ago|earlier|before)|(?:years|months|decades|weeks) (?:ago|earlier|before)|the (?:year|month|week|season) before|previously|in (?:19|20)\d\d|used to|had been|at (?:first|its height|the first count)|before the)\b/i;
const YEAR_BEFORE = /\b(?:last (?:year|month|week|season)|an? (?:year|month|week|season) (?:ago|earlier|before)|the (?:year|month|week|season) before|the first count)\b/i;
const NOW = /^(?:and |but )?(?:now|today|by (?:19|20)\d\d|the next year|this (?:year|month|week|season|time|summer|winter|spring|autumn)|since then|in (?:19|20)\d\d|a (?:year|decade) (?:later|on)|(?:it|they|there) (?:now|today)|(?:it|they) (?:is|are|has|have) now|under the (?:plan|offer|deal|proposal|agreement|contract|scheme|new [a-z]+)|last (?:year|month|week))\b|\bnow\b|\btoday\b/;
const CHANGED = /<(?<kind>[mcp])(?<now>\d+)>(?<behind>(?: (?!and\b|but\b|per\b|of\b)[a-z'-]+){0,5})(?:, | ?[–—-] ?| \(|: ?)(?:or |which is |that is )?(?:(?:an?|the) (?:[a-z-]+ ){0,2}(?:increase|rise|gain|jump|growth|surge|climb|decrease|fall|drop|decline|cut|reduction|loss|slump|improvement|saving) of <p(?<a>\d+)>|(?:up|down) (?:by )?<p(?<b>\d+)>|an? <p(?<c>\d+)> (?:increase|rise|gain|jump|growth|surge|climb|decrease|fall|drop|decline|cut|reduction|loss)\b|<(?:p(?<d>\d+)|[rz](?<e>\d+))> (?:more|fewer|less|higher|lower|as (?:many|much)))(?=[.;,)]| [–—]|$)(?! (?:on|from|than|compared|against|over|a year|per)\b)/;

/** "A year ago the club had 212 members. Now there are 318, an increase of 50 percent": between a level of the past and the one that stands beside the change. */
const changeNear: Read = ({ outline, own, earlier, at }) => {
  const match = CHANGED.exec(outline);
  const groups = match?.groups;
  const previous = earlier.at(-1);
  if (!groups || !previous || !NOW.test(outline)) return undefined;
  const [now, by] = [at(groups.now), at(groups.a ?? groups.b ?? groups.c ?? groups.d ?? groups.e)];
  const { sentence } = own[0]!;
  const before = previous[0]!.sentence;
  if (before.index !== sentence.index - 1) return undefined;
  const alike = (figure: Figure) => isReckonable(figure) && (groups.kind === 'c' ? isCount(figure) && figure.quantity.unit !== null && (now.quantity.unit === null || now.quantity.unit === figure.quantity.unit) || figure.quantity.kind === 'measure' && (now.quantity.unit === null || now.quantity.unit === figure.quantity.unit) : groups.kind === 'm' ? figure.quantity.kind === 'money' && (figure.quantity.unit === now.quantity.unit || perOf(now.quantity.unit, figure.quantity.unit) || perOf(figure.quantity.unit, now.quantity.unit)) : figure.quantity.unit === now.quantity.unit);
  const olds = previous.filter(alike);
  if (valuesOf(olds) !== 1 || own.some(figure => figure !== now && figure !== by && alike(figure))) return undefined;
  const planned = /\b(?:would|will)\b/.test(sentence.text) && !/\b(?:would|will)\b/.test(before.text) && !PAST.test(sentence.text);
  // What is told of a year is compared with the year before it.
  const yearly = /\b(?:this|last) (?:year|month|week|season)\b/i.test(sentence.text);
  if (yearly && !YEAR_BEFORE.test(before.text)) return undefined;
  const follows = planned ? sharesWord(before.text, sentence.text) : PAST.test(before.text) && !(PAST.test(sentence.text) && !NOW.test(outline)) && (now.quantity.unit === null || now.quantity.unit === olds[0]!.quantity.unit);
  if (!follows) return undefined;
  const ratio = by.quantity.kind === 'ratio';
  return ratio ? fold(olds[0]!, now, by, groups.e !== undefined && by.quantity.unit !== null ? 'multiple' : 'change') : change(olds[0]!, now, by);
};

/** Do two sentences have a word of four letters and more in common, or two forms of one? */
function sharesWord(one: string, other: string): boolean {
  const words = (text: string) => new Set((text.toLowerCase().match(/\b[a-z]{4,}/g) ?? []).filter(word => !/^(?:with|that|this|from|they|have|will|would|their|than|more|each|year|hour|week|month)$/.test(word)).map(word => word.slice(0, 4)));
  const theirs = words(other);
  return [...words(one)].some(word => theirs.has(word));
}

const SO_CHANGED = /\b(?:so|thus|therefore|which means|which makes|that makes|making|meaning|hence)\b(?<lead>[^<>;¶“”"]{0,60}?)\b(?<way>up|down|risen|fallen|grown|shrunk|dropped|increased|declined|(?:increase|rise|gain|fall|drop|decline|cut|decrease|reduction) of)(?: by)? <p(?<by>\d+)>(?! of\b)/;

/** "It carries 186,000 a day. Before the reform the number was 240,000, so ridership is down 22 percent": the sentence says that it follows. */
const soChanged: Read = ({ outline, earlier, own, at }) => {
  const groups = SO_CHANGED.exec(outline)?.groups;
  if (!groups) return undefined;
  const by = at(groups.by);
  const here = before(own, by).filter(figure => isReckonable(figure) && !/^(?:percent|duration|ratio)$/.test(figure.quantity.kind));
  if (here.length > 1 || earlier.length === 0) return undefined;
  // "There were 118 against 134 a year before. Accidents were thus down 12 percent": both stand there.
  const both = here.length === 0 ? earlier.at(-1)!.filter(figure => isReckonable(figure) && (isCount(figure) || figure.quantity.kind === 'money')) : [];
  if (here.length === 0 && (both.length !== 2 || both[0]!.sentence.index !== by.sentence.index - 1)) return undefined;
  const one = here[0] ?? both[1]!;
  const others = (here.length === 0 ? [both[0]!] : earlier.flat()).filter(figure => isReckonable(figure) && figure.quantity.kind !== 'percent' && (figure.quantity.unit === one.quantity.unit || (one.quantity.unit === null || figure.quantity.unit === null) && isCount(one) && isCount(figure)));
  const down = /^(?:down|fallen|shrunk|dropped|decl|fall|drop|cut|decrease|reduction)/.test(groups.way!);
  // Which of the two is the older the way of the change says.
  const options = others.filter(other => other.quantity.value !== one.quantity.value).map(other => ((other.quantity.value > one.quantity.value) === down ? change(other, one, by) : change(one, other, by))).filter(option => option !== undefined);
  return options.find(({ fits }) => fits) ?? (options.length > 0 ? options.at(-1) : undefined);
};

const POOL = /^(?:of|out of) (?:the|this|that|its|their) (?<noun>[a-z-]+),? (?:the )?/;
const MONEY_POOL = /^(?:money|sum|total|amount|cost|bill|budget|funds?|grant|price|spending|outlay)$/;

/** "The hall costs $73m. Of the money $40m comes from the state, $22m from donors and $11m from the town": parts of what was named before. */
const partsOfBefore: Read = ({ outline, figures, earlier }) => {
  const noun = POOL.exec(outline)?.groups!.noun;
  if (noun === undefined || earlier.length === 0) return undefined;
  const pieces = outline.split(/<[a-z]\d+>/);
  const money = MONEY_POOL.test(noun) && figures[0]?.quantity.kind === 'money';
  const unit = isPlural(noun) ? singular(noun) : undefined;
  if (!money && unit === undefined || figures.length < 3 || figures.some(figure => !isReckonable(figure) || figure.quantity.bound !== '=' || (money ? figure.quantity.kind !== 'money' : !isCount(figure)))) return undefined;
  const leads = pieces.slice(1).map(piece => /^(?: (?:are|were|was|is|comes?|came|goes|went|will (?:come|go|be)))? ?(in|from|to|for|on|at|with|by)\b/.exec(piece)?.[1]);
  // Told alike, the parts are all of it: "… from the state, … from donors and … from the town".
  if (leads[0] === undefined || leads.slice(1).some(lead => lead !== leads[0]) || pieces.slice(1, -1).some((piece, i) => !(i === pieces.length - 3 ? /^[^;:.¶]{1,60},? and $/ : /^[^;:.¶]{1,60}, $/).test(piece)) || /\b(?:more|others?|rest|mostly|including|elsewhere|each)\b/.test(pieces.join(' '))) return undefined;
  const wholes = earlier.flat().filter(figure => isReckonable(figure) && figure.quantity.bound === '=' && (money ? figure.quantity.unit === figures[0]!.quantity.unit : figure.quantity.unit === unit) && figures.every(part => part.quantity.value < figure.quantity.value));
  const added = wholes.map(whole => sum(figures, whole)).filter(option => option !== undefined);
  return added.find(({ fits }) => fits) ?? (valuesOf(wholes) === 1 ? added.find(({ computed, stated }) => Math.abs(computed - stated.quantity.value) <= 0.2 * stated.quantity.value) : undefined);
};

const IN_ALL = /^(?:in all|in total|altogether|all told|together|between them),? (?:(?:that|it|this|they|these) (?:[a-z]+ ){1,2})?(?:some )?<c(?<all>\d+)>(?! (?:percent|of)\b)/;

/** "The Danes have ordered six, the Dutch four and Norway five. In all 15 will be built" */
const inAll: Read = ({ outline, earlier, at }) => {
  const groups = IN_ALL.exec(outline)?.groups;
  const previous = earlier.at(-1);
  if (!groups || !previous) return undefined;
  const stated = at(groups.all);
  if (previous[0]!.sentence.index !== stated.sentence.index - 1) return undefined;
  const all = earlier.flat().filter(figure => isCount(figure) && isReckonable(figure));
  for (let from = 0; from <= all.length - 2; from++) { const found = sum(all.slice(from), stated); if (found?.fits) return found; }
  const parts = previous.filter(figure => isCount(figure));
  const units = new Set(parts.map(({ quantity: { unit } }) => unit).filter(unit => unit !== null));
  const found = parts.length > 2 && parts.length === previous.length && units.size <= 1 && (stated.quantity.unit === null || units.size === 0 || units.has(stated.quantity.unit)) && parts.every(isReckonable) ? sum(parts, stated) : undefined;
  return found && Math.abs(found.computed - stated.quantity.value) <= 0.2 * stated.quantity.value ? found : undefined;
};

/** Nouns for those that a sum is spread over, each with the ones that count the same. */
const HOUSEHOLDS = new Set(['household', 'home', 'house', 'family', 'customer', 'dwelling', 'property', 'bill']);
const HEADS = new Set(['head', 'person', 'inhabitant', 'resident', 'citizen', 'people', 'capita', 'islander', 'villager']);
const EACH = /<(?<kind>[mc])(?<total>\d+)>[^;:¶“”"]{0,90}?(?:, | ?[–—] ?| \()(?:which is |that is |which means |meaning |or |about |roughly |equal to |some )*<\k<kind>(?<each>\d+)>(?: (?:an?|per|for (?:each|every)|to (?:each|every)) (?<noun>[a-z]+))?(?=[.,;)]|$| [–—])/;

/** "It serves 720,000 homes. Of the fine £18m will be handed back, which is £25 a household" */
const perHead: Read = ({ outline, own, earlier, at }) => {
  const groups = EACH.exec(outline)?.groups;
  if (!groups) return undefined;
  const [total, each] = [at(groups.total), at(groups.each)];
  const noun = groups.noun ?? each.quantity.unit?.split(' per ')[1];
  if (noun === undefined || /^(?:year|month|week|day|hour|quarter|minute|night|season|time|mile|kilomet(?:re|er))$/.test(noun) || total.quantity.value <= each.quantity.value * 2 || / per /.test(total.quantity.unit ?? '')) return undefined;
  const called = (unit: string | null) => unit !== null && (unit === noun || [HOUSEHOLDS, HEADS].some(group => group.has(unit) && group.has(noun)));
  const numbers = [...earlier.flat(), ...own].filter(figure => figure !== total && figure !== each && isReckonable(figure) && called(figure.quantity.unit));
  const found = numbers.map(number => perOne(total, number, each)).filter(option => option !== undefined);
  const right = found.find(({ fits }) => fits);
  if (right || valuesOf(numbers) !== 1) return right;
  // "5.2 million people in 2.1 million homes": of one kind only what is called by the very name.
  return numbers[0]!.quantity.unit === noun || earlier.flat().concat(own).filter(figure => isCount(figure) && figure !== total && figure !== each).length <= 3 ? found[0] : undefined;
};

const WITH_HEADS = /(?:^|[,;] )(?:with|for|across|among|between|over|in) (?:[a-z' -]{1,30} )?<c(?<number>\d+)>[^<>;¶“”"]{0,40}?,? (?:that|this|it|which) (?:is|was|means|meant|makes|comes to|came to|works out at|would be|amounts to) (?:about |some |roughly )?<m(?<each>\d+)>(?: (?:an?|per|for (?:each|every)) (?<noun>[a-z]+))?(?=[.,;)]|$| [–—])/;

/** "The fine of £18m will be handed back. With 720,000 homes on the network, that is £25 a home" */
const perHeadOfBefore: Read = ({ outline, earlier, own, at }) => {
  const groups = WITH_HEADS.exec(outline)?.groups;
  if (!groups) return undefined;
  const [number, each] = [at(groups.number), at(groups.each)];
  const unit = each.quantity.unit?.split(' per ')[0];
  const noun = groups.noun ?? each.quantity.unit?.split(' per ')[1];
  const totals = [...earlier.flat(), ...before(own, number)].filter(figure => isReckonable(figure) && figure.quantity.unit === unit && figure.quantity.value > each.quantity.value);
  const found = noun === undefined ? [] : totals.map(total => perOne(total, number, each)).filter(option => option !== undefined);
  return found.find(({ fits }) => fits) ?? (valuesOf(totals) === 1 && isReckonable(number) && number.quantity.unit === noun ? found[0] : undefined);
};

const RESPECTIVELY = /<(?<kind>[mc])(?<whole>\d+)>[^<>;:¶“”"]{0,120}\b(?:paid|split|shared|divided|met|borne|funded|financed|covered|made up|came|comes)\b[^<>;:¶“”"]{0,120} <\k<kind>(?<one>\d+)> and (?:[a-z]+ ){0,2}<\k<kind>(?<other>\d+)>(?: [a-z]+)?,? respectively\b/;

/** "It cost €1.8 million and was paid for by the two councils, with €1.2 million and €600,000 respectively" */
const respectively: Read = ({ outline, at }) => {
  const groups = RESPECTIVELY.exec(outline)?.groups;
  if (!groups) return undefined;
  const whole = at(groups.whole);
  const found = whole.quantity.bound === '=' ? sum([at(groups.one), at(groups.other)], whole) : undefined;
  return found && (found.fits || Math.abs(found.computed - whole.quantity.value) <= 0.2 * whole.quantity.value) ? found : undefined;
};

const PAYS = /\b(?:pays?|paid|paying|covers?|covered|covering|gives?|gave|meets?|funds?|funded|contributes?|contributed|provides?|provided|bears?|received?|receives?|gets?|got) (?:for )?(?:the )?<(?:p|r)(?<ratio>\d+)>(?: of (?:it|that|this|them|the (?:cost|bill|money|sum|total|price)))?(?:, or | \(| ?[–—] ?)<m(?<part>\d+)>(?=[,.;)]| [–—]|$)/;

/** "Repairs will cost $14.5m. The state pays 80 percent, or $11.6m": of a sum of the sentence before. */
const paysOfBefore: Read = ({ outline, own, earlier, at }) => {
  const groups = PAYS.exec(outline)?.groups;
  const previous = earlier.at(-1);
  if (!groups || !previous) return undefined;
  const [ratio, part] = [at(groups.ratio), at(groups.part)];
  const wholes = [...earlier.flat(), ...before(own, ratio)].filter(figure => isReckonable(figure) && figure.quantity.unit === part.quantity.unit);
  const found = wholes.map(whole => share(part, whole, ratio, part)).filter(option => option !== undefined);
  const right = found.find(({ fits }) => fits);
  const costs = previous.filter(figure => wholes.includes(figure) && /\bcosts?\b[^.;]{0,30}$/i.test(wordsBefore(figure)));
  return right ?? (costs.length === 1 && previous[0]!.sentence.index === part.sentence.index - 1 ? found.find(({ from }) => from.includes(costs[0]!)) : undefined);
};

const FILLED = /<c(?<inside>\d+)>[^<>;:¶“”"]{0,50}? (?:for|(?:in|with) (?:[a-z' -]{0,30} )?(?:room for|built for|meant for|designed for|a capacity of)) (?:only |just )?<c(?<places>\d+)>(?<noun>(?: [a-z]+){0,3})(?:, or |, which is | \(| ?[–—] ?|, (?:an occupancy|a rate) of )<p(?<ratio>\d+)>(?: of (?:its |their )?capacity| full| occupancy)?(?=[,.;)]| [–—]|$)/;
const PLACES = /^(?:place|bed|seat|space|cell|berth|cot|inmate|prisoner|patient|pupil|people|person)$/;

/** "505 prisoners in a jail built for 420, or 120 percent": more than all there is room for. */
const filled: Read = ({ outline, at }) => {
  const groups = FILLED.exec(outline)?.groups;
  if (!groups) return undefined;
  const [inside, places, ratio] = [at(groups.inside), at(groups.places), at(groups.ratio)];
  if (places.quantity.unit !== null && !PLACES.test(places.quantity.unit) || inside.quantity.value <= places.quantity.value || inside.quantity.value > 5 * places.quantity.value || !isReckonable(inside) || !isReckonable(places)) return undefined;
  // So much more than there is room for is another way to tell it.
  const over = change(places, inside, ratio);
  const found = change(places, inside, { ...ratio, quantity: { ...ratio.quantity, value: ratio.quantity.value - 100 } });
  return over && found && { ...found, stated: ratio, computed: found.computed + 100, fits: found.fits && ratio.quantity.value >= 100 || over.fits };
};

const TWO_GROUPS = /<c(?<one>\d+)>(?: (?!and\b|but\b)[a-z-]+){0,2}? (?:on|with|in|given|taking|who (?:got|took|had|received)) (?:the |an? )?(?<first>[a-z -]{3,30}?)(?:,? and|,? against|,? compared (?:with|to)|,? versus) <c(?<other>\d+)>(?: (?!and\b)[a-z-]+){0,2}? (?:on|with|in|given|taking|who (?:got|took|had|received)) (?:the |an? )?(?<second>[a-z -]{3,30})\b[^<>;:¶“”"]{0,60}?(?:,| [–—]| \() ?(?:or )?an? (?:[a-z]+ ){0,2}(?:reduction|fall|drop|cut|decrease|efficacy) of (?:about )?<p(?<by>\d+)>/;
const CONTROLS = /\b(?:placebo|dummy|sham|control)/;

/** "Six on the vaccine and 24 on the placebo went to hospital, a reduction of 75 percent": of two groups alike in size, or one twice or three times the other. */
const twoGroups: Read = ({ outline, at }) => {
  const groups = TWO_GROUPS.exec(outline)?.groups;
  if (!groups || CONTROLS.test(groups.first!) === CONTROLS.test(groups.second!)) return undefined;
  const [one, other, by] = [at(groups.one), at(groups.other), at(groups.by)];
  const [treated, control] = CONTROLS.test(groups.second!) ? [one, other] : [other, one];
  const found = treated.quantity.value < control.quantity.value ? change(control, treated, by) : undefined;
  const ratio = treated.quantity.value / control.quantity.value;
  return found && !found.fits && [2, 3, 1 / 2].some(size => Math.abs(100 * (1 - ratio / size) - by.quantity.value) <= 2) ? undefined : found;
};

const AVERAGE = /(?<list>(?:<c\d+>, ){1,12}<c\d+>,? and <c\d+>)(?: [a-z]+){0,2}, (?:or )?an average of (?:about )?<c(?<mean>\d+)>/;

/** "They lost by 4, 9, 11, 16 and 20 points, an average of 12" */
const average: Read = ({ outline, at }) => {
  const groups = AVERAGE.exec(outline)?.groups;
  if (!groups) return undefined;
  const parts = [...groups.list!.matchAll(/\d+/g)].map(([place]) => at(place));
  const mean = at(groups.mean);
  if (mean.quantity.unit !== null && mean.quantity.unit !== parts.at(-1)!.quantity.unit) return undefined;
  const value = parts.reduce((n, part) => n + part.quantity.value, 0) / parts.length;
  const { low, high } = toInterval(mean);
  const slack = Math.max(0.5, 0.02 * value);
  return parts.every(isReckonable) ? { stated: mean, from: parts, nature: 'rate', computed: Number(value.toFixed(1)), fits: value >= low - slack && value <= high + slack } : undefined;
};

/** Each with words without which a sentence need not be read. */
const READS: readonly { readonly asks: RegExp; readonly read: Read }[] = [
  { asks: /(?:\bor|[,(–—]) ?(?:[a-z]+ ){0,3}(?:\d[\d.]*\s?(?:%|per ?cent|pc\b)|(?:an?|one|two|three|half)\b)/i, read: shareNear },
  { asks: /\b(?:lost|los(?:es|ing)|shed(?:ding)?|f[ae]ll\w*|dropped|dropping|declined|shr[au]nk|slid|slipped|cut|down|gain\w*|r[oi]s\w+|gr[eo]w\w*|climbed|add(?:ed|ing)|up|jumped|increased)\b/i, read: stepNear },
  { asks: /\b(?:increase|rise|gain|jump|growth|surge|climb|decrease|fall|drop|decline|cut|reduction|loss|slump|improvement|saving|up|down|more|fewer|less|higher|lower|as (?:many|much))\b/, read: changeNear },
  { asks: /\b(?:so|thus|therefore|which means|which makes|that makes|making|meaning|hence)\b/i, read: soChanged },
  { asks: /^\W?(?:of|out of) (?:the|this|that|its|their) /i, read: partsOfBefore },
  { asks: /^\W?(?:in all|in total|altogether|all told|together|between them)\b/i, read: inAll },
  { asks: /\b(?:an?|per|each|every) [a-z]+/, read: perHead },
  { asks: /\ban average of\b/, read: average },
  { asks: /\b(?:that|this|it|which) (?:is|was|means|meant|makes|comes to|came to|works out at|would be|amounts to)\b/, read: perHeadOfBefore },
  { asks: /\brespectively\b/, read: respectively },
  { asks: CONTROLS, read: twoGroups },
  { asks: /\b(?:pa(?:ys?|id|ying)|cover(?:s|ed|ing)?|g[ai]ves?|meets?|fund(?:s|ed)?|contribut\w+|provid\w+|bears?|receive[sd]?|gets?|got)\b/, read: paysOfBefore },
  { asks: /\b(?:for|capacity)\b/, read: filled },
];
