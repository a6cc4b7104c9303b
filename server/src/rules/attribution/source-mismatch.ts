// attribution/source-mismatch: a name that the source that is cited spells otherwise, or has another for.
import type { Analysis } from '../../model/analysis.ts';
import { sourcesOfSentence } from '../../model/evidence/cited.ts';
import { namesToVerify, placesOfName, verifyName, type NameVerdict } from '../../model/evidence/name-check.ts';
import { wasRead } from '../../model/source-checks.ts';
import { quotePassage } from '../evidence-words.ts';
import { excerptFix } from '../quotes/found-passage.ts';
import { defineRule } from '../rule.ts';
import { nameIds } from '../source-ids.ts';

export const nameSourceMismatch = defineRule({
  id: 'attribution/source-mismatch',
  summary: 'A name that the cited source spells otherwise, or in whose place it has another.',
  severity: 'warning',
  scope: 'draft',
  when: 'command',

  *check(analysis) {
    if (analysis.context.checkResults.size === 0) return;
    // At its first mention: the fix changes all.
    const told = new Set<string>();
    for (const name of namesToVerify(analysis)) {
      if (!sourcesOfSentence(name.sentence, analysis)?.every(id => wasRead(id, analysis))) continue;
      const verdict = verifyName(name, analysis);
      if (verdict?.kind !== 'other' || told.has(`${verdict.wrong}\n${verdict.right}`)) continue;
      told.add(`${verdict.wrong}\n${verdict.right}`);
      yield { start: name.start, end: name.end, message: messageFor(wordsAt(name, analysis), verdict) };
    }
  },

  fixes({ document, start, end }, context) {
    const { analysis } = context;
    const name = namesToVerify(analysis).find(one => one.start === start && one.end === end);
    const verdict = name && verifyName(name, analysis);
    if (verdict?.kind !== 'other') return [];
    const edits = placesOfName(name!, verdict, analysis).map(place => ({ document, ...place, text: verdict.right }));
    const written = wordsAt(name!, analysis).replace(verdict.wrong, verdict.right);
    return [{ title: `Use the name of ${nameIds([verdict.source])}: ${written}`, safe: false, preferred: true, edits }, ...excerptFix(verdict.evidence, context)];
  },
});

function wordsAt({ start, end }: { readonly start: number; readonly end: number }, { draft }: Analysis): string {
  return draft.text.slice(start, end).replace(/\s+/g, ' ');
}

function messageFor(words: string, { source, about, words: theirs, evidence }: Extract<NameVerdict, { kind: 'other' }>): string {
  const what = about === 'spelling' ? `spells “${words}” otherwise, “${theirs}”` : `has “${theirs}” where the draft has “${words}”`;
  return `${nameIds([source])} ${what}: ${quotePassage(evidence)}.`;
}
