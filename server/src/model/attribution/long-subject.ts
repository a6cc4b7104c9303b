// A document with a long tail before its verb: "An analysis of ferries that have sunk since 2015, published by the port, shows that …"
import { words } from '../../language/word-list.ts';
import { speakerKind } from '../../language/speakers.ts';
import { type Clause, DETERMINERS, isFinite, phraseAfter, PREPOSITIONS } from './clause.ts';
import { contentSpan } from './content.ts';
import { DOCUMENTS } from './lexicon.ts';
import type { Give } from './wordless.ts';

const SHOWS = words('shows show showed finds found suggests suggest suggested indicates indicate indicated reveals reveal revealed');

/** As many tokens as the document's own name has, and as its tail. */
const LONGEST_NAME = 10;
const LONGEST_TAIL = 40;

/** What the sentence begins with, where no verb was found to report. */
export function readDocumentSubject(clause: Clause, found: readonly unknown[], give: Give): void {
  const { tokens, quoted, end } = clause;
  if (found.length > 0) return;
  let head = 0;
  while (head < end && head < LONGEST_NAME && !DOCUMENTS.has(tokens[head]!.lower)) {
    if (quoted[head] !== -1 || tokens[head]!.kind === 'mark' && !/^['’&/-]$/.test(tokens[head]!.text) || isFinite(tokens[head]) || PREPOSITIONS.has(tokens[head]!.lower)) return;
    head++;
  }
  if (!DOCUMENTS.has(tokens[head]?.lower ?? '') || !/^(?:from|of|by|in|on|that|which|being|released|published|conducted|commissioned|,)$/.test(tokens[head + 1]?.lower ?? tokens[head + 1]?.text ?? '')) return;
  for (let k = head + 2; k < end - 1 && k - head < LONGEST_TAIL; k++) {
    if (quoted[k] !== -1 || tokens[k]!.text === ';' || tokens[k]!.text === ':') return;
    if (!SHOWS.has(tokens[k]!.lower) || /^(?:to|that|which|who|and|or|it|they|he|she|we|i|you)$/.test(tokens[k - 1]!.lower)) continue;
    const source = phraseAfter(clause, 0, k) ?? { from: 0, to: head + 1 };
    const content = contentSpan(clause, tokens[k + 1]!.lower === 'that' ? k + 2 : k + 1, end);
    const phrase = tokens.slice(source.from, source.to);
    // "Studies from abroad" are nobody's; "data from the Port Office" and "the data" could be asked for.
    const known = DETERMINERS.has(phrase[0]!.lower) || phrase.some((t, i) => i > 0 && t.capital);
    if (content && known && speakerKind(phrase, '') !== 'vague') give({ from: k, to: k + 1 }, source, [content], 'show');
    return;
  }
}
