// Learns which two figures of a draft, and which two dates, are given for one thing, from the marked drafts in training/conflicts/, and writes the trees that the model asks.
// node scripts/train-conflicts.mjs [figures|dates]    trains and writes
// node scripts/train-conflicts.mjs --check            writes nothing; fails where the trees are not those that training gives
// node scripts/train-conflicts.mjs --report [figures|dates]    cross-validates over the drafts: how many conflicts are found, and how many of those found are none, at each threshold
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildDraft } from '../server/src/draft/build.ts';
import { buildAnalysis } from '../server/src/model/build.ts';
import { emptyContext } from '../server/src/model/context.ts';
import { computeLogOdds } from '../server/src/model/forest.ts';
import { chooseDatePairs, collectDatePairs } from '../server/src/model/figures/dated-pairs/pairs.ts';
import { chooseFigurePairs, collectFigurePairs } from '../server/src/model/figures/pairs/pairs.ts';
import { trainForest, toValues } from './boosting.mjs';

const root = path.dirname(import.meta.dirname);
const DATA = path.join(root, 'training', 'conflicts');

/**
 * What is learned: `collect` gives the pairs of an analysis that could conflict, each `{ here, there, features }`; `choose` those of the scored pairs that are taken, given a threshold;
 * `marks` are the ids of the marks that say which two belong together.
 */
/** @type {Record<'figures' | 'dates', { marks: RegExp, module: string, constant: string, collect: (analysis: any) => any[], choose: (pairs: any[], threshold: number) => any[] }>} */
export const SUBJECTS = {
  figures: { marks: /^[cp]\d/, module: 'server/src/model/figures/pairs/figure-forest.ts', constant: 'FIGURE_FOREST', collect: collectFigurePairs, choose: chooseFigurePairs },
  dates: { marks: /^d[1-9]/, module: 'server/src/model/figures/dated-pairs/date-forest.ts', constant: 'DATE_FOREST', collect: collectDatePairs, choose: chooseDatePairs },
};

/** Marks that say that a figure or date is in conflict, or may be, but not with which: no pair of theirs teaches anything. */
const UNSURE = /^[uq]|^d0/;

/** Folds of the cross-validation: every draft is judged by trees that were learned from others. */
const FOLDS = 5;

/** A file may hold several short texts, each a draft of its own. */
const BETWEEN = /^=====\n/m;

/** A marked draft: its text without the marks, and where they were. */
function readMarked(marked, file) {
  let text = '';
  const marks = [];
  const open = [];
  const mark = /\{\{([a-z]\d*[a-z]?)\|/y;
  for (let i = 0; i < marked.length;) {
    mark.lastIndex = i;
    const opened = mark.exec(marked);
    if (opened) {
      open.push({ id: opened[1], start: text.length });
      i += opened[0].length;
    } else if (open.length > 0 && marked.startsWith('}}', i)) {
      marks.push({ ...open.pop(), end: text.length });
      i += 2;
    } else text += marked[i++];
  }
  if (open.length > 0) throw new Error(`${file}: the mark ${open[0].id} does not close.`);
  return { text, marks };
}

/** The marked drafts with what the model reads in them: all, or every so many. */
export function* readDrafts(step = 1) {
  let number = 0;
  for (const name of readdirSync(DATA).filter(file => file.endsWith('.md') && file !== 'README.md').sort()) {
    for (const [i, marked] of readFileSync(path.join(DATA, name), 'utf8').split(BETWEEN).entries()) {
      if (number++ % step > 0) continue;
      const { text, marks } = readMarked(marked, name);
      yield { name: `${name} ${i}`, text, marks, analysis: buildAnalysis(buildDraft(text), emptyContext(`file:///${name}`)) };
    }
  }
}

/**
 * The pairs of every draft as examples: 1 where both stand in marks of one id, 0 where they do not; those that touch an unsure mark are left out, and those of a marked one with what says the same as its counterpart elsewhere.
 * @param {{ marks: RegExp, collect: (analysis: any) => any[] }} subject
 * @param {Iterable<any>} from
 * @returns {{ name: string, text: string, pairs: any[], ids: Set<string> }[]}
 */
export function readExamples({ marks: ids, collect }, from = readDrafts()) {
  const drafts = [];
  for (const { name, text, marks, analysis } of from) {
    const own = marks.filter(({ id }) => ids.test(id));
    const unsure = marks.filter(({ id }) => UNSURE.test(id));
    const at = (place, list) => list.filter(({ start, end }) => start < place.end && place.start < end);
    const all = collect(analysis);
    const valuesOf = new Map();
    for (const place of all.flatMap(({ here, there }) => [here, there])) for (const { id } of at(place, own)) valuesOf.set(id, (valuesOf.get(id) ?? new Set()).add(place.quantity?.value ?? place.mention?.iso));
    const says = (place, other) => at(place, own).some(({ id }) => valuesOf.get(id).has(other.quantity?.value ?? other.mention?.iso));
    const pairs = all.flatMap(pair => {
      const { here, there } = pair;
      if (at(here, unsure).length + at(there, unsure).length > 0) return [];
      const theirs = at(there, own).map(({ id }) => id);
      const id = at(here, own).find(one => theirs.includes(one.id))?.id;
      return id === undefined && (says(here, there) || says(there, here)) ? [] : [{ ...pair, id, label: id === undefined ? 0 : 1 }];
    });
    drafts.push({ name, text, pairs, ids: new Set(own.map(({ id }) => id)) });
  }
  return drafts;
}

function train(drafts) {
  return trainForest(drafts.flatMap(({ pairs }) => pairs));
}

function print({ constant, module: file }, forest, drafts) {
  const folder = path.relative(path.join(root, path.dirname(file)), path.join(root, 'server/src/model/forest.ts'));
  const rows = forest.trees.map(tree => `    [${tree.join(',')}],`);
  const examples = drafts.flatMap(({ pairs }) => pairs);
  return `// Which two are given for one thing: written by scripts/train-conflicts.mjs, not edited by hand.
// Learned from ${examples.length} pairs in the ${drafts.length} drafts of training/conflicts/, ${examples.filter(({ label }) => label === 1).length} of them in conflict. No text on which the rules are measured is among them.
import type { Forest } from '${folder.replaceAll(path.sep, '/')}';

export const ${constant}: Forest = {
  features: [
${forest.features.map(name => `    '${name.replaceAll("'", "\\'")}',`).join('\n')}
  ],
  base: ${forest.base},
  trees: [
${rows.join('\n')}
  ],
};
`;
}

function report({ choose }, drafts) {
  const total = drafts.reduce((sum, { ids }) => sum + ids.size, 0);
  const scored = drafts.map((draft, i) => ({ ...draft, fold: i % FOLDS, pairs: draft.pairs.map(pair => ({ ...pair, odds: 0 })) }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = train(scored.filter(draft => draft.fold !== fold));
    for (const draft of scored) if (draft.fold === fold) for (const pair of draft.pairs) pair.odds = computeLogOdds(forest, toValues(forest, pair.features));
  }
  console.log(`${drafts.length} drafts, ${total} conflicts; every draft judged by trees learned from others`);
  for (let threshold = -2; threshold <= 2; threshold += 0.5) {
    const found = new Set();
    let right = 0;
    let wrong = 0;
    for (const { name, pairs } of scored) for (const { id } of choose(pairs, threshold)) {
      if (id === undefined) wrong++;
      else {
        right++;
        found.add(`${name} ${id}`);
      }
    }
    console.log(`from ${threshold.toFixed(1)}: precision ${(right / (right + wrong)).toFixed(3)}, recall ${(found.size / total).toFixed(3)} (${wrong} false)`);
  }
}

if (import.meta.main) {
  const options = process.argv.slice(2);
  const names = options.filter(option => option in SUBJECTS);
  for (const name of names.length > 0 ? names : Object.keys(SUBJECTS)) {
    const subject = SUBJECTS[name];
    const drafts = readExamples(subject);
    if (options.includes('--report')) {
      report(subject, drafts);
      continue;
    }
    const file = path.join(root, subject.module);
    const text = print(subject, train(drafts), drafts);
    if (!options.includes('--check')) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      console.error(`${subject.module} is not what training gives: run node scripts/train-conflicts.mjs ${name}.`);
      process.exitCode = 1;
    }
  }
}
