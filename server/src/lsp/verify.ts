// Marks a claim as verified: status, who, when, and the fingerprint of the sentence.
import type { Sentence } from '../draft/draft.ts';
import { hashSentence } from '../draft/hash.ts';
import type { Analysis } from '../model/analysis.ts';
import { setAttributes } from '../rules/draft/verify.ts';
import type { Edit } from '../rules/rule.ts';
import { contains, type Span } from '../span.ts';

export interface Verification {
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

/** Can it stand as a bare value of `by`? */
export function isInitials(by: string): boolean {
  return /^[^\s"'<>=&]{1,60}$/.test(by);
}

/** The edits that set `status`, `by`, `on` and `hash` on the claim of the sentence: on the comment that the selection is about, else on the first; a new comment at `newAt` where there is none. */
export function verifyEdits({ draft, context }: Analysis, sentence: Sentence, selection: Span, { by, on }: Verification, newAt: number): Edit[] {
  const values = [['status', 'verified'], ['by', by], ['on', on], ['hash', hashSentence(sentence.text)]] as const;
  const own = draft.claims.filter(claim => claim.sentence === sentence.index);
  const comment = own.find(claim => contains(claim, selection)) ?? own.find(claim => claim.subject && contains(claim.subject, selection)) ?? own[0];
  if (comment) return setAttributes(comment, draft, context.document, values);
  return [{ document: context.document, start: newAt, end: newAt, text: ` <!-- claim ${values.map(([name, value]) => `${name}=${value}`).join(' ')} -->` }];
}
