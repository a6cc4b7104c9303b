// A vague source that the next words make good: "Experts say …" before one expert is quoted by name, "Polls show …" before the poll is named.
import type { Analysis, Attribution } from '../analysis.ts';
import { words } from '../../language/word-list.ts';

/** Heads for those who speak by what they know, as one of them who is quoted next shows. */
const KNOWING = words('experts analysts observers economists scientists scholars historians researchers specialists psychologists theorists commentators academics doctors lawyers insiders');
const KNOWN_BY = /\b(?:professor|experts?|analysts?|economists?|scholars?|researchers?|fellow|scientists?|historians?|strategists?|specialists?|consultants?|lawyers?|attorneys?|lecturers?|pollsters?|psychologists?|physicists?|epidemiologists?|author|adviser|advisor|dean|director of (?:the )?\p{Lu}|(?:university|institute|institution|center|centre) (?:of|for|at|in)|\p{Lu}[\p{L}]+ (?:University|Institute|Institution|Center|Centre|College|School))\b/u;
/** A name in full. */
const NAMED = /\p{Lu}[\p{L}’'.-]*\s(?:\p{Lu}\.\s)?\p{Lu}[\p{L}’'-]+/u;
const MEASURES = words('polls surveys studies research reports estimates statistics data');
/** "a CNN/ORC poll", "according to Gallup", "the Harbour Institute found" */
const NAMED_MEASURE = /\p{Lu}[\p{L}\d/&.’'-]*(?: \p{Lu}[\p{L}\d/&.’'-]*){0,4} (?:[a-z]+ ){0,2}(?:poll|survey|study|average|report|analysis)\b|\b[Aa]ccording to (?:an? |the )?(?:[a-z-]+ ){0,2}\p{Lu}|\b(?:poll|survey|study|report|analysis) (?:by|from|of|conducted by|published (?:by|in)) (?:the )?\p{Lu}/u;

/** Does the sentence of a vague attribution, or the one after it, name one of those it speaks of? */
export function isExemplified(attribution: Attribution, { draft, attributions }: Analysis): boolean {
  const { source, sentence, content } = attribution;
  if (!source) return false;
  const head = draft.text.slice(source.start, source.end).toLowerCase().split(/\s+/u).at(-1) ?? '';
  const next = draft.sentences[sentence.index + 1];
  const reach = next && !(next.leaf.content.kind === 'heading') && next.leaf.index - sentence.leaf.index <= 1 ? next : undefined;
  if (MEASURES.has(head)) {
    if (/\bother\b/iu.test(draft.text.slice(source.start, source.end))) return false;
    const end = source.start - sentence.start;
    const own = sentence.text.slice(0, Math.max(0, end)) + ' ' + sentence.text.slice(Math.max(0, source.end - sentence.start));
    return [own, reach?.text ?? ''].some(text => NAMED_MEASURE.test(text.slice(0, 600)));
  }
  if (!KNOWING.has(head) || !reach) return false;
  return attributions.some(a => {
    if (a.stance || a.sourceKind !== 'named' || !a.source || (a.sentence !== reach && !(a.sentence === sentence && a !== attribution && !content.some(c => c.start <= a.source!.start && a.source!.end <= c.end)))) return false;
    const name = draft.text.slice(a.source.start, a.source.end);
    return NAMED.test(name) && KNOWN_BY.test(`${name} ${draft.text.slice(a.source.end, a.source.end + 120).split(/[.;“”"]/u, 1)[0] ?? ''}`);
  });
}
