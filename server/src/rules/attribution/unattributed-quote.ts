// attribution/unattributed-quote: quoted speech with no speaker in its sentence or its neighbours.
import type { Analysis, Quote } from '../../model/analysis.ts';
import { isHeadline } from '../../model/attribution/headline.ts';
import { laterReference, readHouseStyle, type HouseStyle } from '../../model/attribution/house-style.ts';
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
      if (quote.leaf.content.kind !== 'paragraph' || isHeadline(quote.leaf, analysis.draft) || quote.leaf.content.containers.some(c => c.kind === 'footnote')) continue;
      yield { start: quote.start, end: quote.end, message: 'This quotation has no speaker in its sentence or in those beside it.' };
    }
  },
  fixes(finding, { analysis }) {
    const first = analysis.quotes.findIndex(q => q.start === finding.start && q.end === finding.end);
    if (first < 0) return [];
    // A quotation of several paragraphs takes its tag where it closes.
    const quote = analysis.quotes.findLast(q => q.continues === first) ?? analysis.quotes[first]!;
    const style = readHouseStyle(analysis);
    const last = lastSpeaker(analysis.quotes[first]!, analysis);
    const fixes = [tag(quote, 'SPEAKER', `Insert “${wordsOf('SPEAKER', style)}”`, style, finding, analysis)];
    if (last !== undefined) fixes.unshift(tag(quote, last, `Attribute it to ${last}, who spoke last`, style, finding, analysis));
    return fixes;
  },
});

function wordsOf(speaker: string, { inverted, verb }: HouseStyle): string {
  return inverted ? `, ${verb} ${speaker}` : `, ${speaker} ${verb}`;
}

/** The tag behind the closing mark, in the house style of the draft; the full stop of the quotation gives way to a comma. */
function tag(quote: Quote, speaker: string, title: string, style: HouseStyle, { document }: Finding, { draft: { text } }: Analysis): Fix {
  const { inner, end } = quote;
  const said = wordsOf(speaker, style).slice(1);
  const close = text.charAt(inner.end - 1);
  const behind = text.charAt(end);
  const stop = behind === '.' ? '' : '.';
  if (/[?!…]/u.test(close)) return { title, safe: false, edits: [{ document, start: end, end, text: `${said}${stop}` }] };
  const comma = close === '.' || close === ',' ? [{ document, start: inner.end - 1, end: inner.end, text: style.commaOutside ? '' : ',' }] : style.commaOutside ? [] : [{ document, start: inner.end, end: inner.end, text: ',' }];
  return { title, safe: false, edits: [...comma, { document, start: end, end, text: `${style.commaOutside ? ',' : ''}${said}${stop}` }] };
}

/** The last speaker who is known by name or office before the quotation, as the draft calls them by now. */
function lastSpeaker(quote: Quote, { attributions, draft, people }: Analysis): string | undefined {
  let found: { at: number; words: string } | undefined;
  for (const { source, sourceKind, speaker, stance } of attributions) {
    if (!source || stance || sourceKind !== 'named' || source.start >= quote.start || (found && source.start < found.at)) continue;
    const words = speaker ?? draft.text.slice(source.start, source.end).replace(/\s+/gu, ' ');
    if (/^\p{Lu}/u.test(words) && !/^(?:He|She|They|It|We|I|You|Who)$/.test(words)) found = { at: source.start, words };
  }
  if (!found) return undefined;
  const person = people.find(p => p.given !== undefined && new RegExp(`(?:^|\\s)${escape(p.name)}(?:$|,|\\s)`, 'u').test(found.words));
  return person ? laterReference(person, draft) : found.words;
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
