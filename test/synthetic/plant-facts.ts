// Drafts that cite sources, with dates and names of which half are wrong; and what a check says of each.
import { buildDraft } from '../../server/src/draft/build.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { verifyDate } from '../../server/src/model/evidence/date-check.ts';
import { namesToVerify, verifyName } from '../../server/src/model/evidence/name-check.ts';
import { extractText } from '../../server/src/sources/extraction/extract.ts';
import type { ChronicleMaker, PlantedFact, Wording } from './chronicles.ts';
import { createRandom, type Random } from './random.ts';
import { render, type SourceDocument } from './render.ts';
import type { Story } from './stories.ts';

export interface FactCase {
  readonly file: string;
  readonly what: PlantedFact['what'];
  readonly how: string;
  readonly faithful: boolean;
  readonly text: string;
  /** The kind of the check's verdict, or `none`. */
  readonly verdict: string;
  readonly detail: string;
}

/** A true one must be borne out; a wrong one must not: another one is given for it, or none is there. */
export function isFactRight({ faithful, verdict }: FactCase): boolean {
  return faithful ? verdict === 'present' : verdict === 'other' || verdict === 'absent';
}

interface Planted {
  readonly fact: PlantedFact;
  readonly wording: Wording;
  readonly faithful: boolean;
  readonly line: string;
}

/** Makes `count` sources, each with a draft in which half of the facts are wrong, and says what a check finds. */
export async function runFacts(makers: readonly ChronicleMaker[], seed: number, count: number, make: (story: Story, i: number, random: Random) => SourceDocument = render): Promise<FactCase[]> {
  const random = createRandom(seed);
  const cases: FactCase[] = [];
  for (let i = 0; i < count; i++) {
    const story = random.pick(makers)(random);
    const file = make(story, i, random);
    const planted = story.facts.map((fact): Planted => {
      const faithful = fact.wrong.length === 0 || random.next() < 0.5;
      const wording = random.pick(faithful ? fact.right : fact.wrong);
      return { fact, wording, faithful, line: `${fact.sentence(wording.text)} [@source].` };
    });
    cases.push(...await check(planted, file));
  }
  return cases;
}

/** Each in a draft of its own: another sentence may give the right name, and then both may be meant. */
async function check(planted: readonly Planted[], file: SourceDocument): Promise<FactCase[]> {
  const text = await extractText({ bytes: file.bytes, name: file.name });
  if ('problem' in text) throw new Error(`${file.name}: ${text.problem}`);
  const passages = [{ source: 'source', text: text.text, whole: !text.truncated, locators: text.locators }];
  return planted.map(({ fact, wording, faithful, line }): FactCase => {
    const draft = buildDraft(`---\nsources:\n  source: {type: report, title: Report, publisher: Office, issued: 2025, file: ${file.name}}\n---\n${line}\n`);
    const analysis = buildAnalysis(draft, { ...emptyContext('file:///draft.md'), passages });
    const words = wording.text.replace(/^(?:on|in) (?=[\dA-Z])/, '');
    const at = draft.text.toLowerCase().indexOf(words.toLowerCase(), draft.text.indexOf(line.slice(0, 10)));
    const end = at + words.length;
    const covers = (span: { readonly start: number; readonly end: number }) => span.start < end && span.end > at;
    // A long name may be read as two; what is said against either is said of the whole.
    const verdicts = fact.what === 'date' ? analysis.dates.filter(covers).map(date => verifyDate(date, analysis)) : namesToVerify(analysis).filter(covers).map(name => verifyName(name, analysis));
    const verdict = verdicts.find(one => one?.kind === 'other') ?? verdicts.find(one => one?.kind === 'absent') ?? verdicts[0];
    return { file: file.name, what: fact.what, how: wording.how, faithful, text: line, verdict: verdict?.kind ?? 'none', detail: verdict === undefined ? '' : 'evidence' in verdict ? `${'words' in verdict ? `${verdict.words}: ` : ''}${verdict.evidence.text}` : '' };
  });
}
