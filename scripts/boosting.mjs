// Learns regression trees from labelled examples (gradient boosting of the logistic loss with second-order steps: Friedman 2001; Chen and Guestrin, KDD 2016), in the form that server/src/model/forest.ts reads.

/** How far each tree steps, how deep it grows, what a leaf must weigh; chosen by cross-validation over the drafts in training/conflicts/. */
const DEFAULTS = { rounds: 160, depth: 4, step: 0.12, leastWeight: 1.5, penalty: 3, share: 0.3, leastGain: 0.3, seed: 7 };

/** A feature that fewer examples have teaches nothing. */
const SUPPORT = 8;

/** So many thresholds are tried for a feature. */
const CUTS = 16;

/**
 * The forest for examples `{ features: Map<name, number>, label: 0 | 1 }`. The same examples in the same order give the same forest:
 * which features each tree may ask of is drawn by a generator with a fixed seed.
 */
export function trainForest(examples, options = {}) {
  const { rounds, depth, step, leastWeight, penalty, share, leastGain, seed } = { ...DEFAULTS, ...options };
  const count = examples.length;
  const names = commonNames(examples);
  const numbers = new Map(names.map((name, j) => [name, j]));
  const columns = names.map(() => new Float64Array(count));
  examples.forEach(({ features }, i) => {
    for (const [name, value] of features) {
      const j = numbers.get(name);
      if (j !== undefined) columns[j][i] = value;
    }
  });
  const cuts = columns.map(findCuts);
  const bins = columns.map((column, j) => Uint8Array.from(column, value => cuts[j].filter(cut => value > cut).length));
  const positive = examples.reduce((sum, { label }) => sum + label, 0);
  const base = round(Math.log(positive / (count - positive)), 3);
  const odds = new Float64Array(count).fill(base);
  const slope = new Float64Array(count);
  const weight = new Float64Array(count);
  const random = seeded(seed);
  const trees = [];
  for (let turn = 0; turn < rounds; turn++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-odds[i]));
      slope[i] = p - examples[i].label;
      weight[i] = Math.max(p * (1 - p), 1e-6);
    }
    const asked = names.map((_, j) => j).filter(() => random() < share);
    const tree = [];
    grow(Int32Array.from({ length: count }, (_, i) => i), 0, asked, tree);
    trees.push(tree);
  }
  return withoutIdle({ features: names, base, trees });

  /** Appends the best split of the rows, and the branches below it, to `tree`; or a leaf. */
  function grow(rows, level, asked, tree) {
    let slopes = 0;
    let weights = 0;
    for (const i of rows) {
      slopes += slope[i];
      weights += weight[i];
    }
    let best = { gain: leastGain, feature: -1, cut: 0 };
    if (level < depth) for (const j of asked) {
      const width = cuts[j].length + 1;
      if (width < 2) continue;
      const [sumsOfSlope, sumsOfWeight] = [new Float64Array(width), new Float64Array(width)];
      const bin = bins[j];
      for (const i of rows) {
        sumsOfSlope[bin[i]] += slope[i];
        sumsOfWeight[bin[i]] += weight[i];
      }
      let left = 0;
      let leftWeight = 0;
      for (let cut = 0; cut + 1 < width; cut++) {
        left += sumsOfSlope[cut];
        leftWeight += sumsOfWeight[cut];
        if (leftWeight < leastWeight || weights - leftWeight < leastWeight) continue;
        const gain = left ** 2 / (leftWeight + penalty) + (slopes - left) ** 2 / (weights - leftWeight + penalty) - slopes ** 2 / (weights + penalty);
        if (gain > best.gain) best = { gain, feature: j, cut };
      }
    }
    if (best.feature < 0) {
      const value = round(-step * slopes / (weights + penalty), 4);
      for (const i of rows) odds[i] += value;
      tree.push(-1, value);
      return;
    }
    const bin = bins[best.feature];
    const at = tree.push(best.feature, cuts[best.feature][best.cut], 0) - 1;
    grow(rows.filter(i => bin[i] <= best.cut), level + 1, asked, tree);
    tree[at] = tree.length - at - 1;
    grow(rows.filter(i => bin[i] > best.cut), level + 1, asked, tree);
  }
}

/** The log-odds that a forest gives for named features; as `computeLogOdds` does for numbered ones. */
export function toValues({ features }, named) {
  return features.map(name => named.get(name) ?? 0);
}

function commonNames(examples) {
  const counts = new Map();
  for (const { features } of examples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, n]) => n >= SUPPORT).map(([name]) => name).sort();
}

/** Thresholds between the values of a feature: between any two where it has few, else at their quantiles, those of the values that are not 0 among them. */
function findCuts(column) {
  const sorted = Float64Array.from(column).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= CUTS) return distinct.slice(1).map((value, i) => round((value + distinct[i]) / 2, 4));
  const cuts = new Set();
  const told = sorted.filter(value => value !== 0);
  for (const values of [sorted, told]) for (let q = 1; q < CUTS; q++) cuts.add(round(values[Math.floor(q * values.length / CUTS)], 4));
  return [...cuts].filter(cut => cut >= sorted[0] && cut < sorted.at(-1)).sort((a, b) => a - b);
}

/** Without the features of which no tree asks. */
function withoutIdle({ features, base, trees }) {
  const used = new Set();
  walk(trees, feature => used.add(feature));
  const kept = features.map((_, j) => j).filter(j => used.has(j));
  const renamed = new Map(kept.map((j, n) => [j, n]));
  walk(trees, (feature, tree, at) => (tree[at] = renamed.get(feature)));
  return { features: kept.map(j => features[j]), base, trees };
}

function walk(trees, visit) {
  for (const tree of trees) for (let at = 0; at < tree.length;) {
    if (tree[at] < 0) at += 2;
    else {
      visit(tree[at], tree, at);
      at += 3;
    }
  }
}

function round(value, digits) {
  // No -0: written down, it would be read as 0.
  return Number(value.toFixed(digits)) + 0;
}

/** Numbers from 0 to 1 (a linear congruential generator: Numerical Recipes, 3rd edition, section 7.1). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
