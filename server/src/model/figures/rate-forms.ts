// Forms of words for so much in all, so many, and so much for one of them.
import type { Figure } from '../analysis.ts';
import type { Form, Reading } from './form.ts';
import { LEAD, clause, gap, toPattern, upTo } from './outline.ts';
import { earned, otherRate, perOne, product, raised, repeated, sum, type Reckoning } from './reckonings.ts';
import { isAverage } from './rounding.ts';

const SPREAD = '(?:for|to|among|between|across|over|in|from|on|by)';

export const RATE_FORMS: readonly Form[] = [
  // "$4.5m for 300 homes, or $15,000 each"; "200 points in 10 games, an average of 20"
  `{total:mc}${clause(20)} ${SPREAD} ${LEAD}{number:cd}${clause(40)}(?:, or|,| –| —| \\() ?{each:mc}`,
  // "split between eight winners, who got $1.5m each", "36 classes have 1,008 pupils, an average of 28"
  `{total:m}${clause(40)} (?:among|between|by) ${LEAD}{number:c}${clause(10)}, (?:who|which) (?:each )?(?:got|get|received|receive|will get|will receive) {each:m}`,
  `{number:c}${clause(15)} (?:have|has|had|hold|holds|held|with|share|shared) ${LEAD}{total:c}${clause(15)}, (?:or )?an average of (?:about )?{each:c}`,
  // "the bill of $96 for four came to $24 a head"
  `{total:m} ${SPREAD} ${LEAD}{number:c}${clause(20)} (?:came to|comes to|works out at|worked out at|means|meant|was|is) ${LEAD}{each:m}`,
  // "$9bn, or $1,800 for each of its 5 million people"
  `{total:m}${clause(20)}(?:, or|,| –| —| \\() ?(?:about )?{each:m} (?:for|to|from) (?:each|every one) of (?:the |its |their )?{number:c}`,
  `{total:mc}${clause(20)} ${SPREAD} ${LEAD}{number:cd}${clause(40)}(?:, or|,| –| —| \\() ?(?:or )?(?:for )?an average of (?:about )?{each:mc}`,
  `{number:c}(?: [a-z-]+){0,3} (?:for|share|shared|split|received|will share|at a (?:total )?cost of|costing|worth) ${upTo(25)}${LEAD}{total:m}${clause(30)}(?:, or|,| –| —| \\() ?{each:m}`,
  `\\ban average of {each:mc}${gap(50)}(?:,| –| —|:| \\() ?${upTo(20)}{total:mc}${clause(20)} ${SPREAD} ${LEAD}{number:cd}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => perOneOf(figure('total'), figure('number'), figure('each')),
})).concat([
  // "300 tickets at $20 each, for a total of $6,000"
  `{number:c}(?: [a-z-]+){0,3} (?:at|paying|paid|for|cost|costing|worth) {each:m}(?: each| apiece| per [a-z]+| an? [a-z]+)(?: [a-z]+)?(?:, or|,| –| —| \\() ?(?:or |for |making |bringing in |totall?ing |coming to |which comes to |spending |raising |paying |earning |taking |costing )?(?:an? (?:[a-z]+ )?(?:total|bill|cost|sum) of |in all )?{total:m}`,
  // "Fines of $40 each were handed to 370 drivers, bringing in $14,800", "The 340 will get $600 each, costing the firm $204,000"
  `{each:m} each${clause(40)} (?:to|for|from|by|on|among) ${LEAD}{number:c}${clause(20)}, (?:bringing in|raising|costing|making|earning|worth|yielding|for a total of|a total of|at a (?:total )?cost of|which comes to)(?: (?:the|it|them|its) ?(?:[a-z]+)?)? {total:m}(?=[.,;)]|$| (?:in|so|to|over|by)\\b)`,
  `{number:c}${clause(50)} {each:m} (?:each|apiece), (?:bringing in|raising|costing|earning|worth|yielding|at a (?:total )?cost of|which comes to)(?: (?:the|it|them|its|him|her) ?(?:[a-z]+)?)? {total:m}(?=[.,;)]|$| (?:in|so|to|over|by)\\b)`,
  // "It came to $6,000: 300 tickets at $20 each", "$20 for each of the 300 members, or $6,000"
  `{total:m}(?:: | \\(| [–—] ){number:c}(?: [a-z-]+){0,4} (?:at|of|for|paying|costing|worth) {each:m} (?:each|apiece)\\b`,
  // "Each of the 300 will get $20, a total of $6,000"
  `\\beach of (?:the |its |their )?{number:c}${clause(20)} (?:(?:will|would|is to|has|had) )?(?:get|gets|got|receive|receives|received|pay|pays|paid|cost|costs|given|be paid|paid|raised) ${LEAD}{each:m}${clause(20)}(?:, or|,| –| —| \\() ?(?:an? (?:[a-z]+ )?(?:total|bill|cost|sum) of |in all |making |or ){total:m}`,
  `{number:cd} at {each:m}(?: each| apiece| an? [a-z]+| per [a-z]+)?(?:, or|,| –| —| \\() ?(?:or |for |making |a total of )?{total:m}`,
  `{number:c}${clause(50)},? (?:at|paying|costing|worth) ${LEAD}{each:m}(?: each| apiece| a [a-z]+)?,? (?:or|for a total of|a total of|making|totall?ing|which (?:is|makes|comes to)|coming to) {total:m}(?! (?:each|apiece|an? |per )\\b)`,
  `{number:c}${clause(15)},? at (?:an average of )?{each:m} (?:each|apiece),? (?:(?:would|will) (?:need|cost|take|come to)|came to|comes to|costs?|was|is|totall?(?:s|ed)|brings? in|brought in|raised|raises) ${LEAD}{total:m}`,
  `\\bat {each:m} (?:for|and|with|from) (?:each of )?{number:c}${clause(20)},? ${gap(25)}\\b(?:brings? in|brought in|raises?|raised|makes?|made|is worth|comes? to|came to|would (?:bring in|raise|make|come to)) ${LEAD}{total:m}`,
  `{each:m} (?:for|from|to) (?:each|every one) of (?:the |its |their |his |her |those |these )?{number:c}${clause(20)},? (?:or|making|a total of|which (?:is|makes|comes to)|for a total of|in all) {total:m}`,
  `\\bat {each:m},? {number:c}${clause(20)} (?:brings?|brought|makes?|made|raises?|raised|earns?|earned|costs?|comes?|came|would)\\b${clause(15)} {total:m}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => product(figure('number'), figure('each'), figure('total')),
})), [
  // "12 shifts of nine hours, a total of 108 hours"
  `{number:c}(?: [a-z-]+){0,2} of {each:mcd}(?: each)?,? (?:or |for |making |which is )?(?:(?:an? |in )(?:[a-z]+ )?total(?: of)? |totall?ing |in all ){total:mcd}`,
  // "delivered 144,000 litres in 12 tankers of 12,000 litres each"
  `{total:mcd}(?: [a-z]+){0,2} (?:in|on|over|with|by) {number:c}(?: [a-z-]+){0,3} of {each:mcd} each\\b`,
  `{total:m}(?: [a-z-]+){0,6} in {number:c}(?: [a-z-]+){0,2} of {each:m}(?=[.,;)]|$| each\\b)`,
  `{number:c}(?: [a-z-]+){0,2} of {each:mcd}(?: each)?, (?:or |making )?{total:mcd}(?: [a-z]+){0,2} (?:in all|in total|altogether|all told)\\b`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => repeated(figure('number'), figure('each'), figure('total')),
})), [
  // "adds 15 beds to the 60 it has, making 75"
  `\\b(?:adds?|added|adding|bring|brings?|brought) {one:mc}${clause(20)} to (?:the|its|their|his|her) ${upTo(20)}{other:mc}${clause(40)}, (?:making|for a total of|a total of|to make|bringing the total to) {total:mc}`,
  // "With $60m from the one and $20m from the other, the combined fund will have $80m"
  `{one:mc}${clause(30)} and ${LEAD}{other:mc}${clause(30)}, (?:the |a |its )?(?:merged|combined|joint|enlarged|united|expanded) (?:[a-z]+ ){1,3}?(?:will|would|has|have|had|with|of|is|are|comes to|came to) (?:have |be |hold |hold |own |employ |total )?(?:assets of |sales of |a total of )?{total:mc}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => sum([figure('one'), figure('other')], figure('total')),
})), [
  // "$12 a month from each of 50,000 homes, or $7.2m a year"
  `{each:m} (?:a|per|every) (?:day|week|month|quarter|year) (?:from|for|to|on) (?:each of |every one of )(?:the |its |some |about )?{number:c}${clause(30)}, (?:or|bringing in|raising|which comes to|about) {total:m}`,
].map(form => ({
  pattern: toPattern(form.replace('{each:m} (?:a|per|every) (?:day|week|month|quarter|year)', '{each:m}(?: (?:a|per|every) (?:day|week|month|quarter|year))?')),
  reckon: ({ figure }: Reading) => raised(figure('each'), figure('number'), figure('total')),
})), [
  // "pays $5 a pound, so a good picker, at 40 pounds a shift, takes home $200"
  `{each:m}${clause(10)} for {number:cd}${clause(20)}(?:,| \\() ?(?:or |making |for )?(?:an? (?:[a-z]+ )?total of |totall?ing |which comes to |in all )?{total:m}`,
  `{each:m}${gap(50)},? ${gap(40)}\\b(?:at|for|with|of|works?|worked|picks?|picked|sells?|sold|drives?|drove|does|did|uses?|used|makes?|made) ${LEAD}{number:cd}${clause(50)}(?:,| and)? (?:(?:would|will|can|could) )?(?:takes? home|took home|earns?|earned|makes?|made|gets?|got|brings? in|brought in|comes? to|came to|adds? up to|pays?|paid|costs?|is paid|are paid) ${upTo(10)}{total:m}`,
  `{each:m}${gap(90)} {number:cd}${clause(25)},? (?:or|for|making|totall?ing|which comes to)? ?(?:an? (?:[a-z]+ )?total of |in all ){total:m}`,
  // "at $14 an hour, a 35-hour week pays $490"
  `\\b(?:at|on) {each:m}(?: an hour| a day| a shift)?,? (?:working |who works |for )?(?:an? |the )?{number:d}(?: |-)?(?:[a-z-]+ )?(?:week|day|shift|month|year) (?:pays?|paid|earns?|earned|brings? (?:in|home)|comes? to|is worth|would (?:pay|earn|bring)|means?|costs?) ${upTo(15)}{total:m}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => earned(figure('each'), figure('number'), figure('total')),
})), [
  // "$2 a month was added to each bill, worth $24 a year"
  { pattern: toPattern(`{one:m}${clause(60)}, (?:or|worth|which is|equal to|equivalent to|that is|making) {stated:m}`), reckon: ({ figure }: Reading) => (/ per /.test(figure('one').quantity.unit ?? '') && / per /.test(figure('stated').quantity.unit ?? '') ? otherRate(figure('one'), figure('stated')) : undefined) },
  // "saves $2.4m a year, or $12m over the five years of the plan"
  { pattern: toPattern(`{each:m}(?: a year| per year| each year| annually)?,? (?:or|which is|making|a total of) {total:m} (?:over|in|for|across) (?:the |its |all )?(?:next |full )?{number:d}`), reckon: ({ figure }: Reading) => earned(figure('each'), figure('number'), figure('total')) },
  // "$40 a month, or $480 a year"
  { pattern: toPattern('{one:mc}(?:(?: of [a-z]+(?: [a-z]+)?| less| more| extra)? (?:an?|per|each|every) (?:day|week|month|quarter|year))?,? (?:or|which is|equal to|equivalent to|that is) {stated:mc}'), reckon: ({ figure }: Reading) => otherRate(figure('one'), figure('stated')) },
]);

/** After what falls to one, with nothing that makes it another's: "each for the best four". */
const EACH = /^\s+(?:each|apiece|(?:to|for) (?:an?|each|every)(?: one)?(?: [a-z]+)?(?=[.,;)]|$)|per (?:head|person|capita|[a-z]+)|an? (?:head|person|piece|[a-z]+)|on average)\b(?!\s+(?:for|of|on|to|now|at|initially|first|so|today|up|plus|in)\b)/;

/** What is given for one must be for one of those that were counted, or of any ("each", "a head"). */
function perOneOf(total: Figure, number: Figure, each: Figure): Reckoning | undefined {
  const { prose } = each.sentence.leaf.content;
  const next = prose.slice(each.prose.end, each.prose.end + 30);
  // "an average of two every three games": for more than one.
  if (/^\s+(?:[a-z]+ )?(?:every|in|for every|per|in every|to every) (?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen)/.test(next)) return undefined;
  if (!isAverage(each) && !each.quantity.unit?.includes(' per ') && !EACH.test(next)) return undefined;
  const unit = each.quantity.unit?.split(' per ')[1] ?? /^\s+(?:an?|per) ([a-z]+)/i.exec(next)?.[1];
  if (unit !== undefined && number.quantity.unit !== null && unit !== number.quantity.unit && !/^(?:head|person|capita|piece)$/.test(unit)) return undefined;
  if (unit === undefined && number.quantity.kind === 'duration' && !/^\s+(?:each|annually|yearly|monthly|daily)\b/.test(next) && !isAverage(each)) return undefined;
  return perOne(total, number, each);
}
