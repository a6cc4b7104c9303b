// The edits that mark a claim as verified: its status, and the fingerprint of the words that were checked.
import type { ClaimComment, Draft } from '../../draft/draft.ts';
import { hashSentence } from '../../draft/hash.ts';
import type { Edit } from '../rule.ts';

/** Sets `status=verified`, `hash`, and `on` where the day is known. Undefined for a claim without a sentence. Who verified it is for the checker to write. */
export function verifyEdits(claim: ClaimComment, draft: Draft, document: string, today?: string): Edit[] | undefined {
  const sentence = claim.sentence === undefined ? undefined : draft.sentences[claim.sentence];
  if (!sentence) return undefined;
  const wanted = [['status', 'verified'], ...(today ? [['on', today]] : []), ['hash', hashSentence(sentence.text)]] as [string, string][];
  return setAttributes(claim, draft, document, wanted);
}

/** Only the fingerprint: the words have changed and are right as they are now. */
export function rehashEdits(claim: ClaimComment, draft: Draft, document: string): Edit[] | undefined {
  const sentence = claim.sentence === undefined ? undefined : draft.sentences[claim.sentence];
  return sentence && setAttributes(claim, draft, document, [['hash', hashSentence(sentence.text)]]);
}

/** Sets attributes of a claim comment: a value that is there is replaced, what is missing is added at the end. The values are bare ones. */
export function setAttributes(claim: ClaimComment, draft: Draft, document: string, wanted: readonly (readonly [string, string])[]): Edit[] {
  const edits: Edit[] = [];
  let added = '';
  for (const [name, value] of wanted) {
    const attribute = claim.attributes.find(a => a.name === name);
    if (attribute) edits.push({ document, ...attribute.valueSpan, text: value });
    else added += ` ${name}=${value}`;
  }
  if (added === '') return edits;
  // Before the white space that stands before `-->`.
  let at = claim.end - '-->'.length;
  while (at > claim.start && /\s/.test(draft.text[at - 1]!)) at--;
  return [...edits, { document, start: at, end: at, text: added }];
}
