// Local captures of sources -> Passages, as far as they are text: these are read while a draft is typed. What takes longer is read by a source check.
import * as v from 'valibot';
import type { Passage } from '../model/context.ts';
import type { SourceText } from './source-text.ts';

/** The captures that can be read as text: plain text, Markdown, transcripts with times, saved pages. */
export function isTextCapture(fileName: string): boolean {
  return PAGE.test(fileName) || TRANSCRIPT.test(fileName) || /\.(?:txt|text|md|markdown)$/i.test(fileName);
}

const PAGE = /\.x?html?$/i;
const TRANSCRIPT = /\.(?:vtt|srt)$/i;
/** A saved page with fewer words holds its text elsewhere, and tells nothing of what the source says. */
const FEWEST_WORDS = 30;

/** What the `.json` beside a capture says of the words in its `.txt`: how many characters, whether a part is missing, and where each stretch stands (`0-74 p. 3`). */
export function describeWords({ text, truncated, locators }: SourceText): v.InferOutput<typeof WORDS> {
  return { characters: text.length, truncated, locators: locators.map(({ start, end, locator }) => `${start}-${end} ${locator}`) };
}

const WORDS = v.object({ characters: v.number(), truncated: v.boolean(), locators: v.array(v.string()) });
const ORIGIN = v.object({ words: WORDS });

/**
 * The words of a capture as one passage: of a transcript its spoken words alone, of a page the text that a reader sees.
 * `origin`: the `.json` beside the capture whose words `text` is; where it fits them, they are taken as they are, with its places.
 */
export async function toPassages(source: string, fileName: string, text: string, origin?: string): Promise<readonly Passage[]> {
  const described = origin === undefined ? undefined : readOrigin(origin, text);
  if (described) return text === '' ? [] : [{ source, text, ...described }];
  const read = await readCapture(fileName, text);
  const words = read.text;
  if (words === '' || (read.format === 'html' && words.split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS)) return [];
  return [{ source, text: words, locators: read.locators, whole: !read.truncated }];
}

/** Undefined for what is no such file, and for one of other words: somebody may have edited them. */
function readOrigin(origin: string, text: string): Pick<Passage, 'locators' | 'whole'> | undefined {
  try {
    const { words } = v.parse(ORIGIN, JSON.parse(origin));
    if (words.characters !== text.length) return undefined;
    let end = 0;
    const locators = words.locators.flatMap(line => {
      const [, from, to, locator] = /^(\d{1,9})-(\d{1,9}) (.{1,100})$/.exec(line) ?? [];
      if (locator === undefined || Number(from) < end || Number(to) <= Number(from)) return [];
      end = Number(to);
      return [{ start: Number(from), end, locator }];
    });
    return { whole: !words.truncated, locators };
  } catch {
    return undefined;
  }
}

/** The readers are loaded when a draft has a capture of their kind: most have none. */
async function readCapture(fileName: string, text: string): Promise<SourceText> {
  if (PAGE.test(fileName)) return (await import('./extraction/html-page.ts')).readPage(text);
  if (TRANSCRIPT.test(fileName)) return (await import('./extraction/transcript.ts')).readTranscript(text);
  return (await import('./extraction/plain-text.ts')).readPlainText(text);
}
