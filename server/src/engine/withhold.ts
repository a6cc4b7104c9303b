// Keeps the names of confidential sources out of everything that is said about a draft: messages, titles of fixes, excerpts.
import type { Analysis } from '../model/analysis.ts';
import { findConfidentialNames } from '../model/confidential.ts';
import type { SourceEntry } from '../registry/registry.ts';
import type { Span } from '../span.ts';

/** What stands for a name that is not repeated. */
const WITHHELD = '[name withheld]';

/** A function that takes the names out of a text. It changes nothing where the draft names no confidential source. */
export function createWithholding(analysis: Analysis): (text: string) => string {
  let withhold = withholdings.get(analysis);
  if (withhold === undefined) withholdings.set(analysis, (withhold = buildWithholding(analysis)));
  return withhold;
}

/** Kept for the fixes of the other findings of the same analysis. */
const withholdings = new WeakMap<Analysis, (text: string) => string>();

function buildWithholding(analysis: Analysis): (text: string) => string {
  const { draft, sources, people, context } = analysis;
  if (![...sources.values()].some(({ entry }) => entry.confidential)) return text => text;
  const names = new Set(findConfidentialNames(draft, sources, people, context.desk).map(({ start, end }) => draft.text.slice(start, end)));
  const longestFirst = [...names].filter(name => name.trim().length > 1).sort((a, b) => b.length - a.length);
  return text => longestFirst.reduce((rest, name) => rest.replaceAll(name, WITHHELD), text);
}

/** The stretches of a draft that no excerpt may show: the names, and where its front matter says them. */
export function withheldInDraft({ draft, sources, people, context }: Analysis): readonly Span[] {
  return [...findConfidentialNames(draft, sources, people, context.desk), ...withheldInRegistry(draft.frontMatter?.registry?.entries ?? [], draft.text)];
}

/** The stretches of a registry text that no excerpt may show: the authors of confidential entries, and the same words elsewhere, for an entry that cannot be read may hold them. */
export function withheldInRegistry(entries: readonly SourceEntry[], text: string): readonly Span[] {
  const authors = entries.flatMap(({ confidential, fieldSpans }) => (confidential && fieldSpans['author'] ? [fieldSpans['author']] : []));
  const words = new Set(authors.map(({ start, end }) => text.slice(start, end)).filter(name => name.trim().length > 1));
  return [...words].flatMap(name => placesOf(name, text));
}

function placesOf(name: string, text: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push({ start: at, end: at + name.length });
  return places;
}
