// Sums, changes, shares, rates and spans of years that a draft states beside the numbers they follow from.
import type { Quantity } from '../../language/quantities.ts';
import type { Analysis, Figure } from '../analysis.ts';
import type { Form, Reading } from './form.ts';
import { FORMS } from './forms.ts';
import { groupBySentence } from './figures.ts';
import { leastFigures, matchesOf, placeOf, toOutline, wordsOfPattern } from './outline.ts';
import type { Reckoning } from './reckonings.ts';
import { mayMatch, type RequiredWords } from './required-words.ts';
import { tableReckonings } from './table-arithmetic.ts';
import { totalsIn } from './totals.ts';

/** A stated result that does not follow from the numbers beside it. */
export type Miscalculation = Omit<Reckoning, 'fits'>;

const cache = new WeakMap<readonly Figure[], readonly Miscalculation[]>();

/** Every statement of the draft that can be recomputed and comes out otherwise, in the order of the text. What one reading of the words finds right is right. */
export function findMiscalculations(analysis: Analysis): readonly Miscalculation[] {
  let found = cache.get(analysis.figures);
  if (!found) cache.set(analysis.figures, (found = compute(analysis)));
  return found;
}

function compute(analysis: Analysis): Miscalculation[] {
  const { draft, context, figures } = analysis;
  const today = draft.frontMatter?.date ?? context.date;
  const year = today === undefined ? undefined : Number(today.slice(0, 4));
  const wrong = new Map<Figure, Reckoning>();
  const right = new Set<Figure>();
  const add = (reckoning: Reckoning | undefined) => {
    if (reckoning?.fits) right.add(reckoning.stated);
    else if (reckoning && !wrong.has(reckoning.stated)) wrong.set(reckoning.stated, reckoning);
  };
  let previous: readonly Figure[] = [];
  for (const own of groupBySentence(figures).values()) {
    const { sentence } = own[0]!;
    const before = previous[0]?.sentence;
    const follows = before?.leaf === sentence.leaf && before.index === sentence.index - 1;
    const inReach = follows && OPENS_AGAIN.test(sentence.text) ? [...previous, ...own] : own;
    previous = own;
    if (sentence.leaf.content.containers.some(container => container.kind === 'table')) continue;
    const search = searchIn(inReach);
    for (const { form, match } of search.matches) add(form.reckon(toReading(match, inReach, year)));
    if (search.hasTotals) for (const reckoning of totalsIn(search.outline, inReach)) add(reckoning);
  }
  for (const reckoning of tableReckonings(analysis)) add(reckoning);
  return [...wrong.values()].filter(({ stated, nature }) => !right.has(stated) && !(nature === 'change' && ON_ANOTHER_BASIS.test(stated.sentence.text))).toSorted((a, b) => a.stated.start - b.stated.start);
}

/** What the words around some figures say, whatever the draft's date. */
interface Search {
  readonly quantities: readonly Quantity[];
  readonly outline: string;
  readonly matches: readonly { readonly form: Form; readonly match: RegExpExecArray }[];
  /** Is there any total, split or remainder? These rest on the words and the quantities alone. */
  readonly hasTotals: boolean;
}

/** By the last quantity: those of a leaf stay the same objects as long as its words do, and a keystroke searches the changed leaf alone. */
const searches = new WeakMap<Quantity, Search>();

function searchIn(figures: readonly Figure[]): Search {
  const quantities = figures.map(figure => figure.quantity);
  const key = quantities.at(-1)!;
  const known = searches.get(key);
  if (known && known.quantities.length === quantities.length && known.quantities.every((quantity, i) => quantity === quantities[i])) return known;
  const outline = toOutline(figures);
  const matches = formsWith(outline.split('<').length - 1).filter(form => mayMatch(wordsOf(form), outline)).flatMap(form => [...matchesOf(form.pattern, outline)].map(match => ({ form, match })));
  const search = { quantities, outline, matches, hasTotals: figures.length > 1 && totalsIn(outline, figures).length > 0 };
  searches.set(key, search);
  return search;
}

const wordsByForm = new Map<Form, RequiredWords>();

/** Read for the first sentence that has figures enough: of most drafts few forms are ever asked. */
function wordsOf(form: Form): RequiredWords {
  let words = wordsByForm.get(form);
  if (!words) wordsByForm.set(form, (words = wordsOfPattern(form.pattern)));
  return words;
}

const byLeast = FORMS.map((form): readonly [number, Form] => [leastFigures(form.pattern), form]);
const most = Math.max(...byLeast.map(([least]) => least));
const formsByPlaces: Form[][] = [];

/** The forms that an outline with so many figures can hold, in their order. Most sentences have one figure, and most forms need three. */
function formsWith(places: number): readonly Form[] {
  return (formsByPlaces[Math.min(places, most)] ??= byLeast.filter(([least]) => least <= places).map(([, form]) => form));
}

/** A sentence that may state a result of the numbers in the one before. */
const OPENS_AGAIN = /^(?:And )?(?:That|This|It|Now|Of|Among|In|By|A year later|The)\b/;

/** A change that is reckoned on other numbers than those beside it. */
const ON_ANOTHER_BASIS = /\b(?:adjust\w*|constant|comparable|like-for-like|same-store|organic\w*|real terms|annuali[sz]ed|excluding|stripping|inflation-\w+|compound(?:ed)?|per capita|weighted)\b/i;

function toReading(match: RegExpExecArray, figures: readonly Figure[], year: number | undefined): Reading {
  return { figure: name => figures[Number(placeOf(match, name)!.slice(1))]!, text: name => match.groups?.[name]?.trim() ?? '', year };
}
