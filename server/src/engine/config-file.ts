// Reads one `claimcheck.yaml`: every valid key counts, everything else is a problem at its place.
import * as v from 'valibot';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import type { Span } from '../span.ts';
import type { DeskPerson, FigureSettings } from '../model/context.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import { SEVERITIES, type ConfigFile, type ConfigKeys, type ConfigProblem, type RuleEntry } from './config.ts';
import { clip, isKnownRule, nearest, nearestRule } from './did-you-mean.ts';

/** Reads a configuration. Never throws: YAML that cannot be read, an unknown key or rule and a value of the wrong kind are problems, in offsets of `text`; all the rest counts. */
export function readConfigFile(text: string, uri: string, rules: readonly Rule[] = allRules): ConfigFile {
  const problems: ConfigProblem[] = [];
  try {
    return new Reader(text, rules, problems).read(uri);
  } catch (error) {
    // The YAML reader recurses: a text nested some thousand levels deep overflows the stack.
    if (!(error instanceof RangeError)) throw error;
    return { uri, extends: [], problems: [{ start: 0, end: 0, message: 'This configuration is nested too deeply to be read.' }], keys: {} };
  }
}

const KEYS = ['extends', 'sources', 'files', 'ignore', 'rules', 'gate', 'baseline', 'figures', 'desk'] as const;
const FIGURE_KEYS = ['synonyms', 'unit'] as const;
const DESK_KEYS = ['name', 'family', 'title', 'also'] as const;

/** A key of a map with its value: the value is missing where nothing stands after the colon. */
interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node | undefined;
  /** The value's place, the key's where there is none. */
  readonly span: Span;
}

class Reader {
  readonly #document: Document;
  readonly #length: number;
  readonly #rules: readonly Rule[];
  readonly #problems: ConfigProblem[];

  constructor(text: string, rules: readonly Rule[], problems: ConfigProblem[]) {
    this.#document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
    this.#length = text.length;
    this.#rules = rules;
    this.#problems = problems;
  }

  read(uri: string): ConfigFile {
    for (const error of [...this.#document.errors, ...this.#document.warnings]) {
      const [start, end] = error.pos;
      this.#report({ start: Math.min(start, this.#length), end: Math.min(Math.max(start, end), this.#length) }, `This YAML cannot be read: ${sentence(error.message)}`);
    }
    const keys: ConfigKeys = {};
    const extended: { path: string; span: Span }[] = [];
    const root = this.#document.contents;
    const empty = root === null || (isScalar(root) && root.value === null);
    if (!empty) {
      for (const entry of this.#entries(root as Node, { start: 0, end: 0 }, KEYS, 'key of claimcheck.yaml')) this.#readKey(entry, keys, extended);
    }
    return { uri, extends: extended, problems: this.#problems.toSorted((a, b) => a.start - b.start || a.end - b.end), keys };
  }

  #readKey(entry: Entry, keys: ConfigKeys, extended: { path: string; span: Span }[]): void {
    switch (entry.key as (typeof KEYS)[number]) {
      case 'extends':
        extended.push(...(this.#strings(entry)?.map(item => ({ path: item.text, span: item.span })) ?? []));
        return;
      case 'sources':
      case 'files':
      case 'ignore': {
        const texts = this.#strings(entry)?.map(item => item.text);
        if (texts !== undefined) keys[entry.key] = Object.freeze(texts);
        return;
      }
      case 'baseline': {
        const path = this.#string(entry);
        if (path !== undefined) keys.baseline = path;
        return;
      }
      case 'gate': {
        const ids = this.#strings(entry)?.filter(item => this.#knownRule(item.text, item.span)).map(item => item.text);
        if (ids !== undefined) keys.gate = Object.freeze(ids);
        return;
      }
      case 'rules':
        keys.rules = this.#readRules(entry);
        return;
      case 'figures':
        keys.figures = this.#readFigures(entry);
        return;
      case 'desk':
        keys.desk = Object.freeze(this.#readDesk(entry));
    }
  }

  #readRules(entry: Entry): Map<string, RuleEntry> {
    const found = new Map<string, RuleEntry>();
    for (const item of this.#entries(entry.value, entry.span)) {
      if (!this.#knownRule(item.key, item.keySpan)) continue;
      // The options of a rule that is not there yet are not known.
      if (item.key.includes('/') && !this.#rules.some(rule => rule.id === item.key)) continue;
      const settings = this.#readRule(item);
      if (settings !== undefined) found.set(item.key, settings);
    }
    return found;
  }

  #readRule(entry: Entry): RuleEntry | undefined {
    const value = this.#resolve(entry.value);
    if (!isMap(value)) {
      const severity = this.#severity(entry);
      return severity === undefined ? undefined : { severity, options: {} };
    }
    const rule = this.#rules.find(candidate => candidate.id === entry.key);
    const schemas = optionSchemas(rule);
    let severity: Severity | 'off' | undefined;
    const options: Record<string, unknown> = {};
    const what = rule === undefined ? 'key of a group, which takes a severity and no options' : `option of ${rule.id}`;
    for (const item of this.#entries(value, entry.span, ['severity', ...Object.keys(schemas)], what)) {
      if (item.key === 'severity') severity = this.#severity(item);
      else this.#readOption(item, schemas[item.key]!, options);
    }
    return severity === undefined ? { options } : { severity, options };
  }

  #readOption(entry: Entry, schema: v.GenericSchema, options: Record<string, unknown>): void {
    const value = this.#toPlain(entry);
    const parsed = v.safeParse(schema, value);
    if (parsed.success) {
      options[entry.key] = value;
      return;
    }
    for (const issue of parsed.issues) {
      const path = issue.path?.map(item => item.key) ?? [];
      const at = isMap(entry.value) || isSeq(entry.value) ? entry.value.getIn(path, true) : undefined;
      const found = issue.received === 'undefined' ? 'nothing' : issue.received;
      const expected = issue.expected === null ? sentence(issue.message) : `Expected ${issue.expected}, found ${found}.`;
      this.#report(spanOf(at) ?? entry.span, `The value of “${clip(entry.key)}” does not fit. ${expected}`);
    }
  }

  #readFigures(entry: Entry): Map<string, Partial<FigureSettings>> {
    const figures = new Map<string, Partial<FigureSettings>>();
    for (const figure of this.#entries(entry.value, entry.span)) {
      if (!/^[\p{L}\p{N}_.-]+$/u.test(figure.key)) {
        this.#report(figure.keySpan, `“${clip(figure.key)}” is no name of a figure. A name has letters, digits, hyphens, underscores and full stops only.`);
        continue;
      }
      const settings: { synonyms?: readonly string[]; unit?: string } = {};
      for (const item of this.#entries(figure.value, figure.span, FIGURE_KEYS, 'key of a figure')) {
        if (item.key === 'unit') {
          const unit = this.#string(item);
          if (unit !== undefined) settings.unit = unit;
        } else {
          const synonyms = this.#strings(item)?.map(word => word.text);
          if (synonyms !== undefined) settings.synonyms = Object.freeze(synonyms);
        }
      }
      figures.set(figure.key, settings);
    }
    return figures;
  }

  #readDesk(entry: Entry): DeskPerson[] {
    const list = this.#resolve(entry.value);
    if (!isSeq(list)) {
      this.#report(entry.span, `“${clip(entry.key)}” must be a list of people, each with a name.`);
      return [];
    }
    return list.items.flatMap(node => {
      const span = spanOf(node) ?? entry.span;
      const person: { name?: string; family?: string; title?: string; also: readonly string[] } = { also: [] };
      for (const item of this.#entries(node as Node, span, DESK_KEYS, 'key of a person')) {
        if (item.key === 'also') person.also = Object.freeze(this.#strings(item)?.map(name => name.text) ?? []);
        else {
          const text = this.#string(item);
          if (text !== undefined) person[item.key as 'name' | 'family' | 'title'] = text;
        }
      }
      if (person.name === undefined) {
        if (isMap(this.#resolve(node as Node))) this.#report(span, 'This person has no name. Add "name: …".');
        return [];
      }
      return [Object.freeze(person as DeskPerson)];
    });
  }

  /** The entries of a map, those with a key that is not `known` reported and left out. Something that is no map is reported and has none. */
  #entries(node: Node | undefined, place: Span, known?: readonly string[], what?: string): Entry[] {
    const map = this.#resolve(node);
    if (map === undefined || (isScalar(map) && map.value === null)) return [];
    if (!isMap(map)) {
      this.#report(spanOf(map) ?? place, 'Expected a map here: a name, a colon and a value on each line.');
      return [];
    }
    return this.#pairs(map, place).filter(entry => {
      if (known === undefined || known.includes(entry.key)) return true;
      const near = nearest(entry.key, known);
      this.#report(entry.keySpan, `“${clip(entry.key)}” is no ${what}. ${near === undefined ? `Expected one of: ${known.join(', ')}.` : `Did you mean “${near}”?`}`, near);
      return false;
    });
  }

  #pairs(map: YAMLMap, place: Span): Entry[] {
    return map.items.flatMap(pair => {
      if (!isPair(pair)) return [];
      const keySpan = spanOf(pair.key) ?? place;
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const value = (pair.value ?? undefined) as Node | undefined;
      const missing = value === undefined || (isScalar(value) && value.value === null && value.source === '');
      return [{ key, keySpan, value, span: missing ? keySpan : spanOf(value) ?? keySpan }];
    });
  }

  #string(entry: Entry): string | undefined {
    const node = this.#resolve(entry.value);
    if (isScalar(node) && typeof node.value === 'string' && node.value !== '') return node.value;
    // `unit: 20` and `name: 1984` are YAML numbers, but meant as words.
    if (isScalar(node) && typeof node.value === 'number') return node.source ?? String(node.value);
    this.#report(entry.span, `The value of “${clip(entry.key)}” must be a text.`);
    return undefined;
  }

  /** A list of texts; one text alone is a list of one. Items of another kind are reported and left out. */
  #strings(entry: Entry): { text: string; span: Span }[] | undefined {
    const node = this.#resolve(entry.value);
    if (!isSeq(node)) {
      const text = this.#string({ ...entry, key: entry.key });
      return text === undefined ? undefined : [{ text, span: entry.span }];
    }
    return node.items.flatMap(item => {
      const span = spanOf(item) ?? entry.span;
      const text = this.#string({ key: entry.key, keySpan: entry.keySpan, value: item as Node, span });
      return text === undefined ? [] : [{ text, span }];
    });
  }

  #severity(entry: Entry): Severity | 'off' | undefined {
    const node = this.#resolve(entry.value);
    const written = isScalar(node) ? node.value : undefined;
    if ((SEVERITIES as readonly unknown[]).includes(written)) return written as Severity | 'off';
    const near = written === false || written === null ? 'off' : written === 'note' ? 'information' : typeof written === 'string' ? nearest(written, SEVERITIES) : undefined;
    const shown = isScalar(node) && node.source ? `“${clip(node.source)}” is no severity.` : `“${clip(entry.key)}” has no severity.`;
    this.#report(entry.span, `${shown} ${near === undefined ? 'Expected error, warning, information, hint or off.' : `Did you mean “${near}”?`}`, near);
    return undefined;
  }

  #knownRule(id: string, span: Span): boolean {
    if (isKnownRule(id, this.#rules)) return true;
    const near = nearestRule(id, this.#rules);
    this.#report(span, `No rule or group of rules is called “${clip(id)}”.${near === undefined ? '' : ` Did you mean “${near}”?`}`, near);
    return false;
  }

  #toPlain(entry: Entry): unknown {
    try {
      return entry.value?.toJS(this.#document, { maxAliasCount: 100 });
    } catch {
      return undefined;
    }
  }

  #resolve(node: Node | null | undefined): Node | undefined {
    return (isAlias(node) ? node.resolve(this.#document) : node) ?? undefined;
  }

  #report(span: Span, message: string, didYouMean?: string): void {
    this.#problems.push({ start: span.start, end: span.end, message, ...(didYouMean === undefined ? {} : { didYouMean }) });
  }
}

/** The schema of each option of a rule. */
export function optionSchemas(rule: Rule | undefined): Readonly<Record<string, v.GenericSchema>> {
  const entries = (rule?.options as { entries?: Record<string, v.GenericSchema> } | undefined)?.entries;
  return entries ?? {};
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function sentence(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}
