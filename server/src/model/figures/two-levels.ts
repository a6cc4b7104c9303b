// A change beside the two levels that it lies between, in whatever order of words: "closed 3 percent higher at 721 won, up from 700".
import type { Figure } from '../analysis.ts';
import { LEAD } from './outline.ts';
import { change, fold, type Reckoning } from './reckonings.ts';

/** The stretches of an outline: `words[i]` stands before the figure `i`, the last after all. */
interface Row {
  readonly figures: readonly Figure[];
  readonly words: readonly string[];
  readonly kinds: readonly string[];
}

const OLD = new RegExp(`\\b(?:from|against|compared (?:with|to)|versus|than|on) (?:${LEAD}|an? (?:[a-z]+ )?(?:normal|norm|mean|baseline|usual|average) (?:[a-z]+ )?(?:of )?)$`);
/** What the older level was of; "against a forecast of 40" is none. */
const OLD_ENDS = /^(?: [a-z]+)? ?(?:[.,;)]|$|(?:a|the) (?:year|month|week|day|quarter|decade)\b|last\b|in\b|on (?:mon|tues|wednes|thurs|fri|satur|sun)|at the (?:end|start|same)|when\b|before\b|earlier\b|previously\b|of (?:last|the year|a year)\b|to\b)/;
const LEADS_TO_CHANGE = /(?:\b(?:up|down|by|rose|fell|grew|climbed|dropped|gained|lost|jumped|slid|slipped|rises?|falls?|risen|fallen|grown|rising|falling|growing)|\b(?:increase|rise|gain|jump|growth|surge|climb|decrease|fall|drop|decline|cut|reduction|slump|loss|excess|shortfall|saving|improvement|squeeze|slowdown) of) (?:about )?$/;
const IS_CHANGE = /^ (?:more|less|fewer|higher|lower|increase|rise|gain|jump|growth|surge|climb|decrease|fall|drop|decline|cut|reduction|slump|loss|saving|improvement)\b(?! (?:than|in|for|among)\b)/;
const ANOTHER = /[;:“”"¶]|\b(?:and|but|while|whereas|although|though|because|with|after|despite|excluding|including|expected|forecasts?|target|estimates?|budget(?:ed)?|analysts?|record|peak|(?<!against an )average|costs?|share|quarter on)\b/;

/** Of three figures of an outline, two levels of one thing and the change between them; nothing where it fits only in the other direction. */
export function twoLevels(outline: string, figures: readonly Figure[]): Reckoning | undefined {
  if (figures.length !== 3) return undefined;
  const pieces = outline.split(/<([a-z])\d+>/);
  if (pieces.length !== 7) return undefined;
  const row: Row = { figures, words: pieces.filter((_, i) => i % 2 === 0), kinds: pieces.filter((_, i) => i % 2 === 1) };
  const by = row.kinds.findIndex(kind => kind === 'p' || kind === 'r');
  const levels = [0, 1, 2].filter(i => i !== by);
  if (by < 0 || levels.some(i => !/[mcd]/.test(row.kinds[i]!)) || !isChange(row, by) || row.words.slice(1, 3).some(words => ANOTHER.test(words) || words.length > 70)) return undefined;
  const olds = levels.filter(i => OLD.test(row.words[i]!) && OLD_ENDS.test(row.words[i + 1]!.replace(/ $/, i < 2 ? ',' : '')));
  if (olds.length !== 1) return undefined;
  // "a 15 percent jump on May, against 40 a year earlier": on something else.
  if (/\b(?:on|from|over|since|than)\b/.test(row.words[by + 1]!.replace(OLD, ''))) return undefined;
  const [old, now] = [figures[olds[0]!]!, figures[levels.find(i => i !== olds[0])!]!];
  if (old.quantity.unit !== now.quantity.unit && old.quantity.unit !== null && now.quantity.unit !== null) return undefined;
  const reckon = (one: Figure, other: Figure) => (row.kinds[by] === 'p' ? change(one, other, figures[by]!) : fold(one, other, figures[by]!, 'change'));
  // That the change fits the other way round may be the writer's way of telling it.
  return reckon(now, old)?.fits ? undefined : reckon(old, now);
}

function isChange({ words }: Row, by: number): boolean {
  return !/^ (?:of|per|an?|(?:in|at|among|for) (?!an? |one |(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december))\b/.test(words[by + 1]!) && (LEADS_TO_CHANGE.test(words[by]!) || IS_CHANGE.test(words[by + 1]!));
}
