// attribution/unattributed-quote: quoted speech with no speaker in its sentence or its neighbours.
import type { Analysis, Quote } from '../../model/analysis.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

export const unattributedQuote = defineRule({
  id: 'attribution/unattributed-quote',
  summary: 'Quoted speech that nobody is said to have spoken.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    for (const quote of analysis.quotes) {
      if (quote.use !== 'speech' || quote.attribution !== undefined || quote.continues !== undefined || quote.citations.length > 0 || !quote.closed) continue;
      // A block quotation without marks is not flagged: it need not be speech.
      if (quote.inner.start === quote.start) continue;
      if (quote.leaf.content.kind !== 'paragraph' || quote.leaf.content.containers.some(c => c.kind === 'footnote')) continue;
      yield { start: quote.start, end: quote.end, message: 'This quotation has no speaker in its sentence or in those beside it.' };
    }
  },
  fixes(finding, { analysis }) {
    const quote = analysis.quotes.find(q => q.start === finding.start && q.end === finding.end);
    if (!quote) return [];
    const last = lastSpeaker(quote, analysis);
    const fixes = [tag(quote, 'SPEAKER', 'Insert “, SPEAKER said”', finding, analysis)];
    if (last !== undefined) fixes.unshift(tag(quote, last, `Attribute it to ${last}, who spoke last`, finding, analysis));
    return fixes;
  },
});

function tag(quote: Quote, speaker: string, title: string, { document }: Finding, { draft }: Analysis): Fix {
  const { inner, end } = quote;
  const said = ` ${speaker} said`;
  const close = draft.text.charAt(inner.end - 1);
  if (close === '.' || close === ',') {
    const edits = [{ document, start: inner.end - 1, end: inner.end, text: ',' }, { document, start: end, end, text: `${said}.` }];
    return { title, safe: false, edits };
  }
  return { title, safe: false, edits: [{ document, start: end, end, text: `${/[?!…]/.test(close) ? '' : ','}${said}.` }] };
}

/** The last speaker who is known by name or office before the quotation. */
function lastSpeaker(quote: Quote, { attributions, draft }: Analysis): string | undefined {
  let found: { at: number; words: string } | undefined;
  for (const { source, sourceKind, speaker, stance } of attributions) {
    if (!source || stance || sourceKind !== 'named' || source.start >= quote.start || (found && source.start < found.at)) continue;
    const words = speaker ?? draft.text.slice(source.start, source.end).replace(/\s+/gu, ' ');
    if (/^\p{Lu}/u.test(words) && !/^(?:He|She|They|It|We|I|You|Who)$/.test(words)) found = { at: source.start, words };
  }
  return found?.words;
}
