// Estimates in the passive, each with who gives it: "The toll was put at 287 by the ministry and 312 by the police."
import { BE, CALENDAR, type Clause, isAdverb, phraseAfter } from './clause.ts';
import { contentSpan } from './content.ts';
import type { Give } from './wordless.ts';
import { words } from '../../language/word-list.ts';

/** What was "set at 20 percent by the council" the council decided; these only say what somebody takes a figure to be. */
const ESTIMATED = words('put estimated given pegged reckoned assessed valued projected forecast calculated');

/** How far an agent may stand from the verb, in tokens. */
const REACH = 40;

/** Linear: each verb looks at a bounded stretch behind it. */
export function readEstimated(clause: Clause, give: Give): void {
  const { tokens, quoted, end } = clause;
  for (let verb = 1; verb < end; verb++) {
    if (!ESTIMATED.has(tokens[verb]!.lower) || quoted[verb] !== -1 || !/^(?:at|as|to)$/.test(tokens[verb + 1]?.lower ?? '')) continue;
    let be = verb - 1;
    while (be > 0 && isAdverb(tokens[be])) be--;
    if (!BE.has(tokens[be]!.lower)) continue;
    let from = 0;
    let figure = false;
    const limit = Math.min(end, verb + REACH);
    for (let k = verb + 2; k < limit; k++) {
      const token = tokens[k]!;
      if (quoted[k] !== -1 || token.text === ';' || token.text === ':') break;
      if (token.kind === 'number' && k - verb < 8) figure = true;
      else if (!figure && !/^(?:about|around|nearly|almost|just|some|over|under|only|up|to|more|less|than|at|least|most|between|and|[$€£])$/.test(token.lower)) break;
      if (token.lower !== 'by' || tokens[k + 1]?.kind !== 'word' || isTime(tokens[k + 1]!.lower)) continue;
      const next = nextFigure(clause, k + 1, limit);
      const agent = phraseAfter(clause, k + 1, next);
      const content = agent && contentSpan(clause, from, k);
      if (!agent || !content) break;
      give({ from: from === 0 ? verb : k, to: from === 0 ? verb + 1 : k + 1 }, agent, [content], 'estimated');
      from = next;
      k = agent.to - 1;
    }
    return;
  }
}

/** "by noon", "by Friday": until when, not who. */
function isTime(word: string): boolean {
  return CALENDAR.has(word) || /^(?:noon|midnight|dawn|dusk|then|now|morning|evening|night|nightfall|today|tomorrow|yesterday|about|around|late|early|mid|more|less)$/.test(word);
}

/** Where another figure begins behind an agent: "and 312", ", at 312"; the limit where none does. */
function nextFigure({ tokens }: Clause, at: number, limit: number): number {
  for (let k = at + 1; k < limit; k++) {
    if (tokens[k]!.kind !== 'number') continue;
    let from = k;
    while (from > at + 1 && /^(?:and|but|,|at|as|about|around|nearly|almost|some|only|just|[$€£])$/.test(tokens[from - 1]!.lower)) from--;
    if (from < k || tokens[k - 1]!.text === ',') return from;
  }
  return limit;
}
