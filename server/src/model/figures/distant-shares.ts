// A share of a whole that the draft gives in another place: "Wages take up $2.4m, or 38 percent of the budget".
import { isPlural, singular } from '../../language/quantities/nouns.ts';
import type { Figure } from '../analysis.ts';
import { toOutline, viewsOf } from './outline.ts';
import { sameThing } from './lexicon.ts';
import { share, type Reckoning } from './reckonings.ts';
import { isReckonable } from './rounding.ts';
import { stem } from './stem.ts';

/** Without these words and signs no sentence tells such a share. */
const ASKS = /(?:%|per ?cent|\bpc|\b(?:half|third|quarter|fifth|one in [a-z\d]+)),? of (?:the|its|all|their|sales|revenues?|turnover|output|exports|spending)\b|^\W?(?:of|out of|among) (?:the|its|all|their) /i;
const NOUNS = '(?<nouns>(?:[a-z\'-]+ ){0,3}?[a-z\'-]+)';
/** "$2.4m, or 38 percent of the budget", "made up a fifth of all homes" */
const SHARE_OF = new RegExp(`<[mc](?<part>\\d+)>(?:(?!\\b(?:and|but|while)\\b)[^<>;:¶“”"]){0,60}?(?:, (?:or |about |some |just |nearly )*| \\(| ?[–—] ?|\\b(?:makes?|made|making) up |\\baccount(?:s|ed|ing) for |\\brepresent(?:s|ed|ing) )<[pr](?<ratio>\\d+)> of (?:(?:the |its |all the |all |their )|(?=(?:sales|revenues?|turnover|output|exports|spending)\\b))${NOUNS}(?=[.,;)]|$| [–—])`);
/** "Of the sum, the state's part was $2.4m, or 38 percent" */
const OF_WHOLE = new RegExp(`^(?:of|out of|among) (?:the |its |all the |all |their )${NOUNS}, (?:(?!\\b(?:and|but|while)\\b)[^<>;:¶“”"]){0,60}?<[mc](?<part>\\d+)>(?:(?!\\b(?:and|but|while)\\b)[^<>;:¶“”"]){0,30}?(?:, (?:or |about |some |just |nearly )*| \\(| ?[–—] ?)<[pr](?<ratio>\\d+)>(?=[,.;)]|$| [–—])`);

/** Words for money as a whole that mean one thing. */
const BUDGET = /^(?:budget|outlay|spending|expenditure)$/;
/** Words that point at an amount of the same paragraph. */
const POINTING = /^(?:sum|amount|money)$/;

/** A word for a whole, and those by which a sentence says that it gives one. */
const TOTAL = /^(?:total|cost|bill)$/;
const IS_TOTAL = /\b(?:costs?|costing|total(?:s|l?ed)?|in all|worth|raised|cost)\b/;

/** As many figures of a draft are looked through. */
const MOST = 400;

/**
 * The share that a sentence gives of a whole that stands elsewhere, where the draft has figures of what the words call the whole, and the share is of none of them.
 * What is a share of any figure of the draft is right.
 */
export function distantShares(own: readonly Figure[], all: readonly Figure[]): Reckoning[] {
  if (all.length > MOST || !ASKS.test(own[0]!.sentence.text)) return [];
  return viewsOf(own).flatMap(view => {
    const outline = toOutline(view).trimStart();
    const groups = (SHARE_OF.exec(outline) ?? OF_WHOLE.exec(outline))?.groups;
    return groups ? readShare(view[Number(groups.part)]!, view[Number(groups.ratio)]!, groups.nouns!, all) ?? [] : [];
  });
}

function readShare(part: Figure, ratio: Figure, nouns: string, all: readonly Figure[]): Reckoning | undefined {
  const money = part.quantity.kind === 'money';
  const larger = all.filter(figure => figure !== part && isReckonable(figure) && figure.quantity.value > part.quantity.value && (money ? figure.quantity.unit === part.quantity.unit : /^(?:count|number)$/.test(figure.quantity.kind)));
  const found = larger.map(whole => share(part, whole, ratio, ratio)).filter(reckoning => reckoning !== undefined);
  const right = found.find(({ fits }) => fits);
  if (right) return right;
  const words = nouns.split(' ').map(word => (isPlural(word) ? singular(word) : word));
  const noun = words.at(-1)!;
  const named = found.filter(({ from }) => isCalled(from[1]!, noun, part));
  // Of several that have the name the nearest in size: which one was meant is not known, and none fits.
  return new Set(named.map(({ from }) => from[1]!.quantity.value)).size > 3 ? undefined : named.toSorted((a, b) => Math.abs(a.computed - ratio.quantity.value) - Math.abs(b.computed - ratio.quantity.value))[0];
}

/** Is it by its words the whole that is spoken of? */
function isCalled({ quantity, about, sentence, start }: Figure, noun: string, part: Figure): boolean {
  if (quantity.kind !== 'money') return quantity.unit === noun;
  if (TOTAL.test(noun)) return sentence.leaf === part.sentence.leaf && start < part.start && IS_TOTAL.test(sentence.text);
  if (POINTING.test(noun)) return sentence.leaf === part.sentence.leaf && start < part.start;
  return about !== undefined && (about.head === noun || about.head === sameThing(stem({ lower: noun })) || BUDGET.test(noun) && BUDGET.test(about.head));
}
