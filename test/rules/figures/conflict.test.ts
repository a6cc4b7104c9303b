import { conflict } from '../../../server/src/rules/figures/conflict.ts';
import { findQuantities } from '../../../server/src/language/quantities.ts';
import { buildDraft } from '../../../server/src/draft/build.ts';
import { buildAnalysis } from '../../../server/src/model/build.ts';
import { emptyContext } from '../../../server/src/model/context.ts';
import { summarize } from '../../../server/src/model/summary.ts';
import { testRule } from '../rule-tester.ts';

/** Another draft of the project that names a figure. */
function other(name: string, words: string, more: { asOf?: string; scope?: string } = {}) {
  const quantity = findQuantities(words)[0]!;
  return { others: [{ document: 'file:///other.md', cited: [], claimIds: [], namedFigures: [{ name, quantity, start: 4, end: 4 + words.length, words, ...more }], registries: [] }] };
}

/** The figures of another draft, as its summary gives them. */
function summarized(text: string) {
  return summarize(buildAnalysis(buildDraft(text), emptyContext('file:///other.md'))).figures!;
}

// Named figures
testRule(conflict, {
  valid: [
    { name: 'items of one list', text: 'The harbour office published the samples:\n\n- Basin 12: 41 micrograms of lead in each litre of water\n- Basin 14: 58 micrograms of lead in each litre of water\n' },
    { name: 'a quotation in two wordings is one fault, not that of its figures', text: '“No crew on this coast should be one storm away from ruin,” Ada Brandt said.\n\nLater Brandt said it again: “No crew on this coast should be two storms away from ruin.”' },
    'The toll is 20%. <!-- claim figure=toll -->\n\nAgain: 20 percent. <!-- claim figure=toll -->',
    { name: 'rounding', text: 'Sales were $1.28 billion. <!-- claim figure=sales -->\n\nSales of $1,284m. <!-- claim figure=sales -->' },
    { name: 'bounds', text: 'At least 40 ships sank. <!-- claim figure=ships -->\n\nIn all 52 ships sank. <!-- claim figure=ships -->' },
    { name: 'another scope', text: 'The toll is 20%. <!-- claim figure=toll scope=cars -->\n\nThe toll is 25%. <!-- claim figure=toll scope=lorries -->' },
    { name: 'another time', text: 'The toll was 20%. <!-- claim figure=toll as-of=2023 -->\n\nThe toll is 25%. <!-- claim figure=toll as-of=2024 -->' },
    { name: 'another time, from the words', text: 'In 2023 the toll was 20%. <!-- claim figure=toll -->\n\nIn 2024 it was 25%. <!-- claim figure=toll -->' },
    { name: 'another name', text: 'The toll is 20%. <!-- claim figure=toll -->\n\nThe fee is 25%. <!-- claim figure=fee -->' },
    { name: 'units that convert', text: 'The road is 10 km long. <!-- claim figure=road -->\n\nA road of 6.2 miles. <!-- claim figure=road -->' },
    { name: 'another draft agrees', text: 'The toll is 20%. <!-- claim figure=toll -->', context: other('toll', '20%') },
    { name: 'another draft, another scope', text: 'The toll is 20%. <!-- claim figure=toll scope=cars -->', context: other('toll', '25%', { scope: 'lorries' }) },
    { name: 'the configured unit', text: 'The toll is 20%. <!-- claim figure=toll -->', context: { figures: new Map([['toll', { synonyms: [], unit: 'percent' }]]) } },
  ],
  invalid: [
    {
      text: 'The toll is ⟦20%⟧. <!-- claim figure=toll -->\n\nThe toll is ⟦25%⟧. <!-- claim figure=toll -->',
      messages: ['“toll” is 20% here and 25% elsewhere; both claims name the same quantity, neither with a date of its own, and the two cannot both hold.', /^“toll” is 25% here and 20% elsewhere/],
      severities: [undefined, undefined],
      fixes: [
        { title: 'Use “25%” here', output: 'The toll is 25%. <!-- claim figure=toll -->\n\nThe toll is 25%. <!-- claim figure=toll -->' },
        { title: 'Use “20%” at the other place', output: 'The toll is 20%. <!-- claim figure=toll -->\n\nThe toll is 20%. <!-- claim figure=toll -->' },
        { title: /as-of/, output: 'The toll is 20%. <!-- claim figure=toll as-of=TK -->\n\nThe toll is 25%. <!-- claim figure=toll as-of=TK -->' },
        { title: /scope/ },
        { title: 'Mark as a different quantity', output: 'The toll is 20%. <!-- claim figure=toll-2 -->\n\nThe toll is 25%. <!-- claim figure=toll -->' },
      ],
    },
    {
      name: 'the value follows the figure', text: 'The toll is ⟦20%⟧. <!-- claim figure=toll value=20% -->\n\nThe toll is ⟦25%⟧. <!-- claim figure=toll value="25%" -->',
      fixes: [{ title: 'Use “25%” here', output: 'The toll is 25%. <!-- claim figure=toll value=25% -->\n\nThe toll is 25%. <!-- claim figure=toll value="25%" -->' }, { title: /./ }, { title: /./ }, { title: /./ }, { title: /./ }],
    },
    { name: 'overlapping times', text: 'The toll is ⟦20%⟧. <!-- claim figure=toll as-of=2024 -->\n\nThe toll is ⟦25%⟧. <!-- claim figure=toll as-of=2024-06 -->' },
    { name: 'a bound that is broken', text: 'At least ⟦40 ships⟧ sank. <!-- claim figure=ships -->\n\nIn all ⟦32 ships⟧ sank. <!-- claim figure=ships -->' },
    { name: 'a value that is not in the words', text: '⟦The fleet was lost.⟧ <!-- claim figure=ships value=12 -->\n\nSome ⟦32 ships⟧ sank. <!-- claim figure=ships -->' },
    { name: 'another draft', text: 'The toll is ⟦20%⟧. <!-- claim figure=toll -->', context: other('toll', '25%'), messages: [/25% in another draft/] },
    { name: 'units that cannot be compared', text: 'The toll is ⟦20%⟧. <!-- claim figure=toll -->', context: other('toll', '$25'), messages: [/one quantity has one unit/] },
    {
      name: 'not the configured unit', text: 'The toll is ⟦$20⟧. <!-- claim figure=toll -->', context: { figures: new Map([['toll', { synonyms: [], unit: 'percent' }]]) },
      messages: ['“toll” is measured in percent (claimcheck.yaml), and here it is $20.'], severities: ['warning'],
    },
  ],
});

// Inferred from the words
testRule(conflict, {
  valid: [
    { name: 'a change', text: 'The harbour fund grew from $14 million to $19 million.' },
    { name: 'two things', text: 'The council set aside $312 million for roads. A further $488 million goes to schools.' },
    { name: 'two years', text: 'Turnout was 61 percent in 2019.\n\nTurnout was 54 percent in 2023.' },
    { name: 'a peak against the present', text: 'The ferry tax peaked at 18% in spring. The ferry tax is now 9%.' },
    { name: 'a forecast against the outcome', text: 'The bank expects growth of 2.1 percent. Growth was 1.4 percent, the office found.' },
    { name: 'two companies', text: 'Profit at Halvard Steel was $31 million. At its rival, Bruun Metals posted a profit of $58 million.' },
    { name: 'a part of the whole', text: 'The list names 32 firms. Another 14 firms were warned.' },
    { name: 'which of them is said', text: 'The port has 41 cranes. The 12 cranes that failed are to be scrapped.' },
    { name: 'small groups', text: 'Two officers came at dawn. The four officers left at noon.' },
    { name: 'rounding', text: 'The bridge cost $1.28 billion. The $1.3 billion bridge opens in May.' },
    { name: 'her own and his', text: 'Her $4.5 billion fortune shrank. His $6.2 billion fortune grew.' },
    { name: 'the same digits in two sums that differ a hundredfold', text: 'It costs $2.5 million to build. It costs $250 million to run for years.' },
    { name: 'a table of several years', text: '| | 2024 | 2023 |\n| --- | --- | --- |\n| Net revenue | $81m | $74m |\n\nNet revenue was $81 million, the firm said.' },
    { name: 'parts of a table', text: '| Town | Seats |\n| --- | --- |\n| North | 31 |\n| South | 24 |' },
    { name: 'one party twice', text: 'The union counted 212 strikers at noon. Later the union put the number at 240.' },
    { name: 'agreeing parties', text: 'The union counted about 200 strikers. The port put the number at 212.' },
    { name: 'two disasters of a month', text: 'The flood killed 12 people in May 2021. The storm killed 31 people in May 2021.' },
    { name: 'another place is named', text: 'Goods worth 4 million euros were stolen from shops. Goods worth 6 million euros were stolen from shops in Bruun.' },
    { name: 'his and hers', text: 'He was fined $4,000 by the league. She was fined $6,000 by the league.' },
    { name: 'costs of two things', text: 'The tunnel will cost £3bn to build, the ministry said. It will cost £200m a year to run, the union said.' },
    { name: 'another child of hers', text: 'Ann Berg has a 21-year-old son at school in Norway. Ann Berg has a 14-year-old daughter at school in Norway.' },
    { name: 'two of one family', text: 'Ann Berg, 52, sold the yard. Her son, Tom Berg, 27, runs it.' },
    { name: 'another draft, by default', text: 'In 2024 the ferry tax in Ostra Bay stood at 18%.', context: { others: [{ document: 'file:///other.md', cited: [], claimIds: [], namedFigures: [], registries: [], figures: summarized('In 2024 the ferry tax in Ostra Bay stood at 12%.') }] } },
    { name: 'another draft, another year', options: { 'across-drafts': true }, text: 'In 2024 the ferry tax in Ostra Bay stood at 18%.', context: { others: [{ document: 'file:///other.md', cited: [], claimIds: [], namedFigures: [], registries: [], figures: summarized('In 2022 the ferry tax in Ostra Bay stood at 12%.') }] } },
    { name: 'earlier reports', text: 'The blast killed 14 people. Earlier reports put the toll at 17.' },
    { name: 'the sum of what was just given', text: 'The reds had 17 corners to Marlow’s 8. Of those 25 corners, 11 led to a shot.' },
    { name: 'people who act', text: 'Ann Tull put the hosts ahead after 9 minutes. The winger Jo Moe made it three.' },
    { name: 'what was expected and what came', text: 'Sales were $3.1 billion, the company said. Sales would be $3.4 billion, analysts said.' },
    { name: 'two towns', text: 'About 3,000 people joined the march in Ostra. About 7,000 people joined the march in Bruun.' },
    { name: 'an index of so many', text: 'The 20-town index of rents rose in May. In May rents rose in 13 towns.' },
    { name: 'marked as different quantities', text: 'She signed a three-year contract. <!-- claim figure=contract value="three-year" -->\n\nThe two-year deal has no exit. <!-- claim figure=contract-2 value="two-year" -->' },
    { name: 'a part of so many', text: 'Rents rose in 18 of 20 towns.\n\nRents also rose in 13 towns in May.' },
    { name: 'two of a family, each found', text: 'Police found Dan Moe, 41, in the shed.\n\nOwen Moe, 9, was found in the kitchen.' },
    { name: 'what somebody did at two ages', text: 'Ann Berg wrote her first book of verse at age 29.\n\nAnn Berg, who wrote much verse, died at age 83.' },
    { name: 'two payments', text: 'The district agreed to pay $100,000 to the family.\n\nThe district also agreed to pay $13,000 for doctors.' },
    { name: 'what two votes would do', text: 'A 4-4 vote by the board would leave the plan in place.\n\nA 5-3 vote would leave the plan in place.' },
    { name: 'two ages, each of its own', text: 'The 41-year-old captain, Ann Berg, thanked Lars Moe.\n\nAnn Berg and Lars Moe, 52, sailed on.' },
    { name: 'shares of two groups', text: 'The desk rated 32% of men’s claims as false.\n\nThe desk rated 22% of women’s claims as false.' },
    { name: 'an attack and another', text: 'In one attack, a bomb in Ostra killed 26 people.\n\nA bomb in Ostra killed 11 people.' },
    { name: 'a headline that rounds', text: '# Ostra Ferry Sold for $13M\n\nThe Ostra ferry line was sold for $12.7 million on Monday.' },
    { name: 'a headline that adds up', text: '# 12 Ships Held in Ostra Row\n\nThe Ostra port held seven ships in the row over fuel. Five more were turned away.' },
    { name: 'a headline that counts who did it', text: '# Ostra Gunman Kills 5, Himself\n\nSix people are dead after a gunman opened fire in Ostra.' },
    { name: 'a headline with another of the text’s figures', text: '# Ostra Yard Loses $40M\n\nThe Ostra yard built ships worth $90 million.\n\nIt lost $40 million in all.' },
    { name: 'entries of a running log', text: '6:15 p.m.\n\nLind has won 31 seats so far in Ostra.\n\n7:40 p.m.\n\nLind has won 48 seats so far in Ostra.' },
    { name: 'a list of who has what', text: 'Berg has 69 seats, Moe has 41 and Lind has seven.\n\nMoe has 28 seats, Berg has 22 and Lind has five.'.replace('28 seats, Berg has 22', '41 seats, Berg has 69').replace('five', 'seven') },
    { name: 'each payment its own', text: 'The port paid $110,000 in rent on June 9.\n\nThe port paid $4 million for cranes.' },
    { name: 'what one party did and what was done to it', text: 'The club has paid its agents more than $260,000.\n\nThe club was paid $125,000 by its sponsor.' },
    { name: 'two groups asked', text: 'For women in Ostra, the jobless rate is 31 percent.\n\nThe jobless rate for men in Ostra is 12 percent.' },
    { name: 'on two conditions', text: 'If a storm comes, the repair costs the port $4 million.\n\nIf none comes, the repair costs the port $1 million.' },
    { name: 'an average and a total', text: 'The yard builds 12 ships on average in Ostra.\n\nThe yard builds 31 ships in Ostra.' },
    { name: 'a daily rate and a sum', text: 'The pump moves 900 litres per minute.\n\nThe pump moves 400 litres.' },
    { name: 'the earlier mark', text: 'Ostra counted 4 million cases.\n\nThe mark came two weeks after Ostra had counted 3 million cases.' },
    { name: 'one of two is restated', text: 'The ring was expected to fetch $20,000 but sold for $120,000.\n\nThe ring fetched $120,000.' },
    { name: 'who was hurt and who died', text: 'A wall fell and killed one person at the Ostra fair.\n\nOne person died and 100 were injured when a wall fell at the Ostra fair.' },
    { name: 'goals counted on', text: 'Moe scored his second goal in the 40th minute.\n\nMoe scored his third goal near the end.' },
    { name: 'places of two poems', text: '“Salt” is the first poem of the cycle.\n\n“Tide” is the fourth poem of the cycle.' },
    { name: 'reported speech of two things', text: 'Police said 12 cars burned, and the mayor said 14 houses burned.' },
  ],
  invalid: [
    { name: 'magnitude', text: 'The council adopted a ⟦$317 million⟧ budget.\n\nThe ⟦$317 billion⟧ plan is law.', messages: [/the digits are the same and the scale is not/], severities: ['warning', 'warning'] },
    {
      name: 'one value at several places', text: 'The council adopted a ⟦$317 million⟧ budget.\n\nThe ⟦$317 billion⟧ plan is law.\n\nThe ⟦$317 million⟧ budget pays for roads.',
      fixes: [{ title: 'Use “$317 billion” at all 2 places', output: 'The council adopted a $317 billion budget.\n\nThe $317 billion plan is law.\n\nThe $317 billion budget pays for roads.' }, { title: 'Use “$317 million” at the other place' }, { title: /Name both/ }, { title: /different/ }],
    },
    { name: 'digits in another order', text: 'The survey reached ⟦3,140 nurses⟧ in May.\n\nAll ⟦3,410 nurses⟧ answered.', messages: [/both count the nurse, in the same digits/] },
    {
      name: 'a known thing', text: 'She signed a ⟦three-year contract⟧.\n\nThe ⟦two-year deal⟧ has no exit.'.replace('⟦three-year contract⟧', '⟦three-year⟧ contract').replace('⟦two-year deal⟧', '⟦two-year⟧ deal'),
      fixes: [
        { title: 'Use “two-year” here', output: 'She signed a two-year contract.\n\nThe two-year deal has no exit.' },
        { title: 'Use “three-year” at the other place', output: 'She signed a three-year contract.\n\nThe three-year deal has no exit.' },
        { title: 'Name both as one figure (contract)', output: 'She signed a three-year contract. <!-- claim figure=contract value="three-year" -->\n\nThe two-year deal has no exit. <!-- claim figure=contract value="two-year" -->' },
        { title: 'Mark as different quantities', output: 'She signed a three-year contract. <!-- claim figure=contract value="three-year" -->\n\nThe two-year deal has no exit. <!-- claim figure=contract-2 value="two-year" -->' },
      ],
    },
    { name: 'modifiers in another order', text: 'The tax on ferries stands at ⟦18%⟧.\n\nThe ferry tax of ⟦12%⟧ is due on board.' },
    { name: 'the same sentence again', text: 'Ostra Bay has ⟦six piers⟧.\n\nOstra Bay has ⟦nine piers⟧ for big ships.'.replace('Ostra Bay has ⟦six', 'The harbour at Ostra Bay has ⟦six').replace('\n\nOstra Bay has', '\n\nThe harbour at Ostra Bay has') },
    { name: 'a table and the prose', text: '| | 2024 | 2023 |\n| --- | --- | --- |\n| Net revenue | ⟦$81m⟧ | $74m |\n\nNet revenue was ⟦$18 million⟧, the firm said.' },
    {
      name: 'two parties', text: 'The union counted ⟦212 strikers⟧ at noon. The port put the number at ⟦140⟧.', severities: ['information', 'information'],
      messages: ['Sources differ: here “The union” gives “212 strikers”, elsewhere “the port” gives “140”.'.replace('the port', 'The port'), /here “The port” gives “140”/],
    },
    { name: 'two parties in the same words', text: 'The walkout costs the port ⟦€3m a day⟧, Dockunion says. Harbourco says the walkout costs it ⟦€5m a day⟧.', severities: ['information', 'information'] },
    { name: 'two forecasts', text: 'Jo Lind, a broker, said she expected sales of ⟦700,000 units⟧ in the first year. The firm’s chief, Tom Ode, expects sales of ⟦1.2 million units⟧ in the first year.', severities: ['information', 'information'] },
    { name: 'one body under a shorter name', text: 'The yard employs ⟦340 welders⟧ in all, Opal Research said. The yard employs ⟦290 welders⟧ in all, Opal said.', severities: ['warning', 'warning'] },
    { name: 'a cost and what would be paid', text: 'The ministry puts the cost of the tunnel at ⟦£420m a year⟧. The tunnel would cost ⟦£900m a year⟧, the union said.', severities: ['information', 'information'] },
    { name: 'a clause in other words', text: 'But about ⟦4,100 people⟧ remained without mains power on Monday.\n\nAbout ⟦4,800 people⟧ are still without mains power.' },
    { name: 'subject and count changed about', text: 'It counted ⟦11,200 families⟧ on the housing register.\n\nThe housing register now stands at ⟦11,700 families⟧.' },
    { name: 'the crowd and the attendance', text: 'The crowd was announced as ⟦21,304⟧.\n\nThe attendance, ⟦21,403⟧, was the best of the season.' },
    { name: 'a point made second', text: 'Second, her canvassers rang ⟦540,000 bells⟧.\n\nHer canvassers, who rang ⟦450,000 bells⟧, slept.' },
    { name: 'two parties in one sentence', text: 'The agency says ⟦31⟧ and the ministry says ⟦28⟧.', severities: ['information', 'information'] },
    { name: 'it, with a named body', text: 'The weather office gave the depth as ⟦6.8 metres⟧; the coastguard made it ⟦5.1⟧.' },
    { name: 'people who work there', text: 'The yard employs ⟦3,400 people⟧ in Ostra.\n\nIts ⟦4,300 employees⟧ will be told on Monday.' },
    { name: 'the dead', text: 'The blast killed ⟦14 people⟧ on Sunday.\n\nFriends of the ⟦41 victims⟧ met.' },
    { name: 'an age', text: 'Ann Berg, ⟦52⟧, was found guilty.\n\nBerg, ⟦53⟧, will appeal.', messages: [/both give the age of/] },
    { name: 'an age in the same words', text: 'Ann Berg is the ⟦21-year-old⟧ chess champion from Norway.\n\nAnn Berg is Norway’s ⟦20-year-old⟧ chess champion.' },
    { name: 'what a study found', text: '⟦Nine million Danes⟧ have hay fever.\n\nA recent study estimated that ⟦14 million Danes⟧ have hay fever.' },
    { name: 'a vote', text: 'The council voted ⟦7-4⟧ for the plan.\n\nAfter the ⟦8-3⟧ vote, cheers broke out.' },
    { name: 'a verb of the same meaning, in another voice', text: 'A gas blast in the Ostra market killed ⟦51 people⟧ on Wednesday.\n\nIn all, ⟦70 people⟧ were killed on Wednesday when gas exploded at the Ostra market.' },
    { name: 'in the same words', text: 'Moe had ⟦three sons⟧.\n\nMoe had ⟦two sons⟧, Lars and Jo.', messages: [/both count the son \(“Moe” and “sons”\)/] },
    { name: 'a rate', text: 'The pump moves ⟦900 litres per minute⟧.\n\nThe pump in the dock moves ⟦400 litres per minute⟧.' },
    { name: 'far below an upper bound', text: 'The plant makes up to ⟦600 million bolts⟧ a week.\n\nThe plant makes only ⟦100 bolts⟧ a week.'.replaceAll(' a week', ' per week') },
    { name: 'a share', text: 'Doctors gave her an ⟦85%⟧ chance of recovery.\n\nDoctors gave her a ⟦50%⟧ chance of recovery after the fall.' },
    { name: 'a change up and down', text: 'The ferry line saw a ⟦28%⟧ increase in complaints.\n\nThe ferry line saw a ⟦28%⟧ fall in complaints.', messages: [/one goes up where the other goes down/] },
    { name: 'two directions', text: 'Ferry sales rose ⟦46 percent⟧ in Ostra.\n\nFerry sales in Ostra fell ⟦46 percent⟧.' },
    { name: 'a place in a row', text: '“Salt” is the ⟦fourth and final⟧ poem of the Ostra cycle.\n\n“Salt” is the ⟦first⟧ poem of the Ostra cycle.' },
    { name: 'one term of office', text: 'Mayor Ann Moe is serving her ⟦third⟧ term in Ostra.\n\nAnn Moe, mayor since the flood, is serving her ⟦fourth⟧ term.' },
    { name: 'the headline and the text', text: '# Ferry Blast Kills 14 in Ostra\n\nA blast on a ferry killed 17 people in Ostra on Monday.'.replace('14', '⟦14⟧').replace('17 people', '⟦17 people⟧') },
    { name: 'a headline figure that the text does not have', text: '# Ostra Ferry Line Sold for ⟦$14M⟧\n\nThe owner of the Ostra ferry line, founded in 1931, said on Monday it had let the boats go for ⟦$41 million⟧ after a long row.', messages: [/^“\$14M” here and “\$41 million” elsewhere cannot both hold: the headline’s figure stands nowhere in the text, and its first sentences give another/] },
    { name: 'an age before the name', text: 'The ⟦41-year-old⟧ captain, Ann Berg, thanked them.\n\nAnn Berg is ⟦43⟧.'.replace('⟦43⟧', '⟦43 years old⟧') },
    { name: 'the subject before “which”', text: 'Harbourco, which has built ⟦13 ferries⟧, is for sale.\n\nHarbourco has built ⟦18 ferries⟧.' },
    { name: 'a stretch of time', text: 'The trial lasted ⟦11 days⟧.\n\nThe ⟦12-day⟧ trial heard many witnesses.' },
    { name: 'a verb and its noun', text: 'He was sentenced to ⟦12 years⟧ in prison.\n\nHis ⟦15-year⟧ sentence begins in June.' },
    { name: 'the two parties in one sentence', text: 'The government says ⟦12,000 homes⟧ burned, while the Red Cross puts the figure at ⟦20,000⟧.', severities: ['information', 'information'] },
    {
      name: 'another draft, where the desk asks for it', options: { 'across-drafts': true },
      text: 'In 2024 the ferry tax in Ostra Bay stood at ⟦18%⟧.',
      context: { others: [{ document: 'file:///other.md', cited: [], claimIds: [], namedFigures: [], registries: [], figures: summarized('In 2024 the ferry tax in Ostra Bay stood at 12%.') }] },
      messages: ['“18%” here and “12%” in another draft cannot both hold: both give the ferry tax.'], severities: ['warning'],
    },
  ],
});
