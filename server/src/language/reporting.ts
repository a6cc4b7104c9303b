// Words with which English news copy reports speech.

const FORMS: ReadonlySet<string> = new Set('said says asked asks told tells added adds wrote writes replied answered shouted continued recalled joked quipped warned insisted wondered yelled cried demanded tweeted posted explained noted concluded declared exclaimed'.split(' '));

/** Is the word, in lower case, a form of a verb that stands beside a quotation ("said", "asks")? */
export function isReportingForm(word: string): boolean {
  return FORMS.has(word);
}
