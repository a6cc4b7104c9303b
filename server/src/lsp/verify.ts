// Marks a claim as verified: status, who, when, and the fingerprint of the sentence.
import type { ClaimComment, Sentence } from '../draft/draft.ts';
import { hashSentence } from '../draft/hash.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Edit } from '../rules/rule.ts';
import { contains, type Span } from '../span.ts';

export interface Verification {
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

/** Can it stand as the value of `by`? */
export function isDraftName(by: string): boolean {
  return /^[^"'<>=&\r\n]{1,60}$/.test(by) && by.trim() !== '';
}

/** The edits that set `status`, `by`, `on` and `hash` on the claim of the sentence: on the comment that the selection is in, else on the first; a new comment at `newAt` where there is none. */
export function verifyEdits({ draft }: Analysis, sentence: Sentence, selection: Span, { by, on }: Verification, newAt: number): Omit<Edit, 'document'>[] {
  const values: Readonly<Record<string, string>> = { status: 'verified', by: by.trim(), on, hash: hashSentence(sentence.text) };
  const own = draft.claims.filter(claim => claim.sentence === sentence.index);
  const comment = own.find(claim => contains(claim, selection)) ?? own.find(claim => claim.subject && contains(claim.subject, selection)) ?? own[0];
  const write = (names: readonly string[]) => names.map(name => ` ${name}=${/[\s]/.test(values[name]!) ? `"${values[name]}"` : values[name]}`).join('');
  const names = Object.keys(values);
  if (!comment) return [{ start: newAt, end: newAt, text: ` <!-- claim${write(names)} -->` }];

  const edits: Omit<Edit, 'document'>[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const written = comment.attributes.find(attribute => attribute.name === name);
    if (!written) missing.push(name);
    else if (written.value !== values[name]) edits.push({ ...valueSpanOf(draft.text, written.valueSpan), text: /[\s]/.test(values[name]!) ? `"${values[name]}"` : values[name]! });
  }
  const at = endOfAttributes(draft.text, comment);
  if (missing.length > 0) edits.push({ start: at, end: at, text: write(missing) });
  return edits;
}

/** The value with its quotation marks. */
function valueSpanOf(text: string, { start, end }: Span): Span {
  const quoted = /["']/.test(text[start - 1] ?? '') && text[end] === text[start - 1];
  return quoted ? { start: start - 1, end: end + 1 } : { start, end };
}

/** Behind the last thing in the comment, before the white space and `-->`. */
function endOfAttributes(text: string, comment: ClaimComment): number {
  const inside = text.slice(comment.start, comment.end).replace(/-->$/, '');
  return comment.start + inside.trimEnd().length;
}
