// The words of a web page, block by block, from the tokenizer alone: linear in any page, however it is nested, and nothing of it is run.
import { Tokenizer } from 'htmlparser2';
import { HtmlTable } from './html-table.ts';
import { cleanWords } from './text-builder.ts';

/** A paragraph, heading, list item, caption or row of a table. */
export interface HtmlBlock {
  readonly text: string;
  readonly kind: 'text' | 'heading' | 'caption' | 'row';
  /** Of a row: which table of the page, and which row of it, from 1. */
  readonly table?: number;
  readonly row?: number;
  /** Does it stand in the page's navigation, header, footer, a form or an aside? */
  readonly apart: boolean;
  /** Does it stand in `main` or `article`? */
  readonly inMain: boolean;
}

export interface HtmlPage {
  readonly title: string;
  readonly blocks: readonly HtmlBlock[];
  readonly tags: number;
  /** How deep elements lie in each other at most, as far as they say where they end. */
  readonly depth: number;
}

/** Elements whose content is no text of the page. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'textarea', 'select', 'noembed', 'noframes', 'button', 'audio', 'video', 'canvas', 'datalist']);
/** Elements within a line: their tags part no words. Every other tag does. */
const INLINE = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'input', 'ins', 'kbd', 'label', 'mark', 'q', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr',
]);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** Elements whose end may be left out: they say nothing of the depth. */
const UNCLOSED = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'option', 'colgroup', 'rt', 'rp', 'html', 'head', 'body']);
const APART = new Set(['nav', 'header', 'footer', 'aside', 'form', 'dialog', 'menu']);
const HEADING = /^h[1-6]$/;
/** What no cell of a table of figures holds. */
const LAYS_OUT = new Set(['main', 'article', 'section', 'blockquote']);
/** A cell with more words than this before a paragraph ends holds paragraphs: its table lays out the page. */
const LAYOUT_CELL = 300;
const MOST_TABLES = 50;
/** What a double line break stands for: the end of a paragraph. */
const BREAK = '\v';

export function readHtml(html: string): HtmlPage {
  const reader = new Reader(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return reader.finish();
}

class Reader {
  readonly #html: string;
  readonly #blocks: HtmlBlock[] = [];
  #line: string[] = [];
  #lineLength = 0;
  #kind: HtmlBlock['kind'] = 'text';
  #title = '';
  #inTitle = false;
  #silent: { readonly name: string; depth: number } | undefined;
  #pre = 0;
  #apart = 0;
  #main = 0;
  #tags = 0;
  #depth = 0;
  #deepest = 0;
  #tableCount = 0;
  readonly #tables: HtmlTable[] = [];
  #term = '';
  #inTerm = false;
  #sup: { readonly at: number; linked: boolean } | undefined;
  #name = '';
  #attribute = '';
  #value = '';
  #columns = 1;
  #rows = 1;

  constructor(html: string) {
    this.#html = html;
  }

  finish(): HtmlPage {
    while (this.#tables.length > 0) this.#closeTable();
    this.#flush();
    this.#emitTerm();
    return { title: cleanWords(this.#title).replaceAll('\n', ' '), blocks: this.#blocks, tags: this.#tags, depth: this.#deepest };
  }

  // --- what the tokenizer calls ---------------------------------------------------------------

  ontext(start: number, end: number): void {
    this.#text(this.#html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.#text(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, offset: number): void {
    this.#text(this.#html.slice(start, end - offset));
  }

  onopentagname(start: number, end: number): void {
    // No element that matters has a longer name.
    this.#name = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.#columns = 1;
    this.#rows = 1;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#name === 'td' || this.#name === 'th' ? this.#html.slice(start, Math.min(end, start + 20)).toLowerCase() : '';
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute !== '') this.#value = this.#html.slice(start, Math.min(end, start + 20));
  }

  onattribentity(): void {
    // Spans of cells are digits.
  }

  onattribend(): void {
    if (this.#attribute === 'colspan') this.#columns = Math.min(20, Math.max(1, Number.parseInt(this.#value, 10) || 1));
    if (this.#attribute === 'rowspan') this.#rows = Math.min(200, Math.max(1, Number.parseInt(this.#value, 10) || 1));
  }

  onopentagend(): void {
    this.#open(this.#name);
  }

  onselfclosingtag(): void {
    this.#open(this.#name);
  }

  onclosetag(start: number, end: number): void {
    this.#close(this.#html.slice(start, Math.min(end, start + 40)).toLowerCase());
  }

  oncomment(): void { /* no words of the page */ }
  ondeclaration(): void { /* no words of the page */ }
  onprocessinginstruction(): void { /* no words of the page */ }
  onend(): void { /* see `finish` */ }

  // --- elements ---------------------------------------------------------------------------------

  #open(name: string): void {
    this.#tags++;
    if (this.#silent) {
      if (this.#silent.name === name) this.#silent.depth++;
      return;
    }
    if (!VOID.has(name) && !UNCLOSED.has(name)) this.#deepest = Math.max(this.#deepest, ++this.#depth);
    if (SILENT.has(name)) {
      this.#silent = { name, depth: 1 };
      return;
    }
    if (INLINE.has(name)) {
      if (name === 'sup') this.#sup = { at: this.#line.length, linked: false };
      else if (name === 'a' && this.#sup) this.#sup.linked = true;
      return;
    }
    switch (name) {
      case 'title': this.#inTitle = true; return;
      case 'br': this.#write(this.#pre > 0 ? '\n' : BREAK); return;
      case 'table': this.#openTable(); return;
      case 'tr': this.#closeRow(); return;
      case 'td': case 'th': this.#openCell(name === 'th'); return;
      default:
    }
    if (this.#tables.length > 0 && (HEADING.test(name) || APART.has(name) || LAYS_OUT.has(name))) this.#layOut();
    this.#break();
    if (HEADING.test(name)) this.#kind = 'heading';
    else if (name === 'figcaption' || name === 'caption') this.#kind = 'caption';
    else if (name === 'dt') {
      this.#emitTerm();
      this.#inTerm = true;
    } else if (name === 'dd') this.#inTerm = false;
    else if (name === 'pre') this.#pre++;
    else if (name === 'main' || name === 'article') this.#main++;
    else if (APART.has(name)) this.#apart++;
  }

  #close(name: string): void {
    if (this.#silent) {
      if (this.#silent.name === name && --this.#silent.depth === 0) {
        this.#silent = undefined;
        this.#depth = Math.max(0, this.#depth - 1);
      }
      return;
    }
    if (!UNCLOSED.has(name)) this.#depth = Math.max(0, this.#depth - 1);
    if (INLINE.has(name)) {
      if (name === 'sup') this.#closeSup();
      return;
    }
    switch (name) {
      case 'title': this.#inTitle = false; return;
      case 'table': this.#closeTable(); return;
      case 'tr': this.#closeRow(); return;
      case 'td': case 'th': this.#closeCell(); return;
      default:
    }
    if (name === 'dt' && this.#inTerm) {
      this.#term = this.#take();
      this.#inTerm = false;
      return;
    }
    this.#break();
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    else if (name === 'main' || name === 'article') this.#main = Math.max(0, this.#main - 1);
    else if (APART.has(name)) this.#apart = Math.max(0, this.#apart - 1);
  }

  /** A mark that leads to a note is no part of the sentence; the "2" of "km2" is of the unit; "10^6" is not 106. */
  #closeSup(): void {
    const sup = this.#sup;
    this.#sup = undefined;
    if (!sup || sup.at > this.#line.length) return;
    const words = this.#line.splice(sup.at).join('').trim();
    const before = this.#line.at(-1) ?? '';
    if (sup.linked || /^[[(*†‡]/.test(words)) return;
    if (/^[23]$/.test(words) && /\b[ckm]?m$/.test(before)) this.#line.push(words === '2' ? '²' : '³');
    else if (/^\d{1,3}$/.test(words) && /\d$/.test(before)) this.#line.push(`^${words}`);
    else if (!/^[\d,\s]{1,8}$/.test(words)) this.#line.push(words);
  }

  // --- lines --------------------------------------------------------------------------------------

  #text(words: string): void {
    if (this.#inTitle) {
      if (this.#title.length < 1_000) this.#title += words.slice(0, 1_000);
    } else if (!this.#silent) this.#write(this.#pre > 0 ? words : words.replace(/[\s\v]+/g, ' '));
  }

  #write(words: string): void {
    this.#line.push(words);
    this.#lineLength += words.length;
  }

  /** The end of a block, which in the cell of a table of figures is a blank. */
  #break(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell || table.layout) {
      this.#flush();
      return;
    }
    if (this.#lineLength > LAYOUT_CELL && table.isEmpty) this.#flush();
    else this.#write(' ');
  }

  #take(): string {
    const text = this.#line.join('');
    this.#line = [];
    this.#lineLength = 0;
    this.#sup = undefined;
    return text;
  }

  #flush(): void {
    const kind = this.#kind;
    this.#kind = 'text';
    const words = this.#take();
    if (this.#inTerm) {
      this.#term += words;
      return;
    }
    for (const part of words.split(/\v\s*\v/)) {
      const text = cleanWords(part.replaceAll(BREAK, '\n'));
      if (text === '') continue;
      const term = cleanWords(this.#term.replaceAll(BREAK, ' '));
      this.#term = '';
      this.#emit(term === '' ? text : `${term}${/[:?]$/.test(term) ? '' : ':'} ${text}`, kind);
    }
  }

  #emitTerm(): void {
    const term = cleanWords(this.#term.replaceAll(BREAK, ' '));
    this.#term = '';
    if (term !== '') this.#emit(term, 'text');
  }

  #emit(text: string, kind: HtmlBlock['kind'], place?: { readonly table: number; readonly row: number }): void {
    this.#blocks.push({ text, kind, ...place, apart: this.#apart > 0 && (this.#main === 0 || kind === 'text'), inMain: this.#main > 0 });
  }

  // --- tables -------------------------------------------------------------------------------------

  #openTable(): void {
    const outer = this.#tables.at(-1);
    if (outer?.cell) this.#layOut();
    this.#flush();
    if (this.#tables.length >= MOST_TABLES) return;
    const number = ++this.#tableCount;
    this.#tables.push(new HtmlTable((text, row) => (row === undefined ? this.#emit(text, 'text') : this.#emit(text, 'row', { table: number, row }))));
  }

  /** A table, a heading or a navigation in a cell: the table lays out the page, and what it holds are paragraphs. */
  #layOut(): void {
    const table = this.#tables.at(-1);
    if (table?.cell && !table.layout) table.layOut();
  }

  #closeTable(): void {
    this.#closeRow();
    this.#tables.at(-1)?.end();
    this.#flush();
    this.#tables.pop();
  }

  #openCell(head: boolean): void {
    const table = this.#tables.at(-1);
    if (!table) {
      this.#flush();
      return;
    }
    this.#closeCell();
    if (!table.cell) this.#flush();
    table.cell = { columns: this.#columns, rows: this.#rows, head };
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    if (table.layout) {
      this.#flush();
      table.cell = undefined;
      return;
    }
    const text = cleanWords(this.#take().replaceAll(BREAK, ' ')).replace(/\s+/g, ' ');
    this.#kind = 'text';
    table.closeCell(text);
  }

  #closeRow(): void {
    this.#closeCell();
    this.#tables.at(-1)?.closeRow();
  }
}
