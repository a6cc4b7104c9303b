// sourcing/single-source: a claim of high stakes with fewer independent sources than the desk asks for.
import * as v from 'valibot';
import type { Claim, SentenceReading } from '../../model/analysis.ts';
import { rankSources } from '../../model/sourcing/ranking.ts';
import { citationKey, independentOrigins } from '../../model/sources.ts';
import { defineRule } from '../rule.ts';
import { citeAt } from './edits.ts';

export const singleSource = defineRule({
  id: 'sourcing/single-source',
  summary: 'A claim of high stakes with too few independent sources.',
  severity: 'information',
  scope: 'draft',
  when: 'keystroke',
  options: v.strictObject({
    independent: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.description('How many independent sources a claim marked stakes=high needs.')), 2),
  }),
  *check(analysis, { independent }) {
    for (const claim of analysis.claims) {
      if (claim.comment.stakes !== 'high' || !claim.sentence) continue;
      const found = countIndependent(claim, analysis.sentences[claim.sentence.index]);
      const count = independentOrigins(found.ids, analysis.sources) + found.others;
      if (count >= independent) continue;
      yield {
        start: claim.sentence.start,
        end: claim.sentence.end,
        message: `This claim has high stakes and ${count === 0 ? 'no independent source' : count === 1 ? 'one independent source' : `${count} independent sources`}; it needs ${independent}.`,
      };
    }
  },
  fixes(finding, { analysis }) {
    const reading = analysis.sentences.find(r => r.sentence.start === finding.start && r.sentence.end === finding.end);
    if (!reading) return [];
    const cited = new Set(reading.support.flatMap(s => s.sources));
    return rankSources(reading.sentence, analysis.sources)
      .filter(({ id, shared }) => !cited.has(id) && shared.length > 0 && independentOrigins([...cited, id], analysis.sources) > independentOrigins([...cited], analysis.sources))
      .slice(0, 3)
      .map(({ id }) => ({ title: `Also cite ${id}`, safe: false, edits: [{ document: finding.document, ...citeAt(reading.sentence, `[${citationKey(id)}]`, analysis) }] }));
  },
});

/** The registry's sources behind a claim, and those that only a link or a footnote in words names. A speaker in the words is who says it, not a further source beside a citation. */
function countIndependent(claim: Claim, reading: SentenceReading | undefined): { ids: string[]; others: number } {
  const ids = new Set(claim.comment.sources.map(s => s.id));
  let links = 0;
  let speakers = 0;
  for (const support of reading?.support ?? []) {
    for (const id of support.sources) ids.add(id);
    if (support.sources.length > 0) continue;
    if (support.kind === 'link' || support.kind === 'footnote') links++;
    else if (support.kind === 'attribution') speakers = 1;
  }
  return { ids: [...ids], others: ids.size + links > 0 ? links : speakers };
}
