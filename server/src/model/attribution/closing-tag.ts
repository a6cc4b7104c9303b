// A tag at the end whose subject is too long or too loosely joined for the reader of subjects: "…, county deeds and a filing with the state show."
import { reportingVerb } from '../../language/reporting.ts';
import { words } from '../../language/word-list.ts';
import { speakerKind } from '../../language/speakers.ts';
import { type Clause, isAdverb, isFinite } from './clause.ts';
import { contentBefore } from './content.ts';
import type { Give } from './wordless.ts';

/** As many tokens as the subject has, and what may stand behind the verb ("in a joint statement"). */
const LONGEST_SUBJECT = 14;
const LONGEST_TAIL = 6;

/** Words with which no subject of a tag begins. */
const NO_SUBJECT = words('and but or nor so yet which who whom that because although though while when where if as since after before until in on at by for from to with without under over amid despite including than not i we you it this');

/** What the sentence ends with, where no verb was found to report. Linear: one look back from the end. */
export function readClosingTag(clause: Clause, found: readonly unknown[], give: Give): void {
  const { tokens, quoted, end } = clause;
  if (found.length > 0) return;
  let last = end - 1;
  while (last > 0 && tokens[last]!.kind === 'mark') last--;
  for (let verb = last; verb > 2 && last - verb <= LONGEST_TAIL; verb--) {
    if (quoted[verb] !== -1 || tokens[verb]!.kind !== 'word') return;
    const known = reportingVerb(tokens[verb]!.lower);
    if (!known || !(known.class === 'say' || known.class === 'clause' || known.class === 'show') || known.form === 'ing' || known.form === 'participle' || isFinite(tokens[verb - 1])) continue;
    if (verb < last && !/^(?:in|on|at|to|last|this)$/.test(tokens[verb + 1]!.lower)) return;
    let from = verb;
    while (from > 0 && verb - from < LONGEST_SUBJECT && quoted[from - 1] === -1 && tokens[from - 1]!.kind !== 'mark' && !isFinite(tokens[from - 1])) from--;
    const to = isAdverb(tokens[verb - 1]) ? verb - 1 : verb;
    if (from === 0 || to <= from || tokens[from - 1]!.text !== ',' || NO_SUBJECT.has(tokens[from]!.lower) || tokens[from]!.kind !== 'word') return;
    const subject = tokens.slice(from, to);
    if (known.form === 'base' && !subject.some(t => t.lower === 'and' || /[^su]s$/.test(t.lower))) return;
    const content = contentBefore(clause, 0, from);
    if (content && speakerKind(subject, '') !== 'vague') give({ from: verb, to: verb + 1 }, { from, to }, [content], known.lemma);
    return;
  }
}
