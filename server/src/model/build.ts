// (Draft, Context) -> Analysis.
import type { Draft } from '../draft/draft.ts';
import type { Analysis } from './analysis.ts';
import type { Context } from './context.ts';
import { readSpeech } from './attribution/speech.ts';
import { collectClaims } from './claims.ts';
import { collectAsides, collectDates, collectFigures } from './figures/figures.ts';
import { readSentences } from './sourcing/sourcing.ts';
import { collectSources } from './sources.ts';

/** What the draft says. Pure: the same draft and context give the same analysis. What depends on a leaf's words alone is cached by `LeafContent` (WeakMap). */
export function buildAnalysis(draft: Draft, context: Context): Analysis {
  const { quotes, attributions, people } = readSpeech(draft);
  const today = draft.frontMatter?.date ?? context.date;
  const dates = collectDates(draft, today);
  const figures = collectFigures(draft, dates, attributions);
  const claims = collectClaims(draft, figures, dates);
  const sources = collectSources(draft, context);
  const analysis = { draft, context, claims, sources, figures, dates, asides: collectAsides(draft, today), attributions, quotes, people };
  return { ...analysis, sentences: readSentences(analysis) };
}
