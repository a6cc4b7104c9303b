// Forms of words for a part of a whole as a share of it.
import type { Form, Reading } from './form.ts';
import { LEAD, NEXT_SENTENCE, clause, toPattern, upTo } from './outline.ts';
import { boundedShare, keepsBound, sameShare, share, shareOfAll, shareOfBoth } from './reckonings.ts';

const OF_ALL = '(?:of|out of|among) (?:an? |(?:the |its |their |his |her )?[a-z]+\'s? |the |its |their |all |all the |some |those |his |her |these )?';
const OR = '(?:, (?=<[pr]\\d+> of (?:(?:them|all)(?=[,.;)]|$)|(?:the|its|their) (?:total|workforce|membership|electorate|population|staff|whole|payroll|fleet))\\b)|, (?:or|some|that is|which is|representing|an? (?:[a-z]+ ){0,2}(?:share|turnout|proportion|rate|percentage) of|or just|or only|or about|equal to|equivalent to) | \\(| ?[–—] ?|, (?=<[pr]\\d+>(?:,|\\)|\\.$|$)))';
const ENDS = '(?=[,.;)–—-]| of| [–—]|$| (?:had|have|were|was|are|is|said|voted|chose|did)\\b)';

const SHARES: readonly Form[] = [
  // "300 of the 1,200 members, or 25 percent"
  { form: `{part:mcd}(?: [a-z-]+){0,2} ${OF_ALL}{whole:mcd}${clause(40)}${OR}{ratio:pr}${ENDS}`, stated: 'ratio' },
  // "Of the 1,200 members, 300, or 25 percent,"
  { form: `\\bof (?:(?:the |its |their |his |her )?[a-z]+'s? |the |its |their |all |those |these |all the )?{whole:mcd}${clause(50)}, (?:only |just )?{part:mcd}${clause(30)}(?:, or | \\(| ?[–—] ?|, (?:or )?(?:an? (?:[a-z-]+ ){0,3}(?:share|turnout|proportion|rate|percentage) of )?){ratio:pr}(?=[,).]| [–—]|$)`, stated: 'ratio' },
  // "a survey of 2,000 people found that 1,340, or 67 percent,"
  { form: `\\b(?:survey|poll|study|sample|trial|review|audit|group|total|analysis) of (?:the |all |some )?{whole:c}${clause(70)} {part:c}${clause(30)}(?:, or | \\(){ratio:pr}(?=[,)])`, stated: 'ratio' },
  // "checked 312 farms and found faults in 117 of them, or 38%"
  { form: `{whole:c}(?: (?!and|but)[a-z-]+){0,5},? and (?:[a-z'-]+ ){1,6}{part:c} of (?:them|these|those)(?:, or | \\(| ?[–—] ?){ratio:pr}(?=[,.;)]| [–—]|$)`, stated: 'ratio' },
  // "Of Lorne's 4,400 workers 1,210, or 28 percent, are"
  { form: `\\bof (?:the |its |their |his |her |all )?(?:[a-z]+(?: [a-z]+)?'s? )?{whole:c}(?: (?!and|but)[a-z-]+){0,2} {part:c}, or {ratio:pr}(?=,)`, stated: 'ratio' },
  // "Of the 2.4 million, 360,000, or 15 percent, had a card and 600,000, or 25 percent, a loan"
  { form: `\\bof (?:the |its |their |his |her |all )?(?:[a-z]+'s? )?{whole:c}(?: (?!and|but)[a-z-]+){0,3},? <c\\d+>(?: [a-z-]+){0,2}(?:, or | \\()<[pr]\\d+>(?:,|\\))[^<>;:¶“”"]{0,60},? and (?:just |only )?{part:c}(?: [a-z-]+){0,2}(?:, or | \\(){ratio:pr}(?=[,)])`, stated: 'ratio' },
  // "The fund's $1.4 billion makes up 36 percent of the $3.6 billion"
  { form: `{part:mcd}(?: [a-z-]+){0,3} (?:makes? up|made up|is|are|was|were|represents?|represented|accounts? for|accounted for|equals?|amounts? to|comes? to|came to) ${LEAD}{ratio:pr} of (?:(?:the|its|their|all|all the) )?(?:[a-z-]+'s? )?(?:(?:total|full|whole) )?(?:(?:total|sum|cost|bill|budget|price|pot|money) of )?{whole:mcd}(?! (?:an?|per|each)\\b)`, stated: 'ratio', alike: true },
  // "promised to close 50 and has so far closed 31, or 62 percent"
  { form: `\\b(?:promised|planned|wanted|meant|aimed|hoped|vowed|pledged|ordered|needs|needed|was to|were to|is to|are to)\\b${clause(40)} {whole:mcd}[^<>;:¶“”"]{0,40}?,? (?:and|but) (?:(?:it|they|he|she|has|have|had|so|far|already|now|only|just|yet) )*[a-z]+ {part:mcd}(?:, or | \\(){ratio:pr}(?=[,.;)]|$)`, stated: 'ratio' },
  // "At 52.4 percent they made up 225,000 of the 430,200"
  { form: `\\bat {ratio:p},? (?:[a-z]+ ){1,3}(?:make up|made up|were|are|account for|accounted for) ${LEAD}{part:c} of (?:the |all |its |their ){whole:c}`, stated: 'part' },
  // "Some 18,300 of 36,900 voters took part, putting turnout at 50 percent"
  { form: `{part:c} (?:out )?of (?:the |its |their |all |some )?{whole:c}${clause(60)}, (?:putting|leaving|bringing|giving|for|making|with) (?:an? |the )?(?:[a-z-]+ )?(?:turnout|share|rate|proportion|percentage) (?:at|of|to) {ratio:p}`, stated: 'ratio' },
  // "It can hold 22 million litres, has 12 million in it and is 55 percent full"; "is 55 percent full, with 12 million of 22 million"
  { form: `{whole:c}(?:[^<>;:¶“”"]){0,50}\\b(?:has|have|had|holds?|held|with|houses?|housed|carries|carried|contains?|contained) (?:only |just |now )?{part:c}${clause(40)},?(?: and)?(?: so)?(?: it)? (?:is|was|were|are) (?:now |only |just |still |therefore |thus )?{ratio:p} full`, stated: 'ratio' },
  { form: `{part:c}(?:[^<>;:¶“”"]){0,50} (?:capacity|can hold|hold up to|room for|maximum) (?:of |is |to )?{whole:c}${clause(20)},?(?: and| so)?(?: it)? (?:is|was|were|are) (?:now |only |just |still |therefore |thus )?{ratio:p} full`, stated: 'ratio' },
  // "employs 1,250 people, 310 of them women: 25 per cent"
  { form: `{whole:c}${clause(40)}, (?:and |but |with )?{part:c} of (?:them|whom|which|these|those)${clause(30)}(?:: | \\(|, (?:or )?(?:an? (?:[a-z-]+ ){0,2}(?:share|turnout|proportion|rate|percentage) of )?| [–—] ){ratio:pr}${ENDS}`, stated: 'ratio' },
  // "1,200 members, of whom 300, or 25 percent,"
  { form: `{whole:mcd}${clause(30)}, of (?:which|whom) {part:mcd}${clause(30)}(?:, or | \\(|, | ?[–—] ?){ratio:pr}(?=[,).]| [–—]|$)`, stated: 'ratio' },
  { form: `{whole:mcd}${clause(30)}, of which (?:the |its |their )?[a-z -]{3,25} (?:pays?|paid|gives?|gave|provides?|provided|covers?|covered|gets?|got|owns?|took|takes) {part:mcd}(?:, or | \\(| ?[–—] ?){ratio:pr}(?=[,).]| [–—]|$)`, stated: 'ratio' },
  // "About 850,000 go each summer, so that 10 percent means 85,000 people"
  { form: `{whole:c}${clause(40)},? so (?:that )?{ratio:p} (?:of (?:them|these) )?(?:means?|is|are|would be|makes?|comes? to|would mean) ${LEAD}{part:c}`, stated: 'part' },
  // "It has 2,400 members; 1,500, or 62 percent, voted"
  { form: `{whole:c}; {part:c}, or {ratio:pr}(?=,)`, stated: 'ratio' },
  // "Turnout was 60 percent, with 48,000 of 80,000 voters casting ballots"
  { form: `\\b(?:turnout|share|rate|proportion) (?:was|is|of|stood at|reached|came to) {ratio:p}${clause(20)}(?:,? with|:|,) {part:c} (?:out )?of (?:the |its |their |all |some )?{whole:c}`, stated: 'ratio' },
  // "12 wins from 20 games, a success rate of 60 percent"
  { form: `{part:c} (?:from|in) {whole:c}${clause(20)}, an? (?:[a-z]+ ){0,2}(?:rate|percentage) of {ratio:p}`, stated: 'ratio' },
  // "There were 400 ballots. Of these, 300, or 75 percent, were for it."
  { form: `{whole:c}[^<>¶]{0,60}?${NEXT_SENTENCE}(?:of|among) (?:these|those|them|the total|that number),? {part:c}${clause(30)}(?:, or | \\(| ?[–—] ?){ratio:pr}(?=[,).]| [–—]|$)`, stated: 'ratio' },
  // "$1.2m a year out of a budget of $6m, or a fifth"
  { form: `{part:mcd}${clause(20)} (?:out of|from|of) (?:an?|the|its|their) (?:[a-z-]+ ){0,3}(?:of |totall?ing )?{whole:mcd}, (?:or )?{ratio:pr}(?=[,.;)]|$)`, stated: 'ratio' },
  // "300 dogs, a quarter of the 1,200 at the show"
  { form: `{part:mcd}${clause(30)}, (?:or )?(?:only |just |some |barely |no more than )?{ratio:pr} of (?:the |its |their |all |his |her )?${upTo(20)}{whole:mcd}`, stated: 'ratio' },
  // "178 cases and three deaths, a fatality rate of 1.7 percent"
  { form: `{whole:c}(?: [a-z-]+){0,2} and {part:c}${clause(20)}, (?:or |giving |for |making )?an? (?:[a-z-]+ ){0,3}(?:rate|ratio) of {ratio:p}`, stated: 'ratio' },
  { form: `{part:c}(?: [a-z-]+){0,2} (?:and|in|from|among) {whole:c}${clause(20)}, (?:or |giving |for |making )?an? (?:[a-z-]+ ){0,3}(?:rate|ratio) of {ratio:p}`, stated: 'ratio' },
  // "Some 45,000 votes were cast. With 90,000 on the roll, that is a turnout of 50 percent"
  // "Imports from Norland came to $4bn. That was 32 percent of all imports, which totalled $12.5bn"
  { form: `{part:mcd}[^<>¶]{0,60}${NEXT_SENTENCE}(?:that|this|it|which) (?:is|was|makes up|made up|represents|represented|amounts to|amounted to|equals) ${LEAD}{ratio:pr} of (?:the|all|its|their|his|her)(?: (?!and\\b)[a-z'-]+){1,4},? (?:which|that) (?:totall?ed|came to|amounted to|stood at|was|were|reached|is|are) ${LEAD}{whole:mcd}`, stated: 'ratio' },
  { form: `{part:c}[^<>¶]{0,60}(?:<[a-z]\\d+>[^<>¶]{0,60})?${NEXT_SENTENCE}(?:with|of|out of|on|in|from) ${LEAD}{whole:c}${clause(40)},? (?:that|this|it) (?:is|was|makes|made|means|meant|gives|gave|represents|represented|amounts to|amounted to) ${upTo(25)}{ratio:pr}`, stated: 'ratio' },
  // "25 percent, or 300 of the 1,200"
  { form: `{ratio:pr}(?:(?:,|${clause(30)},| –| —) (?:or|that is|equal to)|(?: of [a-z' -]{1,30})?:) {part:mcd}(?: [a-z-]+){0,2} ${OF_ALL}{whole:mcd}`, stated: 'ratio' },
  { form: `{ratio:r} (?:of )?(?:the |its |their |his |her )[a-z -]{0,25}, {part:mcd} (?:out )?of (?:the |its |their )?{whole:mcd}(?=[,.;)]|$)`, stated: 'ratio' },
  { form: `{ratio:pr}${clause(30)} \\({part:mcd}(?: [a-z-]+){0,2} ${OF_ALL}{whole:mcd}`, stated: 'ratio' },
  // "a third of the 90 members, 30, left"
  { form: `{ratio:pr} of (?:the |its |their |all |those |these |all the )(?:(?!and|or|but)[a-z'-]+ ){0,2}{whole:mcd}${clause(50)}(?:, or| \\(| –| —) ?(?:just )?{part:mcd}(?= in all,|[,)–—.]| [–—]|$| (?:[a-z]+ed|were|was|are|is|had|have|went)\\b)`, stated: 'part' },
  { form: `{ratio:pr} of (?:the |its |their |all |those |these |all the )(?:(?!and|or|but)[a-z'-]+ ){0,2}{whole:mcd}${clause(50)}, {part:mcd}(?= in (?:all|total)[,.]|[,)–—.]|$)`, stated: 'part', alike: true },
  // "300, or 25 percent of the 1,200"
  { form: `{part:mcd}${clause(30)}(?:, or| \\(| –| —) ?{ratio:pr},? of (?:the|its|their|all|his|her|a|an)?(?: (?!and|or|but)[a-z'-]+){0,4}(?: of)? {whole:mcd}`, stated: 'ratio' },
  // "300 ships, half the 600 it had in 1990"
  { form: `{part:mcd}${clause(20)}, (?:or )?{ratio:r} (?:of )?(?:the|its|their) ${upTo(20)}{whole:mcd}`, stated: 'ratio' },
  // "4 percent, or £800 on a salary of £20,000", "worth £800 a year to a clerk on £20,000"
  { form: `{ratio:p},? (?:or|which is|that is|equal to|worth) {part:m},?(?: a year| a month)? (?:on|of|for|from|to) (?:an? |the |its |his |her |their )?(?:[a-z'-]+ ){0,4}(?:of |on |earning )?{whole:m}`, stated: 'part', exact: true },
  // "covers 40 percent of the £2.5m cost, or £1m"
  { form: `{ratio:p} of (?:the|its|his|her|their|a) (?:[a-z-]+ of )?{whole:m}(?: [a-z-]+){0,3},? (?:or|which is|that is|worth) {part:m}(?=[,.;)]|$)`, stated: 'part' },
  // "promised $40m, a tenth of it at once. That makes $4m", "could lose 20 percent of a crop of 1,800 tonnes. That would be 360 tonnes"
  { form: `{whole:mcd}${clause(20)}, (?:of which )?{ratio:pr}(?: of (?:it|them|which|that))?[^<>¶]{0,70}${NEXT_SENTENCE}(?:that|this|it) (?:is|was|will be|would be|makes?|made|means?|meant|comes? to|came to|amounts? to|amounted to) ${LEAD}{part:mcd}`, stated: 'part' },
  { form: `{ratio:pr} of (?:an?|the|its|their|his|her|all)\\b${upTo(50).replace('(?:(?:', '(?: (?:')} ?{whole:mcd}[^<>¶]{0,40}${NEXT_SENTENCE}(?:that|this|it) (?:is|was|will be|would be|makes?|made|means?|meant|comes? to|came to|amounts? to|amounted to) ${LEAD}{part:mcd}`, stated: 'part' },
  // "adds $31m to the wage bill of $220m, an increase of 14 percent"
  { form: `\\b(?:adds?|added|adding|cuts?|cutting|takes?|took|taking|trims?|trimmed) {part:mcd}${clause(20)} (?:to|from|off) (?:an?|the|its|their|his|her) ${clause(40)} (?:of|at) {whole:mcd}, (?:or )?(?:an? (?:[a-z]+ )?(?:increase|rise|jump|cut|reduction|fall|drop|gain|saving) of )?{ratio:pr}(?=[,.;)]|$)`, stated: 'ratio' },
  // "20 percent down on a home at $400,000 needs $80,000"
  { form: `{ratio:p} (?:down|deposit|duty|tax|commission|fee) (?:payment )?on (?:an? |the )?(?:(?!and|or|but)[a-z-]+ ){0,7}{whole:m}${clause(20)} (?:needs?|means?|costs?|comes? to|is|would be|requires?|must find|pays?) ${upTo(10)}{part:m}`, stated: 'part', exact: true },
  // "a profit of $30m on sales of $200m, a margin of 15 percent"
  { form: `\\b(?:profit|income|earnings|surplus|loss|paid|pays|charged)[a-z ]{0,20} {part:m}(?: in [a-z]+)? on ${upTo(20)}{whole:m}${clause(20)}(?:, (?:or )?| (?:works out (?:to|at)|gives?|gave|means?|meant|makes?|made|is|was|represents?|represented|amounts? to|comes? to|came to) )an? (?:[a-z]+ )?(?:margin|return|rate) of {ratio:p}`, stated: 'ratio' },
  { form: `\\b(?:profit|income|earnings|surplus|loss) of ${LEAD}{part:m} (?:on|from) ${upTo(20)}{whole:m}${clause(20)}(?:, (?:or )?| (?:works out (?:to|at)|gives?|gave|means?|meant|makes?|made|is|was|represents?|represented|amounts? to|comes? to|came to) )an? (?:[a-z]+ )?(?:margin|return|rate) of {ratio:p}`, stated: 'ratio' },
].map(({ form, stated, alike, exact }: { readonly form: string; readonly stated: string; readonly alike?: boolean; readonly exact?: boolean }) => ({
  pattern: toPattern(form),
  reckon({ figure }: Reading) {
    const [part, whole, ratio] = [figure('part'), figure('whole'), figure('ratio')];
    if (alike && part.quantity.unit !== null && part.quantity.unit !== 'person' && part.quantity.unit !== whole.quantity.unit) return undefined;
    return share(part, whole, ratio, stated === 'ratio' ? ratio : part, exact);
  },
}));

/** "44 of the 80 seats, just over half": a share that is bounded */
const BOUNDED_SHARES: readonly Form[] = [
  `{ratio:z} of (?:the |its |their |all |all the |those )?{whole:c}(?: (?!and\\b|or\\b|but\\b)[a-z]+){0,2}(?:, (?:or |just |only )?| \\(){part:c}(?=[,)])`,
  `{part:mcd}(?: [a-z-]+){0,2} ${OF_ALL}{whole:mcd}${clause(40)}${OR.replaceAll('[pr]', '[prz]')}{ratio:z}${ENDS}`,
  `\\bof (?:the |its |their |all |those |these |all the )?{whole:mcd}${clause(50)}, (?:only |just )?{part:mcd}${clause(30)}(?:, (?:or )?| \\(| ?[–—] ?){ratio:z}(?=[,).]| [–—]|$)`,
  `{whole:mcd}${clause(30)}, of (?:which|whom) {part:mcd}${clause(30)}(?:, (?:or )?| \\(| ?[–—] ?){ratio:z}(?=[,).]| [–—]|$)`,
  `{part:mcd}${clause(20)}, (?:or )?{ratio:z} of (?:the |its |their |his |her )?${upTo(25)}{whole:mcd}`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => boundedShare(figure('part'), figure('whole'), figure('ratio')),
}));

/** "Some 412 voted for and 388 against. The Yes side thus had 51.5 percent" */
const SHARES_OF_BOTH: readonly Form[] = [
  `{one:c}(?: votes?| voted| ballots?| members?| people)? (?:in favou?r|for|yes|to leave|to remain) (?:and|to|against) {other:c}(?: votes?)? (?:against|no|opposed)\\b[^<>¶]{0,40}${NEXT_SENTENCE}[^<>;:¶]{0,50}\\b(?:had|has|won|got|took|received|secured|polled|is|was) {ratio:p}(?=[.,;)]|$| of (?:the )?(?:valid )?(?:votes?|poll|ballots?)\\b| to\\b)`,
  `{one:c}(?: votes?| voted| ballots?| members?| people)? (?:in favou?r|for|yes|to leave|to remain) (?:and|to|against) {other:c}(?: votes?)? (?:against|no|opposed)${clause(20)}(?:, or| \\(| ?[–—]|,) ?{ratio:p}(?=[,.)]| [–—]|$| (?:in favou?r|for|against)\\b)`,
].map(form => ({
  pattern: toPattern(form),
  reckon: ({ figure }: Reading) => shareOfBoth(figure('one'), figure('other'), figure('ratio')),
}));

/** "Some 65 percent of members backed it and 45 percent opposed it": together no more than all */
const BOTH_SIDES: readonly Form[] = [{
  pattern: toPattern(`{one:p}${clause(35)} (?:backed|supported|favou?red|approved(?: of)?|voted for|voted yes|said yes|agreed|were for|were in favou?r)(?: [a-z]+){0,3},? (?:and|while|but|with) {other:p} (?:opposed|opposing|disapproved|disagreed|rejected|voted against|voted no|said no|were against|against)\\b`),
  reckon: ({ figure }: Reading) => shareOfAll([figure('one')], figure('other'), false),
}];

/** "more than half of them, 46 percent": a bound that the percentage beside it does not keep */
const BOUND_AND_SHARE: readonly Form[] = [{
  pattern: toPattern(`{bound:z}${clause(30)}(?: \\(|, (?:or |some )?){ratio:p}(?=[,)])`),
  reckon: ({ figure }: Reading) => keepsBound(figure('bound'), figure('ratio')),
}];

/** "7 out of 20 beaches (35 percent)", "a third, or 33 percent" */
const FRACTIONS: readonly Form[] = [{
  pattern: toPattern(`{fraction:r}${clause(30)}(?: \\(|, or (?:about )?){ratio:p}(?=[,)])(?!,? of\\b)`),
  reckon: ({ figure }: Reading) => sameShare(figure('fraction'), figure('ratio')),
}];

export const SHARE_FORMS: readonly Form[] = [...SHARES, ...SHARES_OF_BOTH, ...BOTH_SIDES, ...BOUNDED_SHARES, ...BOUND_AND_SHARE, ...FRACTIONS];
