// Inlay hints: the speaker of a quotation where its own sentence does not name one.
import { InlayHintKind, type CancellationToken, type InlayHint, type InlayHintParams } from 'vscode-languageserver';
import type { Analysis, Quote } from '../model/analysis.ts';
import { overlaps } from '../span.ts';
import { fromPosition } from './from-proto.ts';
import { plainWords } from './markup.ts';
import { attributionOf, speakerOf } from './quotations.ts';
import { answerFresh, type Session } from './session.ts';

/** Longer names are cut: a hint stands in the middle of a sentence. */
const MOST_CHARACTERS = 40;

/** Behind a quotation whose speaker is a pronoun or named in a neighbouring sentence, who is taken for the speaker. */
export async function computeInlayHints(session: Session, params: InlayHintParams, token: CancellationToken): Promise<InlayHint[]> {
  const { uri } = params.textDocument;
  const hints = await answerFresh(session, uri, token, async document => {
    if ((await session.workspace.kindOf(uri)) !== 'draft') return [];
    const analysis = await session.workspace.analysisOf(uri);
    if (!analysis) return [];
    const asked = { start: fromPosition(document, params.range.start), end: fromPosition(document, params.range.end) };
    return analysis.quotes.flatMap((quote): InlayHint[] => {
      if (!overlaps(quote, asked)) return [];
      const speaker = inferredSpeaker(quote, analysis);
      if (speaker === undefined) return [];
      const words = plainWords(speaker);
      const label = words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS).trimEnd()}…`;
      return [{ position: document.positionAt(quote.end), label: `— ${label}`, kind: InlayHintKind.Parameter, paddingLeft: true, tooltip: `Claimcheck takes ${words} for the speaker of this quotation.` }];
    });
  });
  return hints ?? [];
}

/** Undefined where the sentence of the quotation says itself, by a name or an office, who speaks. */
function inferredSpeaker(quote: Quote, analysis: Analysis): string | undefined {
  if (quote.use !== 'speech') return undefined;
  const attribution = attributionOf(quote, analysis);
  if (!attribution?.source) return undefined;
  const { sentences } = analysis.draft;
  let last = quote.sentence.index;
  while ((sentences[last + 1]?.start ?? quote.end) < quote.end) last++;
  const near = attribution.source.start >= quote.sentence.start && attribution.source.end <= sentences[last]!.end;
  const pronoun = /^(?:he|she|they|it|who|I|we)$/iu.test(analysis.draft.text.slice(attribution.source.start, attribution.source.end));
  if (near && !pronoun) return undefined;
  const speaker = speakerOf(quote, analysis);
  return speaker !== undefined && /^(?:he|she|they|it|who|I|we)$/iu.test(speaker) ? undefined : speaker;
}
