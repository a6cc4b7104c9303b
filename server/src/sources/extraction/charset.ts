// Bytes -> text, by byte-order mark, by what the bytes are, by what the page or the server says.

/** As far into a page as it may say in which letters it is written. */
const HEAD = 4_096;

/** Never throws: what no encoding explains is read as Windows-1252, in which every byte is a letter. */
export function decodeText(bytes: Uint8Array, contentType?: string): string {
  const mark = markOf(bytes);
  if (mark !== undefined) return decode(bytes, mark) ?? '';
  const declared = declaredIn(bytes, contentType);
  // Bytes that are valid UTF-8 are that, whatever they are called; but seven-bit encodings hide behind escapes.
  const utf8 = declared !== undefined && /^(?:iso-2022|hz-|utf-16)/i.test(declared) ? undefined : decode(bytes, 'utf-8', true);
  return utf8 ?? (declared === undefined || /^utf-?8$/i.test(declared) ? undefined : decode(bytes, declared)) ?? decode(bytes, 'windows-1252') ?? '';
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function declaredIn(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const ofServer = /charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/i.exec(contentType?.slice(0, 500) ?? '')?.[1];
  if (ofServer !== undefined) return ofServer;
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) head += String.fromCharCode(byte);
  return /<meta\b[^>]{0,300}\bcharset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/i.exec(head)?.[1] ?? /^\s{0,20}<\?xml\b[^>]{0,200}\bencoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})/i.exec(head)?.[1];
}

function decode(bytes: Uint8Array, encoding: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
