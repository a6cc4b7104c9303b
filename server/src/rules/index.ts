// Every rule, in the order in which findings at one place are shown. Kept by hand, so that bundles and browsers work; a test checks it against the folder.
import type { Rule } from './rule.ts';
import { anonymous } from './attribution/anonymous.ts';
import { inconsistentName } from './attribution/inconsistent-name.ts';
import { secondReference } from './attribution/second-reference.ts';
import { nameSourceMismatch } from './attribution/source-mismatch.ts';
import { unattributedQuote } from './attribution/unattributed-quote.ts';
import { vague } from './attribution/vague.ts';
import { dateConflict } from './dates/conflict.ts';
import { dateSourceMismatch } from './dates/source-mismatch.ts';
import { weekday } from './dates/weekday.ts';
import { annotation } from './draft/annotation.ts';
import { changedSinceVerified } from './draft/changed-since-verified.ts';
import { confidential } from './draft/confidential.ts';
import { tk } from './draft/tk.ts';
import { unread } from './draft/unread.ts';
import { unverified } from './draft/unverified.ts';
import { noReply } from './fairness/no-reply.ts';
import { arithmetic } from './figures/arithmetic.ts';
import { conflict } from './figures/conflict.ts';
import { percentPoints } from './figures/percent-points.ts';
import { sourceMismatch } from './figures/source-mismatch.ts';
import { inconsistent } from './quotes/inconsistent.ts';
import { mismatch } from './quotes/mismatch.ts';
import { unbalanced } from './quotes/unbalanced.ts';
import { changed } from './sources/changed.ts';
import { duplicate } from './sources/duplicate.ts';
import { incomplete } from './sources/incomplete.ts';
import { invalid } from './sources/invalid.ts';
import { moved } from './sources/moved.ts';
import { unarchived } from './sources/unarchived.ts';
import { unknown } from './sources/unknown.ts';
import { unreachable } from './sources/unreachable.ts';
import { unused } from './sources/unused.ts';
import { singleSource } from './sourcing/single-source.ts';
import { unsourced } from './sourcing/unsourced.ts';

export const rules: readonly Rule[] = [
  unsourced,
  singleSource,
  unknown,
  unused,
  duplicate,
  incomplete,
  invalid,
  unreachable,
  moved,
  changed,
  unarchived,
  conflict,
  arithmetic,
  percentPoints,
  sourceMismatch,
  weekday,
  dateConflict,
  dateSourceMismatch,
  unattributedQuote,
  vague,
  anonymous,
  secondReference,
  inconsistentName,
  nameSourceMismatch,
  inconsistent,
  mismatch,
  unbalanced,
  tk,
  unverified,
  changedSinceVerified,
  confidential,
  annotation,
  unread,
  noReply,
];
