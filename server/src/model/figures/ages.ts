// The age of one person given twice: "Ann Berg, 61, …" and "At 63, Berg has", "She is 63", "Mr Berg, who turned 63 in May", "a man of 42" and "the 24-year-old".
import type { Analysis, Figure, Person } from '../analysis.ts';

export interface AgeConflict {
  readonly here: Figure;
  readonly there: Figure;
  /** As a clause. */
  readonly why: string;
}

/** An age that somebody has now, as the draft tells it. */
interface Aged {
  readonly figure: Figure;
  /** The family name; for one who is not named, what the draft calls them ("man", "boy"); '' where it only points back: "the 24-year-old". */
  readonly who: string;
  readonly named: boolean;
}

/** Words by which an age is of another time. */
const NOT_NOW = /\b(?:when|then|ago|since|later|earlier|until|before|after|while|would|will|next|in (?:1[5-9]|20)\d\d|as an?|from|by the (?:time|age)|under|over|between)\b/i;
const ANYONE = /^(?:man|woman|boy|girl|teenager|teen|pensioner|motorist|driver|cyclist|student|nurse|teacher|farmer|mother|father|defendant|suspect|victim|patient)$/;
const PRESENT = /^(?:is|has|says|remains|still|lives|plans|hopes|wants|runs|keeps|leads|holds|[\p{Ll}]{3,}s)$/u;

/** Pairs of ages of one person that differ, each age in one pair at most. Where a person has three ages, they are of three times. */
export function ageConflicts({ asides, figures: inText, people }: Pick<Analysis, 'asides' | 'figures' | 'people'>): AgeConflict[] {
  const figures = [...asides.figures, ...inText];
  const families = new Map(people.map(person => [person.family.toLowerCase(), person] as const));
  const aged = figures.flatMap(figure => readAge(figure, people, families) ?? []);
  const byPerson = new Map<string, Aged[]>();
  for (const one of aged) byPerson.set(one.who, [...(byPerson.get(one.who) ?? []), one]);
  const again = byPerson.get('') ?? [];
  byPerson.delete('');
  const [only] = byPerson.values();
  // Who is only pointed at is the one person whose age the draft gives.
  if (only && byPerson.size === 1) only.push(...again);
  const found: AgeConflict[] = [];
  for (const [who, all] of byPerson) {
    const values = [...new Set(all.map(({ figure }) => figure.quantity.value))];
    const first = all.toSorted((a, b) => a.figure.start - b.figure.start)[0]!;
    if (values.length !== 2) continue;
    for (const { figure } of all) if (figure !== first.figure && isNearly(figure.quantity.value, first.figure.quantity.value) && figure.sentence !== first.figure.sentence) found.push({ here: first.figure, there: figure, why: `both give the age of ${families.get(who)?.name ?? `the ${who}`}` });
  }
  return found.filter(({ there }, i) => found.findIndex(other => other.there === there) === i);
}

/** "a woman of 24": an age without a unit. */
export function isBareAge({ quantity, sentence, prose }: Figure): boolean {
  if (quantity.unit !== null) return false;
  const noun = /\b(\p{Ll}+) (?:of|aged) $/iu.exec(sentence.leaf.content.prose.slice(Math.max(sentence.prose.start, prose.start - 30), prose.start))?.[1];
  return noun !== undefined && ANYONE.test(noun.toLowerCase());
}

/** As far as the ages of one person that a slip or a birthday made, in years. */
const NEAR = 10;

/** May one be a slip for the other: a few years more, or the digits swapped? Others are of another time, or of another person. */
function isNearly(a: number, b: number): boolean {
  return a !== b && (Math.abs(a - b) <= NEAR || [...String(a)].toReversed().join('') === String(b));
}

function readAge(figure: Figure, people: readonly Person[], families: ReadonlyMap<string, Person>): Aged | undefined {
  const { quantity, sentence, prose, about } = figure;
  if (quantity.upper !== null || quantity.bound !== '=' || !(quantity.kind === 'age' || quantity.kind === 'number' || quantity.kind === 'count') || quantity.value < 1 || quantity.value > 115 || !Number.isInteger(quantity.value)) return undefined;
  const text = sentence.leaf.content.prose;
  const before = text.slice(Math.max(sentence.prose.start, prose.start - 60), prose.start);
  const behind = text.slice(prose.end, Math.min(sentence.prose.end, prose.end + 40));
  if (figure.date && figure.date.grain !== 'day' && !/^ in $/.test(text.slice(prose.end, figure.date.start))) return undefined;
  const named = (family: string | undefined): Aged | undefined => (family !== undefined && families.has(family) ? { figure, who: family, named: true } : undefined);
  const family = about?.head.startsWith('age ') ? about.head.slice(4) : undefined;
  const above = sentence.leaf.content.kind === 'heading' || sentence.leaf.content.kind === 'title';
  if (family !== undefined) return /^,? (?:when|at the time|then)\b/.test(behind) ? undefined : named(family) ?? (above ? { figure, who: '', named: false } : undefined);
  // "Ann Berg dies at 94"
  if (above && /\b(?:dies|dead|died),? (?:at|aged) $/i.test(before)) return named(familyIn(sentence.text, families));
  // "At 63, Berg says": now, by the tense of the verb.
  const fronted = /^At $/.test(before) ? /^,? (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:\p{Lu}[\p{L}'’-]+ )*?(\p{Lu}[\p{L}'’-]+),? (\p{Ll}+)\b/u.exec(behind) : undefined;
  if (fronted) return PRESENT.test(fronted[2]!) ? named(fronted[1]!.toLowerCase()) : undefined;
  // "‘He was only 15’: mother’s plea"
  if (above && /(?:^|[\s“‘"'])(?:She|He) (?:was|is)(?: just| only)? $/.test(before) && /^(?:[.;:”’"',]|$)/.test(behind)) return { figure, who: '', named: false };
  if (quantity.kind === 'age' || quantity.kind === 'number') {
    // "She was 92.": whoever was named last.
    if (/^(?:She|He) (?:was|is|turned)(?: just| only| now)? $/.test(before) && /^(?:[.;]|$| (?:and|in \p{Lu}))/u.test(behind)) return named(lastNamed(figure, people)?.family.toLowerCase());
    const relative = /(\p{Lu}[\p{L}'’-]+),? (?:who |and )?(?:is|was|turned|turns)(?: just| now)? $/u.exec(before);
    const sayIt = quantity.kind === 'age' || /,? turn(?:ed|s) $/.test(before);
    if (relative && sayIt && /^(?:[,.;:)]|$| (?:(?:last|this|on|and|in the (?:spring|summer|autumn|fall|winter))\b|in \p{Lu}))/u.test(behind) && !NOT_NOW.test(behind.slice(0, 20)) && !/^ at the\b/.test(behind)) return named(relative[1]!.toLowerCase());
    // "Berg, now 33, will coach"
    const today = /(\p{Lu}[\p{L}'’-]+), (?:now|aged) $/u.exec(before);
    if (today && /^(?:[,.;:)]|$)/.test(behind)) return named(today[1]!.toLowerCase());
    // "The 24-year-old was not hurt"
    if (about?.head === 'age' && /(?:^|[\s“"])The $/i.test(before)) return { figure, who: '', named: false };
  }
  // "a man of 42 has been charged"
  const anyone = /\b(?:an?|the) (?:\p{Ll}+ )?(\p{Ll}+) (?:of|aged) $/iu.exec(before)?.[1]?.toLowerCase();
  return anyone !== undefined && ANYONE.test(anyone) && quantity.kind !== 'count' ? { figure, who: anyone, named: false } : undefined;
}

function familyIn(text: string, families: ReadonlyMap<string, Person>): string | undefined {
  return text.toLowerCase().split(/[^\p{L}'’-]+/u).find(word => families.has(word));
}

/** As far before a pronoun, in characters, the name that it stands for may be. */
const REACH = 300;

/** The person who was named last before a figure, where nobody else was named in the same sentence. */
function lastNamed({ start }: Figure, people: readonly Person[]): Person | undefined {
  let last: { readonly person: Person; readonly at: number } | undefined;
  for (const person of people) for (const mention of person.mentions) if (mention.start < start && start - mention.start < REACH && (!last || mention.start > last.at)) last = { person, at: mention.start };
  return last?.person;
}
