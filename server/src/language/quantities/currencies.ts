// The currencies of the world: their signs, codes and words, and the adjectives that say whose they are. Each stands for its ISO 4217 code; old ones for the code they had.

/** Currency signs; `$` alone is the US dollar, as in most English news copy. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'], ['＄', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['¥', 'JPY'], ['￥', 'JPY'], ['₹', 'INR'], ['₩', 'KRW'], ['₽', 'RUB'], ['₪', 'ILS'], ['₺', 'TRY'], ['₫', 'VND'], ['฿', 'THB'],
  ['₴', 'UAH'], ['₦', 'NGN'], ['₱', 'PHP'], ['₭', 'LAK'], ['₡', 'CRC'], ['₲', 'PYG'], ['₸', 'KZT'], ['₵', 'GHS'], ['₾', 'GEL'], ['₼', 'AZN'], ['₿', 'bitcoin'],
]);

/** Letters before or after `$`: `US$`, `$US`, `A$`. */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'], ['U.S.', 'USD'], ['A', 'AUD'], ['AU', 'AUD'], ['AUS', 'AUD'], ['Aus', 'AUD'], ['AUD', 'AUD'], ['C', 'CAD'], ['CA', 'CAD'], ['CAN', 'CAD'], ['Can', 'CAD'], ['Cdn', 'CAD'], ['CDN', 'CAD'], ['CAD', 'CAD'],
  ['NZ', 'NZD'], ['HK', 'HKD'], ['S', 'SGD'], ['SG', 'SGD'], ['NT', 'TWD'], ['TW', 'TWD'], ['R', 'BRL'], ['MX', 'MXN'], ['MXN', 'MXN'], ['Mex', 'MXN'], ['USD', 'USD'], ['NZD', 'NZD'], ['HKD', 'HKD'], ['SGD', 'SGD'], ['BRL', 'BRL'], ['J', 'JMD'], ['TT', 'TTD'], ['FJ', 'FJD'], ['AR', 'ARS'], ['EC', 'XCD'], ['BZ', 'BZD'], ['Bds', 'BBD'],
]);

/** Codes and abbreviations that stand before or after a number, in capitals as here. */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
  ...'USD EUR GBP JPY CNY AUD CAD NZD HKD SGD CHF INR ZAR SEK NOK DKK BRL MXN KRW RUB TRY THB IDR MYR PHP TWD PLN CZK HUF ILS SAR AED EGP NGN KES UAH ARS CLP COP VND PKR BDT LKR QAR KWD RON ISK HRK BGN PEN GEL KZT AZN UZS RSD BHD OMR JOD LBP IQD IRR TND DZD MAD GHS ETB UGX TZS RWF XOF XAF MMK KHR LAK MNT NPR JMD TTD BBD BMD DOP GTQ UYU PYG BOB VES AOA ZMW BWP MUR PGK FJD SYP YER'.split(' ').map(code => [code, code] as const),
  ['RMB', 'CNY'], ['Rs', 'INR'], ['Rs.', 'INR'], ['RM', 'MYR'], ['Rp', 'IDR'], ['SFr', 'CHF'], ['Sfr', 'CHF'], ['YEN', 'JPY'], ['Yen', 'JPY'], ['BTC', 'bitcoin'], ['rs', 'INR'], ['Tk', 'BDT'], ['R', 'ZAR'], ['Y', 'JPY'], ['N', 'NGN'], ['P', 'PHP'],
  ['Php', 'PHP'], ['Sh', 'KES'], ['Shs', 'KES'], ['KSh', 'KES'], ['Ksh', 'KES'], ['KShs', 'KES'], ['Kshs', 'KES'], ['USh', 'UGX'], ['Ush', 'UGX'], ['UShs', 'UGX'], ['TSh', 'TZS'], ['Tsh', 'TZS'], ['NIS', 'ILS'], ['Dh', 'AED'], ['Dhs', 'AED'], ['SKr', 'SEK'], ['NKr', 'NOK'], ['DKr', 'DKK'],
]);

/** Currencies of one capital letter, as their own country writes them: `N62,000`, `P1.2 billion`, `R500`. Each letter is also a part of names (`R2`, `P45`), so that the text must show an amount. */
export const LETTER_CURRENCIES = 'NPRY';

/** Currency words after a number; the qualifier before them is read apart. */
export const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD', buck: 'USD', euro: 'EUR', sterling: 'GBP', quid: 'GBP', yen: 'JPY', yuan: 'CNY', renminbi: 'CNY', rmb: 'CNY', rupee: 'INR', franc: 'CHF', krona: 'SEK', kronor: 'SEK', krone: 'NOK', kroner: 'NOK',
  ruble: 'RUB', rouble: 'RUB', shekel: 'ILS', lira: 'TRY', lire: 'ITL', ringgit: 'MYR', baht: 'THB', rupiah: 'IDR', dong: 'VND', zloty: 'PLN', zlotys: 'PLN', zlotych: 'PLN', forint: 'HUF', riyal: 'SAR', rial: 'IRR', dirham: 'AED', naira: 'NGN', rand: 'ZAR',
  peso: 'MXN', reais: 'BRL', hryvnia: 'UAH', hryvnias: 'UAH', shilling: 'KES', taka: 'BDT', kuna: 'HRK', koruna: 'CZK', lari: 'GEL', bitcoin: 'bitcoin', ether: 'ether', guilder: 'NLG', peseta: 'ESP', dinar: 'KWD', cedi: 'GHS', tenge: 'KZT', leu: 'RON', lei: 'RON', lev: 'BGN', leva: 'BGN', satang: 'THB', kip: 'LAK',
  markka: 'FIM', drachma: 'GRD', escudo: 'PTE', kroon: 'EEK', litas: 'LTL', manat: 'AZN', afghani: 'AFN', birr: 'ETB', pula: 'BWP', kwanza: 'AOA', kwacha: 'ZMW', metical: 'MZN', meticais: 'MZN', dalasi: 'GMD', leone: 'SLE', ouguiya: 'MRU', ariary: 'MGA', gourde: 'HTG', quetzal: 'GTQ', lempira: 'HNL', guarani: 'PYG', boliviano: 'BOB', 'bolivar': 'VES', balboa: 'PAB',
  kyat: 'MMK', riel: 'KHR', tugrik: 'MNT', rufiyaa: 'MVR', ngultrum: 'BTN', somoni: 'TJS', kina: 'PGK', vatu: 'VUV', renminbis: 'CNY', '元': 'CNY', '円': 'JPY', '원': 'KRW',
};

/** Words that say which dollar, franc, pound, peso. */
export const CURRENCY_QUALIFIERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  USD: { us: 'USD', 'u.s': 'USD', 'u.s.': 'USD', american: 'USD', australian: 'AUD', canadian: 'CAD', 'new zealand': 'NZD', 'hong kong': 'HKD', singapore: 'SGD', singaporean: 'SGD', taiwan: 'TWD', taiwanese: 'TWD', 'new taiwan': 'TWD', jamaican: 'JMD', zimbabwe: 'ZWL', zimbabwean: 'ZWL', bahamian: 'BSD', barbadian: 'BBD', barbados: 'BBD', belize: 'BZD', bermudian: 'BMD', bermuda: 'BMD', brunei: 'BND', fijian: 'FJD', fiji: 'FJD', guyanese: 'GYD', liberian: 'LRD', namibian: 'NAD', trinidad: 'TTD', 'east caribbean': 'XCD' },
  CHF: { swiss: 'CHF', french: 'FRF', belgian: 'BEF', luxembourg: 'LUF', cfa: 'XOF', congolese: 'CDF', rwandan: 'RWF', burundian: 'BIF', guinean: 'GNF', djiboutian: 'DJF', comorian: 'KMF' },
  GBP: { british: 'GBP', uk: 'GBP', english: 'GBP', egyptian: 'EGP', lebanese: 'LBP', syrian: 'SYP', sudanese: 'SDG', 'south sudanese': 'SSP', irish: 'IEP', cypriot: 'CYP', gibraltar: 'GIP', falkland: 'FKP' },
  MXN: { mexican: 'MXN', philippine: 'PHP', chilean: 'CLP', colombian: 'COP', argentine: 'ARS', argentinian: 'ARS', cuban: 'CUP', uruguayan: 'UYU', dominican: 'DOP' },
  INR: { indian: 'INR', pakistani: 'PKR', pakistan: 'PKR', 'sri lankan': 'LKR', 'sri lanka': 'LKR', nepalese: 'NPR', nepali: 'NPR', mauritian: 'MUR', seychelles: 'SCR' },
  SEK: { swedish: 'SEK', icelandic: 'ISK' }, NOK: { norwegian: 'NOK', danish: 'DKK', swedish: 'SEK' }, CZK: { czech: 'CZK', slovak: 'SKK' },
  KWD: { kuwaiti: 'KWD', iraqi: 'IQD', jordanian: 'JOD', serbian: 'RSD', algerian: 'DZD', tunisian: 'TND', bahraini: 'BHD', libyan: 'LYD', yugoslav: 'YUD' },
  SAR: { saudi: 'SAR', qatari: 'QAR', qatar: 'QAR', iranian: 'IRR', omani: 'OMR', yemeni: 'YER' }, IRR: { iranian: 'IRR', omani: 'OMR', yemeni: 'YER', qatari: 'QAR', saudi: 'SAR' }, AED: { uae: 'AED', emirati: 'AED', moroccan: 'MAD' },
  KES: { kenyan: 'KES', kenya: 'KES', ugandan: 'UGX', uganda: 'UGX', tanzanian: 'TZS', somali: 'SOS' }, TRY: { turkish: 'TRY', syrian: 'SYP', lebanese: 'LBP' }, ITL: { italian: 'ITL' }, CNY: { chinese: 'CNY' }, JPY: { japanese: 'JPY' }, KRW: { korean: 'KRW', 'south korean': 'KRW', 'north korean': 'KPW' },
  ZAR: { african: 'ZAR', 'south african': 'ZAR' }, RUB: { russian: 'RUB', belarusian: 'BYN', belarussian: 'BYN' }, ILS: { israeli: 'ILS', 'new israeli': 'ILS' }, EUR: {}, NLG: { dutch: 'NLG', netherlands: 'NLG', antillean: 'ANG', aruban: 'AWG' }, ESP: { spanish: 'ESP' }, FIM: { finnish: 'FIM' }, GRD: { greek: 'GRD' }, PTE: { portuguese: 'PTE' },
  THB: { thai: 'THB' }, IDR: { indonesian: 'IDR' }, MYR: { malaysian: 'MYR' }, VND: { vietnamese: 'VND' }, PLN: { polish: 'PLN' }, HUF: { hungarian: 'HUF' }, NGN: { nigerian: 'NGN' }, BRL: { brazilian: 'BRL' }, UAH: { ukrainian: 'UAH' }, HRK: { croatian: 'HRK' }, BDT: { bangladeshi: 'BDT' }, GEL: { georgian: 'GEL' }, GHS: { ghanaian: 'GHS', ghana: 'GHS' }, KZT: { kazakh: 'KZT', kazakhstani: 'KZT' },
  RON: { romanian: 'RON', moldovan: 'MDL' }, BGN: { bulgarian: 'BGN' }, AZN: { azerbaijani: 'AZN', turkmen: 'TMT', turkmenistani: 'TMT' }, ETB: { ethiopian: 'ETB' }, EEK: { estonian: 'EEK' }, LTL: { lithuanian: 'LTL' }, ZMW: { zambian: 'ZMW', malawian: 'MWK' }, VES: { venezuelan: 'VES' }, PYG: { paraguayan: 'PYG' }, GTQ: { guatemalan: 'GTQ' }, HNL: { honduran: 'HNL' },
};

/** Currencies whose word is also another word: they count only with the adjective of their country ("300 Danish crowns", "40 Deutsche marks"). */
export const QUALIFIED_CURRENCIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  crown: { swedish: 'SEK', norwegian: 'NOK', danish: 'DKK', czech: 'CZK', slovak: 'SKK', icelandic: 'ISK', estonian: 'EEK' },
  mark: { german: 'DEM', deutsche: 'DEM', west: 'DEM', finnish: 'FIM', bosnian: 'BAM', convertible: 'BAM' },
  real: { brazilian: 'BRL' }, sol: { peruvian: 'PEN' }, schilling: { austrian: 'ATS' }, dram: { armenian: 'AMD' }, lek: { albanian: 'ALL' }, lat: { latvian: 'LVL' }, colon: { 'costa rican': 'CRC' }, cordoba: { nicaraguan: 'NIO' }, som: { kyrgyz: 'KGS', uzbek: 'UZS' }, sum: { uzbek: 'UZS' }, tala: { samoan: 'WST' }, denar: { macedonian: 'MKD' },
};
