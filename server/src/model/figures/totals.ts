// Totals and parts: lists of any length, which no one form of words can take.
import { isPlural, singular } from '../../language/quantities/nouns.ts';
import type { Figure } from '../analysis.ts';
import { toleranceOf } from './rounding.ts';
import { rest, shareOfAll, sum, type Reckoning } from './reckonings.ts';
import { NEXT_SENTENCE } from './outline.ts';

/** The stretches of an outline around its figures: `words[i]` stands before the figure `i`, the last after all. */
interface Row {
  readonly figures: readonly Figure[];
  readonly words: readonly string[];
  readonly kinds: readonly string[];
}

/** Every total, split and remainder of an outline. */
export function totalsIn(outline: string, figures: readonly Figure[]): Reckoning[] {
  const pieces = outline.split(/<([a-z])\d+>/);
  const row: Row = { figures, words: pieces.filter((_, i) => i % 2 === 0), kinds: pieces.filter((_, i) => i % 2 === 1) };
  return figures.flatMap((_, i) => [total(row, i), remainder(row, i), hundred(row, i), amongThem(row, i), otherOf(row, i), opposites(row, i)].filter(found => found !== undefined)).concat(split(row) ?? [], ofIt(row) ?? [], sharedOut(row) ?? [], rollCall(row) ?? [], record(row) ?? []);
}

/** A total is looked for in as many parts before it: what is longer is a table of data. */
const MOST_PARTS = 60;

const IN_ALL = /^(?: [a-z]+){0,2} (?:in all|altogether|in total|all told|combined)\b/;
const TOTAL_OF = /, (?:or |and )?(?:together|combined|altogether|in all|all told|in total|between them) (?:an? |the |some )?(?:total of )?$|, (?:(?:or|for|making|giving|bringing|with) )?(?:an? |the )?(?:[a-z]+ )?total (?:of|to) $| for an? (?:[a-z]+ )?total of $|, (?:that |which |together |the two )?(?:makes?|making|comes? to|came to|adds? up to|added up to) (?:a total of |in all )?$|,? (?:totall?ing|adding up to|(?:which|that) (?:adds? up|comes?|amounts?) to) $/;

/** "31 league goals and twelve in the cups, 43 in all" */
function total({ figures, words, kinds }: Row, i: number): Reckoning | undefined {
  const before = words[i]!;
  const listed = TOTAL_OF.test(before);
  // "12,500 in all after the earthquake": at another time.
  if (i < 2 || kinds[i] === 'z' || /^(?: [a-z]+){1,3} (?:after|before|since|later|by then)\b/.test(words[i + 1]!) || /\b(?:at first|initially|originally)\b/.test(words[i]!) || !listed && !(IN_ALL.test(words[i + 1]!) && /, (?:(?:or|for|making|and) )?$/.test(before)) || before.length > 45 || before.includes('¶')) return undefined;
  let first = i - 1;
  while (first > 0 && i - first < MOST_PARTS && isLink(words[first]!) && kinds[first - 1] === kinds[i]) first--;
  const parts = figures.slice(first, i);
  if (parts.length < 2 || kinds[i - 1] !== kinds[i]) return undefined;
  const found = sum(parts, figures[i]!);
  if (!found || found.fits) return found;
  // "four mills and 900 staff on top of its 17 mills and 300 staff, a total of 21 mills"
  const ofOneUnit = parts.filter(({ quantity }) => quantity.unit !== null && quantity.unit === figures[i]!.quantity.unit);
  if (ofOneUnit.length > 1 && ofOneUnit.length < parts.length) return sum(ofOneUnit, figures[i]!);
  if (found.computed > 1.6 * figures[i]!.quantity.value) return undefined;
  // What stands first may be a number of something else.
  for (let k = 1; k < parts.length - 1; k++) if (sum(parts.slice(k), figures[i]!)?.fits) return undefined;
  return /\b(?:of (?:the|its|their)|among|after) (?:the )?$/.test(words[first]!) ? undefined : found;
}

/** Between two parts of a list: "a comma, 'and' or 'plus', and who has the next". */
function isLink(words: string): boolean {
  return words.length <= 64 && !/[;:¶“”"()]/.test(words) && /(?:,|\band|\bplus|\bwith) (?:[a-z'-]+ ){0,4}$/.test(words) && !/\b(?:of which|of whom|including|from|than|against|but|while|per)\b/.test(words);
}

/** "Revenue was $640m, of which $390m came from": the whole, and the first of its parts. */
const OF_WHICH = /^,? (?:of|out of) (?:which|whom) (?:just |only |some )?$/;
const OPENS_WITH_WHOLE = /^ ?of $|\b(?:of|among) (?:(?:the|its|their|all|all the|his|her) )(?:[a-z'-]+ ){0,3}$/;
const OF_THESE = /^[^<>¶]{0,80}¶ (?:of|among) (?:these|those|them|the total|that number|that total)\b[^<>¶]{0,20}$/;

/** "and 45 elsewhere": all that is left. */
const ELSEWHERE = /^ (?:[a-z]+ ){0,2}elsewhere\b(?! (?:in|on)\b)/;

/** "Of the 120 cases, 45 were closed and the remaining 75 …"; "There were 120 cases. Of these, 45 …" */
function remainder({ figures, words, kinds }: Row, i: number): Reckoning | undefined {
  const kind = kinds[i]!;
  if (i < 2 || !/[cm]/.test(kind) || !/\b(?:the |its |their )?(?:remaining|other) $/.test(words[i]!) && !ELSEWHERE.test(words[i + 1]!) || /\b(?:an?|each|every|some|any|many|among|including) (?:remaining|other) $/.test(words[i]!)) return undefined;
  let whole = i - 1;
  while (whole >= 0 && !(OPENS_WITH_WHOLE.test(words[whole]!) || OF_THESE.test(words[whole + 1]!) || OF_WHICH.test(words[whole + 1]!) || /^,? [^,;:¶]{0,40}[:–—,] $/.test(words[whole + 1]!) && whole === 0 && /:/.test(words[1]!))) {
    if (words[whole]!.includes('¶') && !OF_THESE.test(words[whole]!)) return undefined;
    whole--;
  }
  if (whole < 0 || whole === i - 1 || kinds[whole] !== kind || kinds[whole + 1] === 'p') return undefined;
  // "412, or 73 percent, were seen": the percentage says it again.
  const again = (k: number) => kinds[k] === 'p' && /^(?:,? or | \(|, )$/.test(words[k]!);
  const parts = figures.slice(whole + 1, i).filter((_, k) => !again(whole + 1 + k));
  for (let k = whole + 1; k < i; k++) if (!again(k) && (kinds[k] !== kind || /^,? (?:of|including|among)\b/.test(words[k + 1]!) || (k > whole + 1 && words[k]!.includes('¶')) || !(k === whole + 1 && OF_WHICH.test(words[k]!)) && /\b(?:including|of which|of whom|after|for|aged?|to) (?:the )?$/.test(words[k]!))) return undefined;
  if (words[i]!.includes('¶') && !/¶ (?:the|its|their) (?:remaining|other) $/.test(words[i]!)) return undefined;
  // "the other four" of those just named, and not of all: only a remainder that leaves no other reading counts.
  return /other $/.test(words[i]!) && parts.length > 1 ? undefined : rest(figures[whole]!, parts, figures[i]!);
}

/** "45 percent said yes, 40 percent said no and the remaining 15 percent had no view": together all. Those without a view may leave others out, but not make more than all. */
function hundred({ figures, words, kinds }: Row, i: number): Reckoning | undefined {
  if (i < 1 || kinds[i] !== 'p' || / of\b/.test(words[i + 1]!.slice(0, 4))) return undefined;
  const remaining = /\bthe (?:remaining|other) $/.test(words[i]!);
  if (!remaining && !(i > 1 && /^ (?:were |was |are |still )?(?:undecided|unsure|had no (?:view|opinion)|did not know)\b/.test(words[i + 1]!))) return undefined;
  let first = i;
  while (first > 0 && i - first < MOST_PARTS && kinds[first - 1] === 'p' && isShareLink(words[first]!)) first--;
  const parts = figures.slice(first, i);
  // A single other number may be a share of something else.
  if (parts.length === 0 || (parts.length === 1 && first > 0)) return undefined;
  if (remaining) for (let k = 1; k < parts.length; k++) if (shareOfAll(parts.slice(k), figures[i]!, true)?.fits) return undefined;
  return shareOfAll(parts, figures[i]!, remaining);
}

/** Between two shares of one whole. */
function isShareLink(words: string): boolean {
  const link = words.replace(/;(?= the remaining $)/, ',');
  return link.length <= 64 && /(?:,|\band|\bwhile|\bwith|\bto) (?:[a-z'-]+ ){0,4}$|\band .{0,40}$/.test(link) && !/[;:¶]|\b(?:of (?:which|whom|them|those|these)|from|than|against|including)\b/.test(link);
}

const MADE_OF = /^(?:,| (?:is|are|was|were))? (?:made up of|composed of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|split into|divided into) $/;

/** "$8.1bn of it from the north" */
const OF_IT = /^ of (?:it|that|this|the total|the sum) (?:(?:is|was|came|comes|coming|went|goes|will (?:come|go)) )?(?:from|to|for|in|at|on) /;
/** "are split between the Reds on" */
const SHARED_OUT = /^(?: [a-z]+){0,2} (?:is|are|was|were|will be) (?:split|shared|divided|distributed) (?:between|among) (?:[a-z'-]+ ){1,4}(?:on|with|at) $/;
/** "left 50 people dead – 19 soldiers, 22 fighters and nine civilians –" */
const WHOLE_AND_DASH = /^ [a-z]+ ?[–—] $/;
/** "$9m in two loans, $5m for … and $4m for …" */
const IN_PARTS = /^ in (?:two|three|four|2|3|4) (?:[a-z-]+ )?[a-z]+s[,:] $/;

/** "14 counts, nine of fraud and five of perjury"; "Twenty-nine members rebelled: 17 voted against and 12 abstained" */
function split({ figures, words, kinds }: Row): Reckoning | undefined {
  const [whole, ...parts] = figures;
  const money = whole?.quantity.kind === 'money';
  const made = MADE_OF.test(words[1] ?? '');
  const measured = whole?.quantity.kind === 'measure' && whole.quantity.unit !== null && parts.every(({ quantity }) => quantity.unit === whole.quantity.unit);
  if (!whole || (whole.quantity.kind !== 'count' && !money && !measured && !((made || words[1] === ': ') && whole.quantity.kind === 'number')) || parts.length < 2 || parts.length > 4 || kinds.some(kind => kind !== (money ? 'm' : 'c')) || figures.some(({ quantity }) => quantity.bound !== '=')) return undefined;
  const opening = words[1]!;
  if (!made && !/^(?:,|:| [–—]|—) $/.test(opening) && !/^ [^.;:,]{0,40}: $/.test(opening) && !IN_PARTS.test(opening) && !WHOLE_AND_DASH.test(opening)) return undefined;
  const dashed = /[–—] $/.test(opening) && parts.every(({ quantity }) => quantity.unit !== null) && /^[^–—.;:,]{0,30}(?: ?[–—]|\.|$)/.test(words.at(-1)!);
  const listed = made || opening.trimEnd().endsWith(':') || IN_PARTS.test(opening) || dashed;
  if (money && opening !== ': ' && !made && !IN_PARTS.test(opening)) return undefined;
  for (const [i, part] of parts.entries()) {
    const link = words[i + 1]!;
    const last = i === parts.length - 1;
    if (link.includes(NEXT_SENTENCE)) return undefined;
    if (listed) {
      if (i > 0 && !/^,? (?:and )?$/.test(link) && !((money || made || part.quantity.unit === null || part.quantity.unit === whole.quantity.unit) && (last ? /^[^.;:]{1,40}?,? and $/ : /^[^.;:]{1,40}?, $/).test(link))) return undefined;
      continue;
    }
    if (part.quantity.unit !== null && (part.quantity.unit !== whole.quantity.unit || whole.quantity.value < 1000) || !/^ (?:of|for|in|on|from|to|at|by|against) /.test(words[i + 2]!) || /^ of (?:them|which|whom|the|these|those)\b/.test(words[i + 2]!)) return undefined;
    if (i > 0 && !(last ? /^[^.;]{0,60}? and $/ : /^[^.;]{0,60}?, $/).test(link)) return undefined;
  }
  const added = sum(parts, whole);
  if (!added) return undefined;
  // "Sixty members rebelled: 17 left and 12 abstained" may be some of them; more than all they cannot be.
  if (!made && !/\ba total of $/.test(words[0]!) && /\w/.test(opening) && !IN_PARTS.test(opening) && !WHOLE_AND_DASH.test(opening) && added.computed < whole.quantity.value && !(parts.length > 2 && isSlip(whole.quantity.value - added.computed, whole.quantity.value))) return undefined;
  // Far off, the parts are a choice and no split.
  return added.fits || (added.computed >= 0.6 * whole.quantity.value && added.computed <= 1.5 * whole.quantity.value && toleranceOf(whole) <= 0.02 * whole.quantity.value) ? added : undefined;
}

/** "sales of $11.4bn, $8.1bn of it from the north and $3.3bn from the south": all of it, by where it is from. */
function ofIt({ figures, words, kinds }: Row): Reckoning | undefined {
  const w = figures.findIndex((_, i) => words[i + 1] !== undefined && /^(?: [a-z]+){0,3}, (?:with )?$/.test(words[i + 1]!) && OF_IT.test(words[i + 2] ?? ''));
  if (w < 0 || !/[mc]/.test(kinds[w]!)) return undefined;
  const parts = [figures[w + 1]!];
  const preposition = OF_IT.exec(words[w + 2]!)![0].trim().split(' ').at(-1)!;
  let last = w + 1;
  while (last + 1 < figures.length && kinds[last + 1] === kinds[w] && /^[^¶;:“”"()<>]{0,60}(?:, |,? and )$/.test(words[last + 1]!) && words[last + 2]!.startsWith(` ${preposition} `)) parts.push(figures[++last]!);
  if (parts.length < 2 || kinds[w + 1] !== kinds[w] || !/\band $/.test(words[last]!) || [figures[w]!, ...parts].some(({ quantity }) => quantity.bound !== '=')) return undefined;
  return nearSum(parts, figures[w]!);
}

/** "The 40 seats are split between the Reds on 20, the Blues on 14 and the Greens on six" */
function sharedOut({ figures, words, kinds }: Row): Reckoning | undefined {
  const w = words.findIndex((between, i) => i > 0 && SHARED_OUT.test(between)) - 1;
  if (w < 0 || kinds[w] !== 'c' && kinds[w] !== 'm') return undefined;
  const link = /(?:on|with|at) $/.exec(words[w + 1]!)![0];
  let last = w + 1;
  while (last + 1 < figures.length && kinds[last + 1] === kinds[w] && new RegExp(`^(?: [a-z]+)?,? (?:and )?(?:[a-z'-]+ ){1,5}${link}$`).test(words[last + 1]!)) last++;
  const parts = figures.slice(w + 1, last + 1);
  if (parts.length < 2 || !/\band /.test(words[last]!) || [figures[w]!, ...parts].some(({ quantity }) => quantity.bound !== '=')) return undefined;
  return nearSum(parts, figures[w]!);
}

/** What the parts come to, where they come so near the whole that they were meant to be all of it. */
function nearSum(parts: readonly Figure[], whole: Figure): Reckoning | undefined {
  const found = sum(parts, whole);
  return found && (found.fits || Math.abs(found.computed - whole.quantity.value) <= 0.15 * whole.quantity.value) ? found : undefined;
}

const AMONG = /^(?: [^,;:¶“”"]{0,40})?,? (?:of|among) (?:which|whom|these|those|them) $/;
/** "142 runs, of which Dlamini made 88 and Vorster 64": the verb stands with the first part only. */
const OF_WHICH_EACH = /^,? of (?:which|whom) (?:the )?[a-z'-]+(?: [a-z'-]+)? [a-z]+ $/;
const AND_EACH = /^ and (?:the )?[a-z'-]+(?: [a-z'-]+)? $/;
const NEXT_PART = /^[^¶;:“”"()<>]{0,70}(?:,|,? and|,? while) (?:[a-z'-]+ ){0,4}$/;

/** "214 people on board. Of those, 120 were saved, 61 died and 40 are missing"; "212 letters, 140 of them to his wife and 82 to his son": parts that make a little more than the whole. Far more, they overlap; less, some are left out. */
function amongThem({ figures, words, kinds }: Row, w: number): Reckoning | undefined {
  const whole = figures[w]!;
  if (kinds[w] !== 'c' || whole.quantity.bound !== '=' || w + 2 >= figures.length) return undefined;
  const opening = words[w + 1]!;
  if (!OF_THESE.test(opening) && !OPENS_WITH_WHOLE.test(words[w]!) && !AMONG.test(opening) && !OF_WHICH_EACH.test(opening) && !(/^(?: [^,;:¶“”"]{0,30})?,(?: (?:with|some))? $/.test(opening) && /^ of (?:them|which|whom|these|those)\b/.test(words[w + 2]!))) return undefined;
  let last = w + 1;
  while (last + 1 < figures.length && kinds[last + 1] === 'c' && NEXT_PART.test(words[last + 1]!) && !/\b(?:including|from|than|against|of (?:the|its|their))\b/.test(words[last + 1]!) && last - w < 8) last++;
  const parts = figures.slice(w + 1, last + 1);
  if (kinds[w + 1] !== 'c' || parts.length < 2 || !/\band (?:[a-z'-]+ ){0,4}$/.test(words[last]!) || parts.some(({ quantity }) => quantity.bound !== '=' || quantity.value >= whole.quantity.value)) return undefined;
  // "12 were hurt, three of them badly": a part of a part.
  if (parts.some((_, k) => k > 0 && /^ of (?:them|which|whom|these|those)\b/.test(words[w + 2 + k]!))) return undefined;
  // Two parts show by their likeness that they are two halves of one list.
  const leads = parts.map((_, k) => /^(?: of (?:them|which|whom|these|those))? ([a-z]+)/.exec(words[w + 2 + k]!)?.[1]);
  const alike = leads[0] !== undefined && leads[0] === leads[1] || /^ of them [a-z-]+ and $/.test(words[last]!) && /^ [a-z-]+[,.;]/.test(words[last + 1]!) || OF_WHICH_EACH.test(opening) && AND_EACH.test(words[last]!) && /^(?:[,.;]|$)/.test(words[last + 1]!);
  const opposed = parts.length === 2 && isOpposed(words[w + 2]!, words[w + 3]!);
  if (parts.length === 2 && !alike && !opposed) return undefined;
  const found = sum(parts, whole);
  const over = found ? found.computed - whole.quantity.value : 0;
  const wholly = parts.length > 2 && isParallel(parts.map((_, k) => words[w + 2 + k]!)) && -over <= 0.05 * whole.quantity.value;
  // "22 exist, 11 would be temporary and seven would be new": three parts that none has twice.
  const tooMany = parts.length > 2 && over > 0 && over <= 0.12 * whole.quantity.value && !parts.some((_, k) => /\b(?:also|both|have|has|had|or|including)\b/.test(words[w + 2 + k]!));
  return found && (found.fits || tooMany || (over > 0 || opposed || wholly) && isSlip(Math.abs(over), whole.quantity.value)) ? found : undefined;
}

/** "were sold in Spain, 17,000 in Italy and 6,000 in Malta": what falls to each by one preposition. */
function isParallel([first, ...others]: readonly string[]): boolean {
  const lead = /^ (in|from|to|at|on|for) /.exec(others[0]!)?.[1];
  return lead !== undefined && first!.includes(` ${lead} `) && others.every(words => words.startsWith(` ${lead} `));
}

/** Words that between them leave nothing of a whole. */
const OPPOSED = ['passed failed', 'survived died', 'lived died', 'men women', 'boys girls', 'male female', 'adults children', 'accepted rejected', 'accepted refused', 'approved rejected', 'granted refused', 'granted denied', 'acquitted convicted', 'convicted cleared', 'full-time part-time', 'occupied empty', 'occupied vacant', 'public private', 'urban rural', 'open closed', 'sold unsold', 'paid unpaid', 'vaccinated unvaccinated', 'insured uninsured', 'employed unemployed', 'home away'].map(pair => new Set(pair.split(' ')));

/** "322 failed and 828 passed" */
function isOpposed(one: string, other: string): boolean {
  // "17 signed and 11 did not"
  if (/^ [a-z]+(?: [a-z]+){0,2},? and $/.test(one) && /^ (?:did|do|were|are|have|had|could|would) not(?:[.,;]|$)/.test(other)) return true;
  const last = (words: string) => /^(?: (?:were|was|are|had|have))? ([a-z-]+)(?: and(?: [a-z'-]+)* $|[.,;]|$)/.exec(words)?.[1] ?? '';
  return OPPOSED.some(pair => pair.has(last(one)) && pair.has(last(other)) && last(one) !== last(other));
}

/** Is a number off by so little, or by a figure so, that the one was meant for the other? */
function isSlip(off: number, value: number): boolean {
  const digits = off / 10 ** Math.floor(Math.log10(Math.max(1, off)) + 1e-9);
  return off <= 0.05 * value || (off <= 0.12 * value && (digits === 1 || digits === 9));
}

/** "Four of the 12 jurors are men and eight women" */
function opposites({ figures, words, kinds }: Row, i: number): Reckoning | undefined {
  const [part, whole, other] = [figures[i]!, figures[i + 1], figures[i + 2]];
  if (!whole || !other || [kinds[i], kinds[i + 1], kinds[i + 2]].some(kind => kind !== 'c') || !/^ of (?:the |its |their |all )?$/.test(words[i + 1]!)) return undefined;
  const one = /^(?: (?:are|were|is|was))? ([a-z-]+),? and (?:the other )?$/.exec(words[i + 2]!)?.[1];
  const two = other.quantity.unit ?? /^ ([a-z-]+)(?:[,.;]|$)/.exec(words[i + 3]!)?.[1];
  const same = (a: string, b: string) => a === b || isPlural(a) && singular(a) === b || isPlural(b) && singular(b) === a;
  if (one === undefined || two === undefined || same(one, two) || !OPPOSED.some(pair => [...pair].some(word => same(word, one)) && [...pair].some(word => same(word, two)))) return undefined;
  return sum([part, other], whole);
}

/** "2,508 of the trees stood in streets. The other 1,672 of the 4,180 …" */
function otherOf({ figures, words, kinds }: Row, i: number): Reckoning | undefined {
  if (i < 1 || kinds[i] !== 'c' || kinds[i + 1] !== 'c' || !/\bthe (?:other|remaining) $/.test(words[i]!) || !/^ of (?:the |its |their |all )?$/.test(words[i + 1]!)) return undefined;
  const [left, whole] = [figures[i]!, figures[i + 1]!];
  const first = Math.max(0, i - 8);
  const before = figures.slice(first, i).filter((figure, k) => kinds[first + k] === 'c' && figure.quantity.bound === '=' && figure.quantity.value < whole.quantity.value);
  const options = [...before.map(part => rest(whole, [part], left)), before.length > 1 ? rest(whole, before, left) : undefined].filter(option => option !== undefined);
  return options.find(({ fits }) => fits) ?? options.find(({ computed }) => isSlip(Math.abs(computed - left.quantity.value), whole.quantity.value));
}

/** "The nine dead were four Italians, three Germans and a guide": all of them, by number and by name. */
function rollCall({ figures, words, kinds }: Row): Reckoning | undefined {
  const [whole, ...parts] = figures;
  if (!whole || parts.length === 0 || parts.length > 8 || kinds.some(kind => kind !== 'c') || figures.some(({ quantity }) => quantity.bound !== '=' || quantity.kind === 'measure') || !/(?:^|¶ )(?:the|all) $/.test(words[0]!) || !/^(?: [a-z]+)? (?:are|were) $/.test(words[1]!)) return undefined;
  const last = parts.length;
  for (let k = 2; k <= last; k++) if (!/^(?: [a-z'-]+){0,4}(?:,|,? and) $/.test(words[k]!)) return undefined;
  const alone = /^(?: [a-z'-]+){0,4}((?:, an? [a-z-]+(?: [a-z-]+){0,3}){0,4},? and an? [a-z-]+(?: [a-z-]+){0,3})(?:[,.]|$)/.exec(words[last + 1]!)?.[1];
  const closed = alone !== undefined || last > 1 && / and $/.test(words[last]!) && /^(?: [a-z'-]+){0,4}(?:[,.]|$)/.test(words[last + 1]!);
  const found = closed ? sum(parts, whole, alone?.match(/(?:,|and) an? /g)?.length ?? 0) : undefined;
  return found && (found.fits || Math.abs(found.computed - whole.quantity.value) <= 0.34 * whole.quantity.value) ? found : undefined;
}

const GAMES = /^(?:game|match|fixture|outing|start|test|race|bout|fight)$/;
const RESULTS: readonly (readonly [unit: RegExp, before: RegExp])[] = [[/^(?:win|victory)$/, /\b(?:won|winning) (?:just |only )?$/], [/^(?:draw|tie)$/, /\b(?:drawn|drew|drawing|tied) (?:just |only )?$/], [/^(?:loss|defeat)$/, /\b(?:lost|losing) (?:just |only )?$/]];

/** "tied one" is no figure. */
const ONE_RESULT = /\b(?:drawn|drew|drawing|tied|lost|losing) (?:just |only )?one\b(?!-)/;

/** "They have won 18 of 30 games, drawn seven and lost six"; "nine games unbeaten, with six wins and two draws" */
function record({ figures, words, kinds }: Row): Reckoning | undefined {
  const found = RESULTS.map(([unit, before]) => figures.findIndex((figure, i) => kinds[i] === 'c' && figure.quantity.bound === '=' && (unit.test(figure.quantity.unit ?? '') || before.test(words[i]!))));
  const [won, drawn, lost] = found as [number, number, number];
  const all = words.join(' ');
  if (won < 0 || drawn < 0 && !(lost >= 0 && ONE_RESULT.test(all)) || Math.max(...found) - Math.min(...found.filter(i => i >= 0)) > 3 || /\b(?:an?|one|the|their|his|her|its) (?:[a-z-]+ )?(?:win|victory|draw|tie|loss|defeat|game in hand)\b/.test(all) || (lost < 0 && !/\bun(?:beaten|defeated)\b/.test(all))) return undefined;
  const parts = found.filter(i => i >= 0).map(i => figures[i]!);
  if (/\b(?:abandoned|postponed|cancell?ed|void|no[ -]results?|washed out)\b/.test(all)) return undefined;
  const one = ONE_RESULT.test(all) ? 1 : 0;
  // The number of games that stands nearest.
  const wholes = figures.filter((figure, i) => kinds[i] === 'c' && figure.quantity.bound === '=' && !found.includes(i) && (GAMES.test(figure.quantity.unit ?? '') || /\b(?:played|of (?:those|the|these|their|its|his|her)) $/.test(words[i]!))).toSorted((a, b) => Math.abs(figures.indexOf(a) - won) - Math.abs(figures.indexOf(b) - won));
  const options = wholes.map(whole => sum(parts, whole, one)).filter(option => option !== undefined);
  return options.length === 0 ? undefined : options.find(({ fits }) => fits) ?? options.find(({ stated, computed }) => Math.abs(stated.quantity.value - computed) <= 3);
}
