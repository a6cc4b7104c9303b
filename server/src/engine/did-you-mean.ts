// The nearest of a closed list of words to one that is not among them.
import { distance } from 'fastest-levenshtein';
import type { Rule } from '../rules/rule.ts';

/** Words longer than this are no slip of the pen, and comparing them costs time. */
const LONGEST = 64;

/**
 * The candidate that the writer most likely meant: at most two slips, in long words one for every three letters (Levenshtein distance, case ignored), or the only one that begins with the word.
 * Undefined where none is near; of two equally near ones the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  // Two letters swapped count as two slips.
  let bestDistance = (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  const begun: string[] = [];
  for (const candidate of candidates) {
    const slips = distance(wanted, candidate.toLowerCase());
    if (slips < bestDistance) {
      best = candidate;
      bestDistance = slips;
    }
    if (wanted.length >= 3 && candidate.toLowerCase().startsWith(wanted)) begun.push(candidate);
  }
  return best ?? (begun.length === 1 ? begun[0] : undefined);
}

/** The rule id or group that the writer most likely meant; the bare name of a rule ("unsourced") stands for its id. */
export function nearestRule(word: string, rules: readonly Rule[]): string | undefined {
  const byName = rules.filter(rule => nameOf(rule.id) === word.toLowerCase());
  if (byName.length === 1) return byName[0]!.id;
  const whole = nearest(word, [...rules.map(rule => rule.id), ...groupsOf(rules)]);
  if (whole !== undefined || word.includes('/')) return whole;
  const name = nearest(word, rules.map(rule => nameOf(rule.id)));
  return rules.find(rule => nameOf(rule.id) === name)?.id;
}

/** Is this the id of a rule, or of a group of them? */
export function isKnownRule(id: string, rules: readonly Rule[]): boolean {
  return rules.some(rule => rule.id === id || groupOf(rule.id) === id);
}

/** The groups of the rules, each once, in catalogue order. */
export function groupsOf(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.map(rule => groupOf(rule.id)))];
}

export function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** A word of the writer's for a message, cut where it would fill the screen. */
export function clip(word: string): string {
  return word.length > LONGEST ? `${word.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : word;
}
