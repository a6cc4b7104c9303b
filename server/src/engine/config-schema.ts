// The JSON Schema of `claimcheck.yaml`, built from the rules, and what completion can offer in it.
import { toJsonSchema } from '@valibot/to-json-schema';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { DEFAULT_FILES, DEFAULT_GATE, DEFAULT_IGNORE, SEVERITIES } from './config.ts';
import { optionSchemas } from './config-file.ts';
import { groupsOf } from './did-you-mean.ts';

/** The part of JSON Schema (draft 7) that is used here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
}

/** A key or value that may stand at a place of the configuration. */
export interface ConfigItem {
  readonly kind: 'key' | 'value';
  readonly label: string;
  readonly description?: string;
}

/** The schema of the whole file: every rule with its options, every key with a description. */
export function configSchema(rules: readonly Rule[] = allRules): JsonSchema {
  const ruleName: JsonSchema = { anyOf: [...rules.map(({ id, summary }) => ({ const: id, description: summary })), ...groupsOf(rules).map(group => ({ const: group, description: `Every rule of ${group}/.` }))] };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'claimcheck.yaml',
    description: 'The configuration of Claimcheck for the drafts at and below its folder.',
    type: 'object',
    additionalProperties: false,
    properties: {
      extends: textOrList('Configurations that this one builds on, by path relative to this file. Own keys win; maps merge, lists replace.'),
      sources: textOrList('Source registries of the whole project: paths relative to this file, or globs.'),
      files: { ...textOrList('Globs of the drafts, relative to this folder. A file that is named on the command line is always checked.'), default: DEFAULT_FILES },
      ignore: { ...textOrList('Globs of the files that are no drafts, relative to this folder.'), default: DEFAULT_IGNORE },
      rules: {
        description: 'Severity and options of rules, by rule or by group. A rule beats its group. A severity is the highest that the rule may reach.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries([...rules.map(rule => [rule.id, ruleSchema(rule)]), ...groupsOf(rules).map(group => [group, groupSchema(group)])]),
      },
      gate: { description: 'Rules or groups that become errors in a draft that is marked as ready.', anyOf: [{ type: 'array', items: ruleName }, ruleName], default: DEFAULT_GATE },
      baseline: { description: 'A file of findings that are accepted for now, relative to this file; "claimcheck check --write-baseline" writes it.', type: 'string' },
      figures: {
        description: 'Named figures, as claim comments call them.',
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: false,
          properties: {
            synonyms: textOrList('Other words for the quantity.'),
            unit: { description: 'The unit that every value must have: percent, a currency code, or what is counted.', type: 'string' },
          },
        },
      },
      desk: {
        description: 'People whom the desk knows: their full names, and what else they are called.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: {
            name: { description: 'The full name.', type: 'string' },
            family: { description: 'The family name.', type: 'string' },
            title: { description: 'The office or title.', type: 'string' },
            also: textOrList('Other forms of the name.'),
          },
        },
      },
    },
  };
}

/**
 * What may be written at a path of the configuration: the keys of the map that stands there, and the values that can be counted.
 *
 *     []                                     extends, sources, …
 *     ['rules', 'sourcing/unsourced']        off, warning, … and severity, threshold, …
 *     ['gate', 0]                            the rules and groups
 */
export function configKeysAt(path: readonly (string | number)[], rules: readonly Rule[] = allRules): readonly ConfigItem[] {
  let nodes: readonly JsonSchema[] = alternatives(configSchema(rules));
  for (const step of path) nodes = nodes.flatMap(node => below(node, step)).flatMap(alternatives);
  const found = nodes.flatMap(node => [...keysOf(node), ...valuesOf(node)]);
  return found.filter((item, index) => found.findIndex(other => other.kind === item.kind && other.label === item.label) === index);
}

const SEVERITY_MEANINGS: Readonly<Record<(typeof SEVERITIES)[number], string>> = {
  error: 'Fails the check.', warning: 'Is shown as a warning and counted.', information: 'Is shown as a note.', hint: 'Is shown faintly.', off: 'Is not checked.',
};

const SEVERITY: JsonSchema = { anyOf: SEVERITIES.map(severity => ({ const: severity, description: SEVERITY_MEANINGS[severity] })) };

function ruleSchema(rule: Rule): JsonSchema {
  const options = Object.entries(optionSchemas(rule)).map(([name, schema]) => {
    const json = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
    return [name, Object.fromEntries(Object.entries(json).filter(([keyword]) => keyword !== '$schema'))];
  });
  const settings: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    properties: { severity: { description: `The highest severity that it may reach. Default: ${rule.severity}.`, ...SEVERITY }, ...Object.fromEntries(options) },
  };
  return { description: rule.summary, default: rule.severity, anyOf: [...SEVERITY.anyOf!, settings] };
}

function groupSchema(group: string): JsonSchema {
  const settings: JsonSchema = { type: 'object', additionalProperties: false, properties: { severity: { description: 'The highest severity that its rules may reach.', ...SEVERITY } } };
  return { description: `Every rule of ${group}/ that is not named itself.`, anyOf: [...SEVERITY.anyOf!, settings] };
}

function textOrList(description: string): JsonSchema {
  return { description, anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] };
}

function alternatives(node: JsonSchema): readonly JsonSchema[] {
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap(alternatives);
}

function below(node: JsonSchema, step: string | number): readonly JsonSchema[] {
  if (typeof step === 'number') return node.items === undefined ? [] : [node.items];
  const named = node.properties?.[step];
  if (named !== undefined) return [named];
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
}

function keysOf(node: JsonSchema): ConfigItem[] {
  return Object.entries(node.properties ?? {}).map(([label, { description }]) => ({ kind: 'key', label, ...(description === undefined ? {} : { description }) }));
}

function valuesOf(node: JsonSchema): ConfigItem[] {
  if (node.const !== undefined) return [{ kind: 'value', label: String(node.const), ...(node.description === undefined ? {} : { description: node.description }) }];
  if (node.enum !== undefined) return node.enum.map(value => ({ kind: 'value', label: String(value) }));
  return node.type === 'boolean' ? ['true', 'false'].map(label => ({ kind: 'value', label })) : [];
}
