// Which sources a draft may cite, and what its citations mean.
import type { Citation, Draft } from '../draft/draft.ts';
import type { Source } from './analysis.ts';
import type { Context } from './context.ts';

/** Every source that the draft may cite, by id: front matter over its files over the project's. */
export function collectSources(_draft: Draft, _context: Context): ReadonlyMap<string, Source> {
  return new Map();
}

/** Which of the registry's sources a citation names. */
export function resolveCitation(_citation: Citation, _draft: Draft, _sources: ReadonlyMap<string, Source>): { readonly ids: readonly string[] } {
  return { ids: [] };
}

/** How many independent sources the ids are: one origin or one address counts once. */
export function independentOrigins(ids: readonly string[], _sources: ReadonlyMap<string, Source>): number {
  return new Set(ids).size;
}
