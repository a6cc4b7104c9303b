// A bounded cache of parsed blocks, shared by every draft of the workspace.
import type { BlockCache } from '../draft/build.ts';
import type { BlockContent } from '../draft/draft.ts';

/** Keeps the blocks used last, up to `most` characters of their text. */
export function createBlockCache(most = 4_000_000): BlockCache {
  const contents = new Map<string, BlockContent>();
  let kept = 0;
  return {
    get(key) {
      const content = contents.get(key);
      if (content) {
        contents.delete(key);
        contents.set(key, content);
      }
      return content;
    },
    set(key, content) {
      if (contents.delete(key)) kept -= key.length;
      contents.set(key, content);
      kept += key.length;
      for (const oldest of contents.keys()) {
        if (kept <= most || oldest === key) break;
        contents.delete(oldest);
        kept -= oldest.length;
      }
    },
  };
}
