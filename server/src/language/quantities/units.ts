// Units, currencies and scales: what they are called in the text and what a Quantity calls them.

export type UnitKind = 'percent' | 'money' | 'measure' | 'duration' | 'temperature' | 'ratio';

export interface Unit {
  readonly name: string;
  readonly kind: UnitKind;
}

/** Factors that are words, before or after which a number may stand. */
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['quadrillion', 1e15],
  ['lakh', 1e5], ['lakhs', 1e5], ['crore', 1e7], ['crores', 1e7], ['millions', 1e6], ['billions', 1e9],
  ['mln', 1e6], ['mn', 1e6], ['bn', 1e9], ['bln', 1e9], ['trn', 1e12], ['tn', 1e12], ['dozen', 12], ['dozens', 12],
]);

/** Factors that are letters, written after a number without a space (`$1.2bn`, `200k`). */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3], ['m', 1e6], ['mil', 1e6], ['mm', 1e6], ['b', 1e9], ['t', 1e12], ['bn', 1e9], ['mn', 1e6], ['mln', 1e6], ['bln', 1e9], ['tn', 1e12], ['trn', 1e12], ['mio', 1e6], ['cr', 1e7],
]);

/** Currency signs; `$` alone is the US dollar, as in most English news copy. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'], ['＄', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['¥', 'JPY'], ['￥', 'JPY'], ['₹', 'INR'], ['₩', 'KRW'], ['₽', 'RUB'], ['₪', 'ILS'], ['₺', 'TRY'], ['₫', 'VND'], ['฿', 'THB'],
  ['₴', 'UAH'], ['₦', 'NGN'], ['₱', 'PHP'], ['₭', 'LAK'], ['₡', 'CRC'], ['₲', 'PYG'], ['₸', 'KZT'], ['₵', 'GHS'], ['₾', 'GEL'], ['₼', 'AZN'], ['₿', 'bitcoin'],
]);

/** Letters before or after `$`: `US$`, `$US`, `A$`. */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'], ['U.S.', 'USD'], ['A', 'AUD'], ['AU', 'AUD'], ['AUS', 'AUD'], ['Aus', 'AUD'], ['AUD', 'AUD'], ['C', 'CAD'], ['CA', 'CAD'], ['CAN', 'CAD'], ['Can', 'CAD'], ['Cdn', 'CAD'], ['CDN', 'CAD'], ['CAD', 'CAD'],
  ['NZ', 'NZD'], ['HK', 'HKD'], ['S', 'SGD'], ['SG', 'SGD'], ['NT', 'TWD'], ['TW', 'TWD'], ['R', 'BRL'], ['MX', 'MXN'], ['MXN', 'MXN'], ['Mex', 'MXN'], ['USD', 'USD'], ['NZD', 'NZD'], ['HKD', 'HKD'], ['SGD', 'SGD'], ['BRL', 'BRL'], ['J', 'JMD'], ['TT', 'TTD'], ['FJ', 'FJD'],
]);

/** Codes and abbreviations that stand before or after a number, in capitals as here. */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
  ...'USD EUR GBP JPY CNY AUD CAD NZD HKD SGD CHF INR ZAR SEK NOK DKK BRL MXN KRW RUB TRY THB IDR MYR PHP TWD PLN CZK HUF ILS SAR AED EGP NGN KES UAH ARS CLP COP VND PKR BDT LKR QAR KWD RON ISK HRK BGN'.split(' ').map(code => [code, code] as const),
  ['RMB', 'CNY'], ['Rs', 'INR'], ['Rs.', 'INR'], ['RM', 'MYR'], ['Rp', 'IDR'], ['SFr', 'CHF'], ['Sfr', 'CHF'], ['YEN', 'JPY'], ['Yen', 'JPY'], ['BTC', 'bitcoin'], ['rs', 'INR'],
]);

/** Currency words after a number; the qualifier before them is read apart. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD', buck: 'USD', euro: 'EUR', sterling: 'GBP', quid: 'GBP', yen: 'JPY', yuan: 'CNY', renminbi: 'CNY', rmb: 'CNY', rupee: 'INR', franc: 'CHF', krona: 'SEK', kronor: 'SEK', krone: 'NOK', kroner: 'NOK',
  ruble: 'RUB', rouble: 'RUB', shekel: 'ILS', lira: 'TRY', lire: 'ITL', ringgit: 'MYR', baht: 'THB', rupiah: 'IDR', dong: 'VND', zloty: 'PLN', zlotys: 'PLN', forint: 'HUF', riyal: 'SAR', rial: 'IRR', dirham: 'AED', naira: 'NGN', rand: 'ZAR',
  peso: 'MXN', reais: 'BRL', hryvnia: 'UAH', hryvnias: 'UAH', shilling: 'KES', taka: 'BDT', kuna: 'HRK', koruna: 'CZK', lari: 'GEL', bitcoin: 'bitcoin', ether: 'ether', guilder: 'NLG', peseta: 'ESP', dinar: 'KWD', cedi: 'GHS', tenge: 'KZT', leu: 'RON', lei: 'RON', lev: 'BGN', satang: 'THB', kip: 'LAK',
  usd: 'USD', eur: 'EUR', gbp: 'GBP', meur: 'EUR',
};

/** Words that say which dollar, franc, pound, peso. */
export const CURRENCY_QUALIFIERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  USD: { us: 'USD', 'u.s': 'USD', 'u.s.': 'USD', american: 'USD', australian: 'AUD', canadian: 'CAD', 'new zealand': 'NZD', 'hong kong': 'HKD', singapore: 'SGD', singaporean: 'SGD', taiwan: 'TWD', jamaican: 'JMD', zimbabwe: 'ZWL', zimbabwean: 'ZWL' },
  CHF: { swiss: 'CHF', french: 'FRF', belgian: 'BEF', cfa: 'XOF', congolese: 'CDF' },
  GBP: { british: 'GBP', uk: 'GBP', egyptian: 'EGP', lebanese: 'LBP', syrian: 'SYP', sudanese: 'SDG', irish: 'IEP' },
  MXN: { mexican: 'MXN', philippine: 'PHP', chilean: 'CLP', colombian: 'COP', argentine: 'ARS', cuban: 'CUP', uruguayan: 'UYU' },
  INR: { indian: 'INR', pakistani: 'PKR', pakistan: 'PKR', 'sri lankan': 'LKR', nepalese: 'NPR', mauritian: 'MUR' },
  SEK: { swedish: 'SEK', icelandic: 'ISK' }, NOK: { norwegian: 'NOK', danish: 'DKK', swedish: 'SEK' },
  KWD: { kuwaiti: 'KWD', iraqi: 'IQD', jordanian: 'JOD', serbian: 'RSD', algerian: 'DZD', tunisian: 'TND', bahraini: 'BHD', libyan: 'LYD' },
  SAR: { saudi: 'SAR', qatari: 'QAR' }, KES: { kenyan: 'KES', ugandan: 'UGX', tanzanian: 'TZS' }, TRY: { turkish: 'TRY' }, CNY: { chinese: 'CNY' }, JPY: { japanese: 'JPY' }, KRW: { korean: 'KRW' }, ZAR: { african: 'ZAR', 'south african': 'ZAR' }, RUB: { russian: 'RUB' }, ILS: { israeli: 'ILS' }, EUR: {},
};

/** name: the words that mean it, singular; plurals are found by rule. */
const MEASURES: Readonly<Record<UnitKind, Readonly<Record<string, string>>>> = {
  percent: {
    percent: '% percent|per cent|pct|percentage', 'percentage point': 'percentage point|percentage-point|pp|ppt|pps|% point|percent point|per cent point', 'basis point': 'basis point|basis-point|bp|bps',
  },
  money: { cent: 'cent|¢', penny: 'penny|pence', sen: 'sen' },
  duration: { second: 'second|sec', minute: 'minute|min', hour: 'hour|hr', day: 'day', week: 'week', fortnight: 'fortnight', month: 'month', quarter: '', year: 'year|yr', decade: 'decade', century: 'century|centuries', millisecond: 'millisecond', night: '' },
  temperature: { 'degree Celsius': '°c|degree celsius|degree centigrade|celsius|℃|degree c|º c|ºc|degree celcius|celcius|centigrade|deg celsius|deg c', 'degree Fahrenheit': '°f|degree fahrenheit|fahrenheit|℉|degree f|ºf|degree farenheit|farenheit|deg fahrenheit|deg f', kelvin: 'kelvin' },
  ratio: { time: 'times|time|x|fold' },
  measure: {
    kilometre: 'kilometre|kilometer|km|kms', metre: 'metre|meter', centimetre: 'centimetre|centimeter|cm|cms', millimetre: 'millimetre|millimeter|mm', decimetre: 'decimetre|decimeter|dm', micrometre: 'micrometre|micrometer|micron|µm|μm', nanometre: 'nanometre|nanometer|nm',
    mile: 'mile', foot: 'foot|feet|ft', inch: 'inch|inches', yard: 'yard|yd|yds', 'nautical mile': 'nautical mile', 'light-year': 'light-year|light year',
    kilogram: 'kilogram|kilogramme|kilo|kg|kgs', gram: 'gram|gramme', milligram: 'milligram|mg', microgram: 'microgram|μg|µg', tonne: 'tonne|metric ton|metric tonne', ton: 'ton|short ton', pound: 'lb|lbs|pound|pound-mass', ounce: 'ounce|oz', stone: '', carat: 'carat', gigaton: 'gigaton|gigatonne', megaton: 'megaton|megatonne', kiloton: 'kiloton|kilotonne',
    litre: 'litre|liter', millilitre: 'millilitre|milliliter|ml', gallon: 'gallon', pint: 'pint', quart: 'quart', barrel: 'barrel|bbl', bushel: 'bushel', 'cubic foot': 'cubic foot|cubic feet', 'cubic metre': 'cubic metre|cubic meter|m3|m³', 'cubic centimetre': 'cubic centimetre|cubic centimeter|cc', cup: '',
    hectare: 'hectare|ha', acre: 'acre', 'square metre': 'square metre|square meter|sq m|sqm|m2|m²|sq metre|sq meter|sq. m|sq. metre', 'square kilometre': 'square kilometre|square kilometer|sq km|km2|km²|sq kilometre|sq. km', 'square foot': 'square foot|square feet|sq ft|sq foot|sq feet|sq. ft|sqft', 'square mile': 'square mile|sq mile|sq mi', 'square inch': 'square inch', 'square yard': 'square yard',
    'kilometre per hour': 'km/h|kph|kmh|km/hr|kmph', 'mile per hour': 'mph', 'mile per gallon': 'mpg', 'metre per second': 'm/s', knot: 'knot|kt|kts', 'revolution per minute': 'rpm',
    horsepower: 'horsepower|hp', 'brake horsepower': 'bhp|brake horsepower', kilowatt: 'kilowatt|kw', megawatt: 'megawatt|mw', gigawatt: 'gigawatt|gw', terawatt: 'terawatt|tw', watt: 'watt', 'kilowatt hour': 'kilowatt hour|kilowatt-hour|kwh', 'megawatt hour': 'megawatt hour|megawatt-hour|mwh', 'gigawatt hour': 'gigawatt hour|gigawatt-hour|gwh', 'terawatt hour': 'terawatt hour|terawatt-hour|twh',
    farad: 'farad', teaspoon: 'teaspoon|tsp', tablespoon: 'tablespoon|tbsp', hertz: 'hertz|hz', kilohertz: 'kilohertz|khz', megahertz: 'megahertz|mhz', gigahertz: 'gigahertz|ghz', bit: 'bit', byte: 'byte', kilobyte: 'kilobyte|kb', megabyte: 'megabyte|mb', gigabyte: 'gigabyte|gb', terabyte: 'terabyte|tb', petabyte: 'petabyte|pb', megabit: 'megabit|mbit', gigabit: 'gigabit|gbit', 'megabit per second': 'mbps|megabits per second', 'gigabit per second': 'gbps', megapixel: 'megapixel|mp',
    volt: 'volt', kilovolt: 'kilovolt|kv', ampere: 'ampere|amp', 'milliampere hour': 'mah', calorie: 'calorie|kcal', joule: 'joule', kilojoule: 'kilojoule|kj', pascal: 'pascal', megapascal: 'megapascal|mpa', gigapascal: 'gigapascal|gpa', 'kilopound per square inch': 'ksi', 'pound per square inch': 'psi', bar: '', decibel: 'decibel|db', 'newton metre': 'nm torque|newton metre|newton meter', 'pound foot': 'lb-ft|lb ft|pound-feet|pound feet|ft-lb',
    'part per million': 'ppm|part per million', 'part per billion': 'ppb|part per billion', degree: '°|degree|º|deg', radian: 'radian|rad', point: 'point|pt|pts', 'point per game': 'ppg', 'rebound per game': 'rpg', 'assist per game': 'apg', 'tonne of carbon dioxide': '',
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
  const words = alias.split(/[ -]|(?=\/)|(?<=\/)/);
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

/** What may follow "a" or "an" in a rate: "$68 a barrel", "twice a week". */
export const RATE_NOUNS: ReadonlySet<string> = new Set('second minute hour day night week month quarter year decade barrel gallon litre liter pound ounce ton tonne kilo kilogram share unit person head piece game acre bushel pint mile kilometer kilometre word ticket bottle dose visit student pupil household session trip plate'.split(' '));
