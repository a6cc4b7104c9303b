// Quantities: what the reader takes for a figure, its value, unit and bound, and what it leaves alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findQuantities, readHeadUnit, readQuantity, withHeadUnit } from '../../server/src/language/quantities.ts';

/** Each quantity on one line: `words = bound value[..upper] unit kind`. */
function lines(text: string): string[] {
  return findQuantities(text).map(q => `${text.slice(q.start, q.end)} = ${q.bound === '=' || q.bound === 'range' ? '' : q.bound}${q.value}${q.upper === null ? '' : `..${q.upper}`} ${q.unit ?? '-'} ${q.kind}`);
}

function check(text: string, ...expected: string[]): void {
  test(text.length > 80 ? `${text.slice(0, 79)}…` : text, () => assert.deepEqual(lines(text), expected));
}

// Percentages and points
check('Rents rose 4.5% while wages rose 3 per cent.', '4.5% = 4.5 percent percent', '3 per cent = 3 percent percent');
check('Its share slipped two percentage points, or 15 basis points a month.', 'two percentage points = 2 percentage point percent', '15 basis points = 15 basis point percent');
check('They hope for a quarter-point cut after a 40bp move.', 'quarter-point = 0.25 percentage point percent', '40bp = 40 basis point percent');
check('Output shrank by -0.4% in spring.', '-0.4% = -0.4 percent percent');

// Money
check('The bridge cost $1.2bn, £450m and €3.4 million.', '$1.2bn = 1200000000 USD money', '£450m = 450000000 GBP money', '€3.4 million = 3400000 EUR money');
check('It paid US$5 billion, A$2.5 million and $NZ40m.', 'US$5 billion = 5000000000 USD money', 'A$2.5 million = 2500000 AUD money', '$NZ40m = 40000000 NZD money');
check('The order is worth 9 billion Australian dollars or RMB 40 billion.', '9 billion Australian dollars = 9000000000 AUD money', 'RMB 40 billion = 40000000000 CNY money');
check('Output grew from 8.4 to 8.9 million tonnes, and profit from $2.1 to $2.6 billion.', '8.4 = 8400000 tonne measure', '8.9 million tonnes = 8900000 tonne measure', '$2.1 = 2100000000 USD money', '$2.6 billion = 2600000000 USD money');
check('The toll brings in €90m a year from 2029, and €6 a year from now.', '€90m a year = 90000000 EUR per year money', '€6 = 6 EUR money');
check('Dozens of barges sank, and the port lost tens of millions of euros.', 'Dozens of barges = 12..120 barge count', 'tens of millions of euros = 10000000..100000000 EUR money');
check('Hundreds of them fled, thousands of years ago; a couple of hundreds of meals were cooked.');
check('It took two and a half hours, three million and a half bricks and four and two-thirds pints.', 'two and a half hours = 2.5 hour duration', 'three million and a half bricks = 3500000 brick count', 'four and two-thirds pints = 4.666666666666667 pint measure');
check('One million two hundred came, and a quarter of them left.', 'One million two hundred = 1000200 - number', 'a quarter = 0.25 - ratio');
check('The fare is three dollars and 50 cents, or two pounds 20 pence.', 'three dollars and 50 cents = 3.5 USD money', 'two pounds 20 pence = 2.2 GBP money');
check('They bought three dozens of eggs and drank seven fifths of it in five quarters.', 'three dozens = 36 - number', 'seven fifths = 1.4 - number', 'five quarters = 5 quarter count');
check('Crude sold at $68.20 a barrel.', '$68.20 a barrel = 68.2 USD per barrel money');
check('A coffee costs 19 cents more than in May.', '19 cents = 19 cent money');
check('The lake held Rs 500 crore in grants.', 'Rs 500 crore = 5000000000 INR money');
check('Revenue was $6.8 billion a year earlier.', '$6.8 billion = 6800000000 USD money');

// Words
check('Two million homes and half a million shops lost power.', 'Two million homes = 2000000 home count', 'half a million shops = 500000 shop count');
check('One hundred and twenty-five lawmakers signed.', 'One hundred and twenty-five lawmakers = 125 lawmaker count');
check('About a dozen boats sank.', 'a dozen boats = ~12 boat count');
check('She waited two and a half hours.', 'two and a half hours = 2.5 hour duration');
check('He served 2½ years.', '2½ years = 2.5 year duration');

check('Two hundred and three thousand bricks, three lakh crore rupees and several hundred thousand tiles.', 'Two hundred and three thousand bricks = 203000 brick count', 'three lakh crore rupees = 3000000000000 INR money');
check('They kept one fifth, and lost it by a third.', 'one fifth = 0.2 - ratio', 'a third = 0.3333333333333333 - ratio');
check('One fifth man and a third woman came on the twenty-fifth of the month.');
check('It weighs three twenty-fifths of a gram, one two three.', 'three twenty-fifths of a gram = 0.12 gram measure', 'two = 2 - number', 'three = 3 - number');
check('He mixed three-quarters billion litres with two and fifty-four hundredths grams.', 'three-quarters billion litres = 750000000 litre measure', 'two and fifty-four hundredths grams = 2.54 gram measure');
check('It cost one billion and a half million pesos.', 'one billion and a half million pesos = 1000500000 MXN money');
check('She read nine point nought four, then minus one.', 'nine point nought four = 9.04 - number', 'minus one = -1 - number');
check('A negative 3% return came after he tested negative two days before.', 'negative 3% = -3 percent percent', 'two days = 2 day duration');
check('They sold 3 hundred and 21 tickets and 4 thousand 3 hundred chairs.', '3 hundred and 21 tickets = 321 ticket count', '4 thousand 3 hundred chairs = 4300 chair count');
check('The odds are one over 20, but no one over 21 may enter.', 'one over 20 = 0.05 - ratio', '21 = >21 - number');

// Digits in every dress
check('Light covers 3×10^8 metres, 2.5e6 miles or 1.3x10⁶ kilometres.', '3×10^8 metres = 300000000 metre measure', '2.5e6 miles = 2500000 mile measure', '1.3x10⁶ kilometres = 1300000 kilometre measure');
check('The dose was 6×10−4 grams.', '6×10−4 grams = 0.0006 gram measure');
check('About 40 000 homes, 1 250 000 trees, 1’500 sheep and €1.250.000,50.', '40 000 homes = ~40000 home count', '1 250 000 trees = 1250000 tree count', '1’500 sheep = 1500 sheep count', '€1.250.000,50 = 1250000.5 EUR money');
check('Lots 22,24,26 hold 40 737 Jets.', '24 = 24 - number', '26 = 26 - number', '40 = 40 - number', '737 Jets = 737 jet count');
check('Add 1/16 of a pint, 2/3 and 3/4 cup, but not on 3/4.', '1/16 of a pint = 0.0625 pint measure', '2/3 = 0.6666666666666666 - ratio', '3/4 cup = 0.75 cup measure');

// Currencies of the world, with the scale wherever it stands
check('It lost 75 USD million, 120 MEUR, EURm 4, 3 SEKbn and R500 million.', '75 USD million = 75000000 USD money', '120 MEUR = 120000000 EUR money', 'EURm 4 = 4000000 EUR money', '3 SEKbn = 3000000000 SEK money', 'R500 million = 500000000 ZAR money');
check('A meal is 300 Danish crowns, 40 Deutsche marks, 12 Moroccan dirhams or 90 birr.', '300 Danish crowns = 300 DKK money', '40 Deutsche marks = 40 DEM money', '12 Moroccan dirhams = 12 MAD money', '90 birr = 90 ETB money');
check('The fare rose to 15 dollars 50, the best marks to 40.', '15 dollars 50 = 15.5 USD money', '40 = 40 - number');
check('In 2007’s $5 million case R2 tried 3 USD50 cards.', '$5 million = 5000000 USD money', 'USD50 = 50 USD money');

// Counted nouns are singular, adjectives skipped
check('The list names 32 small Norwegian companies.', '32 small Norwegian companies = 32 company count');
check('Fourteen police officers and 12 men came.', 'Fourteen police officers = 14 officer count', '12 men = 12 man count');
check('A 12-member panel met 200 families.', '12-member = 12 member count', '200 families = 200 family count');

test('what is counted is known with its adjectives and nouns, adverbs and participles left out', () => {
  const counted = (text: string) => findQuantities(text).map(q => q.counted ?? q.unit);
  assert.deepEqual(counted('They sold 32 small Norwegian companies, nine smaller oil firms and 4 recently painted steam-driven ferries.'), ['small Norwegian company', 'small oil firm', 'steam-driven ferry']);
  assert.deepEqual(counted('Six charging stations, 200 families and dozens of job cuts.'), ['station', 'family', 'job cut']);
  assert.deepEqual(counted('They met 18 Scottish and Welsh farmers over 50 previous years.'), ['Scottish Welsh farmer', 'year']);
  assert.deepEqual(counted('He lent 12 of his old tractors.'), ['old tractor']);
  assert.deepEqual(counted('The top three rowers met over the previous two sessions and the previous 50 years.'), ['top rower', 'previous session', 'year']);
  assert.equal(findQuantities('He lent 12 of his old tractors.')[0]?.unit, null);
});

// Ages and numbers that share a unit
check('She was 10 when he turned 40; the limit is the age of 5 years.', '10 = 10 year age', '40 = 40 year age', '5 years = 5 year age');
check('He was 10 points ahead and she is 3 up.', '10 points = 10 point measure', '3 = 3 - number');
check('Buy a 7- or 8-inch pipe and a 5 C melting point.', '7 = 7 inch measure', '8-inch = 8 inch measure', '5 C = 5 degree Celsius temperature');
check('It drank 1/3 of a US pint.', '1/3 of a US pint = 0.3333333333333333 pint measure');

// Multiples, odds and lengths of time
check('Rents nearly doubled to 900 euros and a fivefold rise followed; output halved.', 'doubled = ~2 time ratio', '900 euros = 900 EUR money', 'fivefold = 5 time ratio', 'halved = 0.5 time ratio');
check('She doubled down, he doubled as a waiter, and the aim was twofold; they doubled back.');
check('It took an hour and a half, a mile and a quarter and an apple and a half.', 'an hour and a half = 1.5 hour duration', 'a mile and a quarter = 1.25 mile measure');
check('One-in-five riders had a 1-in-21 chance at a 3:1 ratio by 3:15.', 'One-in-five = 0.2 - ratio', '1-in-21 = 0.047619047619047616 - ratio', '3:1 = 3..1 - score');
check('A lead of half-point size and a half-point hike of 5′11″.', 'half-point = 0.5 point measure', 'half-point = 0.5 percentage point percent', '5′11″ = 5.916666666666667 foot measure');
check('A couple of weeks later a couple hundred geese came to the couple of the year.', 'A couple of weeks = ~2 week duration', 'a couple hundred geese = ~200 goose count');

check('One lorry caught fire, one former police chief said, and one sign read “No”.', 'One lorry = 1 lorry count', 'one former police chief = 1 chief count', 'one sign = 1 sign count');
check('Fans are “90%” sure, or ‘80%’.', '90% = 90 percent percent', '80% = 80 percent percent');
// Bounds between a number and what it counts, and fractions in hyphens
check('They need 20 or more cooks, 30-plus years and 90-odd smaller boats, or 20 or fewer.', '20 or more cooks = >=20 cook count', '30-plus years = >=30 year duration', '90-odd smaller boats = ~90 boat count', '20 = <=20 - number');
check('40 of them, of whom a third are old and of which a second is new.', '40 = 40 - number', 'a third = 0.3333333333333333 - ratio');
check('A drop of a third, sales up a quarter, 40 of them, or a fifth; a fall of a second mast, up a third flight.', 'a third = 0.3333333333333333 - ratio', 'a quarter = 0.25 - ratio', '40 = 40 - number', 'a fifth = 0.2 - ratio');
check('A three-and-a-half-hour film, a 2-and-a-half-mile walk and half of 1 percent.', 'three-and-a-half-hour = 3.5 hour duration', '2-and-a-half-mile = 2.5 mile measure', 'half of 1 percent = 0.5 percent percent');
check('Between one and two million came to 12 m² at 15 cents per kilowatt-hour.', 'one and two million = 1000000..2000000 - number', '12 m² = 12 square metre measure', '15 cents per kilowatt-hour = 15 cent per kilowatt hour money');
check('One shot rang out, one paid helper fled, and that’s one that’s made of tin; a 4K TV fell.', 'One shot = 1 shot count', 'one paid helper = 1 helper count');

check('Tickets hold on 23 or 27 October and on 3, 4 and 9 May; it has 3, 4 or 5 rooms.', '3 = 3 - number', '4 or 5 rooms = 4..5 room count');
check('Between 1200 and 1400 workers spent 5 and a half hours, or 10 and a quarter.', '1200 and 1400 workers = 1200..1400 worker count', '5 and a half hours = 5.5 hour duration', '10 and a quarter = 10.25 - number');
// Initials, demonyms, possessives, headlines
check('Two U.S. soldiers and three U.K.-based nurses met 11 Iraqis.', 'Two U.S. soldiers = 2 soldier count', 'three U.K.-based nurses = 3 nurse count', '11 Iraqis = 11 iraqi count');
check('Ohio’s 12 mills and the court’s 5-to-4 ruling.', '12 mills = 12 mill count', '5-to-4 = 5..4 - score');
check('Late Floods Kill 12', '12 = 12 - number');
check('Leeds beat Hull 3-1, then Dutton 45-40.', '3-1 = 3..1 - score', '45-40 = 45..40 - score');
check('Tony Hale, Pool Legend, Dead at 84', '84 = 84 year age');
check('Bear Chases Boy, 8', '8 = 8 year age');
check('A six-second clip for the four-man crew of the two-round final.', 'six-second = 6 second duration', 'four-man = 4 man count', 'two-round = 2 round count');
check('Prices rose to 12.5 from 11.2 percent in the last 18 to 24 months.', '12.5 = 12.5 percent percent', '11.2 percent = 11.2 percent percent', '18 to 24 months = 18..24 month duration');

// Units
check('The car did 120 km/h over 5,000 square feet of ice.', '120 km/h = 120 kilometre per hour measure', '5,000 square feet = >5000 square foot measure');
check('It was minus 5 degrees Celsius, or 23°F.', 'minus 5 degrees Celsius = -5 degree Celsius temperature', '23°F = 23 degree Fahrenheit temperature');
check('The field gives 1.5 million barrels a day.', '1.5 million barrels a day = 1500000 barrel per day measure');
check('A 42-year-old man and Ann Lee, 31, were held.', '42-year-old = 42 year age', '31 = 31 year age');

// Ranges, and changes that are none
check('Growth of 10–15% is likely.', '10–15% = 10..15 percent percent');
check('It takes between 3 and 5 weeks.', '3 and 5 weeks = 3..5 week duration');
check('The scheme costs $2m to $3m, or $10-15 million in all.', '$2m to $3m = 2000000..3000000 USD money', '$10-15 million = 10000000..15000000 USD money');
check('Crude rose $1.10 to $68.20 a barrel.', '$1.10 = 1.1 USD money', '$68.20 a barrel = 68.2 USD per barrel money');
check('Staff grew from 118 to 126.', '118 = 118 - number', '126 = 126 - number');
check('The index was up 3% to 145.', '3% = 3 percent percent', '145 = 145 - number');
check('Fares range from $2 to $4.', '$2 to $4 = 2..4 USD money');

// Bounds before and after
check('At least 40 people died and no more than 20% voted.', '40 people = >=40 person count', '20% = <=20 percent percent');
check('Nearly 60 staff, up to 12 guests, fewer than 10 cases.', '60 staff = ~60 staff count', '12 guests = <=12 guest count', '10 cases = <10 case count');
check('They want 500 seats or more, 300+ beds.', '500 seats = >=500 seat count', '300+ beds = >=300 bed count');
check('It holds as much as 35 litres.', '35 litres = <=35 litre measure');

// Shares, scores
check('One in five drivers and three out of 10 riders fell.', 'One in five = 0.2 - ratio', 'three out of 10 = 0.3 - ratio');
check('Two-thirds of voters and a third of the board agreed.', 'Two-thirds = 0.6666666666666666 - ratio', 'a third = 0.3333333333333333 - ratio');
check('The council voted 7-4 and the team lost 1–3.', '7-4 = 7..4 - score', '1–3 = 1..3 - score');

// No quantities
for (const text of [
  'He was mayor from 2014 to 2019 and left in May 1987.', 'They met on Sept. 19, 2025, at 10 a.m. and at 4:30.', 'The 22nd amendment and the third quarter.',
  'A Boeing 737 landed by Highway 61, Section 3.', 'See p. 3, pp. 7-9 and No. 5.', 'Call 555-0142 or (020) 7946-0001.', 'The F-16 and the G20 and Covid-19.',
  'In the 1990s and the ’80s.', 'The P5+1 met 7-Eleven, 3M and the rapper 50 Cent.', 'She called +44 20 7946 0958.', 'Read v3.1.4, PM2.5, iOS 17.2 and H.R. 1234.', 'They watched the Six Nations and read Fifty Shades.', 'In 1066 and 1492, and between 1121 and 1128.', 'His ZIP code 90210.', 'Calls to 911 rose; a 911 call came.', 'The Group of Seven and the Gang of Four met in the last 16 and the top 100.', '7. Rivers', 'In 774, a monk wrote.', 'iOS 7 Is Causing Much Motion Sickness', 'A Boeing 737-800 and a 50/50 plan.', 'The fort fell in A.D. 900, between AD 850 and 1000, or in 300 BC.', 'They live at 9 E 71st St, at 22 Ave Montaigne and 12 Old Mill Road.', 'No one knew; one of the men was the one.', 'The date is 2025-09-19 or 9/19/2025.', 'It was the second half of the year.', 'The S&P 500 fell.',
]) check(text);

test('a claim’s value is read alone, a year-like number included', () => {
  assert.equal(readQuantity('2024')?.value, 2024);
  assert.deepEqual([readQuantity('at least 32 companies')?.bound, readQuantity('at least 32 companies')?.unit], ['>=', 'company']);
  assert.deepEqual([readQuantity('10–15%')?.value, readQuantity('10–15%')?.upper], [10, 15]);
  assert.equal(readQuantity('20% and 25%'), undefined);
  assert.equal(readQuantity('several'), undefined);
});

test('heads of tables give the numbers under them their unit and scale', () => {
  const unit = (head: string) => {
    const read = readHeadUnit(head);
    return read && `${read.scale} ${read.unit ?? '-'} ${read.kind}`;
  };
  assert.deepEqual(['Income ($m)', 'Costs, £bn', 'Votes (%)', 'Trips in km', 'Staff (thousands)', 'US$ million', 'Grants (in millions of euros)', 'Age (years)', 'Miles', 'Sales (SEKm)', 'Land [sq km]'].map(unit), ['1000000 USD money', '1000000000 GBP money', '1 percent percent', '1 kilometre measure', '1000 - number', '1000000 USD money', '1000000 EUR money', '1 year age', '1 mile measure', '1000000 SEK money', '1 square kilometre measure']);
  assert.deepEqual(['Year', 'Change', 'Members', 'Rank (m)', 'Grants in 2021', 'Deaths (per 100,000)', 'Day', '', '('].map(unit), Array(9).fill(undefined));
  const [number] = findQuantities('12.5');
  assert.deepEqual(withHeadUnit(number!, readHeadUnit('Income ($m)')!), { ...number!, value: 12_500_000, unit: 'USD', kind: 'money', precision: 50_000, fromHead: true });
  const [percent] = findQuantities('12.5%');
  assert.equal(withHeadUnit(percent!, readHeadUnit('Income ($m)')!), percent);
});

test('precision is half the last place written', () => {
  const precision = (text: string) => findQuantities(text)[0]?.precision;
  assert.equal(precision('145%'), 0.5);
  assert.equal(precision('$1.2 billion'), 50_000_000);
  assert.ok(Math.abs(precision('6.25%')! - 0.005) < 1e-12);
  assert.equal(precision('3,000 men'), 500);
  assert.equal(precision('two million men'), 500_000);
});

/** A whole number in English words. */
function spell(n: number): string {
  const ones = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
  const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
  if (n < 20) return ones[n]!;
  if (n < 100) return n % 10 === 0 ? tens[n / 10]! : `${tens[Math.floor(n / 10)]!}-${ones[n % 10]!}`;
  if (n < 1000) return `${ones[Math.floor(n / 100)]!} hundred${n % 100 === 0 ? '' : ` and ${spell(n % 100)}`}`;
  const [scale, word] = n < 1e6 ? [1e3, 'thousand'] as const : n < 1e9 ? [1e6, 'million'] as const : [1e9, 'billion'] as const;
  const rest = n % scale;
  return `${spell(Math.floor(n / scale))} ${word}${rest === 0 ? '' : rest < 100 ? ` and ${spell(rest)}` : ` ${spell(rest)}`}`;
}

test('every number is read alike in words, with marks of thousands and with blanks', () => {
  const any = fc.oneof(fc.integer({ min: 2, max: 999 }), fc.integer({ min: 1000, max: 999_999 }), fc.integer({ min: 1_000_000, max: 999_999_999_999 }));
  fc.assert(fc.property(any, n => {
    for (const written of [spell(n), n.toLocaleString('en-US'), n.toLocaleString('en-US').replaceAll(',', '\u202f'), n.toLocaleString('en-US').replaceAll(',', '’')]) {
      assert.deepEqual(findQuantities(`They laid ${written} bricks.`).map(q => [q.value, q.unit]), [[n, 'brick']], written);
    }
  }), { numRuns: 300 });
});

test('spans lie in the text, in order, whatever the text', () => {
  const word = fc.constantFrom('32', '1.2', '$', '€', '%', 'per', 'and', 'between', 'to', '–', '-', 'million', 'bn', 'half', 'a', 'one', 'in', 'two', 'third', 'companies', 'of', '2019', 'Sept.', 'US', '’', '½', '9'.repeat(60), '😀', '"', '1,250', 'year', 'old', '(', ')', '.', ',', 'minus', 'hundred', 'at', 'least', '+');
  fc.assert(fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom('', ' '), (words, gap) => {
    const text = words.join(gap);
    let last = 0;
    for (const q of findQuantities(text)) {
      assert.ok(last <= q.start && q.start < q.end && q.end <= text.length);
      assert.ok(q.start <= q.numberSpan.start && q.numberSpan.end <= q.end);
      assert.ok(Number.isFinite(q.value) && q.precision > 0);
      if (q.boundSpan) assert.ok(q.boundSpan.start >= 0 && q.boundSpan.end <= text.length);
      last = q.end;
    }
  }), { numRuns: 500 });
});

const HOSTILE: readonly (readonly [string, (n: number) => string])[] = [
  ['digits', n => '9'.repeat(n)], ['digits and blanks', n => '1 '.repeat(n)], ['groups parted by blanks', n => '123 '.repeat(n)], ['commas', n => '1,'.repeat(n)], ['points', n => '1.'.repeat(n)], ['groups by points', n => '123.'.repeat(n)], ['apostrophes', n => '1’234’'.repeat(n)], ['exponents', n => '1e'.repeat(n)], ['powers', n => '10^'.repeat(n)], ['times ten', n => '2×10'.repeat(n)],
  ['nested per', n => ' per $1'.repeat(n)], ['rates of rates', n => '1 km per hour '.repeat(n)], ['between and', n => 'between 1 and '.repeat(n)], ['number words', n => 'nine '.repeat(n)], ['hundreds and', n => 'one hundred and '.repeat(n)], ['thousand thousand', n => 'one thousand thousand '.repeat(n)], ['and a half', n => 'two and a half '.repeat(n)], ['and', n => 'one and '.repeat(n)], ['3 hundred and', n => '3 hundred and '.repeat(n)], ['point', n => 'one point one '.repeat(n)],
  ['half a', n => 'half a '.repeat(n)], ['a couple of', n => 'a couple of '.repeat(n)], ['dashes', n => '1-'.repeat(n)], ['slashes', n => '1/'.repeat(n)], ['colons', n => '1:'.repeat(n)], ['hyphens', n => 'twenty-'.repeat(n)], ['one over', n => '1 over '.repeat(n)], ['signs', n => '$'.repeat(n)], ['codes', n => 'MEUR '.repeat(n)], ['letters and digits', n => 'R1,1'.repeat(n)], ['adjectives', n => '5 small '.repeat(n)], ['initials', n => '5 U.S. '.repeat(n)], ['labels', n => 'Section 1, '.repeat(n)], ['primes', n => '5\'1'.repeat(n)], ['of its', n => '5 of its '.repeat(n)], ['or', n => '7- or '.repeat(n)],
];

test('hostile texts take linear time', { timeout: 60_000 }, () => {
  const time = (text: string) => {
    // The process's own time: what else the machine does is left out.
    const start = process.cpuUsage();
    findQuantities(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  for (const [name, text] of HOSTILE) {
    time(text(1_000));
    const small = Math.min(time(text(5_000)), time(text(5_000)));
    const large = time(text(40_000));
    // Eight times the text: sixty-four times the time would be quadratic. Below a few milliseconds the clock says nothing.
    assert.ok(large < Math.max(small, 8) * 40, `${name}: ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
  }
});
