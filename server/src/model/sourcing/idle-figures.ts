// Figures that make no claim: what size a thing has that is only named, which of the known ones are meant, an age, a figure of speech.
import type { Quantity } from '../../language/quantities.ts';

/** So far around a figure its neighbours are read, in UTF-16 units. */
const REACH = 40;

/**
 * Would nobody look the figure up? `text` is a sentence, `origin` is where it begins in the prose in which the quantity's offsets count.
 * Bounded: only the words beside the figure are read.
 */
export function isIdleFigure(quantity: Quantity, text: string, origin: number): boolean {
  const start = Math.max(0, quantity.start - origin);
  const end = Math.max(start, quantity.end - origin);
  const before = text.slice(Math.max(0, start - REACH), start);
  const span = text.slice(start, end);
  const after = text.slice(end, end + REACH);
  return isCompound(quantity, span, after) || isAnaphoric(quantity, before, after) || isSingle(quantity, before, after) || isAgeBesideName(quantity, before, after)
    || isHyperbole(quantity, before, span, after) || isNameOfScheme(quantity, span, after) || isSizeOfPlace(quantity, before) || isAhead(quantity, before) || (start > FRONT && isWhen(quantity, after));
}

/** "A nine-page plan", "a 30-second spot": what kind of thing it is. A two-point lead and a ten-year sentence are measured. */
function isCompound({ kind, value, unit }: Quantity, span: string, after: string): boolean {
  if (!(kind === 'count' || (kind === 'duration' && SHORT_TIMES.has(unit ?? ''))) || value >= 1000 || !/^[\p{L}\d]{1,12}-\p{Ll}+$/u.test(span)) return false;
  return /^\s+\p{L}/u.test(after) && !/^\s+(?:\p{Ll}{1,12}\s+)?(?:lead|margin|majority|advantage|deficit|gap|edge|win|victory|loss|swing|streak|record|high|low|peak|rise|drop|fall|decline|increase|jump|sentence|term|ban|wait|delay|backlog|limit)s?\b/u.test(after);
}

const SHORT_TIMES = new Set(['second', 'minute', 'hour']);

/** "The four remaining bidders", "the last two rows", "these three rules": the number was told before or is plain to see. "The only two", "one of the four" and "the last five winters" state it. */
function isAnaphoric({ kind, value, bound, vague }: Quantity, before: string, after: string): boolean {
  if ((kind !== 'count' && kind !== 'number') || value >= 10 || bound !== '=' || vague) return false;
  if (/\b(?:last|past)\s+$/i.test(before) && value > 2) return false;
  return /\b(?:the|these|those|other)(?: (?:last|first|next|past|final|other|remaining|same|previous|new|main|leading))?\s+$/i.test(before) && !PART_OF.test(before) && !/^\s+(?:\p{Ll}{1,14}est|most|only)\b/u.test(after);
}

const PART_OF = /(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|most|none|half|few|several|third|quarter)|\d) (?:out )?of (?:the|these|those)\b[\p{Ll} ]{0,12}$/iu;

/** "One house", "one letter": hardly more than an article. "Only one" and "one in five" state it. */
function isSingle({ kind, value, upper, bound }: Quantity, before: string, after: string): boolean {
  return (kind === 'count' || kind === 'number') && value === 1 && upper === null && (bound === '=' || bound === '>=') && !/\b(?:only|just|exactly|but)\s+$/i.test(before) && !/^\s+(?:in|out|of every|per)\b/.test(after);
}

/** "Ane Holt, 43, a welder", "her children, ages 4 and 9": who is meant. */
function isAgeBesideName({ kind, value, upper }: Quantity, before: string, after: string): boolean {
  if (/\b(?:aged?|ages) (?:\d{1,2},? (?:and|to) )?$/.test(before)) return true;
  return kind === 'number' && upper === null && value > 0 && value <= 115 && Number.isInteger(value) && /\p{Lu}[\p{L}’'.-]*, $/u.test(before) && /^(?:,|\s*[—–―]|\s+-\s|\s+(?:and|or|to) \d|[.;)]|$)/.test(after);
}

/** "A million times a day", "worth a thousand words", "100 percent sure". */
function isHyperbole({ value, kind }: Quantity, before: string, span: string, after: string): boolean {
  if (kind === 'percent') return value === 100 && /^\s+(?:sure|certain|clear|committed|confident|convinced|behind|right|wrong|true|correct|opposed|honest|with|for)\b/.test(after);
  if (value < 100 || !Number.isInteger(Math.log10(value))) return false;
  if (/\btimes$/.test(span)) return !/^\s+(?:the|more|less|fewer|as|over|what|its|that|their|his|her|\p{L}{1,12}er)\b/u.test(after);
  return /\bworth $/.test(before) || /^an? (?:hundred|thousand|million|billion) (?:\p{Ll}{1,12} )?(?:words|reasons|ways|things|times|miles|pieces|cuts|questions|excuses|lives|directions)\b/u.test(`${span}${after}`);
}

/** "529 plans", "527 groups": American schemes and bodies that are called by the section of the tax code. */
function isNameOfScheme({ value }: Quantity, span: string, after: string): boolean {
  return TAX_SECTIONS.has(value) && /^\d{3}\s+(?:plan|account|group|organization|committee)s?\b/.test(`${span}${after}`);
}

const TAX_SECTIONS = new Set([401, 403, 457, 527, 529]);

/** "The bloc of 500 million citizens": known of the place, and not what is said of it. */
function isSizeOfPlace({ kind }: Quantity, before: string): boolean {
  return kind === 'count' && /\b(?:the|this|our|that) (?:\p{Ll}{1,12} )?(?:nation|country|city|town|village|bloc|region|community|county|island|continent|planet|kingdom|republic) of (?:\p{Ll}{4,7} )?$/u.test(before);
}

/** "For the next four years", "in the coming three months". */
function isAhead({ kind }: Quantity, before: string): boolean {
  return kind === 'duration' && /\b(?:next|coming)\s+(?:\p{Ll}{1,7}\s+)?$/u.test(before);
}

/** An adverbial of time within so many UTF-16 units dates the sentence. */
const FRONT = 20;

/** "A remark that he made four years ago": when, and not how long. At the front of the sentence it dates what follows. */
function isWhen({ kind }: Quantity, after: string): boolean {
  return kind === 'duration' && /^\s+(?:ago|later|earlier)\b/.test(after);
}
