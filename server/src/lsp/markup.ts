// What hovers and completions show, as cards of labelled lines: rendered as Markdown or plain text, with everything that a draft or a registry says taken as plain words.
import { MarkupKind, type MarkupContent } from 'vscode-languageserver';

/** A small table of what is known of one thing. */
export interface Card {
  readonly heading: string;
  readonly lines: readonly Line[];
}

/** `text` is plain words, whatever it looks like. `url` makes it a link: http(s) of the content, or an address of the workspace's own. */
export interface Line {
  readonly label?: string;
  readonly text: string;
  readonly url?: string;
}

/** Longer words are cut: a hover is for a glance. */
const MOST_CHARACTERS = 400;

export function toMarkup(cards: readonly Card[], markdown: boolean): MarkupContent {
  return markdown
    ? { kind: MarkupKind.Markdown, value: cards.map(renderMarkdown).join('\n\n---\n\n') }
    : { kind: MarkupKind.PlainText, value: cards.map(renderPlain).join('\n\n') };
}

/** An address that may be shown as a link: http(s) only, with all that could end the link's parentheses encoded. Undefined for any other. */
export function webUrl(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href.replace(/[()<>\\`*_[\]]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Plain words in Markdown: nothing in them is markup, HTML, a link or a new line. */
export function escapeMarkdown(text: string): string {
  return plainWords(text)
    .replace(/[\\`*_[\]<>#|~&!{}]/g, '\\$&')
    .replace(/:(?=\/\/)|@|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(?:[-+=]|\d{1,9}(?=[.)]))/, (start: string) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** On one line, without control characters, cut where it is long. */
export function plainWords(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters and the marks that turn the reading direction are what is taken out
  const words = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/g, ' ').trim();
  return words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

function renderMarkdown(card: Card): string {
  const lines = card.lines.map(({ label, text, url }) => {
    const words = url === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${url})`;
    return label === undefined ? words : `**${escapeMarkdown(label)}:** ${words}`;
  });
  // Two spaces and a line break keep lines apart without making paragraphs of them.
  return [`**${escapeMarkdown(card.heading)}**`, ...lines].join('  \n');
}

function renderPlain(card: Card): string {
  return [card.heading, ...card.lines.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`))].map(plainWords).join('\n');
}
