// Holds a figure of the draft against the texts of the sources that its sentence cites.
import type { Bound, Quantity } from '../../language/quantities.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { canBothHold, factorBetween, sameUnit } from '../figures/compare.ts';
import { groupBySentence } from '../figures/figures.ts';
import { readFigures } from '../figures/reading.ts';
import { areComplete, createVerdicts, isSpoken, sourcesOfSentence, type CitedPassage } from './cited.ts';
import { derives } from './derived.ts';
import { toEvidence, type Evidence } from './passages.ts';
import { rankUnits, type RankedUnit } from './ranking.ts';
import { wordsOf, type SourceFigure, type SourceUnit } from './source-reading.ts';

export type FigureVerdict =
  /** The source has it, or what it follows from (`derived`). */
  | { readonly kind: 'present'; readonly evidence: Evidence; readonly derived?: true }
  /** The source gives another value for what seems the same. */
  | { readonly kind: 'other'; readonly source: string; readonly quantity: Quantity; readonly evidence: Evidence }
  /** The whole texts of all cited sources lack it. */
  | { readonly kind: 'absent'; readonly sources: readonly string[] };

/** Undefined where nothing can be said: no sources, none of whose text is known, or a figure of a kind that sources give otherwise. */
export function verifyFigure(figure: Figure, analysis: Analysis): FigureVerdict | undefined {
  const cited = sourcesOfSentence(figure.sentence, analysis);
  if (!cited || !isComparable(figure) || isSpoken(figure, analysis)) return undefined;
  const key = `${figure.prose.start - figure.sentence.prose.start}\n${figure.measure ?? ''}\n${figure.sentence.text}`;
  return verdicts(cited, key, analysis, passages => compute(figure, siblingsOf(figure, analysis), cited, passages));
}

const verdicts = createVerdicts<FigureVerdict | undefined>();

const bySentence = new WeakMap<readonly Figure[], ReadonlyMap<number, readonly Figure[]>>();

/** The other figures of its sentence. */
function siblingsOf(figure: Figure, { figures }: Analysis): readonly Figure[] {
  let groups = bySentence.get(figures);
  if (!groups) bySentence.set(figures, (groups = groupBySentence(figures)));
  return (groups.get(figure.sentence.index) ?? []).filter(other => other !== figure);
}

interface Place extends CitedPassage {
  readonly ranked: RankedUnit;
  readonly unit: SourceUnit;
}

/** As many units of a passage as are looked at for the same quantity. */
const BEST = 8;
/** A sentence of the source that shares so much of the draft's words speaks of the same. */
const SAME_TOPIC = 0.42;
/** The figure stands in words that share less than half as much as the best: it is another thing's. */
const WEAK = 0.5;
const LEAST = 0.15;

function compute(figure: Figure, siblings: readonly Figure[], cited: readonly string[], passages: readonly CitedPassage[]): FigureVerdict | undefined {
  const places: Place[] = passages.flatMap(one => rankUnits(figure, one.reading).map(ranked => ({ ...one, ranked, unit: one.reading.units[ranked.unit]! })));
  places.sort((a, b) => b.ranked.score - a.ranked.score);
  const top = places[0]?.ranked.score ?? 0;

  const holding = places.map(place => ({ place, at: place.unit.figures.find(one => holds(figure, one)) })).find(({ at }) => at !== undefined);
  if (holding && holding.place.ranked.score >= Math.max(LEAST, top * WEAK)) return present(holding.place);
  const complete = areComplete(cited, passages);
  // A number of three digits is hardly the same by chance, however it comes out.
  const longNumber = String(figure.quantity.value).replace(/\D|^0+|0+$/g, '').length > 2;
  const elsewhere = passages.flatMap(({ source, passage, reading }) => {
    const unit = reading.units.find(one => one.figures.some(there => holds(figure, there) && (longNumber || there.quantity.unit === figure.quantity.unit)));
    return unit ? [{ kind: 'present' as const, evidence: toEvidence(source, passage, unit) }] : [];
  })[0];
  const rival = complete && !elsewhere ? findRival(figure, siblings, places.slice(0, BEST)) : undefined;
  if (!rival && holding) return present(holding.place);
  // Where the source gives another figure for the same, a sum that comes out by chance is no excuse.
  const basis = rival && !longNumber && !RECKONS.test(figure.sentence.text) ? undefined : places.slice(0, BEST).find(({ unit, reading }) => derives(figure, unit, reading));
  if (basis) return { kind: 'present', derived: true, evidence: toEvidence(basis.source, basis.passage, basis.unit) };
  if (rival) return rival;
  // In words that share nothing with the draft's: a short number tells nothing.
  if (elsewhere) return longNumber ? elsewhere : undefined;
  return complete && mayBeMissed(figure) && !passages.some(({ passage }) => hasDigits(figure, passage.text)) ? { kind: 'absent', sources: cited } : undefined;
}

function present({ source, passage, unit }: Place): FigureVerdict {
  return { kind: 'present', evidence: toEvidence(source, passage, unit) };
}

/** Of the units that speak of the same, the figure that stands in this one's place: of its unit, and no other figure of the draft's sentence. */
function findRival(figure: Figure, siblings: readonly Figure[], places: readonly Place[]): FigureVerdict | undefined {
  for (const { source, passage, unit, ranked } of places) {
    if (ranked.score < SAME_TOPIC || ranked.shared < 2 || figure.quantity.kind === 'age') continue;
    const candidates = unit.figures.filter(one => isSameKind(figure, one) && !siblings.some(sibling => holds(sibling, one)));
    // Two that are left are two things: which of them is meant the words do not say.
    const [one] = candidates;
    if (one && candidates.length === 1 && isSameThing(figure, one, unit, passage.text)) return { kind: 'other', source, quantity: inScale(one, figure), evidence: toEvidence(source, passage, unit) };
  }
  return undefined;
}

/** Words of a sentence that may give a result of its own. */
const RECKONS = /\b(?:together|combined|total\w*|in all|altogether|both|sum|differ\w+|gap|more|fewer|less|higher|lower|r[io]se\w*|fell|fall\w*|increas\w+|decreas\w+|drop\w*|gr[eo]w\w*|up|down|average\w*|mean|share|proportion|times|doubl\w+|half|each|per|left|remain\w*|rest|another|net|about|roughly|nearly|almost|some)\b/i;

/** Do the words around the two say that they measure one thing: the noun, what modifies it, or the verb? A change is no level. */
function isSameThing(figure: Figure, one: SourceFigure, unit: SourceUnit, text: string): boolean {
  if (unit.table) return one.heads.some(word => wordsOf(figure.sentence.text).includes(word));
  const prose = text.slice(unit.start, unit.end).replace(/\s/g, ' ');
  const there = readFigures({ kind: 'paragraph', prose, sentences: [{ start: 0, end: prose.length }], containers: [], markup: [] }).find(({ quantity }) => quantity.start === one.start - unit.start);
  if (!there) return false;
  if ((figure.kind === 'change') !== (there.kind === 'change') && figure.quantity.unit === 'percent') return false;
  const own = new Set(aboutWords(figure));
  if (aboutWords(there).some(word => own.has(word))) return true;
  // "Patients wait 40 days", "whoever waits for …": who does it, where the verbs do not say otherwise.
  const verbs = [figure.clause?.predicate ?? '', there.clause?.predicate ?? ''];
  return (verbs[0] === verbs[1] || verbs.includes('')) && (figure.clause?.subject ?? []).some(word => there.clause?.subject.includes(word));
}

function aboutWords({ about, clause }: Pick<Figure, 'about' | 'clause'>): string[] {
  return [about?.head ?? '', ...(about?.modifiers ?? []), clause?.predicate ?? ''].filter(word => word !== '');
}

/** The number of a table "in thousands" as the draft would give it: by the factor that brings it nearest. */
function inScale({ quantity, scales }: SourceFigure, { quantity: here }: Figure): Quantity {
  const away = (scale: number) => Math.abs(Math.log(Math.abs(quantity.value * scale) || 1) - Math.log(Math.abs(here.value) || 1));
  return scaled(quantity, scales.reduce((a, b) => (away(b) < away(a) ? b : a)));
}

// --- values -------------------------------------------------------------------------------------

/** Scores, sizes that are only hinted at and bare numbers of few are given in too many ways. */
function isComparable({ quantity }: Figure): boolean {
  return !quantity.vague && quantity.kind !== 'score';
}

/** What a source gives in words, by a list or by two dates is not found by its number. */
function mayBeMissed({ quantity: { kind, value } }: Figure): boolean {
  return kind !== 'ratio' && kind !== 'duration' && kind !== 'age' && (kind === 'percent' || kind === 'money' || value >= 13);
}

/** Does the source's figure bear out the draft's? The draft may round, and may say "more than"; the source is taken as it is written. */
export function holds(figure: Figure, one: SourceFigure): boolean {
  return one.scales.some(scale => bearsOut(figure, scale === 1 ? one.quantity : scaled(one.quantity, scale), one.bare));
}

function scaled(quantity: Quantity, scale: number): Quantity {
  return { ...quantity, value: quantity.value * scale, precision: quantity.precision * scale, upper: quantity.upper === null ? null : quantity.upper * scale };
}

function bearsOut(figure: Figure, there: Quantity, bare: boolean): boolean {
  const here = figure.quantity;
  if (there.vague || there.kind === 'score') return false;
  const factor = bare || comparableCounts(here, there) || (there.unit === null && there.kind === 'number') || here.kind === 'number' ? 1 : factorBetween(there.unit, here.unit);
  if (factor === undefined) {
    if (here.kind === 'ratio' && there.unit === 'percent') return near(figure, there.value / 100, there.precision / 100);
    if (here.unit === 'percent' && there.kind === 'ratio') return near(figure, there.value * 100, 0);
    return sameUnit(here, there) && here.unit !== null && there.unit !== null && canBothHold(here, there);
  }
  // Converted numbers are rounded anew.
  const slack = factor === 1 ? (there.bound === '~' ? Math.max(there.precision, there.value * 0.05) : 0) : Math.max(there.precision, there.value * 0.01) * factor;
  if (there.upper !== null) {
    const [low, high] = [Math.min(there.value, there.upper) * factor, Math.max(there.value, there.upper) * factor];
    return here.upper === null ? here.value >= low && here.value <= high : near(figure, low, slack) && Math.abs(here.upper - high) <= here.precision + slack;
  }
  if (here.upper !== null) return [here.value, here.upper].some(end => Math.abs(end - there.value * factor) <= here.precision + slack) || (there.value * factor >= here.value && there.value * factor <= here.upper);
  // "At least 30" of a source that says "at least 39" is another number.
  const said = isLower(here.bound) && isLower(there.bound) || isUpper(here.bound) && isUpper(there.bound) ? { ...figure, quantity: { ...here, bound: '=' as const } } : figure;
  return near(said, there.value * factor, slack);
}

function isLower(bound: Bound): boolean {
  return bound === '>' || bound === '>=';
}

function isUpper(bound: Bound): boolean {
  return bound === '<' || bound === '<=';
}

/** Would the draft write a number so, with its bound and its rounding? */
function near({ quantity: here, sentence }: Figure, value: number, slack: number): boolean {
  const noise = 1e-9 * Math.max(Math.abs(value), 1);
  const size = Math.abs(here.value);
  const gap = value - here.value;
  const digits = sentence.leaf.content.prose.slice(here.numberSpan.start, here.numberSpan.end);
  // "3,000" for 2,964, but not for 2,600; a number with places after the point is meant to its last.
  const scale = size >= 1_000 && !/\d{3}/.test(digits);
  const rounding = scale || /\.\d/.test(digits) || here.precision <= 0.5 || here.kind === 'ratio' ? here.precision : Math.min(here.precision, Math.max(0.5, size * 0.025));
  if (Math.abs(gap) <= rounding + slack + noise) return true;
  // "21K" of 21,807: headlines cut off.
  if (scale && !digits.includes('.') && gap > 0 && gap < 2 * here.precision) return true;
  switch (here.bound) {
    case '~': return Math.abs(gap) <= Math.max(here.precision, size * 0.1) + slack;
    case '>': case '>=': return gap > 0 && gap <= size * 0.25 + slack;
    case '<': case '<=': return gap < 0 && -gap <= size * 0.15 + slack;
    default: return false;
  }
}

/** Counts of people and counts of workers may be the same people; a number without a unit goes with any count. */
function comparableCounts(a: Quantity, b: Quantity): boolean {
  const count = (q: Quantity) => q.kind === 'count' || q.kind === 'number';
  if (count(a) && count(b)) return true;
  // "$40 a month" where the source's sentence has said what the month is of.
  return a.unit !== null && b.unit !== null && (a.unit.startsWith(`${b.unit} per `) || b.unit.startsWith(`${a.unit} per `));
}

/** Do the two measure in one unit, and count one thing? */
function isSameKind({ quantity: here }: Figure, { quantity: there, bare, heads }: SourceFigure): boolean {
  if (there.vague || here.kind === 'score' || there.kind === 'score') return false;
  if (bare) return (here.kind === 'count' && heads.includes(stemOfUnit(here.unit))) || here.kind === 'number';
  if (here.kind === 'count' || there.kind === 'count') return here.unit === there.unit;
  return here.kind === there.kind && here.kind !== 'number' && (here.unit === there.unit || factorBetween(there.unit, here.unit) !== undefined);
}

function stemOfUnit(unit: string | null): string {
  return unit === null ? '' : unit.replace(/e$/, '');
}

/** Does the text hold the number as the draft writes it, where it was read as something else? */
function hasDigits({ quantity, sentence }: Figure, text: string): boolean {
  const digits = sentence.leaf.content.prose.slice(quantity.numberSpan.start, quantity.numberSpan.end);
  for (const written of new Set([digits, digits.replaceAll(',', ''), String(quantity.value)])) {
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/^[\p{L}\p{N}]|^[.,]\d/u.test(text.slice(at + written.length, at + written.length + 2))) return true;
    }
  }
  return false;
}
