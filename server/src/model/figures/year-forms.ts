// Forms of words for a number of years, or an age, beside the years it follows from.
import type { Form, Reading } from './form.ts';
import { clause, gap, toPattern, upTo } from './outline.ts';
import { age, ageLately, agesApart, years } from './reckonings.ts';

const YEAR = '((?:1[5-9]|20)\\d\\d)';
const year = (name: string) => YEAR.replace('(', `(?<${name}>`);
const MONTH = '(?:(?:\\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \\d{1,2},)? )?';

export const YEAR_FORMS: readonly Form[] = [
  // "from 1998 to 2010, 12 years"
  `\\b(?:from|between) ${year('first')} (?:to|and|until|till) ${year('last')}(?: [a-z]+){0,4},? ?(?:\\(|– ?|— ?)?(?:or |a (?:span|period|total|stretch|spell) of |for |over |in all )?{span:d}(?=[,.;)]| in (?:all|total)|$)`,
  `\\(${year('first')} ?[–-] ?${year('last')}\\),? (?:a (?:span|period|total) of |for )?{span:d}(?=[,.;)]|$)`,
  // "ran it from 1998 to 2010, a tenure of 12 years"
  `\\bfrom ${year('first')} (?:to|until|till|through) ${year('last')}(?: [a-z'-]+){0,6}, (?:or )?(?:an?|his|her|its) (?:[a-z-]+ ){0,2}(?:tenure|reign|career|term|run|stint|spell|stretch|period|span|rule|gap|hiatus|absence|partnership|marriage|association|premiership|presidency|era) (?:of|lasting|spanning) {span:d}`,
  `\\b(?:took (?:over|charge|office|the [a-z]+)|joined|became|started|arrived|founded|opened|was (?:appointed|elected|hired|named))\\b[^<>;:¶\\d]{0,60} in ${MONTH}${year('first')}[^<>;:¶\\d]{0,20}? and (?:left|retired|quit|resigned|closed|sold (?:it|up)|stepped down|stood down|departed)[^<>;:¶\\d]{0,30} in ${MONTH}${year('last')},? (?:after|having (?:served|spent|worked)(?: there)?(?: for)?) {span:d}(?=[,.;)]| (?:in|at|as|on|with|there)\\b|$)`,
  // "opened in 1962 and closed in 2001, welcomed guests for 39 years", "begun in 1891 and finished in 1904, a job of 13 years"
  `\\b(?:opened|founded|launched|began|begun|started|built|appointed|elected|joined|hired|created|set up|established)\\b[^<>;:¶\\d]{0,40} in ${MONTH}${year('first')}[^<>;:¶\\d]{0,20}? and (?:[a-z]+ ){1,4}in ${MONTH}${year('last')},? (?:having |it |he |she |which |and )?(?:[a-z]+ed|ran|stood|held|led|kept|made|sang|taught|gave|a|an|the)(?: (?!after|before|since|when)[a-z-]+){0,5} (?:for|of|lasting|over) {span:d}(?=[,.;)]| (?:in|at|as|on|with|there)\\b|$)`,
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
  // "Born in 1948, he died on Tuesday aged 78": this year or last
  { pattern: toPattern(`\\bborn\\b[^<>;:¶\\d]{0,40}(?:\\d{1,2},? )?(?:[a-z]+ )?${year('born')}\\b[^<>;:¶\\d]{0,60}? (?:died|dies|has died)(?: (?:on|in|at|this|last|yesterday) ?(?:[a-z]+ ){0,4}?)?,?(?: (?:peacefully|suddenly))? ?(?:aged|at(?: the age of)?) {age:ac}(?=[.,;)]|$)`), reckon: ({ figure, text, year: today }: Reading) => (today === undefined ? undefined : ageLately(Number(text('born')), today, figure('age'))) },
  { pattern: toPattern(`\\bborn\\b[^<>;:¶\\d]{0,40}(?:\\d{1,2},? )?(?:[a-z]+ )?${year('born')}\\b[^<>;:¶]{0,80}? turned {age:ac} in ${MONTH}${year('then')}`), reckon: ({ figure, text }: Reading) => age(Number(text('born')), Number(text('then')), figure('age')) },
  // "Born in 1950, she was 60 when she won in 2010"
  { pattern: toPattern(`\\bborn\\b[^<>;:¶\\d]{0,40}(?:\\d{1,2},? )?(?:[a-z]+ )?${year('born')}\\b[^<>;:¶]{0,60}?\\b(?:was|turned|had been|were) {age:ac} (?:years old )?when [^<>;:¶\\d]{0,60}? in ${MONTH}${year('then')}`), reckon: ({ figure, text }: Reading) => age(Number(text('born')), Number(text('then')), figure('age')) },
  // "He is 47 and has farmed since he was 19, a career of 28 years"
  { pattern: toPattern(`\\b(?:is|, aged?|,) {last:ac},?${clause(8)}(?: and| who)? ${upTo(40)}since (?:he|she|they) (?:was|were) {first:ac},? (?:an? |or |in all |for )(?:[a-z-]+ ){0,3}(?:of |for |spanning |lasting )?{span:d}`.replace('${clause(8)}', '')), reckon: ({ figure }: Reading) => agesApart(figure('first'), figure('last'), figure('span')) },
  { pattern: toPattern(`, {age:a}, (?:who )?(?:was |is )?born\\b[^<>;:¶\\d]{0,30}(?:\\d{1,2},? )?(?:[a-z]+ )?${year('born')}\\b(?![^¶]{0,200}\\b(?:died|when|then|at the time)\\b)`), reckon: ({ figure, text, year: today }: Reading) => (today === undefined ? undefined : age(Number(text('born')), today, figure('age'))) },
]);
