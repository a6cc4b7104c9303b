// Forms of words for what is left of a whole, and for how far two numbers lie apart.
import { NOT_A_RATE } from './change-forms.ts';
import type { Form, Reading } from './form.ts';
import { LEAD, clause, gap, toPattern, upTo } from './outline.ts';
import { apart, change, majority, margin, rest, type Reckoning } from './reckonings.ts';

/** What is left where so many were wanted. */
const UNFILLED = /^(?:post|vacancy|place|job|gap|seat|position)$/;

/** "Three of the nine mills have closed, leaving six" */
const LEFT: readonly Form[] = [
  `{whole:mc}${clause(30)}[;,] (?:and |but )?${upTo(30)}{part:mc}${clause(40)}, leaving (?:just |only |it with |them with )?{left:mc}(?=[.,;)]|$| (?:in|at|on|of|for|still)\\b)`,
  `{part:c} of (?:the |its |their |his |her |(?:[a-z-]+ ){1,3}[a-z]+'s? )?(?:[a-z-]+ ){0,2}{whole:c}${clause(60)}, (?:leaving|(?:which|and that) (?:leaves|left)) (?:just |only |it with |them with |him with |her with |the [a-z]+ with )?{left:c}(?=[.,;)]|$| (?:in|at|on|open|standing|alive|missing|still|others?|behind|to)\\b)`,
  // "approved 212 of the 340, turning down the other 128", "has 422 branches after closing 68 of its 490"
  `{part:c} of (?:the |its |their |his |her ){whole:c}${clause(30)},? (?:and )?(?:(?!and\\b)[a-z]+ ){0,4}the (?:other|remaining) {left:c}(?! of\\b)`,
  `{left:c}${clause(20)} after ${upTo(15)}(?:closing|losing|selling|shedding|cutting|scrapping|withdrawing|retiring) {part:c} of (?:the |its |their ){whole:c}`,
  // "It needs 44 nurses and has 31, leaving 13 posts to fill"; "… and has sold 31. That leaves 13"
  `{whole:c}${clause(30)},? (?:and|but) (?:(?:it|he|she|they|so far|to date) )?(?:has |have |had )?(?:so far |already )?(?:[a-z]+ed |sold |found |built |got |has |have |had |lost |won |paid )?(?:just |only )?{part:c}(?: (?!and\\b)[a-z]+){0,2}(?:, (?:which )?(?:leaving|leaves|left)|\\. ¶ (?:that|this|which) (?:leaves|left)) (?:just |only |it with |them with |him with |her with |another )?{left:c}`,
].map((form): Form => ({
  pattern: toPattern(form),
  reckon({ figure }) {
    const [whole, part, left] = [figure('whole'), figure('part'), figure('left')];
    const units = new Set([whole, part, left].map(({ quantity }) => quantity.unit));
    // "needs 44 nurses and has 31, leaving 13 posts"
    if (whole.quantity.unit !== null && part.quantity.unit === null && (left.quantity.unit === null || left.quantity.unit === whole.quantity.unit || UNFILLED.test(left.quantity.unit)) && /^ of (?:the|its|their)|^\s*[,.]|^ so far\b/.test(part.sentence.leaf.content.prose.slice(part.prose.end, part.prose.end + 12))) return rest(whole, [part], left);
    // "Three of the nine" says itself what it is a part of.
    // "runs 84 routes; it will cut 21 of them"
    if (units.size === 2 && units.has(null) && whole.quantity.unit !== null && /^ of (?:them|these|those)\b/.test(part.sentence.leaf.content.prose.slice(part.prose.end, part.prose.end + 12))) return rest(whole, [part], left);
    return units.size === 1 && !units.has(null) || / of (?:[a-z'’-]+ ){0,5}$/i.test(part.sentence.leaf.content.prose.slice(part.prose.end, whole.quantity.numberSpan.start)) ? rest(whole, [part], left) : undefined;
  },
})).concat({
  // "8,400 started, of whom 7,980 finished, meaning 420 dropped out"
  pattern: toPattern(`{whole:c}${clause(30)}[,;] (?:of (?:whom|which)|and|but) ${upTo(20)}{part:c}${clause(40)}, (?:meaning|which means|so|which left|which leaves|and so) (?:that )?(?:just |only |the other )?{left:c} (?:did not|dropped|did n't|failed|were|was|have|had|are|stayed|remain|remained|gave up|left|missed|never)\\b`),
  reckon: ({ figure }) => rest(figure('whole'), [figure('part')], figure('left')),
}, {
  // "guilty on nine of 12 counts and cleared of three others": on some the jury may not agree
  pattern: toPattern(`{part:c} of (?:the |all )?{whole:c}${gap(50)},? (?:and|but) ${gap(30)}\\b(?:cleared|acquitted|not guilty|convicted|guilty|dropped|dismissed)\\b${gap(20)} (?:of|on) (?<the>the (?:other|remaining) )?{left:c}`),
  reckon({ figure, text }) {
    if (!/^(?:count|charge|allegation|offence|offense)$/.test(figure('whole').quantity.unit ?? '')) return undefined;
    const found = rest(figure('whole'), [figure('part')], figure('left'));
    return found && (text('the') !== '' || found.fits || found.computed < figure('left').quantity.value) ? found : undefined;
  },
});

const DIFFERENCES: readonly Form[] = [
  `{one}${gap(70)}(?:,| and| to| against| versus) ${upTo(20)}{other}${clause(60)}, (?:or )?(?:an?|the) (?:[a-z-]+ ){0,3}(?:difference|gap) of {by}`,
  `{one:p}${clause(60)}(?:,| and| to| against| versus) ${upTo(30)}{other:p}${clause(20)}, (?:a|giving (?:her|him|it|them) a|for a) (?:[a-z-]+ ){0,2}(?:lead|margin|advantage|majority) of {by:pqc}`,
  `\\b(?:the|a) (?:difference|gap) of {by}${gap(40)} between ${upTo(30)}{one}${clause(50)} and ${upTo(30)}{other}`,
  `\\bdifference between ${upTo(30)}{one}${clause(50)} and ${upTo(30)}{other}${clause(30)} (?:is|was) {by}`,
  `{by} apart: ${upTo(40)}{one}${gap(40)}(?:,| and) ${upTo(30)}{other}`,
  `{one}${clause(40)} (?:against|compared (?:with|to)|versus) ${LEAD}{other}${clause(40)}, (?:or|a difference of) {by}(?= (?:more|less|fewer|longer|shorter|higher|lower|apart)\\b(?! than))`,
  `{one}${clause(40)} (?:against|compared (?:with|to)|versus) ${LEAD}{other}${clause(40)}, a difference of {by}`,
  // "Her lead came to 12 points, 52 percent to 40", "a gap of 300: 1,200 against 900"
  `\\b(?:lead|margin|gap|difference|advantage|majority|deficit|surplus|shortfall)${gap(60)} (?:is|was|came to|comes to|stood at|stands at|of|(?:widened|narrowed|grew|rose|fell|shrank) to|reached) ${LEAD}{by}${clause(10)}[,:(–—] ?(?:with |at |by |on )?${LEAD}{one}${clause(30)} (?:to|against|compared (?:with|to)|versus) ${LEAD}{other}`,
  // "beat him by 2,400 votes, taking 21,000 to his 18,600"
  `\\bby {by:c},? (?:with |taking |winning |polling |getting |receiving |on )?{one:c}(?: [a-z]+)? (?:to|against) (?:his |her |their |its |the )?(?:[a-z.'-]+ ){0,3}{other:c}`,
  // "has hired 15 and lost six, a net gain of nine"
  `\\b(?:hired|gained|took on|taken on|recruited|won|added|opened|bought|built|joined) {one:c}${clause(30)},? (?:and|but) (?:it |they |has |have |had )?(?:also )?(?:lost|closed|shed|dismissed|sold|cut|left) {other:c}${clause(15)}, (?:or |for |with |which is |making |leaving )?(?:it with )?a net (?:gain|loss|increase|decrease|change|addition) of {by}`,
  // "three hours; in 2019 it was four, so it has come down by one"
  `{one}${gap(80)}[;,] ${gap(70)}\\b(?:was|were|had been|took|cost|stood at) ${LEAD}{other},? so ${clause(50)} (?:up|down|risen|fallen|grown|shrunk|increased|dropped)(?: by)? {by}`,
  // "exports of 40 and imports of 50 left a gap of 10"
  `{one}${gap(60)}(?: and| against| on) ${upTo(40)}{other}${clause(30)}(?:,? (?:left|leaves|leaving|gave|gives|giving|produced|produces|producing|made for|makes for|making|meant|means|meaning)|, or|,) (?:it |them |the [a-z]+ )?(?:with )?(?:an?|the) (?:[a-z-]+ ){0,3}(?:gap|deficit|surplus|shortfall) of {by}(?=[.,;)]|$| (?:in|for|last|this|on)\\b)`,
  // "23 percent of one group, against 14 percent of the other, making it 9 percent more common"
  `{one}${clause(90)},? (?:against|compared (?:with|to)|versus) ${LEAD}{other}${clause(60)}, (?:making|which makes|which made|so|meaning|that is|or) (?:[a-z-]+ ){0,4}{by} (?:more|less) (?:common|likely|frequent|often|prevalent|popular|effective|expensive)\\b(?! than)`,
  // "14,302 votes to the other party's 12,907, a majority of 1,395"
  `(?<!\\bfrom ){one:c}(?: [a-z]+)? (?:to|against) (?:the |his |her |its |their )?(?:[a-z.'-]+ ){0,5}{other:c}${clause(30)}, (?:or )?(?:a|with a|giving (?:him |her |it |them )?a|for a) (?:[a-z]+ )?(?:majority|margin|lead|win) of {by}(?= votes?[.,;)]|[.,;)]|$| (?:votes?|seats?|points?)\\b)`,
  `(?<!\\bfrom ){one}(?: votes)? to {other}${clause(30)}, (?:a|with a|giving a) (?:majority|margin) of {by}(?= votes?[.,;)]|[.,;)]|$| votes?$)`,
].map(form => ({
  pattern: toPattern(form.replaceAll('{by}', `{by}${NOT_A_RATE}`)),
  reckon({ figure }: Reading) {
    const [one, other, by] = [figure('one'), figure('other'), figure('by')];
    return by.quantity.unit === 'percent' ? pointsOnly(change(one, other, by)) : apart(one, other, by);
  },
}));

/** "The rise is 2 percent above the 3 percent cap": of two percentages one is compared with the other. */
const ABOVE: readonly Form[] = [{
  pattern: toPattern(`{one:p}${clause(50)},? (?:is|was|are|were|or|which is) {by:pq} (?:above|below|over|under|higher than|lower than|more than|less than) (?:the |its |their |an? )?${upTo(20)}{other:p}`),
  reckon({ figure }) {
    const [one, other, by] = [figure('one'), figure('other'), figure('by')];
    return by.quantity.unit === 'percent' ? pointsOnly(change(other, one, by)) : apart(one, other, by);
  },
}];

/** "won 52 of the 90 seats, a majority of 14" */
const MAJORITIES: readonly Form[] = [{
  pattern: toPattern(`{part:c} of (?:the |its )?{whole:c}${clause(30)}(?:, (?:giving (?:it|him|her|them) |or |with )?| (?:has|have|had|gives? (?:it|him|her|them)|gave (?:it|him|her|them)|holds?|held|enjoys?) )an? (?:[a-z]+ )?majority of {by:c}(?! votes)`),
  reckon: ({ figure }) => majority(figure('part'), figure('whole'), figure('by')),
}];

const MARGINS: readonly Form[] = [{
  pattern: toPattern(`{score:s}${clause(30)}, (?:a|with a|giving a) (?:majority|margin|lead|gap) of {by:cd}(?= (?:votes?|points?|seats?|goals?|runs?)?[.,;)]|[.,;)]|$)`),
  reckon: ({ figure }: Reading) => margin(figure('score'), figure('by')),
}];

/** Two groups beside each other are no change: only percent for points is wrong. */
function pointsOnly(found: Reckoning | undefined): Reckoning | undefined {
  return found?.nature === 'points' || found?.fits ? found : undefined;
}

export const DIFFERENCE_FORMS: readonly Form[] = [...LEFT, ...DIFFERENCES, ...ABOVE, ...MAJORITIES, ...MARGINS];
