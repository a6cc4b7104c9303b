// Reads a configuration file with all that it extends.
import { defaultConfig, resolveConfig, type Config, type ConfigFile, type ConfigProblem } from '../engine/config.ts';
import { readConfigFile } from '../engine/config-file.ts';
import type { Texts } from './texts.ts';
import { folderOf, resolvePath } from './uris.ts';

export interface ConfigChain {
  readonly config: Config;
  /** Nearest first. */
  readonly chain: readonly ConfigFile[];
  /** What is wrong in each file, what it extends in vain included. */
  readonly problems: ReadonlyMap<string, readonly ConfigProblem[]>;
  /** The configuration files, and those that should be extended and are not there. */
  readonly watched: ReadonlySet<string>;
}

/** How many files a configuration may extend in all: enough for any desk, few enough to end. */
const MOST_EXTENDED = 64;

/** The configuration in force, and all that it was read from; without a file the built-in defaults. Never fails: what cannot be read is a problem. */
export async function readConfigChain(uri: string | undefined, texts: Texts): Promise<ConfigChain> {
  const watched = new Set<string>();
  const problems = new Map<string, ConfigProblem[]>();
  const chain: ConfigFile[] = [];
  if (uri === undefined) return { config: defaultConfig(), chain, problems, watched };

  const read = async (file: string, above: readonly string[]): Promise<boolean> => {
    watched.add(file);
    const state = await texts.read(file);
    if (state === undefined) {
      if (above.length > 0) return false;
      const unread = [{ start: 0, end: 0, message: 'This configuration file cannot be read: it is not UTF-8 text.' }];
      problems.set(file, unread);
      chain.push({ uri: file, extends: [], problems: unread, keys: {} });
      return true;
    }
    const parsed = readConfigFile(state.text, file);
    if (!chain.some(known => known.uri === file)) chain.push(parsed);
    const own = [...parsed.problems];
    if (!problems.has(file)) problems.set(file, own);
    // Of several the last has the last word, as in other tools; the nearest stands first in the chain.
    for (const { path, span } of parsed.extends.toReversed()) {
      const target = resolvePath(folderOf(file) ?? file, path);
      const say = (message: string) => own.push({ ...span, message });
      if (target === file || above.includes(target)) say(`“${path}” extends this file again, so it is left out.`);
      else if (chain.length >= MOST_EXTENDED) say(`More than ${MOST_EXTENDED} files are extended; “${path}” is left out.`);
      else if (!(await read(target, [...above, file]))) say(`There is no readable file “${path}” to extend.`);
    }
    return true;
  };
  await read(uri, []);
  return { config: resolveConfig(chain), chain, problems, watched };
}
