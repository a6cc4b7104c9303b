// TeX as it stands in BibTeX fields -> plain text: accents, letters, quotation marks and dashes; other commands leave their argument.

const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307',
  u: '\u0306', v: '\u030C', H: '\u030B', c: '\u0327', k: '\u0328', r: '\u030A', d: '\u0323', b: '\u0331',
};

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ',
  ldots: '…', dots: '…', textellipsis: '…', textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”',
  euro: '€', texteuro: '€', pounds: '£', textsterling: '£', textdollar: '$', S: '§', P: '¶', copyright: '©', texttrademark: '™', textregistered: '®', textdegree: '°',
  textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textbar: '|', textless: '<', textgreater: '>', textunderscore: '_', slash: '/', guillemotleft: '«', guillemotright: '»', times: '×',
};

/** The text that TeX would print, white space collapsed and trimmed. Linear; unbalanced braces are left out. */
export function fromTex(tex: string): string {
  let out = '';
  let accent: string | undefined;
  const put = (char: string) => {
    if (accent !== undefined) {
      // A dotless i or j under an accent is the letter itself.
      out += (char === 'ı' ? 'i' : char === 'ȷ' ? 'j' : char) + accent;
      accent = undefined;
    } else out += char;
  };
  for (let i = 0; i < tex.length; i++) {
    const char = tex[i]!;
    if (char === '{' || char === '}') {
      if (char === '}') accent = undefined;
    } else if (char === '\\') {
      const next = tex[i + 1] ?? '';
      const name = /[A-Za-z]/.test(next) ? wordAt(tex, i + 1) : next;
      i += name.length;
      // A command of letters takes the white space after it along.
      if (name.length > 0 && /[A-Za-z]/.test(next)) while (/[ \t\n\r]/.test(tex[i + 1] ?? '')) i++;
      if (Object.hasOwn(ACCENTS, name)) accent = ACCENTS[name];
      else if (Object.hasOwn(LETTERS, name)) put(LETTERS[name]!);
      else if (name.length === 1 && !/[A-Za-z]/.test(name)) {
        if ('&%$#_{}'.includes(name)) put(name);
        else if (' ,;:/\n'.includes(name)) put(' ');
      }
    } else if (char === '~') put(' ');
    else if (char === '$') continue;
    else if (tex.startsWith('---', i)) {
      put('—');
      i += 2;
    } else if (tex.startsWith('--', i)) {
      put('–');
      i += 1;
    } else if (tex.startsWith('``', i)) {
      put('“');
      i += 1;
    } else if (tex.startsWith("''", i)) {
      put('”');
      i += 1;
    } else if (accent === undefined || !/\s/.test(char)) put(char);
  }
  return out.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** An address or a path: only TeX's escapes are taken out. */
export function fromVerbatim(tex: string): string {
  return tex.trim().replace(/^\\url\s?\{([^{}]*)\}$/, '$1').replace(/\\([&%$#_{}~])/g, '$1').replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();
}

/** The letters at a place; command names are short, and longer ones are cut. */
function wordAt(tex: string, from: number): string {
  let end = from;
  while (end < tex.length && end - from < 40 && /[A-Za-z]/.test(tex[end]!)) end++;
  return tex.slice(from, end);
}
