// The people of a draft: full names, and the later references to them by surname.
import type { Draft } from '../../draft/draft.ts';
import type { Person } from '../analysis.ts';

export function collectPeople(_draft: Draft): Person[] {
  return [];
}

export function fullNames(_draft: Draft): ReadonlySet<string> {
  return new Set();
}
