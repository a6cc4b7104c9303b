// A quantity in words: what Claimcheck has read, so that a writer sees whether it is what was meant.
import type { Bound, Quantity } from '../language/quantities.ts';

const BOUNDS: Readonly<Record<Bound, string>> = { '=': '', '~': 'about ', '<': 'less than ', '<=': 'at most ', '>': 'more than ', '>=': 'at least ', range: '' };

/** `at most 20 percent`, `1,200,000,000 USD`, `10 to 15 percent`. */
export function describeQuantity(quantity: Quantity): string {
  const { value, upper, unit, bound } = quantity;
  const number = upper === null ? formatNumber(value) : `${formatNumber(value)} to ${formatNumber(upper)}`;
  return `${BOUNDS[bound]}${number}${unit === null ? '' : ` ${unit}`}`;
}

/** With commas between thousands, at most six digits after the point; no locale, so that it reads the same everywhere. */
function formatNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return String(value);
  const [whole = '', fraction] = String(Math.round(value * 1e6) / 1e6).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
