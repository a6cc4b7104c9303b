// Words with which English news copy reports what was said, written, thought or found.
import { words } from './word-list.ts';

/**
 * What a verb needs to report speech.
 * - `say`: nothing; whatever clause follows or goes before is reported ("said taxes fell").
 * - `clause`: a quotation, `that`, a clause with a subject of its own, or to stand as a tag ("…, he added"); "added 32 firms" is no speech.
 * - `think`: as `say`, but what is reported is a thought, a guess or a wish.
 * - `object`: a thing or person talked about is enough ("denied the claim", "accused the firm of …").
 * - `show`: as `clause`; a document or a study does it ("the minutes show").
 * - `quote`: a quotation, or to stand as a tag to one ("“Hm,” he smiled").
 */
export type ReportingClass = 'say' | 'clause' | 'think' | 'object' | 'show' | 'quote';

export interface ReportingVerb {
  readonly lemma: string;
  readonly class: ReportingClass;
  /** `base` also serves the present plural ("critics say"); `past` also the participle ("was said"), except where `participle` is its own form. */
  readonly form: 'base' | 'present' | 'past' | 'ing' | 'participle';
}

const VERBS: Readonly<Record<ReportingClass, string>> = {
  say: 'say/said tell/told tweet testify',
  clause: `
    add announce admit acknowledge affirm allege answer argue ask assert attest aver boast brag calculate caution certify claim comment complain compute concede conclude confess confirm contend continue counter
    declare disclose elaborate emphasize emphasise exclaim explain hint imply indicate inform insist interject joke lament maintain mention mutter note object observe opine
    plead pledge point post predict proclaim promise pronounce protest quip reason reassure recall recount reiterate rejoin remark remind reply/replied report
    respond retort reveal rule shout signal speculate state stress suggest surmise swear/swore/sworn tally/tallied tease threaten underline underscore urge utter vow warn whisper wonder write/wrote/written yell
    repeat assure advise relate read/read deadpan observe venture volunteer theorize theorise posit postulate contradict echo interrupt clarify stipulate put/put`,
  think: `
    believe think/thought/thought expect fear hope suspect reckon guess feel/felt doubt estimate forecast worry assume suppose anticipate envision consider deem agree disagree realize realise presume imagine conjecture figure`,
  object: `
    accuse call deny/denied criticize criticise condemn denounce describe dismiss praise reject blame blast slam mock ridicule rebuke deride decry/decried lambaste hail laud tout defend
    demand request propose dispute refute rebut challenge characterize characterise label brand portray depict liken compare cite discuss detail outline apologize apologise endorse advocate
    recommend encourage implore beg/begged beseech warn urge vow pledge ponder argue commend scold chide admonish berate castigate vilify disavow repudiate renounce bemoan bash rip/ripped
    insult speak/spoke/spoken talk taunt disparage belittle lash rail trumpet express voice reaffirm reassert articulate herald assail extol`,
  show: 'show/showed/shown find/found demonstrate link associate prove/proved/proven document record reflect',
  quote: `
    laugh smile sigh sob cry/cried scream shrug chuckle grin gasp groan bark snap/snapped chant conclude go/went/gone intone chime muse gush enthuse
    shoot/shot fire hit/hit push thunder roar boom bellow holler hiss growl grumble gripe moan whine croak stammer beam crow exult drawl fume rage seethe sniff snort scoff sneer banter gloat crack`,
};

const PHRASAL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['point', new Set(['out'])],
  ['speak', new Set(['of', 'about'])],
  ['talk', new Set(['of', 'about'])],
  ['go', new Set(['on'])],
  ['chime', new Set(['in'])],
  ['put', new Set(['it'])],
  ['shoot', new Set(['back'])],
  ['fire', new Set(['back'])],
  ['hit', new Set(['back'])],
  ['push', new Set(['back'])],
  ['lash', new Set(['out'])],
  ['rail', new Set(['against'])],
]);

const BY_FORM: ReadonlyMap<string, ReportingVerb> = buildVerbs();

/** Every form of every reporting verb. */
export const REPORTING_FORMS: ReadonlySet<string> = new Set(BY_FORM.keys());

/** The reporting verb of which the word, in small letters, is a form. */
export function reportingVerb(word: string): ReportingVerb | undefined {
  return BY_FORM.get(word);
}

/** Does the verb report only with one of these words behind it ("point out")? */
export function particles(lemma: string): ReadonlySet<string> | undefined {
  return PHRASAL.get(lemma);
}

/** Is the word, in lower case, a finite form of a verb that stands beside a quotation ("said", "asks")? */
export function isReportingForm(word: string): boolean {
  const verb = BY_FORM.get(word);
  return verb !== undefined && (verb.form === 'present' || verb.form === 'past') && (verb.class === 'say' || verb.class === 'clause' || verb.class === 'quote');
}

/** Participles with which a sentence reports something and says no one who said so: "it was reported", "is believed to". */
export const IMPERSONAL: ReadonlySet<string> = words('reported said believed thought claimed alleged understood rumored rumoured argued feared suggested speculated suspected assumed whispered');

/** Those that say so with "widely" and the like alone: "is widely expected to". */
export const WIDELY: ReadonlySet<string> = words('expected regarded seen viewed considered perceived held acknowledged recognized recognised accepted hoped predicted estimated');

/** Nouns that name something said; with `that` behind them, or in `in a statement`. */
export const SPEECH_NOUNS: ReadonlySet<string> = words(`
  claim claims allegation allegations assertion assertions statement statements argument arguments suggestion suggestions accusation accusations warning warnings belief beliefs view views opinion opinions
  promise promises pledge pledges vow vows threat threats denial denials insistence contention complaint complaints announcement admission assurance assurances prediction predictions
  remark remarks comment comments declaration revelation conclusion finding findings rumor rumors rumour rumours report reports speculation fear fears concern concerns hope hopes notion idea testimony acknowledgment acknowledgement
  conviction confession hint hints proposal proposals call calls demand demands criticism suspicion suspicions word news`);

function buildVerbs(): ReadonlyMap<string, ReportingVerb> {
  const forms = new Map<string, ReportingVerb>();
  const put = (form: string, verb: ReportingVerb) => {
    if (!forms.has(form)) forms.set(form, verb);
  };
  for (const [kind, list] of Object.entries(VERBS) as [ReportingClass, string][]) {
    for (const entry of list.trim().split(/\s+/)) buildForms(entry, kind, put);
  }
  return forms;
}

/** Gives every form of a verb whose entry is `lemma`, `lemma/past` or `lemma/past/participle`. */
export function buildForms(entry: string, kind: ReportingClass, put: (form: string, verb: ReportingVerb) => void): void {
  const [lemma = '', past = regularPast(lemma), participle = past] = entry.split('/');
  const verb = { lemma, class: kind };
  put(past, { ...verb, form: 'past' });
  if (participle !== past) put(participle, { ...verb, form: 'participle' });
  put(present(lemma), { ...verb, form: 'present' });
  put(ing(lemma, past), { ...verb, form: 'ing' });
  if (lemma !== past) put(lemma, { ...verb, form: 'base' });
}

function present(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|go)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return /^(?:admit|quip|chat|snap|rip|beg|prefer|refer|plan|slam|prod|rap|rebut)$/.test(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`;
}

function ing(lemma: string, past: string): string {
  const doubled = past === `${lemma}${lemma.at(-1)}ed`;
  if (doubled || /^(?:begin)$/.test(lemma)) return `${lemma}${lemma.at(-1)}ing`;
  return lemma.endsWith('e') && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
}
