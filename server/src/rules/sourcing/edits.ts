// Edits that annotate a sentence: a citation after it, a status on its claim comment.
import type { Sentence } from '../../draft/draft.ts';
import type { Analysis } from '../../model/analysis.ts';
import type { Edit } from '../rule.ts';

type Insertion = Omit<Edit, 'document'>;

/** Puts a citation at a sentence in the place where this draft puts them: before the closing punctuation, or after it if the draft's other bracketed citations stand there. */
export function citeAt(sentence: Sentence, citation: string, analysis: Analysis): Insertion {
  const closing = /[.!?…]+["'”’»)]*$/.exec(sentence.text)?.[0] ?? '';
  // A quotation that ends the sentence keeps its own punctuation: the citation goes after it.
  const after = closing === '' || /["'”’»]$/.test(closing) || citesAfterPunctuation(analysis);
  const { prose, leaf } = sentence;
  // Before the full stop itself, so that a citation that is already there stays first.
  const at = after ? leaf.toSource({ start: prose.end - 1, end: prose.end }).end : leaf.toSource({ start: prose.end - closing.length, end: prose.end }).start;
  return { start: at, end: at, text: ` ${citation}` };
}

/** Sets `status=` on the claim comment of a sentence, or gives the sentence one. */
export function setStatus(sentence: Sentence, status: string, { claims, draft }: Analysis): Insertion {
  const comment = claims.find(c => c.comment.sentence === sentence.index)?.comment;
  const written = comment?.attributes.find(a => a.name === 'status');
  if (written) return { start: written.valueSpan.start, end: written.valueSpan.end, text: status };
  if (comment) {
    const at = comment.start + draft.text.slice(comment.start, comment.end).indexOf('claim') + 'claim'.length;
    return { start: at, end: at, text: ` status=${status}` };
  }
  const at = endOfAnnotations(sentence, draft.text);
  return { start: at, end: at, text: ` <!-- claim status=${status} -->` };
}

/** Behind the sentence and the citations that follow its closing punctuation. */
export function endOfAnnotations(sentence: Sentence, text: string): number {
  const behind = /^(?:[ \t]*(?:\[\^[^\]\s]{1,80}\]|\[[^\]]{0,40}@[^\]]{1,200}\]))+/.exec(text.slice(sentence.end, sentence.end + 1_000));
  return sentence.end + (behind?.[0].length ?? 0);
}

function citesAfterPunctuation({ draft }: Analysis): boolean {
  const keys = draft.citations.filter(c => c.kind === 'key' && c.sentence !== undefined);
  const after = keys.filter(c => c.at >= draft.sentences[c.sentence!]!.prose.end).length;
  return after * 2 > keys.length;
}
