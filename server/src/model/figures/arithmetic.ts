// Sums, changes, shares, rates and spans of years that a draft states beside the numbers they follow from.
import type { Quantity } from '../../language/quantities.ts';
import type { Analysis, Figure } from '../analysis.ts';
import type { Form, Reading } from './form.ts';
import { FORMS } from './forms.ts';
import { groupBySentence } from './figures.ts';
import { NEXT_SENTENCE, leastFigures, matchesOf, placeOf, toOutline, viewsOf, wordsOfPattern } from './outline.ts';
import type { Reckoning } from './reckonings.ts';
import { mayMatch, type RequiredWords } from './required-words.ts';
import { distantShares } from './distant-shares.ts';
import { earlierReckonings } from './earlier-numbers.ts';
import { listTotals } from './list-totals.ts';
import { looseReckonings } from './loose-operands.ts';
import { tableReckonings } from './table-arithmetic.ts';
import { totalsIn } from './totals.ts';
import { twoLevels } from './two-levels.ts';

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
  let paragraph: (readonly Figure[])[] = [];
  for (const own of groupBySentence(figures).values()) {
    const { sentence } = own[0]!;
    const before = previous[0]?.sentence;
    const follows = before?.leaf === sentence.leaf && before.index === sentence.index - 1;
    const joined = follows && OPENS_AGAIN.test(sentence.text) ? [...previous, ...own] : undefined;
    previous = own;
    if (before?.leaf !== sentence.leaf) paragraph = [];
    const earlier = paragraph.slice(-MOST_SENTENCES);
    paragraph.push(own);
    if (sentence.leaf.content.containers.some(container => container.kind === 'table')) continue;
    for (const reckoning of distantShares(own, figures)) add(reckoning);
    if (earlier.length > 0) for (const reckoning of earlierReckonings(own, earlier)) add(reckoning);
    for (const reckoning of looseReckonings(own, earlier)) add(reckoning);
    for (const { figures: view, outline, matches, hasTotals } of joined ? [...searchIn(own, 'alone'), ...searchIn(joined, 'joined')] : searchIn(own, 'alone')) {
      for (const { form, match } of matches) add(form.reckon(toReading(match, view, year)));
      if (hasTotals) for (const reckoning of totalsIn(outline, view)) add(reckoning);
      add(twoLevels(outline, view));
    }
  }
  for (const reckoning of [...tableReckonings(analysis), ...listTotals(analysis)]) add(reckoning);
  return [...wrong.values()].filter(({ stated, nature }) => !right.has(stated) && !(nature === 'change' && ON_ANOTHER_BASIS.test(stated.sentence.text))).toSorted((a, b) => a.stated.start - b.stated.start);
}

/** As many sentences before one are asked for the numbers that its results follow from. */
const MOST_SENTENCES = 3;

/** What the words around some figures say, whatever the draft's date. */
interface Search {
  readonly outline: string;
  readonly matches: readonly { readonly form: Form; readonly match: RegExpExecArray }[];
  /** Is there any total, split or remainder? These rest on the words and the quantities alone. */
  readonly hasTotals: boolean;
}

interface Searches {
  readonly quantities: readonly Quantity[];
  /** One for each view of the figures; where a view's figures stand among all. */
  readonly views: readonly (Search & { readonly places: readonly number[] })[];
}

/** By the last quantity: those of a leaf stay the same objects as long as its words do, and a keystroke searches the changed leaf alone. */
const searches = { alone: new WeakMap<Quantity, Searches>(), joined: new WeakMap<Quantity, Searches>() };

/** One sentence alone, or two joined: of these only the forms that reach over both. */
function searchIn(figures: readonly Figure[], how: keyof typeof searches): (Search & { readonly figures: readonly Figure[] })[] {
  const quantities = figures.map(figure => figure.quantity);
  const key = quantities.at(-1)!;
  let known = searches[how].get(key);
  if (!known || known.quantities.length !== quantities.length || known.quantities.some((quantity, i) => quantity !== quantities[i])) {
    const places = new Map(figures.map((figure, i) => [figure, i]));
    known = { quantities, views: viewsOf(figures).map(view => ({ ...search(view, how), places: view.map(figure => places.get(figure)!) })) };
    searches[how].set(key, known);
  }
  return known.views.map(view => ({ ...view, figures: view.places.map(place => figures[place]!) }));
}

function search(figures: readonly Figure[], how: keyof typeof searches): Search {
  const outline = toOutline(figures);
  const forms = formsWith(outline.split('<').length - 1, how);
  const matches = forms.filter(form => mayMatch(wordsOf(form), outline)).flatMap(form => [...matchesOf(form.pattern, outline)].map(match => ({ form, match })));
  return { outline, matches, hasTotals: figures.length > 1 && totalsIn(outline, figures).length > 0 };
}

const wordsByForm = new Map<Form, RequiredWords>();

/** Read for the first sentence that has figures enough: of most drafts few forms are ever asked. */
function wordsOf(form: Form): RequiredWords {
  let words = wordsByForm.get(form);
  if (!words) wordsByForm.set(form, (words = wordsOfPattern(form.pattern)));
  return words;
}

const least = new Map(FORMS.map(form => [form, leastFigures(form.pattern)]));
const most = Math.max(...least.values());
const formsByPlaces: Record<keyof typeof searches, Form[][]> = { alone: [], joined: [] };

/** The forms that an outline with so many figures can hold, in their order. Most sentences have one figure, and most forms need three. */
function formsWith(places: number, how: keyof typeof searches): readonly Form[] {
  return (formsByPlaces[how][Math.min(places, most)] ??= FORMS.filter(form => least.get(form)! <= places && form.pattern.source.includes(NEXT_SENTENCE) === (how === 'joined')));
}

/** A sentence that may state a result of the numbers in the one before. */
const OPENS_AGAIN = /^(?:And |So )?(?:That|This|It|Now|Of|Among|In|By|A year later|The|With|Out of|On|They|These|Those|Its|Their)\b/i;

/** A change that is reckoned on other numbers than those beside it. */
const ON_ANOTHER_BASIS = /\b(?:adjust\w*|constant|comparable|like-for-like|same-store|organic\w*|real terms(?! from)|annuali[sz]ed|excluding|stripping|inflation-\w+|compound(?:ed)?|per capita|weighted)\b/i;

function toReading(match: RegExpExecArray, figures: readonly Figure[], year: number | undefined): Reading {
  return { figure: name => figures[Number(placeOf(match, name)!.slice(1))]!, text: name => match.groups?.[name]?.trim() ?? '', year };
}
