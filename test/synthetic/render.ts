// Renders a story as the file of a source: web pages of several layouts with what stands around an article, PDFs, Word files, transcripts, text.
import { layOut, type PdfBlock } from './lay-out.ts';
import type { Random } from './random.ts';
import type { Story } from './stories.ts';
import { wordFile } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';

export interface SourceDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function table(rows: readonly (readonly string[])[], caption: string, inside: boolean): string {
  const row = (cells: readonly string[], i: number) => `<tr>${cells.map((cell, j) => (i === 0 || j === 0 ? `<th>${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`)).join('')}</tr>`;
  return `${inside ? '' : `<p class="caption">${caption}</p>`}<table>${inside ? `<caption>${caption}</caption>` : ''}${rows.map(row).join('\n')}</table>`;
}

const NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather: 14 degrees</a></li></ul></nav>';
const RELATED = '<aside class="related"><h2>Most read</h2><ul><li><a href="/1">Eleven ways to save 300 dollars before Christmas</a></li><li><a href="/2">Why 62 percent of readers dislike Mondays</a></li></ul></aside>';
const FOOTER = '<footer><p>© 2025 The Gazette. All rights reserved. Subscribe for $4.99 a month.</p></footer>';
const COOKIES = '<div id="cookie-banner" class="consent"><p>We and our 842 partners use cookies. <button>Accept</button></p></div>';

type Layout = (story: Story, random: Random) => string;

const paragraphs = (story: Story, inside: boolean, wrap: (text: string) => string = text => `<p>${text}</p>`) =>
  story.blocks.map(block => (typeof block === 'string' ? wrap(escapeHtml(block)) : table(block.rows, block.caption, inside)));

export const PAGE_LAYOUTS: readonly Layout[] = [
  story => `<!doctype html><html><head><meta charset="utf-8"><title>${story.title}</title></head><body>${NAV}<main><article><h1>${story.title}</h1>${paragraphs(story, true).join('\n')}</article></main>${RELATED}${FOOTER}</body></html>`,
  story => `<html><head><title>${story.title} | Gazette</title><script>var x = "<p>not said</p>";</script></head><body>${COOKIES}<div class="header">${NAV}</div><div class="wrap"><div class="col story-body"><div class="headline"><h2>${story.title}</h2></div>${paragraphs(story, false).join('<div class="ad">Advertisement</div>')}</div><div class="sidebar">${RELATED}</div></div>${FOOTER}</body></html>`,
  story => `<html><head><title>${story.title}</title></head><body><table width="100%"><tr><td width="20%">${NAV}</td><td>${`<h1>${story.title}</h1>`}${paragraphs(story, true).join('\n')}</td></tr><tr><td colspan="2">${FOOTER}</td></tr></table></body></html>`,
  story => `<!doctype html><html lang="en"><body><div id="content"><b>${story.title}</b><br><br>${story.blocks.map(block => (typeof block === 'string' ? escapeHtml(block) : table(block.rows, block.caption, true))).join('<br><br>\n')}</div><hr>${FOOTER}</body></html>`,
  story => `<!doctype html><html><body><main role="main"><section class="press"><header><p>PRESS RELEASE</p></header><h1>${story.title}</h1>${paragraphs(story, true, text => `<p>${text.replace(/\. /, '.<sup><a href="#n1">[1]</a></sup> ')}</p>`).join('\n')}<section><h2>Notes</h2><ol><li id="n1">Issued by the press office, telephone 555 0100.</li></ol></section></section></main></body></html>`,
  (story, random) => `<!doctype html><html><head><title>${story.title}</title></head><body>${NAV}<article class="post"><h1 class="entry-title">${story.title}</h1><figure><img src="p.jpg" alt=""><figcaption>Seen from the hill. Photo: ${random.int(1, 9)}</figcaption></figure><div class="entry-content">${paragraphs(story, false, text => `<div class="para">${text.replace(/“([^”]+)”/, '<q>$1</q>').replace(/<q>/, '“<em>').replace(/<\/q>/, '</em>”')}</div>`).join('\n')}</div><section class="comments"><h3>Comments</h3><p>Nice work, but I counted 77 of them!</p><p>First!</p></section></article>${FOOTER}</body></html>`,
];

function pdfBlocks(story: Story): PdfBlock[] {
  return story.blocks.flatMap(block => (typeof block === 'string' ? [block] : [block.caption, block.rows]));
}

function pdf(story: Story, random: Random, columns: 1 | 2): Uint8Array {
  return writePdf(layOut(pdfBlocks(story), {
    columns, size: random.pick([9, 10, 11]), justified: random.next() < 0.5, hyphenated: random.next() < 0.7, numbered: random.next() < 0.7, title: story.title,
    ...(random.next() < 0.6 ? { head: `Annual papers, volume ${random.int(2, 60)}` } : {}),
  }), { title: story.title, packed: random.next() < 0.8 });
}

export function cueText(story: Story): string[] {
  return story.blocks.flatMap(block => (typeof block === 'string' ? [block] : [`${block.caption}.`, ...block.rows.map(row => `${row.filter(Boolean).join(', ')}.`)]));
}

function transcript(story: Story, random: Random, kind: 'vtt' | 'srt'): string {
  const point = kind === 'vtt' ? '.' : ',';
  const stamp = (seconds: number) => `${[Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(n => String(n).padStart(2, '0')).join(':')}${point}000`;
  let at = random.int(0, 900);
  const cues: string[] = [];
  for (const text of cueText(story)) {
    const words = text.split(' ');
    for (let i = 0; i < words.length; i += 9) {
      cues.push(`${kind === 'srt' ? `${cues.length + 1}\n` : ''}${stamp(at)} --> ${stamp(at + 3)}\n${kind === 'vtt' && i === 0 ? '<v Reader>' : ''}${words.slice(i, i + 5).join(' ')}${words.length > i + 5 ? `\n${words.slice(i + 5, i + 9).join(' ')}` : ''}`);
      at += 3;
    }
  }
  return `${kind === 'vtt' ? 'WEBVTT\n\n' : ''}${cues.join('\n\n')}\n`;
}

/** The file number `i`: every layout has its turn. */
export function render(story: Story, i: number, random: Random): SourceDocument {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const kinds: readonly (() => SourceDocument)[] = [
    ...PAGE_LAYOUTS.map((layout, n) => () => ({ name: `page-${n}.html`, bytes: utf8(layout(story, random)) })),
    () => ({ name: 'one-column.pdf', bytes: pdf(story, random, 1) }),
    () => ({ name: 'two-columns.pdf', bytes: pdf(story, random, 2) }),
    () => ({ name: 'two-columns.pdf', bytes: pdf(story, random, 2) }),
    () => ({ name: 'file.docx', bytes: wordFile(story.blocks.flatMap(block => (typeof block === 'string' ? [block] : [block.caption, block.rows]))) }),
    () => ({ name: 'talk.vtt', bytes: utf8(transcript(story, random, 'vtt')) }),
    () => ({ name: 'talk.srt', bytes: utf8(transcript(story, random, 'srt')) }),
    () => ({ name: 'notes.txt', bytes: utf8(story.blocks.map(block => (typeof block === 'string' ? block : `${block.caption}\n${block.rows.map(row => row.join(' | ')).join('\n')}`)).join('\n\n').replace(/(.{50,70}) /g, '$1\n').replace(/\n(?=[^\n]* \| )/g, '\n')) }),
  ];
  return kinds[i % kinds.length]!();
}
