// What comes next on a date: "the next meeting is on June 18", "the council meets next on June 11".
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import type { DraftDate } from '../analysis.ts';
import type { Occurrence } from './occurrences.ts';
import { stem } from './stem.ts';

const NEXT_EVENTS = new Set('meeting hearing session match game sitting review vote election round decision ballot strike assembly summit appearance conference deadline'.split(' '));

/** "The board meets next on June 11", "the next meeting, on June 18": whatever comes next comes once. */
export function readNext(date: DraftDate, tokens: readonly Token[], at: number, text: string): Occurrence | undefined {
  let k = at - 1;
  while (k > at - 6 && k >= 0 && /^(?:on|is|are|for|set|scheduled|due|will|be|takes|take|place|,|held)$/.test(tokens[k]!.lower)) k--;
  const token = tokens[k];
  if (token?.type !== 'word') return undefined;
  const next = token.lower === 'next' ? k : tokens[k - 1]?.lower === 'next' ? k - 1 : tokens[k - 2]?.lower === 'next' ? k - 2 : -1;
  if (next < 0) return undefined;
  const noun = next < k && NEXT_EVENTS.has(token.lower) ? token.lower : next === k && /^(?:meets?|meeting)$/.test(tokens[k - 1]?.lower ?? '') || /^meets?$/.test(token.lower) ? 'meeting' : undefined;
  if (noun === undefined) return undefined;
  // Whose it is: "the council's next meeting", "the council meets next".
  const owner = next === k ? tokens[k - 2] : tokens[next - 1];
  const owned = owner !== undefined && (next === k ? owner.type === 'word' && !FUNCTION_WORDS.has(owner.lower) : /['’]s?$/.test(owner.text)) ? stem({ lower: owner.lower.replace(/['’]s?$/, '') }) : '';
  const subject = tokens[k]!;
  return { date, deed: `next ${noun}`, noun: true, theme: owned, named: false, plural: false, modifiers: next < k - 1 ? [stem(tokens[next + 1]!)] : [], indefinite: false, planned: true, words: new Set(), names: new Set(), complement: new Set(), passive: false, text: text.slice(tokens[Math.max(0, Math.min(next, k - 1))]!.start, subject.end) };
}
