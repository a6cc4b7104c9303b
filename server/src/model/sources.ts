// Which sources a draft may cite, and what its citations mean.
import type { Draft } from '../draft/draft.ts';
import type { Source } from './analysis.ts';
import type { Context } from './context.ts';

/** Every source that the draft may cite, by id: front matter over its files over the project's. */
export function collectSources(_draft: Draft, _context: Context): ReadonlyMap<string, Source> {
  return new Map();
}
