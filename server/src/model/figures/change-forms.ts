// Forms of words for a change between two levels, and for a level that is so many times another.
import type { Form, Reading } from './form.ts';
import { LEAD, NEXT_SENTENCE, clause, gap, oneOf, toPattern, upTo } from './outline.ts';
import { change, fold, multiple, rest, step, sum } from './reckonings.ts';
import { perOf } from './rounding.ts';

const MOVED = '(?:r(?:ose|is(?:es?|en|ing))|f[ae]ll(?:s|en|ing)?|gr(?:ew|ows?|own|owing)|climb(?:s|ed|ing)?|drop(?:s|ped|ping)?|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|jump(?:s|ed|ing)?|slip(?:s|ped|ping)?|sl(?:id|ides?)|eas(?:e|es|ed|ing)|gain(?:s|ed|ing)?|lost|loses?|surg(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|shr[aiu]nk|soar(?:s|ed|ing)?|advanc(?:e|es|ed)|widen(?:s|ed)?|narrow(?:s|ed)?|swell(?:s|ed)?|sank|sinks?|dip(?:s|ped)?|expand(?:s|ed)?|contract(?:s|ed)|improv(?:e|es|ed)|went|cut|lower(?:s|ed)?|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|hik(?:es|ed|ing)|boost(?:s|ed|ing)?|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|reduc(?:e|es|ed)|slump(?:s|ed)?|leapt|leaps?|slow(?:s|ed)?|accelerat(?:es|ed)|quicken(?:s|ed)?|up|down)';
const MOVE = '(?:increase|rise|gain|jump|improvement|growth|surge|climb|hike|advance|decrease|fall|drop|decline|cut|reduction|slump|slide|dip|loss|leap|plunge|spike|swing|change|shift|boost|contraction|expansion|raise|pay rise|saving|discount|uplift|markup|mark-up)';
const MORE = '(?:more|fewer|less|higher|lower|longer|shorter|older|younger|larger|smaller|bigger|faster|slower|above|below|heavier|lighter|cheaper|dearer|up|down)';
const AGAINST = '(?:from|up from|down from|against|compared (?:with|to)|versus|than|over|on)';
/** "an increase of 5 percent in members": of something else. */
const NOT_OF_ELSE = '(?! (?:in|for|among) (?!<d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|the|this|that|just|less|under|only|over|all|total|real|january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\d))';
export const NOT_A_RATE = '(?! (?:an?|per|each|every|annually|yearly|on average)\\b)';
const BY = `{by}${NOT_OF_ELSE}${NOT_A_RATE}`;
const DASH = '(?: ?[,–—:-]+ | ?\\()';
const WHICH = '(?:(?:which|that|this) (?:is|was|makes|means) |representing |marking |giving |making |amounting to |equal to |it is |or |being |with |for )?';
const LEVEL_OLD = `(?:from|on|versus|against|compared (?:with|to)|up from|down from) ${LEAD}`;

/** "from 40 to 50", "to 50 from 40", "50, against 40 a year before". */
const PAIRS = [
  `\\bfrom ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  `\\b(?:to|at) ${LEAD}{now}${clause(60)} ${LEVEL_OLD}{old}`,
  `(?<!, or ){now}${clause(60)} (?:up from|down from|compared (?:with|to)|against|versus|from) ${LEAD}{old}`,
  // "takes 48 minutes instead of 75"
  `{now}${clause(30)},? (?:instead of|rather than) ${LEAD}{old}`,
  `{now}${gap(110)}, (?:against|compared (?:with|to)|up from|down from) ${LEAD}{old}${clause(15)} (?:last (?:year|month|week|season)|a year (?:ago|earlier|before)|the (?:year|month|week|season) before|in \\d{4})`,
  `{old}${clause(20)} in (?<first>\\d{4}) and ${LEAD}{now}${clause(20)} in (?<second>\\d{4})`,
  `{old},? (?:last year|a year (?:ago|earlier|before)|in \\d{4}),${clause(15)} (?:is |are )?now ${upTo(20)}${LEAD}{now}`,
  // "cost 40 a year ago and now costs 50", "bought for 40, fetched 50"
  `\\b(?:cost|was|were|paid|had|employed|stood at|numbered|charged|earned) ${LEAD}{old}${clause(30)}(?:,? and)? (?:is |are )?(?:now|today) (?:(?:costs?|is|are|pays?|has|have|employs?|stands? at|numbers?|charges?|earns?) )?${LEAD}{now}`,
  // "approved at $28m, it now stands at $41.5m"
  `\\b(?:approved|priced|estimated|put|budgeted|planned|valued|launched|offered)(?: [a-z\\d]+){0,4} (?:at|for) ${LEAD}{old}${clause(30)},? (?:(?:and|but) )?(?:it |they )?(?:is |are |has |have )?now (?:stands? at|costs?|costing|is|are|is put at|risen to|gone to|comes? to) ${LEAD}{now}`,
  // "tickets, now $24, were $20 a year ago"
  `, now {now}${clause(10)}, (?:were|was|cost|stood at|numbered|had been) ${LEAD}{old}(?: (?:last (?:year|month|week|season)|a (?:year|month|decade) (?:ago|earlier|before)|in \\d{4}))?`,
  `\\b(?:had|was|were|employed|cost|paid|numbered) ${LEAD}{old}${clause(30)} and (?:has|is|are|employs|costs|pays|numbers|stands? at) ${LEAD}{now}(?: [a-z]+){0,2} (?:now|today)\\b`,
  `{old}${gap(40)}[;,] (?:and |but )?(?:today|now) (?:there are |it has |it is |they are |only |just ){0,2}{now}${clause(25)}`,
  `\\b(?:sold|bought|purchased|went|changed hands) for ${LEAD}{old:m}${clause(30)} (?:fetched|sold for|went for|changed hands for|is (?:now )?worth|is (?:now )?for sale at|resold for|brought) ${LEAD}{now:m}`,
  `{old}${clause(20)} in (?<first>\\d{4}),?${clause(40)} {now}${clause(20)} in (?<second>\\d{4})`,
  `\\b(?:started|began|opened|stood|was|were) (?:out )?(?:at|on|with) ${LEAD}{old}${clause(30)} and (?:is|are|was|were|has|had|stands?|ended|finished|closed)(?: now| today)?(?: at| on| down to| up to)? ${LEAD}{now}`,
];

/** ", a rise of 5 percent", ", up 5 percent", ", or 5 percent", ", a 5 percent rise". */
const STATEMENTS = [
  `(?: [^<>;:,¶]{0,40})?${DASH}${WHICH}(?:an?|the) (?:[a-z-]+ ){0,2}${MOVE} of (?:about )?{by}`,
  `(?: [^<>;:,¶]{0,40})?${DASH}(?:up|down) (?:by )?{by}`,
  `(?: [^<>;:,¶]{0,40})?${DASH}${WHICH}an? (?:[a-z-]+ ){0,2}{by} (?:[a-z]+ )?${MOVE}\\b`,
  `(?: [^<>;:,¶]{0,40})?, (?:or|which is|that is) {by}(?=[.,;)]| (?:more|less|fewer|higher|lower|up|down)\\b(?! than)|$| ${MOVE}\\b)`,
  `(?: [^<>;:,¶]{0,40})?(?:,| ?[–—]) (?:or )?{by} (?:more|fewer|less|higher|lower)(?=[.,;)]|$)`,
  `(?: [^<>;:,¶]{0,40})?, (?:losing|shedding|gaining) {by:p}(?: of (?:its|their|the|his|her) [a-z]+)?(?=[.,;)]|$)`,
  ` [^<>;:,¶]{0,30}\\bwith an? (?:[a-z-]+ ){0,1}${MOVE} of {by}`,
  `(?: [^<>;:,¶]{0,40})?${DASH}(?:or )?by {by}(?=[.,;)]|$)`,
  `(?: [^<>;:,¶]{0,40})?, (?:an (?:extra|additional)|wiping (?:out|off)|erasing|shedding|shaving off) {by:mc}(?=[.,;)]|$)`,
  `(?: [^<>;:,¶]{0,40})?[,;]? (?:so|meaning|which means)(?: that)? [^<>;:,¶“”"]{0,40}?\\b(?:is|are|was|were|has|have|had|it) (?:thus |therefore |now )?(?:been |gone |come )?(?:up|down|risen|fallen|grown|shrunk|increased|dropped|declined|climbed)(?: by)? {by}`,
];

const BACK = `[^<>¶]{0,80}?${NEXT_SENTENCE}(?:and |so )?(?:that|this|it|the) (?:(?:[a-z]+ )?(?:is|was|would be|represents|represented|amounts to|amounted to|means|meant|marks|marked|makes|made) )`;
const BACK_STATEMENTS = [`(?:an?|the) (?:[a-z-]+ ){0,2}${MOVE} of (?:about )?{by}`, `an? (?:[a-z-]+ ){0,2}{by} (?:[a-z]+ )?${MOVE}\\b`, `(?:up|down) (?:by )?{by}`, `{by} (?:more|fewer|less|higher|lower)(?=[.,;)]|$)`];

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
  `{now}${clause(40)}${DASH}(?:or )?(?:up|down) (?:by )?{by} ${AGAINST} ${upTo(30)}${LEAD}{old}`,
  `(?<!<[a-z]\\d+> of (?:the |its |their )?){now}${clause(50)}${DASH}(?:or |which is )?{by} (?:${MORE} (?:than|from|on)|above|below) (?![^<>]{0,30}\\bout of )${upTo(30)}${LEAD}{old}`,
  `{now}${clause(50)}${DASH}${WHICH}an? (?:[a-z-]+ ){0,2}${MOVE} of {by} (?:from|on|over|compared (?:with|to)) ${upTo(30)}${LEAD}{old}`,
  `{now}${clause(50)}${DASH}${WHICH}an? (?:[a-z-]+ ){0,2}{by} ${MOVE} (?:from|on|over|compared (?:with|to)) ${upTo(30)}${LEAD}{old}`,
  `{now}${clause(20)} (?:is|was|are|were) {by} ${MORE} than ${upTo(30)}${LEAD}{old}`,
  // "96,000 books, 34,000 fewer than in 2019, when it lent 130,000", "stood at 6.4 metres, 0.8 metres above its level of 5.6"
  `{now}${clause(50)}${DASH}(?:or |which is )?{by} ${MORE} than ${clause(30)},? when (?:it|they|he|she|there) (?:[a-z]+ ){1,2}${LEAD}{old}`,
  `{now}${clause(40)}${DASH}(?:or )?{by} (?:${MORE}|short of|shy of) (?:its|the|their|his|her) ${upTo(30)}(?:of|at) ${LEAD}{old}`,
  // "a sentence of 14 years was cut by three to 11 years"
  `{old}${clause(20)} (?:was|were|is|are|has been|have been|had been|will be) (?:cut|reduced|lowered|shortened|raised|increased|extended|lengthened|trimmed) by {by},? to {now}`,
  // "beat her own mark of 40 by 5 with a throw of 45"
  `\\b(?:beat|beating|broke|breaking|improved(?: on)?|bettered|bettering) (?:the|its|their|his|her) (?:[a-z-]+ ){0,3}(?:of |at ){old:cd} by {by:cd}${clause(15)} (?:with|in|at|of) ${upTo(25)}{now:cd}`,
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

/** "adds 15 to the bill, taking it from 80 to 95": the new level is the old one and the step. */
const NEW_LEVELS: readonly Form[] = [
  `{by}${clause(60)},? (?:taking|bringing|lifting|raising|pushing|cutting|reducing|lowering) (?:it|them|(?:the|its|their) (?:[a-z-]+ ){1,4}?)(?: up| down)? ?from ${LEAD}{old}${clause(20)} to ${LEAD}{now}(?=[.,;)]|$| (?:an?|by|in|from|per)\\b)`,
].map(form => ({
  pattern: toPattern(form),
  reckon({ figure }: Reading) {
    const [given, old, now] = [figure('by'), figure('old'), figure('now')];
    // "will save $420,000 a year, cutting its bill from …"
    const by = perOf(old.quantity.unit, given.quantity.unit) ? { ...given, quantity: { ...given.quantity, unit: old.quantity.unit } } : given;
    return now.quantity.value > old.quantity.value ? sum([old, by], now) : rest(old, [by], now);
  },
}));

/** Verbs of going down, by how they begin. */
const FALLS = /^(?:f[ae]ll|drop|trim|decreas|declin|slip|sl|eas|los|plung|tumbl|shr|narrow|s[ai]nk|dip|contract|cut|lower|reduc|slow|down|saving|discount)/;

/** "rose 10 cents, or 4 percent, to $2.60": the old level is not given, but follows. */
const STEPS: readonly Form[] = [
  `\\b(?<verb>${MOVED})(?: by)? {by:mc}(?:, or| \\() ?{ratio:p}[,)]*(?: [a-z]+ly)?,? (?:to|at) ${LEAD}{now}`,
  `\\b(?<verb>${MOVED})(?: by)? {ratio:p}(?:, or| \\() ?{by:mc}[,)]*(?: [a-z]+ly)?,? (?:to|at) ${LEAD}{now}`,
  // "ended the day 41 points, or 0.4 percent, higher at 10,241"
  `{by:mcq}(?:, or| \\() ?{ratio:p}[,)]* (?<verb>higher|lower|up|down),? (?:at|to) ${LEAD}{now}`,
  // "cut the fee by 10 cents, to $2.60, a reduction of 4 percent"
  `\\bby {by:mc},? (?:to|at) ${LEAD}{now}${clause(25)}${DASH}${WHICH}(?:an?|the) (?:[a-z-]+ ){0,2}(?<verb>${MOVE}) of {ratio:p}${NOT_OF_ELSE}`,
  `\\bby {by:mc},? (?:to|at) ${LEAD}{now}${clause(25)}${DASH}${WHICH}an? (?:[a-z-]+ ){0,2}{ratio:p} (?<verb>${MOVE})\\b`,
  `\\b(?<verb>${MOVED})${clause(40)} by {by:mc},? (?:to|at) ${LEAD}{now}${clause(25)}(?:, (?:or )?| \\(|${DASH}(?:up|down) ){ratio:p}(?=[.,;)]|$)`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure, text }: Reading) => step(figure('by'), figure('now'), figure('ratio'), FALLS.test(text('verb'))),
}));

/** A change told as a fraction of the old level, also a bounded one: "losing nearly a quarter", "a jump of more than half". */
const FOLDS: readonly Form[] = PAIRS.flatMap(pair => [
  `(?: [^<>;:,¶]{0,40})?${DASH}${WHICH}(?:an?|the) (?:[a-z-]+ ){0,2}${MOVE} of {by:rz}(?=[.,;)]|$| (?:in|over|since) )`,
  `(?: [^<>;:,¶]{0,40})?${DASH}(?:up|down|losing|shedding|gaining|falling|rising|growing|shrinking|dropping) (?:by )?{by:rz}(?=[.,;)]|$| (?:of|in|over|since) )`,
  `${BACK}(?:an?|the) (?:[a-z-]+ ){0,2}${MOVE} of {by:rz}(?=[.,;)]|$| (?:in|over|since) )`,
  `(?: [^<>;:,¶]{0,40})?, (?:or )?{by:rz} (?:more|fewer|less|higher|lower|smaller|larger)(?=[.,;)]|$)`,
].map(statement => pair + statement)).concat(
  // "480 boats, down by a quarter from 640", "480 boats, a quarter down on the 640 of 2019", "480 boats, a fall of a quarter from 640"
  `{now}${clause(40)}${DASH}(?:or )?(?:up|down) (?:by )?{by:rz} (?:from|on|over) ${upTo(30)}${LEAD}{old}`,
  `{now}${clause(40)}${DASH}(?:or )?{by:rz} (?:up|down) (?:from|on|over) ${upTo(30)}${LEAD}{old}`,
  `{now}${clause(40)}${DASH}${WHICH}an? (?:[a-z-]+ ){0,2}${MOVE} of {by:rz} (?:from|on|over|compared (?:with|to)) ${upTo(30)}${LEAD}{old}`,
  // "lost a third of its members, from 900 to 600", "has eaten a fifth of the fund, which started at $20m and is now $16m"
  `\\b(?:lost|shed|lose|losing|eaten|wiped out|cost|gained|added) {by:rzp} of (?:its|their|his|her|the) [^<>;:¶“”"]{0,40}?(?:from|started at|began at|was|stood at|were) ${LEAD}{old}${clause(30)} (?:to|and (?:is|are) now|and now (?:is|are|stands? at|has|have)) ${LEAD}{now}`,
  // "is a third smaller than the 530 beds of the old one"
  `{now}${clause(40)}(?: (?:is|was|are|were)|,)(?: now)? {by:rz} ${MORE} than ${upTo(30)}${LEAD}{old}`,
  `\\b${MOVED}(?: by| in)?(?: [a-z]+ly)? {by:rz},? (?:to|at) ${LEAD}{now}${clause(60)} ${LEVEL_OLD}{old}`,
  `\\b${MOVED}(?: by| in)?(?: [a-z]+ly)? {by:rz},? from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  `\\b${MOVED} (?:the|its|their|his|her|an?) ${clause(40)} by {by:rz},? from ${LEAD}{old}${clause(50)} to ${LEAD}{now}`,
  `\\b${MOVED} (?:the|its|their|his|her|an?) ${clause(40)} by {by:rz},? (?:to|at) ${LEAD}{now}${clause(60)} ${LEVEL_OLD}{old}`,
).map((form): Form => ({
  pattern: toPattern(form),
  reckon({ figure, text }) {
    const [old, now] = text('first') !== '' && text('first') > text('second') ? [figure('now'), figure('old')] : [figure('old'), figure('now')];
    return figure('by').quantity.kind === 'percent' ? change(old, now, figure('by')) : fold(old, now, figure('by'), 'change');
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
  `{now}${clause(20)}, (?:or )?${NOT_BOUND}${HOW}(?<times>twice|double|triple|half) (?:as [a-z]+ as )?(?:the|its|their|his|her|last) ${upTo(30)}${LEAD}{old}(?=(?: [a-z]+){0,2}[.,;)]|$| (?:of|in|it|that|at|from|a year|the year|last)\\b)`,
).map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure, text }: Reading) => multiple(figure('old'), figure('now'), FACTORS.get(text('times'))!, text('how')),
}));

export const CHANGE_FORMS: readonly Form[] = [...CHANGES, ...NEW_LEVELS, ...FOLDS, ...STEPS, ...MULTIPLES];
