// The forms of words in which news copy states a result beside the numbers it follows from.
import type { Figure } from '../analysis.ts';
import { LEAD, NEXT_SENTENCE, clause, gap, oneOf, toPattern, upTo } from './outline.ts';
import { isAverage } from './rounding.ts';
import { age, apart, boundedShare, change, earned, fold, margin, multiple, otherRate, perOne, product, rest, sameShare, share, step, years, type Reckoning } from './reckonings.ts';

/** A match of a form: its figures by name, and its other words. */
export interface Reading {
  readonly figure: (name: string) => Figure;
  readonly text: (name: string) => string;
  /** The year of the draft's date. */
  readonly year: number | undefined;
}

export interface Form {
  readonly pattern: RegExp;
  readonly reckon: (reading: Reading) => Reckoning | undefined;
}

const MOVED = '(?:r(?:ose|is(?:es?|en|ing))|f[ae]ll(?:s|en|ing)?|gr(?:ew|ows?|own|owing)|climb(?:s|ed|ing)?|drop(?:s|ped|ping)?|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|jump(?:s|ed|ing)?|slip(?:s|ped|ping)?|sl(?:id|ides?)|eas(?:e|es|ed|ing)|gain(?:s|ed|ing)?|lost|loses?|surg(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|shr[aiu]nk|soar(?:s|ed|ing)?|advanc(?:e|es|ed)|widen(?:s|ed)?|narrow(?:s|ed)?|swell(?:s|ed)?|sank|sinks?|dip(?:s|ped)?|expand(?:s|ed)?|contract(?:s|ed)|improv(?:e|es|ed)|went|cut|lower(?:s|ed)?|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|hik(?:es|ed|ing)|boost(?:s|ed|ing)?|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|reduc(?:e|es|ed)|slump(?:s|ed)?|leapt|leaps?|slow(?:s|ed)?|accelerat(?:es|ed)|quicken(?:s|ed)?|up|down)';
const MOVE = '(?:increase|rise|gain|jump|improvement|growth|surge|climb|hike|advance|decrease|fall|drop|decline|cut|reduction|slump|slide|dip|loss|leap|plunge|spike|swing|change|shift|boost|contraction|expansion|raise|pay rise)';
const MORE = '(?:more|fewer|less|higher|lower|longer|shorter|older|younger|larger|smaller|bigger|faster|slower|above|below|heavier|lighter|cheaper|dearer|up|down)';
const AGAINST = '(?:from|up from|down from|against|compared (?:with|to)|versus|than|over|on)';
/** "an increase of 5 percent in members": of something else. */
const NOT_OF_ELSE = '(?! (?:in|for|among) (?!<d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|the|this|that|just|less|under|only|over|all|total|real|january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\d))';
const NOT_A_RATE = '(?! (?:an?|per|each|every|annually|yearly|on average)\\b)';
const BY = `{by}${NOT_OF_ELSE}${NOT_A_RATE}`;
const DASH = '(?: ?[,–—-]+| ?\\()';
const WHICH = '(?:which is |that is |representing |marking |giving |it is |or |being |with |for )?';
const LEVEL_OLD = `(?:from|on|versus|against|compared (?:with|to)|up from|down from) ${LEAD}`;

/** "from 40 to 50", "to 50 from 40", "50, against 40 a year before". */
const PAIRS = [
  `\\bfrom ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  `\\b(?:to|at) ${LEAD}{now}${clause(60)} ${LEVEL_OLD}{old}`,
  `{now}${clause(60)} (?:up from|down from|compared (?:with|to)|against|versus|from) ${LEAD}{old}`,
  `{old}${clause(20)} in (?<first>\\d{4}) and ${LEAD}{now}${clause(20)} in (?<second>\\d{4})`,
  `{old},? (?:last year|a year (?:ago|earlier|before)|in \\d{4}),${clause(15)} (?:is |are )?now ${upTo(20)}${LEAD}{now}`,
  `{old}${clause(20)} in (?<first>\\d{4}),?${clause(40)} {now}${clause(20)} in (?<second>\\d{4})`,
];

/** ", a rise of 5 percent", ", up 5 percent", ", or 5 percent", ", a 5 percent rise". */
const STATEMENTS = [
  `(?: [^<>;:,¶]{0,40})?${DASH} ${WHICH}(?:an?|the) (?:[a-z-]+ ){0,2}${MOVE} of (?:about )?{by}`,
  `(?: [^<>;:,¶]{0,40})?${DASH} (?:up|down) (?:by )?{by}`,
  `(?: [^<>;:,¶]{0,40})?${DASH} ${WHICH}an? (?:[a-z-]+ ){0,2}{by} (?:[a-z]+ )?${MOVE}\\b`,
  `(?: [^<>;:,¶]{0,40})?, (?:or|which is|that is) {by}(?=[.,;)]| (?:more|less|fewer|higher|lower|up|down)\\b(?! than)|$| ${MOVE}\\b)`,
  `(?: [^<>;:,¶]{0,40})?, {by} (?:more|fewer|less|higher|lower)(?=[.,;)]|$)`,
  ` [^<>;:,¶]{0,30}\\bwith an? (?:[a-z-]+ ){0,1}${MOVE} of {by}`,
];

const BACK = `[^<>¶]{0,80}?${NEXT_SENTENCE}(?:and )?(?:that|this|it|the) (?:(?:[a-z]+ )?(?:is|was|would be|represents|represented|amounts to|amounted to|means|meant|marks|marked) )`;
const BACK_STATEMENTS = [`(?:an?|the) (?:[a-z-]+ ){0,2}${MOVE} of (?:about )?{by}`, `an? (?:[a-z-]+ ){0,2}{by} (?:[a-z]+ )?${MOVE}\\b`, `(?:up|down) (?:by )?{by}`];

function changes(form: string): Form {
  return {
    pattern: toPattern(form.replaceAll('{by}', BY)),
    reckon({ figure, text }) {
      const [old, now, by] = [figure('old'), figure('now'), figure('by')];
      // The two stand in the order of their years, whichever that is.
      return text('first') !== '' && text('first') > text('second') ? change(now, old, by) : change(old, now, by);
    },
  };
}

const CHANGES: readonly Form[] = [
  // "rose by 5 to 45 from 40", "up 5 percent from 40 to 42", "fell 20 percent, from 40 to 32"
  `\\b${MOVED}(?: by)?(?: [a-z]+ly)? {by}(?: (?!and\\b|but\\b|while\\b)[a-z\\d]+){0,4},? (?:to|at) ${LEAD}{now}${clause(60)} ${LEVEL_OLD}{old}`,
  `\\b${MOVED}(?: by)?(?: [a-z]+ly)? {by}(?: (?!and\\b|but\\b|while\\b)[a-z\\d]+){0,4},? from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  // "an increase of 5 percent, from 40 to 42"
  `\\b${MOVE} of {by},? from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  `\\b${MOVE} of {by},? to ${LEAD}{now}${clause(50)} from ${LEAD}{old}`,
  `{by} ${MOVE},? from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  // "45, up 5 from 40", "45, or 5 more than the 40 of last year", "45, a rise of 5 on the 40 of last year"
  `{now}${clause(40)}${DASH} (?:or )?(?:up|down) (?:by )?{by} ${AGAINST} ${upTo(30)}${LEAD}{old}`,
  `{now}${clause(50)}${DASH} (?:or |which is )?{by} ${MORE} (?:than|from|on)? ?${upTo(30)}${LEAD}{old}`,
  `{now}${clause(50)}${DASH} ${WHICH}an? (?:[a-z-]+ ){0,2}${MOVE} of {by} (?:from|on|over|compared (?:with|to)) ${upTo(30)}${LEAD}{old}`,
  `{now}${clause(50)}${DASH} ${WHICH}an? (?:[a-z-]+ ){0,2}{by} ${MOVE} (?:from|on|over|compared (?:with|to)) ${upTo(30)}${LEAD}{old}`,
  `{now}${clause(20)} (?:is|was|are|were) {by} ${MORE} than ${upTo(30)}${LEAD}{old}`,
  // "raised the dividend by 5, to 45 from 40"
  `\\b${MOVED} (?:the|its|their|his|her|an?) ${clause(40)} by {by},? (?:to|at) ${LEAD}{now}${clause(60)} ${LEVEL_OLD}{old}`,
  `\\b${MOVED} (?:the|its|their|his|her|an?) ${clause(40)} by {by},? from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  `{by:pq} ${MORE} than the ${LEAD}{old:p}${gap(60)}(?:, at|: it (?:is|was)|, to reach) ${LEAD}{now:p}`,
  // "12,400, a drop of 6,000 since 2015, when it stood at 18,400"; "bought for 40 and sold for 50, a profit of 10"
  `{now}${clause(30)}, an? (?:[a-z-]+ ){0,1}${MOVE} of {by}${clause(40)},? when (?:it|they|there|he|she) (?:was|were|stood at|had|numbered|totalled|totaled) ${LEAD}{old}`,
  `\\bfor ${LEAD}{old}${gap(60)} (?:sold|resold)${clause(20)} for ${LEAD}{now}${clause(20)}, an? (?:profit|gain|loss) of {by}`,
  // "a premium of 24 percent to Friday's close of 250p"
  `{now}${clause(30)}, (?:or )?a (?:premium|discount) of {by} (?:to|over|on|from) ${clause(50)}\\b(?:of|at) {old}`,
  `{now}${clause(30)}, (?:or )?an? {by} (?:premium|discount) (?:to|over|on|from) ${clause(50)}\\b(?:of|at) {old}`,
].map(changes).concat(
  PAIRS.flatMap(pair => [oneOf(STATEMENTS), BACK + oneOf(BACK_STATEMENTS)].map(statement => changes(pair + statement))),
  // "Last year it was 40. This year it is 50, up 20 percent."
  [{
    pattern: toPattern(`\\b(?:last|previous|earlier|ago|in \\d{4})\\b[^<>¶]{0,60}{old}(?:[^<>¶]{0,60})${NEXT_SENTENCE}(?:this|now|in \\d{4}|by \\d{4}|a year later)[^<>¶]{0,40} {now}${oneOf(STATEMENTS.slice(0, 3))}`.replaceAll('{by}', BY)),
    reckon: ({ figure }: Reading) => (figure('old').quantity.unit !== null && figure('old').quantity.unit === figure('now').quantity.unit ? change(figure('old'), figure('now'), figure('by')) : undefined),
  }],
);

/** Verbs of going down, by how they begin. */
const FALLS = /^(?:f[ae]ll|drop|trim|decreas|declin|slip|sl|eas|los|plung|tumbl|shr|narrow|s[ai]nk|dip|contract|cut|lower|reduc|slow|down)/;

/** "rose 10 cents, or 4 percent, to $2.60": the old level is not given, but follows. */
const STEPS: readonly Form[] = [
  `\\b(?<verb>${MOVED})(?: by)? {by:mc}(?:, or| \\() ?{ratio:p}[,)]*(?: [a-z]+ly)?,? (?:to|at) ${LEAD}{now}`,
  `\\b(?<verb>${MOVED})(?: by)? {ratio:p}(?:, or| \\() ?{by:mc}[,)]*(?: [a-z]+ly)?,? (?:to|at) ${LEAD}{now}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure, text }: Reading) => step(figure('by'), figure('now'), figure('ratio'), FALLS.test(text('verb'))),
}));

/** A change told as a fraction of the old level, also a bounded one: "losing nearly a quarter", "a jump of more than half". */
const FOLDS: readonly Form[] = PAIRS.flatMap(pair => [
  `(?: [^<>;:,¶]{0,40})?${DASH} ${WHICH}(?:an?|the) (?:[a-z-]+ ){0,2}${MOVE} of {by:rz}(?=[.,;)]|$| (?:in|over|since) )`,
  `(?: [^<>;:,¶]{0,40})?${DASH} (?:up|down|losing|shedding|gaining|falling|rising|growing|shrinking|dropping) (?:by )?{by:rz}(?=[.,;)]|$| (?:of|in|over|since) )`,
].map(statement => pair + statement)).concat(
  // "is a third smaller than the 530 beds of the old one"
  `{now}${clause(40)}(?: (?:is|was|are|were)|,)(?: now)? {by:rz} ${MORE} than ${upTo(30)}${LEAD}{old}`,
  `\\b${MOVED}(?: by| in)?(?: [a-z]+ly)? {by:rz},? (?:to|at) ${LEAD}{now}${clause(60)} ${LEVEL_OLD}{old}`,
  `\\b${MOVED}(?: by| in)?(?: [a-z]+ly)? {by:rz},? from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
).map((form): Form => ({
  pattern: toPattern(form),
  reckon({ figure, text }) {
    const [old, now] = text('first') !== '' && text('first') > text('second') ? [figure('now'), figure('old')] : [figure('old'), figure('now')];
    return fold(old, now, figure('by'), 'change');
  },
})).concat([
  // "Her 1,400 votes were nearly five times the 300 of the runner-up"
  `{now}${clause(30)} (?:is|are|was|were|represents?|amounts? to|came to) {times:z}(?: as [a-z]+ as)? (?:the|its|their|his|her|last|what) ${upTo(30)}${LEAD}{old}`,
  `{now}${clause(30)}, (?:or )?{times:z}(?: as [a-z]+ as)? (?:the|its|their|his|her|last) ${upTo(30)}${LEAD}{old}`,
  `{times:z} (?:as [a-z]+ as|what)${clause(40)}, (?:up |down )?from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => fold(figure('old'), figure('now'), figure('times'), 'multiple'),
})));

/** "Three of the nine mills have closed, leaving six" */
const LEFT: readonly Form[] = [
  `{whole:mc}${clause(30)}[;,] (?:and |but )?${upTo(30)}{part:mc}${clause(40)}, leaving (?:just |only |it with |them with )?{left:mc}(?=[.,;)]|$| (?:in|at|on|of|for|still)\\b)`,
  `{part:c} of (?:the |its |their |his |her |(?:[a-z-]+ ){1,3}[a-z]+'s? )?(?:[a-z-]+ ){0,2}{whole:c}${clause(60)}, leaving (?:just |only |it with |them with |him with |her with |the [a-z]+ with )?{left:c}(?=[.,;)]|$| (?:in|at|on|open|standing|alive|still|others?|behind|to)\\b)`,
].map((form): Form => ({
  pattern: toPattern(form),
  reckon({ figure }) {
    const [whole, part, left] = [figure('whole'), figure('part'), figure('left')];
    const units = new Set([whole, part, left].map(({ quantity }) => quantity.unit));
    // "Three of the nine" says itself what it is a part of.
    return units.size === 1 && !units.has(null) || / of (?:[a-z'’-]+ ){0,5}$/i.test(part.sentence.leaf.content.prose.slice(part.prose.end, whole.quantity.numberSpan.start)) ? rest(whole, [part], left) : undefined;
  },
})).concat({
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
  `\\b(?:the|a) (?:difference|gap) of {by}${gap(40)} between ${upTo(30)}{one}${clause(50)} and ${upTo(30)}{other}`,
  `\\bdifference between ${upTo(30)}{one}${clause(50)} and ${upTo(30)}{other}${clause(30)} (?:is|was) {by}`,
  `{by} apart: ${upTo(40)}{one}${gap(40)}(?:,| and) ${upTo(30)}{other}`,
  `{one}${clause(40)} (?:against|compared (?:with|to)|versus) ${LEAD}{other}${clause(40)}, (?:or|a difference of) {by}(?= (?:more|less|fewer|longer|shorter|higher|lower|apart)\\b(?! than))`,
  `{one}${clause(40)} (?:against|compared (?:with|to)|versus) ${LEAD}{other}${clause(40)}, a difference of {by}`,
  // "exports of 40 and imports of 50 left a gap of 10"
  `{one}${gap(60)}(?: and| against| on) ${upTo(40)}{other}${clause(30)}(?:,? (?:left|leaves|leaving|gave|gives|giving|produced|produces|producing|made for|makes for|making|meant|means|meaning)|, or|,) (?:it |them |the [a-z]+ )?(?:with )?(?:an?|the) (?:[a-z-]+ ){0,3}(?:gap|deficit|surplus|shortfall) of {by}(?=[.,;)]|$| (?:in|for|last|this|on)\\b)`,
  // "23 percent of one group, against 14 percent of the other, making it 9 percent more common"
  `{one}${clause(90)},? (?:against|compared (?:with|to)|versus) ${LEAD}{other}${clause(60)}, (?:making|which makes|which made|so|meaning|that is|or) (?:[a-z-]+ ){0,4}{by} (?:more|less) (?:common|likely|frequent|often|prevalent|popular|effective|expensive)\\b(?! than)`,
  `(?<!\\bfrom ){one}(?: votes)? to {other}${clause(30)}, (?:a|with a|giving a) (?:majority|margin) of {by}(?= votes?[.,;)]|[.,;)]|$| votes?$)`,
].map(form => ({
  pattern: toPattern(form.replaceAll('{by}', `{by}${NOT_A_RATE}`)),
  reckon({ figure }: Reading) {
    const [one, other, by] = [figure('one'), figure('other'), figure('by')];
    return by.quantity.unit === 'percent' ? pointsOnly(change(one, other, by)) : apart(one, other, by);
  },
}));

const MARGINS: readonly Form[] = [{
  pattern: toPattern(`{score:s}${clause(30)}, (?:a|with a|giving a) (?:majority|margin|lead|gap) of {by:cd}(?= (?:votes?|points?|seats?|goals?|runs?)?[.,;)]|[.,;)]|$)`),
  reckon: ({ figure }: Reading) => margin(figure('score'), figure('by')),
}];

/** Two groups beside each other are no change: only percent for points is wrong. */
function pointsOnly(found: Reckoning | undefined): Reckoning | undefined {
  return found?.nature === 'points' || found?.fits ? found : undefined;
}

const OF_ALL = '(?:of|out of|among) (?:(?:the |its |their |his |her )?[a-z]+\'s? |the |its |their |all |all the |some |those |his |her |these )?';
const OR = '(?:, (?=<r\\d+> of (?:them|the total|all)\\b)|, (?:or|some|that is|which is|representing|an? (?:[a-z]+ ){0,2}(?:share|turnout|proportion|rate|percentage) of|or just|or only|or about|equal to|equivalent to) | \\(| ?[–—] ?|, (?=<[pr]\\d+>(?:,|\\)|\\.$|$)))';
const ENDS = '(?=[,.;)–—-]| of| [–—]|$| (?:had|have|were|was|are|is|said|voted|chose|did)\\b)';

const SHARES: readonly Form[] = [
  // "300 of the 1,200 members, or 25 percent"
  { form: `{part:mcd}(?: [a-z-]+){0,2} ${OF_ALL}{whole:mcd}${clause(40)}${OR}{ratio:pr}${ENDS}`, stated: 'ratio' },
  // "Of the 1,200 members, 300, or 25 percent,"
  { form: `\\bof (?:the |its |their |all |those |these |all the )?{whole:mcd}${clause(50)}, (?:only |just )?{part:mcd}${clause(30)}(?:, or | \\(|, (?:or )?(?:an? (?:[a-z-]+ ){0,3}(?:share|turnout|proportion|rate|percentage) of )?){ratio:pr}(?=[,).]|$)`, stated: 'ratio' },
  // "1,200 members, of whom 300, or 25 percent,"
  { form: `{whole:mcd}${clause(30)}, of (?:which|whom) {part:mcd}${clause(30)}(?:, or | \\(|, ){ratio:pr}(?=[,)])`, stated: 'ratio' },
  // "It has 2,400 members; 1,500, or 62 percent, voted"
  { form: `{whole:c}; {part:c}, or {ratio:pr}(?=,)`, stated: 'ratio' },
  // "12 wins from 20 games, a success rate of 60 percent"
  { form: `{part:c} (?:from|in) {whole:c}${clause(20)}, an? (?:[a-z]+ ){0,2}(?:rate|percentage) of {ratio:p}`, stated: 'ratio' },
  // "There were 400 ballots. Of these, 300, or 75 percent, were for it."
  { form: `{whole:c}[^<>¶]{0,60}?${NEXT_SENTENCE}(?:of|among) (?:these|those|them|the total|that number),? {part:c}${clause(30)}(?:, or | \\(){ratio:pr}(?=[,)])`, stated: 'ratio' },
  // "25 percent, or 300 of the 1,200"
  { form: `{ratio:pr}(?:(?:,|${clause(30)},| –| —) (?:or|that is|equal to)|:) {part:mcd}(?: [a-z-]+){0,2} ${OF_ALL}{whole:mcd}`, stated: 'ratio' },
  { form: `{ratio:pr}${clause(30)} \\({part:mcd}(?: [a-z-]+){0,2} ${OF_ALL}{whole:mcd}`, stated: 'ratio' },
  // "a third of the 90 members, 30, left"
  { form: `{ratio:pr} of (?:the |its |their |all |those |these |all the )(?:(?!and|or|but)[a-z'-]+ ){0,2}{whole:mcd}${clause(50)}(?:, or| \\(| –| —) ?(?:just )?{part:mcd}(?=[,)–—.]| [–—]|$| (?:[a-z]+ed|were|was|are|is|had|have|went)\\b)`, stated: 'part' },
  { form: `{ratio:pr} of (?:the |its |their |all |those |these |all the )(?:(?!and|or|but)[a-z'-]+ ){0,2}{whole:mcd}${clause(50)}, {part:mcd}(?=[,)–—.]|$)`, stated: 'part', alike: true },
  // "300, or 25 percent of the 1,200"
  { form: `{part:mcd}${clause(30)}(?:, or| \\(| –| —) ?{ratio:pr},? of (?:the|its|their|all|his|her|a|an)?(?: (?!and|or|but)[a-z'-]+){0,4}(?: of)? {whole:mcd}`, stated: 'ratio' },
  // "300 ships, half the 600 it had in 1990"
  { form: `{part:mcd}${clause(20)}, (?:or )?{ratio:r} (?:of )?(?:the|its|their) ${upTo(20)}{whole:mcd}`, stated: 'ratio' },
  // "4 percent, or £800 on a salary of £20,000"
  { form: `{ratio:p},? (?:or|which is|that is|equal to|worth) {part:m}(?: a year| a month)? (?:on|of|for|from) (?:an? |the |its |his |her |their )?(?:[a-z-]+ ){0,3}(?:of )?{whole:m}`, stated: 'part' },
].map(({ form, stated, alike }: { readonly form: string; readonly stated: string; readonly alike?: boolean }) => ({
  pattern: toPattern(form),
  reckon({ figure }: Reading) {
    const [part, whole, ratio] = [figure('part'), figure('whole'), figure('ratio')];
    if (alike && part.quantity.unit !== null && part.quantity.unit !== whole.quantity.unit) return undefined;
    return share(part, whole, ratio, stated === 'ratio' ? ratio : part);
  },
}));

/** "44 of the 80 seats, just over half": a share that is bounded */
const BOUNDED_SHARES: readonly Form[] = [{
  pattern: toPattern(`{part:mcd}(?: [a-z-]+){0,2} ${OF_ALL}{whole:mcd}${clause(40)}${OR.replace('<r', '<[rz]').replace('[pr]', '[prz]')}{ratio:z}${ENDS}`),
  reckon: ({ figure }: Reading) => boundedShare(figure('part'), figure('whole'), figure('ratio')),
}];

/** "7 out of 20 beaches (35 percent)", "a third, or 33 percent" */
const FRACTIONS: readonly Form[] = [{
  pattern: toPattern(`{fraction:r}${clause(30)}(?: \\(|, or (?:about )?){ratio:p}(?=[,)])(?!,? of\\b)`),
  reckon: ({ figure }: Reading) => sameShare(figure('fraction'), figure('ratio')),
}];

const SPREAD = '(?:for|to|among|between|across|over|in|from|on|by)';

const RATES: readonly Form[] = [
  // "$4.5m for 300 homes, or $15,000 each"; "200 points in 10 games, an average of 20"
  `{total:mc}${clause(20)} ${SPREAD} ${LEAD}{number:cd}${clause(40)}(?:, or|,| –| —| \\() ?{each:mc}`,
  `{total:mc}${clause(20)} ${SPREAD} ${LEAD}{number:cd}${clause(40)}(?:, or|,| –| —| \\() ?(?:or )?(?:for )?an average of (?:about )?{each:mc}`,
  `{number:c}(?: [a-z-]+){0,3} (?:for|share|shared|split|received|will share|at a (?:total )?cost of|costing|worth) ${LEAD}{total:m}${clause(30)}(?:, or|,| –| —| \\() ?{each:m}`,
  `\\ban average of {each:mc}${gap(50)}(?:,| –| —|:| \\() ?${upTo(20)}{total:mc}${clause(20)} ${SPREAD} ${LEAD}{number:cd}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => perOneOf(figure('total'), figure('number'), figure('each')),
})).concat([
  // "300 tickets at $20 each, for a total of $6,000"
  `{number:c}(?: [a-z-]+){0,3} (?:at|paying|paid|for|cost|costing|worth) {each:m}(?: each| apiece| per [a-z]+| an? [a-z]+)(?: [a-z]+)?(?:, or|,| –| —| \\() ?(?:or |for |making |bringing in |totall?ing |coming to |which comes to )?(?:an? (?:[a-z]+ )?total of |in all )?{total:m}`,
  `\\bat {each:m},? {number:c}${clause(20)} (?:brings?|brought|makes?|made|raises?|raised|earns?|earned|costs?|comes?|came|would)\\b${clause(15)} {total:m}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => product(figure('number'), figure('each'), figure('total')),
})), [
  // "pays $5 a pound, so a good picker, at 40 pounds a shift, takes home $200"
  `{each:m}${clause(10)} for {number:cd}${clause(20)}(?:,| \\() ?(?:or |making |for )?(?:an? (?:[a-z]+ )?total of |totall?ing |which comes to |in all )?{total:m}`,
  `{each:m}${gap(50)},? ${gap(40)}\\b(?:at|for|with|of|works?|worked|picks?|picked|sells?|sold|drives?|drove|does|did|uses?|used|makes?|made) ${LEAD}{number:cd}${clause(50)}(?:,| and)? (?:(?:would|will|can|could) )?(?:takes? home|took home|earns?|earned|makes?|made|gets?|got|brings? in|brought in|comes? to|came to|adds? up to|pays?|paid|costs?|is paid|are paid) ${upTo(10)}{total:m}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => earned(figure('each'), figure('number'), figure('total')),
})), [
  // "$40 a month, or $480 a year"
  { pattern: toPattern('{one:mc}(?: (?:an?|per|each|every) (?:day|week|month|quarter|year))?,? (?:or|which is|equal to|equivalent to|that is) {stated:mc}'), reckon: ({ figure }: Reading) => otherRate(figure('one'), figure('stated')) },
]);

/** After what falls to one, with nothing that makes it another's: "each for the best four". */
const EACH = /^\s+(?:each|apiece|per (?:head|person|capita|[a-z]+)|an? (?:head|person|piece|[a-z]+)|on average)\b(?!\s+(?:for|of|on|to)\b)/;

/** What is given for one must be for one of those that were counted, or of any ("each", "a head"). */
function perOneOf(total: Figure, number: Figure, each: Figure): Reckoning | undefined {
  const { prose } = each.sentence.leaf.content;
  const next = prose.slice(each.prose.end, each.prose.end + 30);
  if (!isAverage(each) && !each.quantity.unit?.includes(' per ') && !EACH.test(next)) return undefined;
  const unit = each.quantity.unit?.split(' per ')[1] ?? /^\s+(?:an?|per) ([a-z]+)/i.exec(next)?.[1];
  if (unit !== undefined && number.quantity.unit !== null && unit !== number.quantity.unit && !/^(?:head|person|capita|piece)$/.test(unit)) return undefined;
  if (unit === undefined && number.quantity.kind === 'duration' && !/^\s+(?:each|annually|yearly|monthly|daily)\b/.test(next) && !isAverage(each)) return undefined;
  return perOne(total, number, each);
}

const FACTORS: ReadonlyMap<string, number> = new Map([['doubl', 2], ['tripl', 3], ['trebl', 3], ['quadrupl', 4], ['quintupl', 5], ['halv', 0.5], ['twofold', 2], ['threefold', 3], ['fourfold', 4], ['fivefold', 5], ['sixfold', 6], ['sevenfold', 7], ['eightfold', 8], ['ninefold', 9], ['tenfold', 10], ['double', 2], ['triple', 3], ['twice', 2], ['half', 0.5]]);
const HOW = '(?<how>(?:more than|nearly|almost|about|roughly|at least|over|close to|around) )?';
const NOT_BOUND = '(?<!\\b(?:more than|nearly|almost|about|roughly|at least|over|close to|around) )';
const TIMES = `${HOW}(?<times>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|es|e|ing)\\b`;
const FOLD = `\\b(?:rose|risen|grew|grown|increased|up|jumped|soared|multiplied|expanded|surged) ${HOW}(?<times>(?:two|three|four|five|six|seven|eight|nine|ten)fold)\\b`;

/** "in three years," */
const IN_TIME = `(?:,? (?:in|over|within|since) ${LEAD}<d\\d+>${clause(20)})?`;

const HALF = `\\b(?:cut|slashed|reduced) ${HOW}(?:in|by) (?<times>half)\\b`;

const MULTIPLES: readonly Form[] = [TIMES, FOLD, HALF].flatMap(how => [
  `\\b${NOT_BOUND}${how}${clause(40)}${IN_TIME} from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  `\\b${NOT_BOUND}${how}${clause(40)}${IN_TIME} to ${LEAD}{now}${clause(60)} from ${LEAD}{old}`,
]).concat(
  `\\bfrom ${LEAD}{old}${clause(50)} to ${LEAD}{now}${clause(30)}, (?:or )?${HOW}(?<times>double|triple|twice|half)\\b(?= the| as| that| what|[.,]|$)`,
  `{now}${clause(20)}, (?:or )?${NOT_BOUND}${HOW}(?<times>twice|double|triple|half) (?:the|its|their|his|her|last) ${upTo(30)}${LEAD}{old}(?=[.,;)]|$| (?:of|in|it|that|at|from|a year|the year|last)\\b)`,
).map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure, text }: Reading) => multiple(figure('old'), figure('now'), FACTORS.get(text('times'))!, text('how')),
}));

const YEAR = '((?:1[5-9]|20)\\d\\d)';
const year = (name: string) => YEAR.replace('(', `(?<${name}>`);
const MONTH = '(?:(?:\\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \\d{1,2},)? )?';

const YEARS: readonly Form[] = [
  // "from 1998 to 2010, 12 years"
  `\\b(?:from|between) ${year('first')} (?:to|and|until|till) ${year('last')}(?: [a-z]+){0,4},? ?(?:\\(|– ?|— ?)?(?:or |a (?:span|period|total|stretch|spell) of |for |over |in all )?{span:d}(?=[,.;)]| in (?:all|total)|$)`,
  `\\(${year('first')} ?[–-] ?${year('last')}\\),? (?:a (?:span|period|total) of |for )?{span:d}(?=[,.;)]|$)`,
  // "ran it from 1998 to 2010, a tenure of 12 years"
  `\\bfrom ${year('first')} (?:to|until|till|through) ${year('last')}(?: [a-z'-]+){0,6}, (?:or )?(?:an?|his|her|its) (?:[a-z-]+ ){0,2}(?:tenure|reign|career|term|run|stint|spell|stretch|period|span|rule|gap|hiatus|absence|partnership|marriage|association|premiership|presidency|era) (?:of|lasting|spanning) {span:d}`,
  `\\b(?:took (?:over|charge|office|the [a-z]+)|joined|became|started|arrived|founded|opened|was (?:appointed|elected|hired|named))\\b[^<>;:¶\\d]{0,60} in ${MONTH}${year('first')}[^<>;:¶\\d]{0,20}? and (?:left|retired|quit|resigned|closed|sold (?:it|up)|stepped down|stood down|departed)[^<>;:¶\\d]{0,30} in ${MONTH}${year('last')},? (?:after|having (?:served|spent|worked)(?: there)?(?: for)?) {span:d}(?=[,.;)]| (?:in|at|as|on|with|there)\\b|$)`,
  `{span:d}${clause(50)}(?:,| \\(|)? ?from ${year('first')} (?:to|until|till) ${year('last')}`,
  `\\bin ${MONTH}${year('first')}\\b[^<>¶]{0,80}?(?:\\bin )?${MONTH}${year('last')}, {span:d} (?:later|after)\\b`,
  // "in 2004, 25 years after it opened in 1979"
  `\\bin ${MONTH}${year('last')},? (?:just |only |some |about )?{span:d} after [^<>;:,¶\\d]{0,60}?\\bin ${MONTH}${year('first')}`,
  `\\bin ${year('first')}\\b[^<>;:¶\\d]{0,80}? {span:d} later,? (?:and )?in ${MONTH}${year('last')}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure, text }: Reading) => years(Number(text('first')), Number(text('last')), figure('span')),
})).concat([
  // "in 1998, 12 years ago": before the draft's date
  { pattern: toPattern(`\\bin ${year('first')}\\b,? (?:or |about )?{span:d} ago`), reckon: ({ figure, text, year: today }: Reading) => (today === undefined ? undefined : years(Number(text('first')), today, figure('span'))) },
  { pattern: toPattern(`\\bsince ${year('first')}, {span:d}(?=[.,;)]|$)`), reckon: ({ figure, text, year: today }: Reading) => (today === undefined ? undefined : years(Number(text('first')), today, figure('span'))) },
  { pattern: toPattern(`{span:d} ago,? in ${MONTH}${year('first')}`), reckon: ({ figure, text, year: today }: Reading) => (today === undefined ? undefined : years(Number(text('first')), today, figure('span'))) },
  // "born in 1950, died in 2010 at the age of 60"
  { pattern: toPattern(`\\bborn\\b[^<>;:¶\\d]{0,40}(?:\\d{1,2},? )?(?:[a-z]+ )?${year('born')}\\b[^<>;:¶]{0,120}? (?:died|dead|killed|death|drowned)\\b[^<>;:¶\\d]{0,60}(?:\\d{1,2},? )?(?:[a-z]+ )?${year('then')}\\b,?${gap(30)} ?(?:aged?|at|at the age of|at age|was) {age:ac}(?=[,.;)]|$)`), reckon: ({ figure, text }: Reading) => age(Number(text('born')), Number(text('then')), figure('age')) },
  { pattern: toPattern(`\\bborn\\b[^<>;:¶\\d]{0,40}(?:\\d{1,2},? )?(?:[a-z]+ )?${year('born')}\\b[^<>;:¶]{0,80}? turned {age:ac} in ${MONTH}${year('then')}`), reckon: ({ figure, text }: Reading) => age(Number(text('born')), Number(text('then')), figure('age')) },
  { pattern: toPattern(`, {age:a}, (?:who )?(?:was |is )?born\\b[^<>;:¶\\d]{0,30}(?:\\d{1,2},? )?(?:[a-z]+ )?${year('born')}\\b(?![^¶]{0,200}\\b(?:died|when|then|at the time)\\b)`), reckon: ({ figure, text, year: today }: Reading) => (today === undefined ? undefined : age(Number(text('born')), today, figure('age'))) },
]);

/** Every form. A result that one of them finds right is right. */
export const FORMS: readonly Form[] = [...CHANGES, ...FOLDS, ...LEFT, ...STEPS, ...DIFFERENCES, ...MARGINS, ...SHARES, ...BOUNDED_SHARES, ...FRACTIONS, ...RATES, ...MULTIPLES, ...YEARS];
