// Every rule, in the order in which findings at one place are shown. Kept by hand, so that bundles and browsers work; a test checks it against the folder.
import type { Rule } from './rule.ts';
import { singleSource } from './sourcing/single-source.ts';
import { unsourced } from './sourcing/unsourced.ts';

export const rules: readonly Rule[] = [
  unsourced,
  singleSource,
];
