// The words of a source that are known, its excerpts and its captures, and where a stretch of them stands.
import type { Span } from '../../span.ts';
import type { Analysis } from '../analysis.ts';
import type { Passage } from '../context.ts';
import { locatorAt } from './locators.ts';

/** A stretch of a source's own words, and where it stands there. */
export interface Evidence {
  readonly source: string;
  readonly text: string;
  /** `p. 12`, `para. 4`, `00:12:31`; undefined where nothing is known of it. */
  readonly locator?: string;
  /** Is it of a text that is the whole of the source, and not an excerpt? */
  readonly whole: boolean;
}

/** A source's own words. `origin` is the same object for as long as the words are: what was found in them is kept by it. */
export interface KnownPassage extends Pick<Passage, 'text' | 'whole' | 'locator' | 'locators'> {
  readonly origin: object;
}

/** Excerpts first: somebody has chosen them. */
export function passagesOf(id: string, { sources, context }: Pick<Analysis, 'sources' | 'context'>): KnownPassage[] {
  const excerpts = sources.get(id)?.entry.excerpts ?? [];
  return [
    ...excerpts.map(excerpt => ({ text: excerpt.text, whole: false, origin: excerpt, ...(excerpt.locator === undefined ? {} : { locator: excerpt.locator }) })),
    ...context.passages.filter(p => p.source === id).map(passage => ({ ...passage, origin: passage })),
  ];
}

export function toEvidence(source: string, passage: KnownPassage, { start, end }: Span): Evidence {
  const locator = locatorAt(passage, start);
  return { source, text: passage.text.slice(start, end), whole: passage.whole, ...(locator === undefined ? {} : { locator }) };
}
