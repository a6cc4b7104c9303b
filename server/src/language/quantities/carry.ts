// Units and scales carried over to bare numbers: "3.9 million headsets, up from 2.4 million", "280 million of the 1.5 billion shekels", "from 8.4 to 8.9 million".
import type { Quantity } from '../quantities.ts';

/** Two numbers of one thing are seldom further apart than this. */
const WIDEST = 5;
const LINK_BACK = /\b(?:from|to|at|than|against|of|including|and|is|was|by|while|but|or|versus|plus|another|between)\s+(?:the |a |about |around |nearly |almost |some |only |just |over |roughly |more than |less than |up to |at least )*$/i;
const LINK_ON = /^\s*(?:to|from|of the|of its|of|and|or|-)\s+(?:the |about |around |a )?$/i;
const SENTENCE_END = /[.!?;]["”’)]*\s+[A-Z“"]/;

/** The quantities with the units that bare numbers take from a neighbour in their sentence. */
export function carryUnits(text: string, found: readonly Quantity[]): Quantity[] {
  const out = [...found];
  for (const [i, unscaled] of found.entries()) {
    const quantity = withScale(text, unscaled, found[i + 1]);
    out[i] = quantity;
    if (!isBare(quantity)) continue;
    const next = found[i + 1];
    if (next?.unit != null && (comparable(quantity, next) || isPartOf(text, quantity, next)) && next.start - quantity.end <= 12 && LINK_ON.test(text.slice(quantity.end, next.start))) {
      out[i] = withUnit(quantity, next);
      continue;
    }
    // The nearest before it that has a unit of its own and is about as large.
    for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
      const before = out[k]!;
      const words = text.slice(before.end, quantity.start);
      if (words.length > 90 || SENTENCE_END.test(words)) break;
      if (before.unit === null || !comparable(quantity, before) || !alike(text, quantity, before)) continue;
      if (!LINK_BACK.test(words.slice(-40)) || (before.kind === 'percent' && !/\b(?:from|by|against|than)\s+(?:about |around )?$/i.test(words))) continue;
      out[i] = withUnit(quantity, before);
      break;
    }
  }
  return out;
}

/** "from 8.4 to 8.9 million tonnes", "from $8.4 to $8.9 billion": the scale stands once, after the second. */
function withScale(text: string, quantity: Quantity, next: Quantity | undefined): Quantity {
  if (!next || quantity.upper !== null || next.upper !== null || quantity.value <= 0 || quantity.value >= 1000 || next.value < 1e6 || next.start - quantity.end > 12 || !(quantity.kind === 'money' ? quantity.unit === next.unit : isBare(quantity))) return quantity;
  if (!/^\s+(?:to|and)\s+(?:about |around )?$/.test(text.slice(quantity.end, next.start)) || !/\b(?:from|between)\s+(?:about |around )?$/.test(text.slice(Math.max(0, quantity.start - 20), quantity.start))) return quantity;
  const digits = (q: Quantity) => Number(text.slice(q.numberSpan.start, q.numberSpan.end).replaceAll(',', ''));
  const scale = next.value / digits(next);
  const own = digits(quantity);
  if (!(scale >= 1e3) || own !== quantity.value || own / digits(next) > WIDEST || digits(next) / own > WIDEST) return quantity;
  return { ...quantity, value: Number((own * scale).toPrecision(15)), precision: quantity.precision * scale };
}

function isBare(quantity: Quantity): boolean {
  return quantity.unit === null && quantity.kind === 'number' && quantity.upper === null;
}

function comparable(bare: Quantity, other: Quantity): boolean {
  if (other.kind === 'age' || other.kind === 'duration' || other.kind === 'score' || other.unit?.includes(' per ') === true && other.kind !== 'money') return false;
  const ratio = Math.abs(bare.value) / Math.max(Math.abs(other.value), 1e-9);
  return ratio <= WIDEST && ratio >= 1 / WIDEST;
}

/** "280 million of the 1.5 billion shekels": a part may be much the smaller, where both have a scale. */
function isPartOf(text: string, part: Quantity, whole: Quantity): boolean {
  return /^\s+of (?:the|its|their)\s+$/.test(text.slice(part.end, whole.start)) && part.value >= 1e6 && part.value < whole.value && whole.kind !== 'duration' && whole.kind !== 'age';
}

/** Are the two written alike: both with a decimal point, both scaled, or both of three digits and more? */
function alike(text: string, a: Quantity, b: Quantity): boolean {
  const written = (q: Quantity) => text.slice(q.numberSpan.start, q.numberSpan.end);
  const decimals = (q: Quantity) => written(q).split('.')[1]?.length ?? 0;
  if (decimals(a) > 0 && decimals(a) === decimals(b)) return true;
  if (b.kind === 'percent') return /^\d/.test(written(a)) && Math.abs(a.value) < 100;
  return /^\d/.test(written(a)) && /^\d/.test(written(b)) && Math.min(Math.abs(a.value), Math.abs(b.value)) >= 100;
}

function withUnit(bare: Quantity, { unit, kind, counted }: Quantity): Quantity {
  return { ...bare, unit, kind, ...(counted === undefined ? {} : { counted }) };
}
