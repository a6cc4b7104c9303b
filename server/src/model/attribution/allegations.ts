// Allegations against a named party, and whether the draft has that party's answer.
import { reportingVerb } from '../../language/reporting.ts';
import { words } from '../../language/word-list.ts';
import type { Sentence } from '../../draft/draft.ts';
import { contains, overlaps, type Span } from '../../span.ts';
import type { Analysis, Attribution } from '../analysis.ts';
import { collectNames, familyOf, type DraftName } from './people.ts';

export interface Allegation {
  readonly sentence: Sentence;
  /** The name of the accused, in the draft. */
  readonly accused: Span;
  /** As written. */
  readonly name: string;
}

/** What one can be accused of, as a verb in the past or an adjective that condemns a deed. */
const MISCONDUCT = words(`
  stole defrauded embezzled bribed lied cheated threatened abused assaulted attacked murdered raped groped harassed bullied concealed hid falsified forged laundered misled deceived
  plotted poisoned evaded smuggled extorted blackmailed hacked leaked sabotaged rigged doctored fabricated plagiarized plagiarised pocketed siphoned diverted shredded destroyed covered
  under-reported underreported overcharged overbilled inflated backdated ignored violated breached false fake fraudulent forged illegal illegally unlawful unlawfully bribe bribes kickback kickbacks corrupt`);

const ACCUSING = words('accuse accuses accused accusing');
/** "charged Lars Moe with fraud", "sued Lars Moe" */
const CHARGING = words('charged charges indicted indicts');
const SUING = words('sued sues suing');
const ALLEGING = words('allege alleges alleged alleging');

/** What a court has found is no allegation any more. */
const COURT = /\b(?:ruled|convicted|found guilty|sentenced|pleaded guilty|pled guilty)\b/i;

/** Words by which the accused answers, or the reporter records the attempt. */
const ANSWER = words(`
  denied denies deny denying denial rejected rejects rejecting disputed disputes disputing dismissed dismisses refuted refutes declined declines apologized apologised admitted admits acknowledged confessed
  respond responded responding response reply replied comment commented appeal appealed pleaded pled defended defends insisted insists maintains reached unreachable`);

/** Who may answer for somebody. */
const DELEGATES = words('lawyer lawyers attorney attorneys solicitor solicitors barrister counsel spokesman spokeswoman spokesperson spokespeople agent representative representatives publicist family union');

/**
 * The allegations of a draft whose named target neither answers nor is said to have been asked, anywhere in it; the first against each target.
 * An allegation is an accusation ("accused X of …") or misconduct that somebody is reported to have said X committed; what a court has found is none.
 */
export function findUnanswered(analysis: Analysis): Allegation[] {
  const { draft, attributions } = analysis;
  const names = collectNames(draft);
  const bySentence = new Map<Sentence, DraftName[]>();
  for (const name of names) {
    const inside = bySentence.get(name.sentence);
    if (inside) inside.push(name);
    else bySentence.set(name.sentence, [name]);
  }
  const saidIn = new Map<Sentence, Attribution[]>();
  for (const attribution of attributions) {
    if (attribution.stance) continue;
    const said = saidIn.get(attribution.sentence);
    if (said) said.push(attribution);
    else saidIn.set(attribution.sentence, [attribution]);
  }
  const found: Allegation[] = [];
  const settled = new Set<string>();
  for (const sentence of draft.sentences) {
    const inside = bySentence.get(sentence);
    if (!inside) continue;
    const accused = findAccused(sentence, inside, saidIn.get(sentence) ?? []);
    if (!accused) continue;
    const family = familyOf(accused);
    if (settled.has(family)) continue;
    settled.add(family);
    if (!isAnswered(family, sentence, names, bySentence, analysis)) found.push({ sentence, accused, name: accused.words.join(' ') });
  }
  return found;
}

function findAccused(sentence: Sentence, names: readonly DraftName[], said: readonly Attribution[]): DraftName | undefined {
  const isSource = (name: Span) => said.some(a => a.source && contains(a.source, name));
  const targets = names.filter(name => !isSource(name));
  if (COURT.test(sentence.text)) return undefined;
  for (const { word, at } of wordsOf(sentence)) {
    if (ACCUSING.has(word)) return targets.find(name => name.start > at);
    if (SUING.has(word) || (CHARGING.has(word) && / with /u.test(sentence.text.slice(0, 1000)))) {
      const target = targets.find(name => name.start > at);
      if (target) return target;
    }
    if (ALLEGING.has(word)) {
      const target = targets.find(name => name.start > at && said.some(a => a.cue?.start === at && a.content.some(c => contains(c, name))));
      if (target) return target;
    }
    if (!MISCONDUCT.has(word)) continue;
    const reported = said.some(a => a.sourceKind !== 'none' && a.content.some(c => overlaps(c, { start: at, end: at + 1 })));
    if (!reported) continue;
    const before = targets.filter(name => name.end <= at && said.some(a => a.content.some(c => contains(c, name))));
    if (before.length > 0) return before.at(-1);
  }
  return undefined;
}

function isAnswered(family: string, allegation: Sentence, names: readonly DraftName[], bySentence: ReadonlyMap<Sentence, readonly DraftName[]>, { attributions, draft }: Analysis): boolean {
  const isTheirs = (span: Span) => names.some(name => contains(span, name) && name.words.includes(family));
  if (attributions.some(a => !a.stance && a.sentence !== allegation && ((a.source && isTheirs(a.source)) || a.speaker?.split(/\s+/).includes(family)))) return true;
  return draft.sentences.some(sentence => {
    const near = Math.abs(sentence.index - allegation.index) <= 1;
    const named = bySentence.get(sentence)?.some(name => name.words.includes(family)) ?? false;
    if (!near && !named) return false;
    const text = wordsOf(sentence).map(w => w.word);
    const answers = text.some(word => ANSWER.has(word));
    // "His lawyer said he would appeal", right after the allegation.
    const delegated = text.some(word => DELEGATES.has(word)) && text.some(word => reportingVerb(word) !== undefined);
    return answers ? sentence !== allegation || text.some(word => word === 'denied' || word === 'denies' || word === 'comment' || word === 'respond') : delegated && sentence !== allegation;
  });
}

function wordsOf(sentence: Sentence): { word: string; at: number }[] {
  return [...sentence.text.matchAll(/[\p{L}][\p{L}'’-]*/gu)].map(match => ({ word: match[0].toLowerCase(), at: sentence.leaf.toSource({ start: sentence.prose.start + match.index, end: sentence.prose.start + match.index + match[0].length }).start }));
}
