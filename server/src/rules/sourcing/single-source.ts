// sourcing/single-source: a claim of high stakes with fewer independent sources than the desk asks for.
import * as v from 'valibot';
import { groupByOrigin, originsBehind, type Origin } from '../../model/sourcing/independence.ts';
import { rankSources } from '../../model/sourcing/ranking.ts';
import { citationKey } from '../../model/sources.ts';
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
      const origins = originsBehind(analysis.sentences[claim.sentence.index]!, analysis);
      const count = origins.length;
      if (count >= independent) continue;
      yield {
        start: claim.sentence.start,
        end: claim.sentence.end,
        message: `This claim has high stakes and ${count === 0 ? 'no independent source' : count === 1 ? 'one independent source' : `${count} independent sources`}; it needs ${independent}.${origins.map(explain).join('')}`,
      };
    }
  },
  fixes(finding, { analysis }) {
    const reading = analysis.sentences.find(r => r.sentence.start === finding.start && r.sentence.end === finding.end);
    if (!reading) return [];
    const cited = [...new Set(reading.support.flatMap(s => [...s.sources, ...(s.addresses ?? [])]))];
    const before = groupByOrigin(cited, analysis.sources).length;
    return rankSources(reading.sentence, analysis.sources)
      .filter(({ id, reason }) => !cited.includes(id) && reason !== '' && groupByOrigin([...cited, id], analysis.sources).length > before)
      .slice(0, 3)
      .map(({ id, reason }) => ({ title: `Also cite “${id}” (${reason})`, safe: false, edits: [{ document: finding.document, ...citeAt(reading.sentence, `[${citationKey(id)}]`, analysis) }] }));
  },
});

/** Why several sources count as one: “gazette” and “mirror” have the same origin. */
function explain({ members, because }: Origin): string {
  if (members.length < 2 || because === undefined) return '';
  const named = members.slice(0, 4).map(member => `“${member}”`);
  return ` ${named.slice(0, -1).join(', ')} and ${named.at(-1)} ${because} and count once.`;
}
