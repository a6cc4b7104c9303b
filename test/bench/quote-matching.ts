// How long 50 quotations and 50 figures take against texts of 75 to 600 pages: `node test/bench/quote-matching.ts`. Twice the text takes twice the time, or less.
import { buildDraft } from '../../server/src/draft/build.ts';
import { matchQuote, preparePassage } from '../../server/src/model/attribution/quote-match.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { verifyFigure } from '../../server/src/model/evidence/figure-check.ts';
import { createRandom } from '../synthetic/random.ts';

const WORDS_PER_PAGE = 500;
const random = createRandom(1);
const rare = Array.from({ length: 9_000 }, () => Array.from({ length: random.int(3, 10) }, () => String.fromCharCode(97 + random.int(0, 25))).join(''));
const common = 'the of and to in a that is was for on with as by at from it not be this have which or'.split(' ');
const word = () => (random.next() < 0.45 ? random.pick(common) : random.next() < 0.03 ? String(random.int(13, 90_000)) : rare[Math.floor(random.next() ** 3 * rare.length)]!);

for (const pages of [75, 150, 300, 600]) {
  const words = Array.from({ length: pages * WORDS_PER_PAGE }, (_, i) => word() + (i % 20 === 19 ? (i % 100 === 99 ? '.\n\n' : '.') : ''));
  const text = words.join(' ');
  const quotations = Array.from({ length: 50 }, (_, i) => {
    const length = random.int(8, 50);
    const at = random.int(0, words.length - length);
    const quoted = words.slice(at, at + length);
    return (i % 3 === 0 ? quoted : i % 3 === 1 ? quoted.with(length >> 1, 'altered') : Array.from({ length }, word)).join(' ');
  });
  let start = performance.now();
  const passage = preparePassage(text);
  const kinds = quotations.map(quoted => matchQuote(quoted, passage).kind);
  const quoteTime = performance.now() - start;
  const draft = buildDraft(`---\nsources:\n  a: {type: report, title: T, publisher: P, issued: 2025}\n---\n${Array.from({ length: 50 }, () => `The ${random.pick(rare)} of the ${random.pick(rare)} and ${random.pick(rare)} came to ${random.int(100, 99_999)} ${random.pick(rare)} [@a].`).join('\n\n')}\n`);
  const analysis = buildAnalysis(draft, { ...emptyContext('file:///a.md'), passages: [{ source: 'a', text, whole: true }] });
  start = performance.now();
  for (const figure of analysis.figures) verifyFigure(figure, analysis);
  const figureTime = performance.now() - start;
  console.log(`${pages} pages, ${text.length} characters: 50 quotations ${Math.round(quoteTime)} ms (${['exact', 'near', 'absent'].map(kind => `${kinds.filter(one => one === kind).length} ${kind}`).join(', ')}), ${analysis.figures.length} figures ${Math.round(figureTime)} ms`);
}
