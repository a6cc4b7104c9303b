// The fingerprint of a sentence: what tells a verified claim that its words have changed since.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Draft, Leaf } from './draft.ts';

/** The first 8 hexadecimal digits of the SHA-256 of the sentence's plain text (annotation-language, section 3). `prose` has no markup, as `LeafContent.prose`. */
export function hashSentence(prose: string): string {
  return bytesToHex(sha256(utf8ToBytes(toPlainText(prose)))).slice(0, 8);
}

/** The words alone: NFC, plain quotation marks, hyphens and dots, white space collapsed. What typography changes is no change. */
export function toPlainText(prose: string): string {
  return prose.normalize('NFC').replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/…/g, '...').replace(/\s+/g, ' ').trim();
}

/** Does the fingerprint fit the sentence, or the two or three whole sentences of its leaf that end with it? */
export function isUnchanged(draft: Draft, sentence: number, hash: string): boolean {
  const last = draft.sentences[sentence];
  if (!last) return false;
  const leaf: Leaf = last.leaf;
  for (let first = sentence; first > sentence - 3 && first >= leaf.firstSentence; first--) {
    const prose = leaf.content.prose.slice(draft.sentences[first]!.prose.start, last.prose.end);
    if (hashSentence(prose) === hash) return true;
  }
  return false;
}
