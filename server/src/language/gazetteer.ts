// Places and peoples of the world that English news copy names most: countries, their adjectives, the states of the US and of its neighbours, large cities.

/** In small letters; names of several words with one space between. */
export const PLACES: ReadonlySet<string> = list(`
  afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, brunei, bulgaria,
  burkina faso, burundi, cambodia, cameroon, canada, cape verde, chad, chile, china, colombia, congo, costa rica, croatia, cuba, cyprus, czech republic, czechia, denmark, djibouti, dominica, dominican republic, ecuador, egypt, el salvador,
  england, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, ghana, greece, greenland, grenada, guatemala, guinea, guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel,
  italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, maldives, mali, malta, mauritania,
  mauritius, mexico, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea, north macedonia, northern ireland, norway, oman, pakistan, palestine, panama,
  papua new guinea, paraguay, peru, philippines, poland, portugal, puerto rico, qatar, romania, russia, rwanda, samoa, saudi arabia, scotland, senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, somalia, south africa,
  south korea, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, tibet, togo, tonga, trinidad, tunisia, turkey, türkiye, turkmenistan, uganda, ukraine, united arab emirates,
  united kingdom, united states, united states of america, u.s, u.s.a, us, usa, u.k, uk, uae, u.a.e, uruguay, uzbekistan, vanuatu, vatican, vatican city, venezuela, vietnam, wales, yemen, zambia, zimbabwe, britain, great britain, america, korea,
  europe, asia, africa, antarctica, north america, south america, latin america, central america, middle east, west bank, gaza, gaza strip, crimea, donbas, kashmir, balkans, caribbean, scandinavia, siberia, xinjiang,
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana,
  nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia,
  wisconsin, wyoming, ontario, quebec, alberta, manitoba, saskatchewan, nova scotia, british columbia, new south wales, queensland, tasmania, bavaria, saxony, catalonia, lombardy, sicily, punjab, kerala, guangdong, hokkaido,
  london, paris, berlin, madrid, rome, vienna, brussels, amsterdam, lisbon, dublin, athens, warsaw, prague, budapest, bucharest, sofia, belgrade, zagreb, kyiv, kiev, moscow, minsk, oslo, stockholm, copenhagen, helsinki, reykjavik, tallinn, riga, vilnius,
  geneva, zurich, bern, munich, frankfurt, hamburg, cologne, milan, naples, turin, venice, barcelona, seville, porto, lyon, marseille, edinburgh, glasgow, cardiff, belfast, manchester, liverpool, birmingham, leeds, sheffield, bristol, oxford, cambridge,
  istanbul, ankara, tehran, baghdad, damascus, beirut, amman, jerusalem, tel aviv, haifa, ramallah, riyadh, jeddah, doha, dubai, abu dhabi, muscat, sanaa, cairo, alexandria, tripoli, tunis, algiers, rabat, casablanca, lagos, abuja, accra, nairobi,
  addis ababa, khartoum, mogadishu, kampala, kigali, kinshasa, luanda, harare, lusaka, johannesburg, cape town, pretoria, durban, dakar, karachi, lahore, islamabad, kabul, new delhi, delhi, mumbai, kolkata, chennai, bangalore, hyderabad, dhaka, colombo,
  kathmandu, beijing, shanghai, shenzhen, guangzhou, wuhan, hangzhou, chongqing, tianjin, nanjing, hong kong, macau, taipei, seoul, busan, pyongyang, tokyo, osaka, kyoto, hiroshima, nagoya, hanoi, ho chi minh city, bangkok, phnom penh, yangon, manila,
  jakarta, kuala lumpur, sydney, melbourne, brisbane, perth, canberra, adelaide, auckland, wellington, toronto, montreal, vancouver, ottawa, calgary, winnipeg, mexico city, guadalajara, tijuana, havana, port-au-prince, bogota, bogotá, caracas, lima,
  quito, santiago, buenos aires, montevideo, são paulo, sao paulo, rio de janeiro, brasília, new york city, manhattan, brooklyn, queens, bronx, staten island, harlem, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas,
  san jose, austin, san francisco, seattle, denver, boston, detroit, el paso, nashville, memphis, portland, oklahoma city, las vegas, louisville, baltimore, milwaukee, albuquerque, tucson, fresno, sacramento, kansas city, atlanta, omaha, miami, oakland,
  minneapolis, tulsa, cleveland, new orleans, tampa, st. louis, pittsburgh, cincinnati, orlando, newark, buffalo, st. paul, honolulu, salt lake city, baton rouge, charlotte, raleigh, silicon valley, hollywood, capitol hill, washington d.c`);

/** "German", "Israeli": adjectives and peoples. In small letters. */
export const DEMONYMS: ReadonlySet<string> = list(`
  afghan, african, albanian, algerian, american, arab, argentine, armenian, asian, australian, austrian, azerbaijani, bahraini, bangladeshi, basque, belarusian, belgian, bolivian, bosnian, brazilian, british, bulgarian, burmese, cambodian, canadian,
  catalan, chilean, chinese, colombian, congolese, croatian, cuban, cypriot, czech, danish, dutch, ecuadorian, egyptian, english, eritrean, estonian, ethiopian, european, filipino, finnish, french, georgian, german, ghanaian, greek, guatemalan,
  haitian, hungarian, icelandic, indian, indonesian, iranian, iraqi, irish, israeli, italian, jamaican, japanese, jordanian, kazakh, kenyan, korean, kosovar, kurdish, kuwaiti, latvian, lebanese, libyan, lithuanian, malaysian, maltese, mexican,
  moldovan, mongolian, moroccan, nepalese, nicaraguan, nigerian, norwegian, omani, pakistani, palestinian, peruvian, polish, portuguese, qatari, romanian, russian, rwandan, saudi, scottish, senegalese, serbian, singaporean, slovak, slovenian, somali,
  spanish, sudanese, swedish, swiss, syrian, taiwanese, tanzanian, thai, tibetan, tunisian, turkish, ugandan, ukrainian, uzbek, venezuelan, vietnamese, welsh, yemeni, zambian, zimbabwean, californian, texan, emirati, soviet,
  republican, democratic, democrat, conservative, labour, liberal, tory, christian, catholic, muslim, jewish, orthodox, protestant, buddhist, hindu, sunni, shiite, latino, hispanic`);

function list(names: string): ReadonlySet<string> {
  return new Set(names.trim().split(/\s*,\s*/u));
}
