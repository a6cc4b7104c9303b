// The ways to settle a sentence that needs a source: the quick fixes of sourcing/unsourced, and the steps of “Source This Paragraph…”.
import type { Sentence } from '../../draft/draft.ts';
import type { Analysis } from '../../model/analysis.ts';
import { rankSources } from '../../model/sourcing/ranking.ts';
import { citationKey } from '../../model/sources.ts';
import type { Edit, FixContext } from '../rule.ts';
import { createEntry } from '../sources/create-entry.ts';
import { citeAt, setStatus } from './edits.ts';

export interface Choice {
  /** `cite:ID`, `cite-new`, `attribute`, or a status. */
  readonly key: string;
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Of a source to cite: what speaks for it; empty for nothing. */
  readonly reason?: string;
  /** Has it more in common with the sentence than a word, which may be chance? */
  readonly likely?: boolean;
  /** The source's id. */
  readonly source?: string;
  /** The entry that is made and wants filling in. */
  readonly opens?: string;
}

const STATUSES = [['observed', 'Mark as observed by the reporter'], ['common-knowledge', 'Mark as common knowledge'], ['needs-source', 'Mark as needing a source']] as const;

/** Every way to settle the sentence: the sources of the registry, the likeliest first; a new source; words that attribute it; what the reporter knows. None invents a source or a name. */
export function choicesFor(sentence: Sentence, context: FixContext): readonly Choice[] {
  const { analysis } = context;
  const { document } = analysis.context;
  const edit = (e: Omit<Edit, 'document'>): Edit => ({ document, ...e });
  const newId = freeId(analysis);
  return [
    ...rankSources(sentence, analysis.sources).map(({ id, reason, shared }) => ({
      key: `cite:${id}`, title: `Cite “${id}”${reason === '' ? '' : ` (${reason})`}`, reason, likely: shared.length > 1, source: id, edits: [edit(citeAt(sentence, `[${citationKey(id)}]`, analysis))],
    })),
    ...createEntry(newId, context).map(created => ({
      key: 'cite-new', title: `Cite a new source, added to ${created.where}`, opens: newId, edits: [edit(citeAt(sentence, `[${citationKey(newId)}]`, analysis)), created.edit],
    })),
    { key: 'attribute', title: 'Insert “according to [TK: source]”', edits: [edit(accordingTo(sentence))] },
    ...STATUSES.map(([status, title]) => ({ key: status, title, edits: [edit(setStatus(sentence, status, analysis))] })),
  ];
}

/** An id that no source of the draft has: a stand-in that the writer renames. */
function freeId({ sources }: Analysis): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? 'new-source' : `new-source-${n}`;
    if (!sources.has(id)) return id;
  }
}

/** Before the closing punctuation: "… in ten years, according to [TK: source]." */
function accordingTo(sentence: Sentence): Omit<Edit, 'document'> {
  const closing = /[.!?…]+$/.exec(sentence.text)?.[0].length ?? 0;
  const at = sentence.leaf.toSource({ start: sentence.prose.end - closing - 1, end: sentence.prose.end - closing }).end;
  return { start: at, end: at, text: ', according to [TK: source]' };
}
