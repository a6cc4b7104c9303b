// WebVTT and SubRip -> the spoken words, each cue with its time, and who speaks where the file says so.
import { decodeString } from 'micromark-util-decode-string';
import type { SourceText } from '../source-text.ts';
import { cleanWords, TextBuilder } from './text-builder.ts';

const TIMING = /^\s{0,20}(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s{1,10}-->/;
const VOICE = /^<v(?:\.[\w.-]{1,60})?\s+([^<>]{1,100})>/;

export function readTranscript(text: string): SourceText {
  const builder = new TextBuilder();
  let time: string | undefined;
  let speaker = '';
  let last = '';
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    if (builder.isFull) break;
    const timing = TIMING.exec(line);
    if (timing) {
      time = [timing[1] ?? '0', timing[2]!, timing[3]!].map(part => part.padStart(2, '0')).join(':');
      continue;
    }
    // Header, notes, styles and the number of a cue stand outside of cues.
    if (line.trim() === '') time = undefined;
    if (time === undefined) continue;
    const voice = VOICE.exec(line.trim());
    const name = voice ? cleanWords(decodeString(voice[1]!)) : speaker;
    const words = cleanWords(decodeString(line.replace(/<[^<>]{0,200}>/g, '')));
    // Rolling captions show the line before once more.
    if (words === '' || words === last) continue;
    const turns = voice !== null && name !== speaker;
    // "ANNA BERG: …" and "- …" are how the others mark a new speaker.
    const begins = turns || /^(?:>>|[-–—] |\p{Lu}[\p{L}.' -]{1,40}: )/u.test(words);
    builder.add(turns ? `${name}: ${words}` : words, time, begins ? '\n\n' : '\n');
    speaker = name;
    last = words;
  }
  return builder.build('transcript');
}
