// A page that a source check could not reach, a file that is gone, or one that gives no words.
import type { Draft } from '../../draft/draft.ts';
import type { CheckResult } from '../../model/context.ts';
import { addressKey, allCitations } from '../../model/sources.ts';
import { fileCheck, fileSpan, pageCheck, pageSpan } from '../../model/source-checks.ts';
import { defineRule } from '../rule.ts';

export const unreachable = defineRule({
  id: 'sources/unreachable',
  summary: 'A link that fails, or a file that is gone or gives no words.',
  severity: 'warning',
  scope: 'project',
  when: 'command',

  *checkProject({ registries, checkResults }) {
    for (const { document, registry } of registries) {
      for (const entry of registry.entries) {
        const page = pageCheck(entry, checkResults);
        if (page?.outcome === 'unreachable') yield { document, ...spanOf(pageSpan(entry)), message: `The page of “${entry.id}” cannot be reached. ${page.message ?? ''}`.trim() };
        const file = fileCheck(entry, document, checkResults);
        if (file?.outcome === 'unreachable') yield { document, ...spanOf(fileSpan(entry)), message: `The file of “${entry.id}” is gone. ${file.message ?? ''}`.trim() };
        // What another of the two says is enough to check against.
        const unread = isUnread(file) ? file : file === undefined && isUnread(page) ? page : undefined;
        if (unread) yield { document, ...spanOf(unread === file ? fileSpan(entry) : pageSpan(entry)), severity: 'information', message: `Nothing can be held against “${entry.id}”. ${unread.message}` };
      }
    }
  },

  *check({ draft, sources, context }) {
    const known = new Set([...sources.values()].flatMap(({ entry }) => (entry.url === undefined ? [] : [addressKey(entry.url)])));
    for (const link of linksOf(draft)) {
      const at = addressKey(link.key);
      const page = context.checkResults.get(at);
      // An entry of that address has the finding.
      if (page?.outcome !== 'unreachable' || known.has(at)) continue;
      yield { ...spanOf(link.keySpan), message: `This link cannot be reached. ${page.message ?? ''}`.trim() };
    }
  },
});

/** Is it there, but without words that can be read? The message says why. */
function isUnread(result: CheckResult | undefined): result is CheckResult {
  return result?.outcome === 'reached' && result.message !== undefined;
}

/** The links of a draft and of its footnotes to pages. */
function linksOf(draft: Draft) {
  return allCitations(draft).filter(({ kind, key }) => (kind === 'link' || kind === 'definition') && /^https?:\/\//i.test(key));
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
