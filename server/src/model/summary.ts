// What the other drafts of a project need to know of a draft.
import type { Analysis } from './analysis.ts';
import type { DraftSummary } from './context.ts';
import { summarizeFigures } from './figures/across.ts';
import { citedIds } from './sources.ts';

/** The summary of a draft; it rests on the draft and its registries, not on the other drafts. */
export function summarize(analysis: Analysis): DraftSummary {
  const { draft, context, claims, sources } = analysis;
  return {
    document: context.document,
    cited: citedIds(draft, sources),
    claimIds: claims.flatMap(({ comment }) => {
      const id = comment.attributes.find(attribute => attribute.name === 'id');
      return comment.id === undefined || !id ? [] : [{ id: comment.id, start: id.valueSpan.start, end: id.valueSpan.end }];
    }),
    namedFigures: claims.flatMap(({ figure }) => {
      if (!figure) return [];
      const { span, ...named } = figure;
      const words = draft.text.slice(span.start, span.end);
      return [{ ...named, start: span.start, end: span.end, words }];
    }),
    figures: summarizeFigures(analysis),
    registries: [...(draft.frontMatter?.registry ? [context.document] : []), ...context.registries.map(registry => registry.document)],
  };
}
