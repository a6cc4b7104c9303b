// The coverage of a draft as its configuration asks for it.
import type { Analysis } from '../model/analysis.ts';
import { computeCoverage, type Coverage } from '../model/sourcing/coverage.ts';
import type { Config } from './config.ts';

/** How check-worthy a sentence must be to count, where the configuration does not say: the rule's own default. */
const THRESHOLD = 0.5;

/** Counts the check-worthy sentences at the threshold of sourcing/unsourced, also where the rule itself is off. */
export function coverageOf(analysis: Analysis, config: Config): Coverage {
  return computeCoverage(analysis, thresholdOf(config));
}

/** How check-worthy a sentence must be to need a source, from 0 to 1. */
export function thresholdOf(config: Config): number {
  const options = config.rules.get('sourcing/unsourced')?.options as { readonly threshold?: unknown } | undefined;
  return typeof options?.threshold === 'number' ? options.threshold : THRESHOLD;
}
