// How a speaker's words came: to whom they were said ("told reporters"), where they were posted ("on X"), in what they stood ("in a statement"). And who speaks, without what is said of them.
import type { Draft } from '../../draft/draft.ts';
import { reportingVerb } from '../../language/reporting.ts';
import { bareWord, type Token } from '../../language/tokens.ts';
import { words } from '../../language/word-list.ts';
import type { Span } from '../../span.ts';
import type { Attribution } from '../analysis.ts';
import { readLeafSpeech } from './leaf-speech.ts';
import { ADDRESSED, VEHICLES } from './lexicon.ts';

/** So many tokens behind the verb are looked at. */
const REACH = 24;

/** Of these the place where they stand says more: "in a post on X". */
const POSTED = words('post posts tweet tweets message messages video thread blog livestream broadcast');
/** Behind "on": a place to post, where a day or a subject may stand as well. */
const NO_PLACE = words('monday tuesday wednesday thursday friday saturday sunday condition january february march april may june july august september october november december tuesdays sundays behalf');

/** The words that say how or to whom it was said, in the draft: `reporters`, `X`, `a statement`; undefined where none do. Looks behind the verb, and behind the speaker of an inverted tag. */
export function findChannel(attribution: Attribution): Span | undefined {
  if (!known.has(attribution)) known.set(attribution, readChannel(attribution));
  return known.get(attribution);
}

/** Asked for once for the attribution and once for each of its quotations. */
const known = new WeakMap<Attribution, Span | undefined>();

function readChannel({ cue, source, content, sentence }: Attribution): Span | undefined {
  if (!cue || cue.start < sentence.start || cue.start >= sentence.end) return undefined;
  const { leaf } = sentence;
  const tokens = readLeafSpeech(leaf.content).tokens[sentence.index - leaf.firstSentence] ?? [];
  const toProse = (span: Span) => ({ start: leaf.toProse(span.start), end: leaf.toProse(span.end) });
  const verb = toProse(cue);
  const first = tokens.findIndex(t => t.start >= verb.start);
  if (first < 0) return undefined;
  const said = content.map(toProse);
  const inContent = (t: Token) => said.some(c => c.start < t.end && t.start < c.end);
  const speaker = source && toProse(source);
  const addressed = tokens.slice(first).find(t => t.start < verb.end && isAddressing(t));
  let at = first;
  while (at < tokens.length && tokens[at]!.start < verb.end && !(addressed && tokens[at]!.start > addressed.start)) at++;
  if (addressed) {
    const object = phraseAt(tokens, at, inContent);
    if (object && !(speaker && speaker.start < object.end && object.start < speaker.end)) return leaf.toSource(object);
  }
  const after = speaker && speaker.start >= verb.end ? tokens.findIndex(t => t.start >= speaker.end) : at;
  const behind = after < 0 ? undefined : vehicleFrom(tokens, after, inContent, leaf);
  if (behind || !speaker || speaker.start >= verb.start) return behind;
  // "Ohm, in an interview, said", "In a post on X, Ohm said"
  const inner = tokens.findIndex(t => t.start >= speaker.end);
  const between = inner >= 0 && tokens[inner]!.text === ',' ? tokens.slice(inner + 1, first) : [];
  const lead = /^(?:in|on|at|during|via|by)$/.test(tokens[0]?.lower ?? '') && !inContent(tokens[0]!) ? tokens.slice(0, Math.max(0, tokens.findIndex(t => t.start >= speaker.start))) : [];
  return (between.length > 0 && between.length < REACH ? vehicleFrom(between, 0, inContent, leaf) : undefined) ?? (lead.length > 0 && lead.length < REACH ? vehicleFrom(lead, 0, inContent, leaf) : undefined);

  function isAddressing(token: Token): boolean {
    const lemma = reportingVerb(token.lower)?.lemma ?? token.lower;
    return ADDRESSED.has(lemma);
  }
}

/** The people who are told: a noun phrase right behind the verb. */
function phraseAt(tokens: readonly Token[], from: number, inContent: (t: Token) => boolean): Span | undefined {
  const first = tokens[from];
  if (!first || first.kind !== 'word' || inContent(first) || /^(?:that|on|in|at|by|to|how|why|what|whether|of|about|against|you|it)$/.test(first.lower)) return undefined;
  let to = from + 1;
  const owner = first.lower === 'her' && tokens[to]?.kind === 'word' && !ENDS_PHRASE.has(tokens[to]!.lower);
  if (/^(?:us|me|him|her|them)$/.test(first.lower) && !owner) return { start: first.start, end: first.end };
  while (to < tokens.length && to - from < 8) {
    const token = tokens[to]!;
    if (inContent(token) || token.kind === 'mark' && token.text !== '&' || ENDS_PHRASE.has(token.lower) || (NO_PLACE.has(token.lower) && token.capital)) break;
    to++;
  }
  return { start: first.start, end: tokens[to - 1]!.end };
}

const ENDS_PHRASE = words('that on in at by to from after before during outside inside about of for with over through via as while when last this earlier later recently yesterday today tonight how why what whether he she they it we there');

function vehicleFrom(tokens: readonly Token[], from: number, inContent: (t: Token) => boolean, leaf: Draft['leaves'][number]): Span | undefined {
  for (let i = from; i < tokens.length && i - from < REACH; i++) {
    const token = tokens[i]!;
    if (inContent(token) || /^[.;:!?“”"]$/.test(token.text) || /^(?:that|who|which|whose|and|but|because)$/.test(token.lower)) return undefined;
    if (!/^(?:in|on|by|via|through|at|during|to|over)$/.test(token.lower)) continue;
    const found = token.lower === 'to' ? addressee(tokens, i + 1) : token.lower === 'on' ? placeAt(tokens, i + 1, inContent) ?? vehicleAt(tokens, i + 1, inContent) : vehicleAt(tokens, i + 1, inContent);
    if (found) return leaf.toSource(found);
  }
  return undefined;
}

/** "said to reporters" */
function addressee(tokens: readonly Token[], from: number): Span | undefined {
  const first = tokens[from];
  return first && /^(?:reporters|journalists|investors|analysts|supporters|lawmakers|shareholders)$/.test(first.lower) ? { start: first.start, end: first.end } : undefined;
}

/** "on Truth Social", "on X": a name, and no day. */
function placeAt(tokens: readonly Token[], from: number, inContent: (t: Token) => boolean): Span | undefined {
  let at = from;
  while (/^(?:his|her|its|their|the)$/.test(tokens[at]?.lower ?? '')) at++;
  const first = tokens[at];
  if (!first?.capital || inContent(first) || NO_PLACE.has(first.lower.replace(/\.$/, '')) || /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/.test(first.lower)) return undefined;
  let to = at + 1;
  while (tokens[to]?.capital && !inContent(tokens[to]!) && !NO_PLACE.has(tokens[to]!.lower) && !tokens[to - 1]!.text.endsWith('’s')) to++;
  const last = tokens[to - 1]!;
  return { start: first.start, end: last.start + bareWord(last).length };
}

/** "a statement", "an interview", "email"; for a post the place where it stands. */
function vehicleAt(tokens: readonly Token[], from: number, inContent: (t: Token) => boolean): Span | undefined {
  for (let i = from; i < tokens.length && i - from < 6; i++) {
    const token = tokens[i]!;
    if (inContent(token) || token.kind !== 'word' || /^(?:in|on|by|to|at|of|from|for)$/.test(token.lower)) return undefined;
    if (!VEHICLES.has(token.lower) || VEHICLES.has(tokens[i + 1]?.lower ?? '')) continue;
    if (POSTED.has(token.lower)) {
      // "an Instagram post"
      if (i > from && tokens[i - 1]!.capital) return { start: tokens.slice(from, i).find(t => t.capital)!.start, end: tokens[i - 1]!.end };
      for (let k = i + 1; k < tokens.length && k - i < 6; k++) {
        if (/^(?:on|to)$/.test(tokens[k]!.lower)) {
          const place = placeAt(tokens, k + 1, inContent);
          if (place) return place;
        }
      }
    }
    return { start: tokens[from]!.start, end: token.end };
  }
  return undefined;
}

/** Who speaks, without an apposition, a relative clause or a bracket behind the name: `Ada Brandt` of `Ada Brandt, who runs the port`. In the draft. */
export function speakerWords(source: Span, { text }: Draft): Span {
  const words = text.slice(source.start, source.end);
  const cut = words.search(/,(?!\s(?:Jr|Sr|II|III|IV|Inc|Ltd|LLC)\b)|\s\(|\s[—–]|\s(?:who|whose|which)\s/u);
  if (cut <= 0 || isList(words)) return source;
  return { start: source.start, end: source.start + cut };
}

/** "Reuters, Die Welt and Le Monde" */
function isList(words: string): boolean {
  const parts = words.split(/, /u);
  return parts.length > 1 && parts.every(p => /^(?:and )?(?:the )?\p{Lu}/u.test(p) && p.length < 60) && / and (?:the )?\p{Lu}/u.test(parts.at(-1)!) && !/ of .* and /u.test(parts.at(-1)!);
}
