// Two parties set against each other on one figure: "The agency had counted 312 dead. The ministry put the toll at 287."
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { canBothHold } from './compare.ts';

export interface PartyConflict {
  readonly here: Figure;
  readonly there: Figure;
  /** Who says each, in the words of the draft. */
  readonly parties: readonly [string, string];
}

/** Verbs with which a party gives a number. */
const GIVES = /^(?:puts?|gives?|gave|makes?|made|sets?|places?|placed|counts?|counted|estimates?|estimated|reports?|reported|says?|said|records?|recorded|measures?|measured|expects?|expected|claims?|claimed|lists?|listed|announced|predicts?|predicted|forecasts?|reckons?|reckoned|cites?|cited|confirmed|values?|valued)$/;
/** What stands for the quantity just spoken of. */
const ANAPHOR = /^(?:it|them|that|this|toll|number|numbers|figure|total|count|tally|sum|amount|estimate|loss|cost|crowd|turnout|attendance)$/;
const AUXILIARY = /^(?:had|has|have|now|also|earlier|later|still|itself|themselves|however)$/;

/** Pairs in which a second party gives another number for what a first party has just given. */
export function partyConflicts({ figures }: Pick<Analysis, 'figures'>): PartyConflict[] {
  const found: PartyConflict[] = [];
  const sentences = new Map<number, Token[]>();
  const tokensOf = (figure: Figure) => {
    let tokens = sentences.get(figure.sentence.index);
    if (!tokens) sentences.set(figure.sentence.index, (tokens = toTokens(figure.sentence.text)));
    return tokens;
  };
  for (const [i, there] of figures.entries()) {
    const second = giver(there, tokensOf(there), true);
    if (!second) continue;
    for (let k = i - 1; k >= 0 && k >= i - 6; k--) {
      const here = figures[k]!;
      if (here.sentence.leaf !== there.sentence.leaf || there.sentence.index - here.sentence.index > 1) break;
      if (here.kind === 'unknown' || here.kind === 'part' || here.kind === 'change' || here.kind === 'share' || !comparable(here, there)) continue;
      const first = giver(here, tokensOf(here), false);
      if (first && fold(first) !== fold(second)) {
        if (!canBothHold({ ...here.quantity, unit: null, kind: 'number' }, { ...there.quantity, unit: null, kind: 'number' })) found.push({ here, there, parties: [first, second] });
        break;
      }
    }
  }
  return found;
}

function comparable(here: Figure, there: Figure): boolean {
  const a = here.quantity;
  const b = there.quantity;
  if (a.kind === 'score' || b.kind === 'score' || a.kind === 'age' || b.kind === 'age') return false;
  if (b.unit === null) return b.kind !== 'ratio' && a.kind !== 'percent';
  return a.unit === b.unit;
}

/** Who gives the figure: "the ministry" in "the ministry put the toll at 287". The second of two must point back, or give the bare number. */
function giver(figure: Figure, tokens: readonly Token[], pointsBack: boolean): string | undefined {
  const offset = figure.sentence.prose.start;
  const stop = (figure.quantity.boundSpan && figure.quantity.boundSpan.start < figure.quantity.start ? figure.quantity.boundSpan.start : figure.prose.start) - offset;
  let at = tokens.length;
  while (at > 0 && tokens[at - 1]!.end > stop) at--;
  let k = at - 1;
  const word = () => tokens[k]?.lower ?? '';
  let anaphor = false;
  if (/^(?:at|as|to|was|were|is)$/.test(word())) k--;
  else if (word() === 'be' && tokens[k - 1]?.lower === 'to') k -= 2;
  while (/^(?:about|around|only|just|some|nearly)$/.test(word())) k--;
  if (!GIVES.test(word())) {
    const noun = k;
    if (ANAPHOR.test(word())) anaphor = true;
    else if (pointsBack) return undefined;
    // "the death toll", "the magnitude"
    for (let n = 0; n < 4 && k >= 0 && !GIVES.test(word()); n++) k--;
    if (k < 0 || !GIVES.test(word()) || tokens.slice(k + 1, noun + 1).some(token => token.type !== 'word' || /^(?:and|but|or|of|that)$/.test(token.lower) && token.lower !== tokens[noun]!.lower)) return undefined;
  }
  if (pointsBack && !anaphor) {
    const after = tokens.find(token => token.start >= figure.quantity.end - offset);
    if (figure.quantity.unit !== null || (after && after.type !== 'sign')) return undefined;
  }
  let last = k - 1;
  while (last >= 0 && AUXILIARY.test(tokens[last]!.lower)) last--;
  let first = last;
  while (first >= 0 && last - first < 8) {
    const token = tokens[first]!;
    if (token.type === 'sign' && /^[,;:—–("“]$/.test(token.text)) break;
    if (/^(?:and|but|while|though|although|whereas|as|that|when|because|after|before)$/.test(token.lower) && !isName(tokens[first - 1], tokens[first + 1])) break;
    first--;
  }
  first++;
  if (/^(?:later|earlier|meanwhile|then|now|today|yesterday|separately|instead|\w+day)$/.test(tokens[first]?.lower ?? '')) first++;
  if (first > last || last - first > 7) return undefined;
  const party = tokens.slice(first, last + 1);
  const opens = party[0]!;
  if (/^(?:it|he|she|they|we|i|you|this|that|there|who|which|what)$/.test(opens.lower) || party.some(token => token.type === 'number')) return undefined;
  if (!/^(?:the|a|an|its|their|his|her)$/.test(opens.lower) && !/^\p{Lu}/u.test(opens.text) && party.length > 2) return undefined;
  if (party.some((token, n) => n > 0 && FUNCTION_WORDS.has(token.lower) && !/^(?:of|for|and|the|in|s)$/.test(token.lower))) return undefined;
  return figure.sentence.text.slice(opens.start, party.at(-1)!.end);
}

/** "Bosnia and Herzegovina" */
function isName(before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && /^\p{Lu}/u.test(before.text) && /^\p{Lu}/u.test(after.text) && before.type === 'word';
}

function fold(party: string): string {
  return party.toLowerCase().replace(/^(?:the|a|an|its|their) /, '');
}
