// What a text must hold for a pattern to match it, read from the pattern's own source: to look for words takes less than to compile a pattern and to run it.

/** Stretches of letters and signs in the order in which every match holds them: of each list one. */
export type RequiredWords = readonly (readonly string[])[];

/** Longer lists are no quicker to look for than the pattern. */
const MOST = 60;

/** What every match of a pattern must hold; nothing where its source has something that is not understood here. For patterns that tell capitals apart. */
export function requiredWords({ source, ignoreCase }: Pick<RegExp, 'source' | 'ignoreCase'>): RequiredWords {
  if (ignoreCase) return [];
  const reader = new SourceReader(source);
  const branches = reader.branches();
  return reader.understood && branches.length === 1 ? branches[0]!.filter(words => words.length <= MOST) : [];
}

/** May the text hold a match of the pattern whose words these are? */
export function mayMatch(required: RequiredWords, text: string): boolean {
  let from = 0;
  for (const words of required) {
    let end = Infinity;
    for (const word of words) {
      const at = text.indexOf(word, from);
      if (at >= 0 && at + word.length < end) end = at + word.length;
    }
    if (end === Infinity) return false;
    from = end;
  }
  return true;
}

type Branch = readonly (readonly string[])[];

const GROUP = /\((?:\?:|\?<[a-z_\d]+>|(\?<?[=!]))?/iy;
const QUANTIFIER = /(?:([?*]|\{0[\d,]*\})|\+|\{[1-9][\d,]*\})\??/y;
const STRUCTURE = /[()[\]\\]/g;

/** What groups require, by their source: patterns are made of the same parts again and again. Undefined: not understood. */
const known = new Map<string, readonly Branch[] | undefined>();
const MOST_KNOWN = 2000;

class SourceReader {
  understood = true;
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The alternatives up to the end of the source, each as what it requires. */
  branches(): Branch[] {
    const branches: Branch[] = [];
    let branch: (readonly string[])[] = [];
    let word = '';
    const endWord = () => {
      if (word.length > 1) branch.push([word]);
      word = '';
    };
    while (this.#at < this.#source.length && this.understood) {
      const sign = this.#source[this.#at]!;
      if (sign === '|') {
        this.#at++;
        endWord();
        branches.push(branch);
        branch = [];
      } else if (sign === '(') {
        endWord();
        branch.push(...this.#group());
      } else {
        const letter = this.#letter(sign);
        if (this.#quantifier() !== undefined || letter === '') endWord();
        else word += letter;
      }
    }
    endWord();
    branches.push(branch);
    return branches;
  }

  /** What a group requires: nothing if it looks ahead or behind or may be left out; of several alternatives one word of each. */
  #group(): Branch {
    GROUP.lastIndex = this.#at;
    const [opening, looks] = GROUP.exec(this.#source)!;
    const end = this.#endOfGroup();
    const inner = this.#source.slice(this.#at + opening.length, end);
    this.#at = end + 1;
    if (this.#quantifier() === 'optional' || looks !== undefined) return [];
    const branches = branchesOf(inner);
    if (!branches) this.understood = false;
    if (!branches || branches.length === 1) return branches?.[0] ?? [];
    const best = branches.map(branch => branch.toSorted((a, b) => shortest(b) - shortest(a))[0]);
    return best.every(words => words !== undefined) ? [best.flat()] : [];
  }

  /** Where the bracket is that closes the group that opens here; the end of the source where none does. */
  #endOfGroup(): number {
    let depth = 0;
    let inClass = false;
    STRUCTURE.lastIndex = this.#at;
    for (let found = STRUCTURE.exec(this.#source); found; found = STRUCTURE.exec(this.#source)) {
      const sign = found[0];
      if (sign === '\\') STRUCTURE.lastIndex++;
      else if (inClass) inClass = sign !== ']';
      else if (sign === '[') inClass = true;
      else if (sign === '(') depth++;
      else if (sign === ')' && --depth === 0) return found.index;
    }
    return this.#source.length;
  }

  /** The letter or sign itself; empty for a class of them, or for a place between them. */
  #letter(sign: string): string {
    this.#at++;
    if (sign === '[') {
      while (this.#at < this.#source.length && this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
      this.#at++;
      return '';
    }
    if (sign === '\\') {
      const escaped = this.#source[this.#at++] ?? '';
      if (/[bBdDsSwW]/.test(escaped)) return '';
      if (/[a-z\d]/i.test(escaped)) this.understood = false;
      return escaped;
    }
    return sign === '.' || sign === '^' || sign === '$' ? '' : sign;
  }

  #quantifier(): 'optional' | 'repeated' | undefined {
    QUANTIFIER.lastIndex = this.#at;
    const found = QUANTIFIER.exec(this.#source);
    if (!found) return undefined;
    this.#at += found[0].length;
    return found[1] === undefined ? 'repeated' : 'optional';
  }
}

function branchesOf(source: string): readonly Branch[] | undefined {
  if (known.has(source)) return known.get(source);
  const reader = new SourceReader(source);
  const read = reader.branches();
  const branches = reader.understood ? read : undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(source, branches);
  return branches;
}

function shortest(words: readonly string[]): number {
  return Math.min(...words.map(({ length }) => length));
}
