// Dates in English news copy, resolved against the draft's date.
import type { Span } from '../span.ts';
import { findDatesInText } from './dates/find.ts';

/** A date expression, in the text that was given. */
export interface DateMention extends Span {
  /** First day, ISO: `2025-09-19`; undefined where it cannot be resolved without a reference date. */
  readonly from: string | undefined;
  /** Last day, ISO, inclusive; equal to `from` for a single day. */
  readonly to: string | undefined;
  readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'year-part' | 'decade' | 'range';
  /** `2025-09-19`, `2025-09`, `2025`, or `from/to`: the shortest ISO form of the same. */
  readonly iso: string | undefined;
  /** Does it name a year, or need none? A relative date ("on Friday", "last month") rests on the reference date. */
  readonly relative: boolean;
  /** The weekday that is written beside a day of the month ("Thursday, Sept. 12"), 0 = Sunday. */
  readonly weekday?: { readonly span: Span; readonly day: number };
  /** Is the year written in the text? */
  readonly yearWritten: boolean;
  /** The day of the month as written ("12" in "Thursday, Sept. 12"), for a fix that replaces it. */
  readonly daySpan?: Span;
  /** A day of a month whose year is not written and that lies about as far behind the reference as another year's lies ahead: the year is a guess. */
  readonly yearUnsure?: boolean;
}

/** The date expressions of one paragraph or sentence, in order, never overlapping. `reference` is an ISO date; without it relative dates stay unresolved. No clock, no time zone, no locale. Linear time. */
export function findDates(text: string, reference?: string): DateMention[] {
  return findDatesInText(text, reference);
}
