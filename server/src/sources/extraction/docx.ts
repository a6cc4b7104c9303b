// Word documents -> text, by way of mammoth's HTML. Loaded when one is read for the first time.
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { SourceText, Unreadable } from '../source-text.ts';
import { readDocument } from './html-page.ts';

/** Unpacked parts are read to here: the text of a long book is a fifth of it. */
const MOST_PART = 24 * 1024 * 1024;
const MOST_UNPACKED = 48 * 1024 * 1024;
const MOST_PARTS = 500;
/** Packed bytes that are unpacked at a time, so that a bomb is noticed before it has gone off. */
const STEP = 16 * 1024;

export async function readDocx(bytes: Uint8Array): Promise<SourceText | Unreadable> {
  const parts = unpack(bytes);
  if (!parts) return { problem: 'The document unpacks to more than Claimcheck reads. Put the part that matters into a file of its own.' };
  if (!('word/document.xml' in parts) && !('[Content_Types].xml' in parts)) return { problem: 'The document is broken: its main part is missing. Fetch it once more, or save it anew.' };
  // Packed anew without compression, so that mammoth sees what was measured and nothing else.
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(zipSync(parts, { level: 0 })) }, {
    includeEmbeddedStyleMap: false, includeDefaultStyleMap: true, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
  });
  return readDocument(value);
}

/** The parts that hold words; undefined where they are more than is read. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  const parts: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>;
  let total = 0;
  let count = 0;
  let tooMuch = false;
  const unzip = new Unzip(file => {
    if (++count > MOST_PARTS) tooMuch = true;
    if (tooMuch || !/\.(?:xml|rels)$/i.test(file.name) || file.name.length > 200) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error || tooMuch) return;
      size += chunk.length;
      total += chunk.length;
      if (size > MOST_PART || total > MOST_UNPACKED) {
        tooMuch = true;
        chunks.length = 0;
        return;
      }
      chunks.push(chunk);
      if (final) parts[file.name] = concat(chunks, size);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && !tooMuch; at += STEP) unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  return tooMuch ? undefined : parts;
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
