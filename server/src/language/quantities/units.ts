// Units and scales: what they are called in the text and what a Quantity calls them.

import { CURRENCY_WORDS } from './currencies.ts';

export type UnitKind = 'percent' | 'money' | 'measure' | 'duration' | 'temperature' | 'ratio';

export interface Unit {
  readonly name: string;
  readonly kind: UnitKind;
}

export type AmountKind = UnitKind | 'count' | 'age' | 'number';

/** A unit, or what is counted, at its place. */
export interface UnitReading {
  readonly unit: string;
  readonly kind: AmountKind;
  readonly next: number;
  /** Of a count: the noun with its adjectives, where it has any. */
  readonly counted?: string;
  /** The scale that stands with the unit: "75 USD million", "120 MEUR". */
  readonly scale?: number;
}

/** Factors that are words, before or after which a number may stand. */
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['quadrillion', 1e15],
  ['lakh', 1e5], ['lakhs', 1e5], ['crore', 1e7], ['crores', 1e7], ['millions', 1e6], ['billions', 1e9],
  ['mln', 1e6], ['mn', 1e6], ['bn', 1e9], ['bln', 1e9], ['trn', 1e12], ['tn', 1e12], ['tln', 1e12], ['dozen', 12], ['dozens', 12], ['doz', 12], ['dozs', 12],
]);

/** Factors that are letters, written after a number without a space (`$1.2bn`, `200k`). */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3], ['m', 1e6], ['mil', 1e6], ['mm', 1e6], ['b', 1e9], ['t', 1e12], ['bn', 1e9], ['mn', 1e6], ['mln', 1e6], ['bln', 1e9], ['tn', 1e12], ['trn', 1e12], ['mio', 1e6], ['cr', 1e7],
]);

/** name: the words that mean it, singular; plurals are found by rule. */
const MEASURES: Readonly<Record<UnitKind, Readonly<Record<string, string>>>> = {
  percent: {
    percent: '% percent|per cent|pct|percentage', 'percentage point': 'percentage point|percentage-point|pp|ppt|pps|% point|percent point|per cent point', 'basis point': 'basis point|basis-point|bp|bps',
  },
  money: { cent: 'cent|¢', penny: 'penny|pence', sen: 'sen', kopeck: 'kopeck|kopek', paisa: 'paisa|paise', centavo: 'centavo', centime: 'centime', satoshi: 'satoshi|satoshis' },
  duration: { second: 'second|sec', minute: 'minute|min', hour: 'hour|hr', day: 'day', week: 'week', fortnight: 'fortnight', month: 'month', quarter: '', year: 'year|yr', decade: 'decade', century: 'century|centuries', millisecond: 'millisecond|ms', microsecond: 'microsecond|µs|μs', nanosecond: 'nanosecond', night: '' },
  temperature: { 'degree Celsius': '°c|degree celsius|degree centigrade|celsius|℃|degree c|º c|ºc|degree celcius|celcius|centigrade|deg celsius|deg c', 'degree Fahrenheit': '°f|degree fahrenheit|fahrenheit|℉|degree f|ºf|degree farenheit|farenheit|deg fahrenheit|deg f', kelvin: 'kelvin' },
  ratio: { time: 'times|time|x|fold' },
  measure: {
    kilometre: 'kilometre|kilometer|km|kms', metre: 'metre|meter', centimetre: 'centimetre|centimeter|cm|cms', millimetre: 'millimetre|millimeter|mm', decimetre: 'decimetre|decimeter|dm', micrometre: 'micrometre|micrometer|micron|µm|μm', nanometre: 'nanometre|nanometer|nm',
    picometre: 'picometre|picometer', hectometre: 'hectometre|hectometer|hm', mile: 'mile|mi', foot: 'foot|feet|ft|′', inch: 'inch|inches|″', yard: 'yard|yd|yds', fathom: 'fathom', furlong: 'furlong', 'nautical mile': 'nautical mile', 'light-year': 'light-year|light year',
    kilogram: 'kilogram|kilogramme|kilo|kg|kgs', gram: 'gram|gramme', milligram: 'milligram|mg', microgram: 'microgram|μg|µg', tonne: 'tonne|metric ton|metric tonne', ton: 'ton|short ton', pound: 'lb|lbs|pound|pound-mass', ounce: 'ounce|oz', stone: '', carat: 'carat', hundredweight: 'hundredweight|cwt', quintal: 'quintal', dram: 'dram', grain: '', gigaton: 'gigaton|gigatonne', megaton: 'megaton|megatonne', kiloton: 'kiloton|kilotonne',
    litre: 'litre|liter', millilitre: 'millilitre|milliliter|ml', centilitre: 'centilitre|centiliter|cl', decilitre: 'decilitre|deciliter|dl', hectolitre: 'hectolitre|hectoliter|hl', kilolitre: 'kilolitre|kiloliter', megalitre: 'megalitre|megaliter', gigalitre: 'gigalitre|gigaliter', microlitre: 'microlitre|microliter|µl|μl', 'fluid ounce': 'fluid ounce|fl oz|fl. oz', 'barrel per day': 'bpd|b/d|bopd', 'barrel of oil equivalent': 'boe', 'barrel of oil equivalent per day': 'boepd|boe/d', gallon: 'gallon', pint: 'pint', quart: 'quart', barrel: 'barrel|bbl', bushel: 'bushel', 'cubic foot': 'cubic foot|cubic feet', 'cubic metre': 'cubic metre|cubic meter|m3|m³|cu m', 'cubic inch': 'cubic inch|cu in', 'cubic yard': 'cubic yard|cu yd', 'cubic mile': 'cubic mile', 'cubic kilometre': 'cubic kilometre|cubic kilometer|km3|km³', 'cubic millimetre': 'cubic millimetre|cubic millimeter|mm3|mm³', 'acre foot': 'acre-foot|acre foot|acre-feet|acre feet', 'cubic centimetre': 'cubic centimetre|cubic centimeter|cc|cm3|cm³', cup: 'cup',
    hectare: 'hectare|ha', acre: 'acre', 'square metre': 'square metre|square meter|sq m|sqm|m2|m²|sq metre|sq meter|sq. m|sq. metre', 'square kilometre': 'square kilometre|square kilometer|sq km|km2|km²|sq kilometre|sq. km', 'square foot': 'square foot|square feet|sq ft|sq foot|sq feet|sq. ft|sqft', 'square mile': 'square mile|sq mile|sq mi', 'square inch': 'square inch|sq in|in2|in²', 'square centimetre': 'square centimetre|square centimeter|sq cm|cm2|cm²', 'square millimetre': 'square millimetre|square millimeter|sq mm|mm2|mm²', 'square yard': 'square yard|sq yd|sq yard',
    'kilometre per hour': 'km/h|kph|kmh|km/hr|kmph', 'mile per hour': 'mph', 'mile per gallon': 'mpg', 'metre per second': 'm/s', 'cubic metre per second': 'cumec|m3/s|m³/s', 'cubic foot per second': 'cusec', 'kilometre per second': 'km/s', 'foot per second': 'ft/s', 'frame per second': 'fps', 'metre per second squared': 'm/s²|m/s2', mach: '', knot: 'knot|kt|kts', 'revolution per minute': 'rpm',
    horsepower: 'horsepower|hp', 'brake horsepower': 'bhp|brake horsepower', kilowatt: 'kilowatt|kw', megawatt: 'megawatt|mw', gigawatt: 'gigawatt|gw', terawatt: 'terawatt|tw', watt: 'watt', 'kilowatt hour': 'kilowatt hour|kilowatt-hour|kwh', 'megawatt hour': 'megawatt hour|megawatt-hour|mwh', 'gigawatt hour': 'gigawatt hour|gigawatt-hour|gwh', 'terawatt hour': 'terawatt hour|terawatt-hour|twh', 'watt hour': 'watt hour|watt-hour|wh', milliwatt: 'milliwatt', 'British thermal unit': 'btu|btus|british thermal unit', 'million British thermal units': 'mmbtu', therm: 'therm',
    farad: 'farad', teaspoon: 'teaspoon|tsp', tablespoon: 'tablespoon|tbsp', hertz: 'hertz|hz', kilohertz: 'kilohertz|khz', megahertz: 'megahertz|mhz', gigahertz: 'gigahertz|ghz', bit: 'bit', byte: 'byte', kilobyte: 'kilobyte|kb', megabyte: 'megabyte|mb', gigabyte: 'gigabyte|gb', terabyte: 'terabyte|tb', petabyte: 'petabyte|pb', exabyte: 'exabyte|eb', zettabyte: 'zettabyte|zb', kibibyte: 'kibibyte|kib', mebibyte: 'mebibyte|mib', gibibyte: 'gibibyte|gib', tebibyte: 'tebibyte|tib', kilobit: 'kilobit|kbit', terabit: 'terabit|tbit', 'kilobit per second': 'kbps|kbit/s', 'terabit per second': 'tbps', 'bit per second': 'bit/s', 'megabyte per second': 'mb/s', 'gigabyte per second': 'gb/s', terahertz: 'terahertz|thz', 'dot per inch': 'dpi', 'pixel per inch': 'ppi', megabit: 'megabit|mbit', gigabit: 'gigabit|gbit', 'megabit per second': 'mbps|megabits per second', 'gigabit per second': 'gbps', megapixel: 'megapixel|mp',
    volt: 'volt', kilovolt: 'kilovolt|kv', ampere: 'ampere|amp', 'milliampere hour': 'mah', calorie: 'calorie|cal', kilocalorie: 'kilocalorie|kcal', joule: 'joule', kilojoule: 'kilojoule|kj', megajoule: 'megajoule|mj', gigajoule: 'gigajoule|gj', newton: 'newton', kilonewton: 'kilonewton', ohm: 'ohm|ω', millivolt: 'millivolt|mv', milliampere: 'milliampere|milliamp', megavolt: 'megavolt', lumen: 'lumen', candela: 'candela', lux: '', tesla: '', becquerel: 'becquerel|bq', sievert: 'sievert|sv', millisievert: 'millisievert|msv', microsievert: 'microsievert', 'kilopascal': 'kilopascal|kpa', hectopascal: 'hectopascal|hpa', millibar: 'millibar|mbar', 'millimetre of mercury': 'mmhg|mm hg', atmosphere: '', pascal: 'pascal', megapascal: 'megapascal|mpa', gigapascal: 'gigapascal|gpa', 'kilopound per square inch': 'ksi', 'pound per square inch': 'psi', bar: '', decibel: 'decibel|db', 'newton metre': 'nm torque|newton metre|newton meter', 'pound foot': 'lb-ft|lb ft|pound-feet|pound feet|ft-lb',
    'part per million': 'ppm|part per million', 'part per billion': 'ppb|part per billion', 'part per trillion': 'part per trillion', 'microgram per cubic metre': 'µg/m³|μg/m³|µg/m3|μg/m3|microgram per cubic metre|microgram per cubic meter', 'milligram per decilitre': 'mg/dl', 'milligram per litre': 'mg/l', 'container unit': 'teu|teus', 'deadweight ton': 'dwt', degree: '°|degree|º|deg', radian: 'radian|rad', point: 'point|pt|pts', 'point per game': 'ppg', 'rebound per game': 'rpg', 'assist per game': 'apg', 'tonne of carbon dioxide': '',
  },
};

const UNITS = new Map<string, Unit>();
/** Words that begin a unit of two or three words. */
const STARTS = new Map<string, number>();
for (const [kind, names] of Object.entries(MEASURES) as [UnitKind, Record<string, string>][]) {
  for (const [name, aliases] of Object.entries(names)) {
    for (const alias of aliases === '' ? [] : aliases.replace('% percent', '%|percent').split('|')) add(alias, { name, kind });
  }
}
for (const [word, code] of Object.entries(CURRENCY_WORDS)) add(word, { name: code, kind: 'money' });

function add(alias: string, unit: Unit): void {
  if (!UNITS.has(alias)) UNITS.set(alias, unit);
  const words = alias.split(/[ -]|(?=[/²³])|(?<=\/)/);
  STARTS.set(words[0]!, Math.max(STARTS.get(words[0]!) ?? 0, words.length));
}

/** The unit that these words (lower case, single spaces, each singular or plural) mean. */
export function unitNamed(words: string): Unit | undefined {
  const exact = UNITS.get(words);
  if (exact || !words.includes('s')) return exact;
  return UNITS.get(words.split(' ').map(singularUnit).join(' '));
}

/** How many words the longest unit that starts with this word has; 0 if none does. */
export function longestUnitFrom(word: string): number {
  return STARTS.get(word) ?? STARTS.get(singularUnit(word)) ?? 0;
}

function singularUnit(word: string): string {
  if (word === 'feet') return 'foot';
  if (word.length < 4 || !word.endsWith('s') || /(?:us|ss|is|lbs|kgs)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word === 'inches' ? 'inch' : word.slice(0, -1);
}

/** Single letters that are units where they follow the digits at once (`5m`, `300g`) or stand for a degree. Case counts. */
export const UNIT_LETTERS: ReadonlyMap<string, Unit> = new Map([
  ['m', { name: 'metre', kind: 'measure' }], ['g', { name: 'gram', kind: 'measure' }], ['t', { name: 'tonne', kind: 'measure' }], ['l', { name: 'litre', kind: 'measure' }], ['L', { name: 'litre', kind: 'measure' }],
  ['p', { name: 'penny', kind: 'money' }], ['c', { name: 'cent', kind: 'money' }], ['h', { name: 'hour', kind: 'duration' }], ['s', { name: 'second', kind: 'duration' }], ['C', { name: 'degree Celsius', kind: 'temperature' }], ['F', { name: 'degree Fahrenheit', kind: 'temperature' }],
  ['W', { name: 'watt', kind: 'measure' }], ['V', { name: 'volt', kind: 'measure' }], ['x', { name: 'time', kind: 'ratio' }], ['X', { name: 'time', kind: 'ratio' }],
] as [string, Unit][]);

/** Abbreviations that mean something else in other letters, with the factor of their unit: `Mt` is a million tonnes, `ML` a megalitre and `ml` a millilitre. */
export const CASED_UNITS: ReadonlyMap<string, Unit & { readonly scale: number }> = new Map(Object.entries({
  Mt: ['tonne', 1e6], Gt: ['tonne', 1e9], Mtpa: ['tonne per year', 1e6], mtpa: ['tonne per year', 1e6], Moz: ['ounce', 1e6], koz: ['ounce', 1e3],
  kL: ['kilolitre', 1], ML: ['megalitre', 1], Ml: ['megalitre', 1], GL: ['gigalitre', 1], MLD: ['megalitre per day', 1], bcm: ['cubic metre', 1e9], mcm: ['cubic metre', 1e6], bcf: ['cubic foot', 1e9], tcf: ['cubic foot', 1e12],
} satisfies Record<string, [string, number]>).map(([text, [name, scale]]) => [text, { name, kind: 'measure', scale }]));

/** What may follow "a" or "an" in a rate: "$68 a barrel", "twice a week". */
export const RATE_NOUNS: ReadonlySet<string> = new Set('second minute hour day night week month quarter year decade barrel gallon litre liter pound ounce ton tonne kilo kilogram share unit person head piece game acre bushel pint mile kilometer kilometre word ticket bottle dose visit student pupil household session trip plate'.split(' '));
