// Finds out before PDF.js does whether a PDF would unpack to more than a machine can hold.
import { Inflate } from 'fflate';

/** What the streams of a page may unpack to, each and all together. */
const MOST_STREAM = 64 * 1024 * 1024;
const MOST_UNPACKED = 512 * 1024 * 1024;
const STEP = 16 * 1024;
/** As much of a stream's dictionary as is looked at. */
const DICTIONARY = 1_000;

/** Graphics states within each other; PDF.js takes time by their square. Drawing programs nest some tens. */
const DEEPEST = 1_000;

/**
 * Streams are unpacked and thrown away, as far as they are packed with Flate alone, as nearly all are; of pictures, which are not drawn, none.
 * One that is packed twice, or with an older method and large, is too far by itself. Of an encrypted file nothing can be told.
 */
export function unpacksTooFar(bytes: Uint8Array): boolean {
  let total = 0;
  let at = 0;
  for (;;) {
    const start = indexOf(bytes, STREAM, at);
    if (start < 0) return false;
    const end = indexOf(bytes, END_STREAM, start);
    const stop = end < 0 ? bytes.length : end;
    at = stop + END_STREAM.length;
    const dictionary = ownDictionary(bytes, start);
    if (PICTURE.test(dictionary)) continue;
    const methods = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g) ?? [];
    if (methods.length > 1) return true;
    let from = start + STREAM.length;
    while (from < stop && (bytes[from] === 13 || bytes[from] === 10)) from++;
    if (methods.length === 1 && !/Fl/.test(methods[0]!)) {
      if (stop - from > 1024 * 1024) return true;
      continue;
    }
    if ((bytes[from]! & 0x0f) !== 8) {
      if (methods.length === 1 ? stop - from > 4 * 1024 * 1024 : nestsTooDeep(new Nesting(), bytes.subarray(from, stop))) return true;
      continue;
    }
    total += unpackedSize(bytes.subarray(from + 2, stop));
    if (total > MOST_UNPACKED) return true;
  }
}

/** Pictures in the file, as far as they stand by themselves. */
export function countPictures(bytes: Uint8Array): number {
  let count = 0;
  for (let at = indexOf(bytes, STREAM, 0); at >= 0; at = indexOf(bytes, STREAM, at)) {
    if (PICTURE.test(ownDictionary(bytes, at))) count++;
    const end = indexOf(bytes, END_STREAM, at);
    if (end < 0) break;
    at = end + END_STREAM.length;
  }
  return count;
}

const PICTURE = /\/Subtype\s{0,5}\/Image\b/;

/** More than all may be, where one is more than it may be. What is broken is as large as it was until there. */
function unpackedSize(packed: Uint8Array): number {
  let size = 0;
  const nesting = new Nesting();
  try {
    const inflate = new Inflate(chunk => {
      size += nestsTooDeep(nesting, chunk) ? Infinity : chunk.length;
    });
    for (let i = 0; i < packed.length; i += STEP) {
      inflate.push(packed.subarray(i, i + STEP), false);
      if (size > MOST_STREAM) return Infinity;
    }
  } catch {
    // The end of the stream, or no stream.
  }
  return size;
}

class Nesting {
  depth = 0;
  /** The byte before, and the one before that. */
  last = 32;
  before = 32;
}

/** Does a stream open more graphics states (the word `q`) than it closes (`Q`)? It may come in pieces. */
function nestsTooDeep(nesting: Nesting, piece: Uint8Array): boolean {
  for (const byte of piece) {
    if (byte <= 32 && (nesting.last === 113 || nesting.last === 81) && nesting.before <= 32) {
      nesting.depth = Math.max(0, nesting.depth + (nesting.last === 113 ? 1 : -1));
      if (nesting.depth > DEEPEST) return true;
    }
    nesting.before = nesting.last;
    nesting.last = byte;
  }
  return false;
}

function ownDictionary(bytes: Uint8Array, stream: number): string {
  let text = '';
  for (const byte of bytes.subarray(Math.max(0, stream - DICTIONARY), stream)) text += String.fromCharCode(byte);
  return text.slice(text.lastIndexOf(' obj') + 1);
}

const STREAM = [...'stream'].map(c => c.charCodeAt(0));
const END_STREAM = [...'endstream'].map(c => c.charCodeAt(0));

function indexOf(bytes: Uint8Array, word: readonly number[], from: number): number {
  for (let at = bytes.indexOf(word[0]!, from); at >= 0; at = bytes.indexOf(word[0]!, at + 1)) {
    let i = 1;
    while (i < word.length && bytes[at + i] === word[i]) i++;
    if (i === word.length) return at;
  }
  return -1;
}
