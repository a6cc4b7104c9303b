// A forecast or an estimate whose owner is named gives a figure itself: "The bank's forecast, published in May, is for growth of 2 percent."
import { words } from '../../language/word-list.ts';
import { BE, type Clause, isBreak, isFinite, type Phrase, phraseAfter, phraseBefore, POSSESSIVES } from './clause.ts';
import { contentSpan, reportedLimit } from './content.ts';
import type { Give } from './wordless.ts';

const ESTIMATE = words('forecast forecasts projection projections estimate estimates prediction predictions outlook reckoning tally count guess');

/** As many tokens as stand beside the noun: ", which came out in May,". */
const ASIDE = 14;

/** One pass; each noun looks at a bounded stretch behind it. */
export function readOwnFigures(clause: Clause, found: readonly { readonly content: readonly { readonly start: number; readonly end: number }[] }[], give: Give): void {
  const { tokens, quoted, end } = clause;
  for (let at = 1; at < end - 2; at++) {
    const token = tokens[at]!;
    if (!ESTIMATE.has(token.lower) || quoted[at] !== -1 || found.some(f => f.content.some(c => c.start <= token.start && token.end <= c.end))) continue;
    const owner = ownerOf(clause, at);
    if (!owner) continue;
    let be = owner.to > at ? owner.to : at + 1;
    if (tokens[be]?.text === ',') {
      const open = be++;
      while (be < end && be - open < ASIDE && quoted[be] === -1 && tokens[be]!.text !== ',' && !/^[;:]$/.test(tokens[be]!.text)) be++;
      if (tokens[be]?.text !== ',') continue;
      be++;
    }
    if (be >= end - 1 || !BE.has(tokens[be]!.lower) || quoted[be] !== -1 || !givesFigure(clause, be + 1)) continue;
    const content = contentSpan(clause, be + 1, reportedLimit(clause, be + 1));
    if (content) give({ from: at, to: at + 1 }, owner, [content], 'estimate');
  }
}

/** "the bank's own forecast", "its estimate", "the forecast of the central bank" */
function ownerOf(clause: Clause, at: number): Phrase | undefined {
  const { tokens } = clause;
  if (tokens[at + 1]?.lower === 'of') {
    const owner = phraseAfter(clause, at + 2);
    return owner && /^(?:the|its|his|her|their)$/.test(tokens[owner.from]!.lower) && !tokens.slice(owner.from, owner.to).some(isFinite) ? owner : undefined;
  }
  for (let k = at - 1; k >= 0 && at - k < 5 && !isBreak(tokens[k]) && !isFinite(tokens[k]); k--) {
    if (POSSESSIVES.has(tokens[k]!.lower)) return { from: k, to: k + 1 };
    if (/['’]s$/.test(tokens[k]!.text)) return phraseBefore(clause, k + 1);
  }
  return undefined;
}

/** "is for growth of 2 percent", "is 300", "is that half will go" */
function givesFigure({ tokens, end }: Clause, from: number): boolean {
  if (tokens[from]!.lower === 'that') return true;
  for (let k = from; k < end && k - from < 10 && !/^[;:]$/.test(tokens[k]!.text); k++) if (tokens[k]!.kind === 'number' || tokens[k]!.lower === 'half') return true;
  return false;
}
