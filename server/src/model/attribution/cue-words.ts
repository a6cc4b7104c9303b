// Every word at which the reader of attributions stops, with all that it may be: one look-up for a word, not one for each list.
import { IMPERSONAL, reportingVerb, REPORTING_FORMS, type ReportingVerb, SPEECH_NOUNS, WIDELY } from '../../language/reporting.ts';
import { LIGHT_VERBS, STANCE_FORMS, STATES, type StanceVerb, stanceVerbs } from '../../language/stances.ts';
import { words } from '../../language/word-list.ts';
import { HEARS } from './heard.ts';
import { ESTIMATES, GIVES, RECKONINGS, VIEWS } from './lexicon.ts';
import { OPINION_NOUNS } from './opinion-nouns.ts';

const SEEM = words('seem seems seemed appear appears appeared');
const EXPECTED = words('expected supposed presumed rumored rumoured');
const HEARSAY = words('reportedly allegedly supposedly purportedly ostensibly apparently');

/** What a word may be. */
export interface CueWord {
  readonly reporting: ReportingVerb | undefined;
  readonly stances: readonly StanceVerb[];
  /** "according", "as", "per", or "view" and the like, which may open or close a tag. */
  readonly tag: 'according' | 'as' | 'per' | 'view' | undefined;
  readonly speechNoun: boolean;
  readonly impersonal: boolean;
  readonly estimates: boolean;
  readonly gives: boolean;
  /** "the bank's estimate" */
  readonly reckoning: boolean;
  /** "heard", or "told", which may be passive: "the jury was told". */
  readonly heard: boolean;
  /** What it may be where nothing is said. */
  readonly unsaid: 'state' | 'phrase' | 'appearance' | 'expected' | 'hearsay' | 'asked' | 'noun' | undefined;
}

/** A word on which a relation may rest: a token, what it may be, and whether its capital letter leaves room for a verb. */
export interface Cue {
  readonly at: number;
  readonly word: CueWord;
  readonly verbal: boolean;
}

const NO_STANCES: readonly StanceVerb[] = [];
const CUES: ReadonlyMap<string, CueWord> = collectCues();

/** What the word, in small letters, may be; undefined for all but a few. */
export function cueWord(word: string): CueWord | undefined {
  return CUES.get(word);
}

function collectCues(): ReadonlyMap<string, CueWord> {
  const cues = new Map<string, CueWord>();
  for (const list of [REPORTING_FORMS, STANCE_FORMS, VIEWS, SPEECH_NOUNS, IMPERSONAL, WIDELY, ESTIMATES, GIVES, RECKONINGS, HEARS, STATES.keys(), LIGHT_VERBS, SEEM, EXPECTED, HEARSAY, OPINION_NOUNS, ['according', 'as', 'per']]) {
    for (const word of list) if (!cues.has(word)) cues.set(word, read(word));
  }
  return cues;
}

function read(word: string): CueWord {
  return {
    reporting: reportingVerb(word),
    stances: stanceVerbs(word) ?? NO_STANCES,
    tag: word === 'according' || word === 'as' || word === 'per' ? word : VIEWS.has(word) ? 'view' : undefined,
    speechNoun: SPEECH_NOUNS.has(word),
    impersonal: IMPERSONAL.has(word) || WIDELY.has(word),
    estimates: ESTIMATES.has(word),
    gives: GIVES.has(word),
    reckoning: RECKONINGS.has(word),
    heard: HEARS.has(word) || word === 'told',
    unsaid: STATES.has(word) ? 'state' : LIGHT_VERBS.has(word) ? 'phrase' : SEEM.has(word) ? 'appearance' : EXPECTED.has(word) ? 'expected' : HEARSAY.has(word) ? 'hearsay' : word === 'asked' ? 'asked' : OPINION_NOUNS.has(word) ? 'noun' : undefined,
  };
}
