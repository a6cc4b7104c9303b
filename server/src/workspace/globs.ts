// Globs as `claimcheck.yaml` and the command line use them.
import picomatch from 'picomatch/posix.js';

/** Does a path (below the folder that the globs are relative to, with slashes) match one of the globs? A glob without a slash matches the name of a file or of any folder above it. */
export function createMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map(glob => {
    const plain = glob.replace(/^\.\//, '');
    const match = picomatch(plain.replace(/\/$/, ''), { dot: false });
    return { match, byName: !plain.replace(/\/$/, '').includes('/') };
  });
  return path => matchers.some(({ match, byName }) => {
    const parts = path.split('/');
    return byName ? parts.some(part => match(part)) : parts.some((_, i) => match(parts.slice(0, i + 1).join('/')));
  });
}

export function isGlob(pattern: string): boolean {
  return picomatch.scan(pattern).isGlob;
}

/** `../registry/*.yaml` -> the folder part without glob characters and the rest. */
export function splitGlob(pattern: string): { folder: string; rest: string } {
  const parts = pattern.split('/');
  const first = parts.findIndex(part => isGlob(part));
  return first < 0 ? { folder: parts.slice(0, -1).join('/'), rest: parts.at(-1)! } : { folder: parts.slice(0, first).join('/'), rest: parts.slice(first).join('/') };
}

/** Folders that are never entered: installed packages, and those whose name begins with a dot. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}
