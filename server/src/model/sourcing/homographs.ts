// Words of claims in another sense: to raise questions causes nothing, law enforcement is no law, and to grow up is no growth.
import { CAUSE, CHANGE_PAST, CHANGE_PRESENT, LEGAL, RECORD } from './lexicon.ts';

/** Does the sentence name a cause? "Drove up rents" and "raised rents" do; "led by", "raised questions" and "their leads" do not. */
export function isCauseStated(words: readonly string[]): boolean {
  return words.some((w, i) => {
    const next = words[i + 1] ?? '';
    if ((next === 'of' && w === 'because') || (next === 'to' && w === 'due') || (next === 'result' && w === 'a')) return true;
    if (!CAUSE.has(w) || (w === 'led' && next === 'by')) return false;
    if (w === 'raised' || w === 'raises') return !isRaisedInTalk(words, i);
    return !(CAUSE_NOUNS.has(w) && BEFORE_A_NOUN.has(words[i - 1] ?? ''));
  });
}

/** "Raised questions", "raises serious doubts". */
function isRaisedInTalk(words: readonly string[], i: number): boolean {
  return words.slice(i + 1, i + 5).some(word => RAISED_IN_TALK.has(word));
}

const RAISED_IN_TALK = new Set(['question', 'questions', 'concern', 'concerns', 'eyebrows', 'hope', 'hopes', 'fear', 'fears', 'alarm', 'alarms', 'doubt', 'doubts', 'issue', 'issues', 'possibility', 'prospect', 'specter', 'spectre', 'voice', 'voices', 'hand', 'hands', 'objections']);
const CAUSE_NOUNS = new Set(['causes', 'leads', 'results', 'drives', 'damages', 'raises', 'boosts']);
const BEFORE_A_NOUN = new Set(['the', 'his', 'her', 'its', 'their', 'our', 'these', 'those', 'such', 'big', 'early', 'good', 'other']);

/** Is the word at `i` an act of office? "Raised taxes" and "paid the fine" are; "raised questions", "paid tribute" and "is set to" are not. */
export function isActOnRecord(words: readonly string[], i: number): boolean {
  const w = words[i]!;
  if (!RECORD.has(w)) return false;
  const next = words[i + 1] ?? '';
  if (w === 'raised') return !isRaisedInTalk(words, i);
  if (w === 'paid' || w === 'pays') return next !== 'tribute' && next !== 'attention' && next !== 'homage' && next !== 'heed';
  return !(w === 'set' && next === 'to');
}

/** Does the word at `i` speak of a law, a court or a crime? "Law firm", "ruling party" and "emotionally charged" do not. */
export function isLegal(words: readonly string[], i: number): boolean {
  const w = words[i]!;
  if (!LEGAL.has(w)) return false;
  const next = words[i + 1] ?? '';
  if (w === 'law') return !BESIDE_LAW.has(next) && !(next === 'and' && words[i + 2] === 'order');
  if (w === 'ruling') return !RULERS.has(next);
  if (w === 'charged') return !(words[i - 1] ?? '').endsWith('ly') && next !== 'up';
  if (w === 'court') return next !== 'of' || words[i + 2] !== 'public';
  return true;
}

const BESIDE_LAW = new Set(['firm', 'firms', 'enforcement', 'school', 'schools', 'professor', 'professors', 'student', 'students', 'degree', 'partner', 'partners', 'practice', 'office', 'clerk', 'review']);
const RULERS = new Set(['party', 'parties', 'coalition', 'class', 'elite', 'elites', 'family', 'junta', 'council']);

/** Does the word at `i` tell of a rise or a fall? "Grew up", "doubled down", "fell apart" and "such tax increases" do not. */
export function isChange(words: readonly string[], i: number): boolean {
  const w = words[i]!;
  if (CHANGE_PAST.has(w)) return !(IDIOMS.get(w)?.has(words[i + 1] ?? '') ?? false);
  return CHANGE_PRESENT.has(w) && !(CHANGE_NOUNS.has(w) && BEFORE_A_CHANGE.has(words[i - 1] ?? ''));
}

const IDIOMS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['grew', new Set(['up', 'tired', 'weary', 'old', 'apart', 'angry', 'fond', 'close', 'closer', 'impatient', 'frustrated'])],
  ['grown', new Set(['up', 'tired', 'weary', 'old', 'apart', 'angry', 'fond', 'close', 'closer', 'impatient', 'frustrated'])],
  ['fell', new Set(['apart', 'through', 'out', 'asleep', 'ill', 'silent', 'in', 'victim', 'for', 'flat'])],
  ['fallen', new Set(['apart', 'through', 'out', 'asleep', 'ill', 'silent', 'in', 'victim', 'for', 'flat'])],
  ['doubled', new Set(['down', 'as'])],
  ['lost', new Set(['sight', 'touch', 'interest', 'patience', 'faith', 'confidence', 'track', 'sleep'])],
  ['gained', new Set(['ground', 'traction', 'attention', 'access', 'momentum', 'entry', 'prominence', 'fame'])],
  ['jumped', new Set(['in', 'at', 'on', 'onto', 'into', 'out'])],
  ['rose', new Set(['through', 'against', 'up', 'above'])],
  ['slid', new Set(['into'])], ['dropped', new Set(['out', 'off', 'by'])], ['climbed', new Set(['into', 'onto', 'aboard', 'atop'])],
]);
const CHANGE_NOUNS = new Set(['rises', 'falls', 'drops', 'increases', 'decreases', 'declines', 'gains', 'doubles', 'accounts', 'totals', 'averages']);
const BEFORE_A_CHANGE = new Set(['tax', 'price', 'wage', 'rate', 'rent', 'pay', 'fee', 'spending', 'such', 'recent', 'further', 'these', 'those', 'any', 'the', 'his', 'her', 'their', 'its', 'of', 'significant', 'large', 'sharp', 'modest', 'steep']);
