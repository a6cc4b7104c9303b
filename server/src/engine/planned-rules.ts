// Rules of the catalogue that this version does not have yet.
import type { RuleId } from '../rules/rule.ts';

/** Naming one is no mistake: a configuration may set it and a control comment may name it, and both wait for the version that has it. */
export const PLANNED_RULES: readonly RuleId[] = [];
