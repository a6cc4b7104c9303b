// Tells quoted speech from scare quotes, titles, terms, nicknames and words on signs.
import type { Span } from '../../span.ts';
import type { QuotedSpan } from './marks.ts';

/** Words near a quotation that say that it is written, sung or named, not spoken by a person at hand. */
const SIGN = /\b(?:signs?|placards?|banners?|posters?|billboards?|t-shirts?|shirts?|hats?|caps?|stickers?|plaques?|graffit\w+|slogans?|headlines?|labels?|inscriptions?|tattoos?|messages? painted|chants?|chanted|chanting|sang|sing|singing|sung|songs?|hymns?|anthems?|titled|entitled|called|named|dubbed|nicknamed|known|so-called|termed|labell?ed|headed|marked|stamped|engraved|spelled|mottos?|tune|tracks?|singles?|albums?|films?|movies?|documentar\w+|novels?|books?|plays?|series|episodes?|poems?|essays?|exhibitions?|paintings?|shows?|hashtags?|subject line|tagline|password|phrase|term|word|words|expression|proverb|adage|saying|scrawled|painted|emblazoned|carved|etched|embroidered|ballot question)\b/iu;

/** Things that bear words, of which the sentence before may tell. */
const BEARER = /\b(?:signs?|placards?|banners?|posters?|billboards?|stickers?|plaques?|graffit\w+|headlines?|inscriptions?|tattoos?|(?:t-)?shirts?|scrawled|painted|carved|etched|chant(?:s|ed|ing)?)\b/iu;

/**
 * Is a quotation without a reporting cue a sentence that someone must have said? Yes where it stands as a sentence of its own, begins with a capital letter,
 * closes with its own punctuation, and no word beside it says that it hangs on a wall, is a title or a term.
 * `earlier` are the words of the paragraph before its sentence, `before` and `after` those of its sentence.
 */
export function isFreeSpeech(prose: string, quote: QuotedSpan, earlier: string, before: string, after: string): boolean {
  const words = prose.slice(quote.inner.start, quote.inner.end).trim();
  if (!/^[[(]?\p{Lu}|^…|^\.\.\./u.test(words) || !/[.!?…,]["'’”)]*$/u.test(words)) return false;
  if (isTitleCase(words)) return false;
  return !SIGN.test(before) && !BEARER.test(earlier) && !/^[\s,]*(?:(?:the|a|one|another|his|her|its|their)\s)?(?:\p{L}+\s)?(?:signs?|placards?|banners?|posters?|headlines?|slogans?|stickers?|graffit\w+|reads?|said the sign|hung|the (?:crowd|fans|protesters) (?:chanted|sang))\b/iu.test(after.slice(0, 60));
}

/** "The Long Corridor": every word but the small ones begins with a capital letter. */
export function isTitleCase(words: string): boolean {
  const parts = words.replace(/[^\p{L}\p{N}\s'’-]/gu, '').split(/\s+/u).filter(w => w.length > 3);
  return parts.length > 1 && parts.every(w => /^[\p{Lu}\p{N}]/u.test(w));
}

/** As far as the words beside a quotation are looked at. */
const REACH = 300;

/** The part of the prose before and after a span that lies in the same sentence as one of its ends, at most 300 characters of each. */
export function surroundings(prose: string, quote: Span, first: Span, last: Span): { before: string; after: string } {
  return {
    before: prose.slice(Math.min(Math.max(first.start, quote.start - REACH), quote.start), quote.start),
    after: prose.slice(quote.end, Math.max(quote.end, Math.min(last.end, quote.end + REACH))),
  };
}
