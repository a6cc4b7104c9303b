// Writes small PDF files: text in Helvetica at given places, enough for pages of one and two columns, tables and running heads.
import { deflateSync } from 'node:zlib';

/** Words at a place; points, from the lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export const PAGE = { width: 595, height: 842 } as const;

const ASCII = [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584];
/** What WinAnsi has beyond Latin-1, with the width in Helvetica. */
const OTHERS = new Map<string, readonly [code: number, width: number]>([['“', [0x93, 333]], ['”', [0x94, 333]], ['‘', [0x91, 222]], ['’', [0x92, 222]], ['–', [0x96, 556]], ['—', [0x97, 1000]], ['…', [0x85, 1000]], ['•', [0x95, 350]], ['€', [0x80, 556]], ['£', [0xa3, 556]], ['é', [0xe9, 556]], ['ö', [0xf6, 556]]]);

/** How wide words stand, in points. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const c of text) width += OTHERS.get(c)?.[1] ?? ASCII[c.charCodeAt(0) - 32] ?? 556;
  return width * size / 1000;
}

/** `objects`: further objects, as they are to stand in the file. */
export function writePdf(pages: readonly (readonly PdfText[])[], { title, packed = true, trailer = '' }: { readonly title?: string; readonly packed?: boolean; readonly trailer?: string } = {}): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(typeof body === 'string' ? Buffer.from(body, 'latin1') : body);
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [i, texts] of pages.entries()) {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`);
    const content = Buffer.concat(texts.map(({ text, x, y, size }) => Buffer.concat([Buffer.from(`BT /F1 ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm (`), encode(text), Buffer.from(') Tj ET\n')])));
    add(streamOf(packed ? deflateSync(content) : content, packed ? '/Filter /FlateDecode ' : ''));
  }
  if (title !== undefined) add(`<< /Title (${title.replace(/[()\\]/g, '\\$&')}) >>`);
  return assemble(objects, `/Root 1 0 R${title === undefined ? '' : ` /Info ${objects.length} 0 R`}${trailer}`);
}

/** One page whose content is the given stream. */
export function pdfOfStream(data: Uint8Array, dictionary: string): Uint8Array {
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [4 0 R] /Count 1 >>', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>', streamOf(Buffer.from(data), dictionary),
  ].map(body => (typeof body === 'string' ? Buffer.from(body) : body)), '/Root 1 0 R');
}

function streamOf(data: Buffer, dictionary: string): Buffer {
  return Buffer.concat([Buffer.from(`<< ${dictionary}/Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
}

function assemble(objects: readonly Buffer[], root: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0]!.length;
  const offsets = objects.map((body, i) => {
    const object = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(object);
    at += object.length;
    return at - object.length;
  });
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} ${root} >>\nstartxref\n${at}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

function encode(text: string): Buffer {
  const bytes: number[] = [];
  for (const c of text) {
    const code = OTHERS.get(c)?.[0] ?? (c.charCodeAt(0) < 256 ? c.charCodeAt(0) : 63);
    if (code === 40 || code === 41 || code === 92) bytes.push(92);
    bytes.push(code);
  }
  return Buffer.from(bytes);
}
