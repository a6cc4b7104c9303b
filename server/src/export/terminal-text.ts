// Text for a terminal: nothing in it can steer the terminal, and its width is known.
import { eastAsianWidth } from 'get-east-asian-width';

const TAB = 4;

/** The text with control characters, direction marks and lone surrogates written out (`\x1b`, `\u202e`); tabs become spaces up to the next stop, counted from `column`. */
export function toVisible(text: string, column = 0): string {
  let out = '';
  let at = column;
  for (const character of text) {
    const shown = character === '\t' ? ' '.repeat(TAB - (at % TAB)) : isUnsafe(character) ? escapeCharacter(character) : character;
    out += shown;
    at += shown === character ? characterWidth(character) : shown.length;
  }
  return out;
}

/** How many columns of a terminal a visible text takes: wide characters two, combining marks none. */
export function widthOf(visible: string): number {
  let width = 0;
  for (const character of visible) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (/^(?:\p{Mn}|\p{Me}|[\u200b-\u200d])$/u.test(character)) return 0;
  const code = character.codePointAt(0)!;
  return code < 0x300 ? 1 : eastAsianWidth(code);
}

/** Control characters (C0, C1, DEL), separators of lines, marks that turn the direction of what follows, and halves of characters. */
function isUnsafe(character: string): boolean {
  return /^[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]$/u.test(character);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
