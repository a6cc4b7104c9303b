// Drafts that cite sources, with quotations and figures of which half are wrong; and what a check says of each.
import { buildDraft } from '../../server/src/draft/build.ts';
import { sourcesOfQuote, verifyQuote } from '../../server/src/model/attribution/quote-check.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { verifyFigure } from '../../server/src/model/evidence/figure-check.ts';
import { extractText } from '../../server/src/sources/extraction/extract.ts';
import { createRandom, type Random } from './random.ts';
import { render, type SourceDocument } from './render.ts';
import type { Story, StoryMaker } from './stories.ts';

export interface Case {
  readonly file: string;
  readonly what: 'quotation' | 'figure';
  /** What was done to it: "verbatim", "number", "negation" … */
  readonly how: string;
  readonly faithful: boolean;
  readonly text: string;
  /** What the check says: the kind of its verdict, or `none`. */
  readonly verdict: string;
  readonly detail: string;
}

/** Is the verdict right? A wrong figure may be another one of the source's, or not there; a wrong quotation nearly there, or not at all. */
export function isRight({ what, how, faithful, verdict }: Case): boolean {
  if (what === 'figure') return faithful ? verdict === 'present' : verdict === 'other' || verdict === 'absent';
  return faithful ? verdict === 'faithful' : verdict === (how === 'invented' ? 'absent' : 'near');
}

interface Variant {
  readonly how: string;
  readonly faithful: boolean;
  readonly text: string;
}

const NUMBERS = ['four', 'six', 'nine', 'twelve', 'two', 'three'];

/** A quotation as a draft may give it: half of them wrong. Undefined where this cannot be done to it. */
function quoteVariant(line: string, how: string, random: Random): Variant | undefined {
  const words = line.split(' ');
  const make = (text: string | undefined, faithful: boolean) => (text === undefined || text === line ? undefined : { how, faithful, text });
  switch (how) {
    case 'verbatim': return { how, faithful: true, text: line };
    case 'part': return make(words.slice(random.int(0, 2), words.length - random.int(1, 3)).join(' ').replace(/[,.]$/, ''), true);
    case 'ellipsis': {
      const comma = line.search(/, (?:and|because|which|who) /);
      // What is left out must not be what the sentence turns on.
      const middle = words.slice(6, 9);
      return comma < 0 || middle.some(word => /^(?:not|never|no)\b|n’t/.test(word)) ? undefined : make([...words.slice(0, 6), '…', ...words.slice(9)].join(' '), true);
    }
    case 'bracket': return make(line.replace(/\b(?:We|They|It|I|he|she|it)\b/, '[The members]'), true);
    case 'marks': return make(line.replace(/, /, ' — ').toLowerCase().replace(/^./, c => c.toUpperCase()), true);
    case 'number': return make(line.replace(/\b\d+\b/, n => String(Number(n) + random.int(1, 9))).replace(line.match(/\d/) ? /$^/ : new RegExp(`\\b(?:${NUMBERS.join('|')})\\b`), n => NUMBERS.find(other => other !== n)!), false);
    case 'negation': return make(/\b(?:not|never|cannot)\b/.test(line) ? line.replace(/\b(?:did |would |will |do )?(not|never) |cannot /, m => (m === 'cannot ' ? 'can ' : m.replace(/(?:not|never) /, ''))) : line.replace(/\b(were|are|is|was|will|have) /, '$1 not '), false);
    case 'word': {
      const at = words.findIndex((word, i) => i > 2 && /^[a-z]{5,}$/.test(word));
      return at < 0 ? undefined : make(words.with(at, random.pick(['purple', 'sudden', 'eastern', 'borrowed'])).join(' '), false);
    }
    case 'name': return make(line.replace(/\b(?:from|by) ([A-Z]\w+)/, m => m.replace(/[A-Z]\w+/, 'Robertson')), false);
    case 'added': return make([...words.slice(0, 5), 'really', 'and', 'truly', ...words.slice(5)].join(' '), false);
    case 'invented': return { how, faithful: false, text: 'Whoever wants to eat fish on Fridays should learn to row before the tide comes in.' };
    default: return undefined;
  }
}

const FAITHFUL = ['verbatim', 'part', 'ellipsis', 'bracket', 'marks'];
const ALTERED = ['number', 'negation', 'word', 'name', 'added', 'invented'];

interface Planted {
  readonly what: Case['what'];
  readonly variant: Variant;
  readonly line: string;
}

function plant(story: Story, random: Random): Planted[] {
  const planted: Planted[] = [];
  story.quotations.forEach((line, i) => {
    for (const how of random.shuffle(random.next() < 0.5 ? FAITHFUL : ALTERED)) {
      const variant = quoteVariant(line, how, random);
      if (!variant) continue;
      const inside = variant.text.replace(/\.$/, '');
      planted.push({ what: 'quotation', variant: { ...variant, text: inside }, line: `“${inside},” ${i % 2 ? 'she' : 'he'} said [@source].` });
      break;
    }
  });
  for (const figure of story.figures) {
    const faithful = figure.wrong.length === 0 || random.next() < 0.5;
    const text = random.pick(faithful ? figure.right : figure.wrong);
    const sentence = figure.sentence(text);
    planted.push({ what: 'figure', variant: { how: faithful ? (text === figure.right[0] ? 'as given' : 'rounded or converted') : 'altered', faithful, text }, line: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} [@source].` });
  }
  return planted;
}

/** Makes `count` sources and their drafts, and says what a check finds. */
export async function runCases(stories: readonly StoryMaker[], seed: number, count: number, make: (story: Story, i: number, random: Random) => SourceDocument = render): Promise<Case[]> {
  const random = createRandom(seed);
  const cases: Case[] = [];
  for (let i = 0; i < count; i++) {
    const story = random.pick(stories)(random);
    const file = make(story, i, random);
    cases.push(...await check(plant(story, random), file));
  }
  return cases;
}

async function check(planted: readonly Planted[], file: SourceDocument): Promise<Case[]> {
  const text = await extractText({ bytes: file.bytes, name: file.name });
  if ('problem' in text) throw new Error(`${file.name}: ${text.problem}`);
  const draft = buildDraft(`---\nsources:\n  source: {type: report, title: Report, publisher: Office, issued: 2025, file: ${file.name}}\n---\n${planted.map(({ line }) => line).join('\n\n')}\n`);
  const analysis = buildAnalysis(draft, { ...emptyContext('file:///draft.md'), passages: [{ source: 'source', text: text.text, whole: !text.truncated, locators: text.locators }] });
  let from = 0;
  return planted.map(({ what, variant, line }): Case => {
    const start = draft.text.indexOf(line, from);
    const end = start + line.length;
    from = end;
    const within = (span: { readonly start: number; readonly end: number }) => start <= span.start && span.end <= end;
    const base = { file: file.name, what, how: variant.how, faithful: variant.faithful, text: what === 'figure' ? line : variant.text };
    if (what === 'quotation') {
      const quote = analysis.quotes.find(within);
      const verdict = quote && verifyQuote(quote, sourcesOfQuote(quote, analysis), analysis);
      return { ...base, verdict: verdict?.kind ?? 'none', detail: verdict?.kind === 'near' ? JSON.stringify(verdict.match.changes) : '' };
    }
    // The planted figure is the one whose words hold it.
    const at = start + line.indexOf(variant.text.replace(/^(?:about|some|at least|more than) /, ''));
    const figure = analysis.figures.find(one => within(one) && one.end > at);
    const verdict = figure && verifyFigure(figure, analysis);
    return { ...base, verdict: verdict?.kind ?? 'none', detail: verdict && 'evidence' in verdict ? `${'derived' in verdict ? '(derived) ' : ''}${verdict.evidence.text}` : figure ? '' : 'no figure read' };
  });
}
