// Until when people may write, apply or enter: "had until 29 May to respond", "submissions closed on 22 May".
import type { Token } from '../../language/quantities/tokens.ts';
import type { DraftDate } from '../analysis.ts';
import type { Occurrence } from './occurrences.ts';
import { stem } from './stem.ts';

/** What people do by a day, and the nouns of what closes on it. */
const INTAKES: readonly (readonly [kind: string, deed: RegExp, noun: RegExp])[] = [
  ['comment by', /^(?:say|comment|respond|reply|object|submit|write)$/, /^(?:submission|consultation|survey|comment|response|respons|objection|representation)$/],
  ['apply by', /^apply$/, /^application$/],
  ['enter by', /^enter$/, /^entr(?:y|i)$/],
  ['register by', /^register$/, /^registration$/],
  ['nominate by', /^nominate$/, /^nomination$/],
];

/** "People were given until 29 May to have their say"; undefined where nothing of the kind is said. */
export function readDeadline(date: DraftDate, tokens: readonly Token[], at: number, next: number, text: string): Occurrence | undefined {
  if (date.mention.grain !== 'day' || tokens[at - 1]?.lower !== 'until' || !/^(?:had|has|have|having|given|get|got)$/.test(tokens[at - 2]?.lower ?? '') || tokens[next]?.lower !== 'to') return undefined;
  const doing = tokens.slice(next + 1, next + 5);
  const intake = INTAKES.find(([, deed]) => doing.some(({ lower }, i) => deed.test(lower) && (i === 0 || lower === 'say')));
  if (!intake) return undefined;
  const { start } = tokens[at - 2]!;
  return { date, deed: `of ${intake[0]}`, noun: true, kinds: [intake[0]], theme: '', named: false, plural: false, modifiers: [], indefinite: false, planned: false, words: new Set(), names: new Set(), complement: new Set(), passive: false, text: text.slice(start, tokens[at]!.start).trim() };
}

/** The kind of deadline on which a thing closes: "comment by" for a consultation; undefined for what is no such thing. */
export function deadlineOf(theme: string): string | undefined {
  return INTAKES.find(([, , noun]) => noun.test(theme))?.[0];
}

/** Is it a deadline that both tell of? Two of one kind are one, though weeks apart. */
export function areDeadlines(a: Occurrence, b: Occurrence): boolean {
  return INTAKES.some(([kind]) => (a.kinds?.includes(kind) ?? false) && (b.kinds?.includes(kind) ?? false));
}

/** Does the deed close what it tells of? */
export function closes(deed: string): boolean {
  return CLOSES.has(deed);
}

const CLOSES = new Set(['end', 'close', 'finish'].map(verb => stem({ lower: verb })));
