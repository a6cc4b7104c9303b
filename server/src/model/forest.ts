// Regression trees that were learned from examples: how they are kept, and what they give for one.

/** Trees that are added up, as written by a training script (gradient boosting: Friedman, Annals of Statistics 29, 2001). */
export interface Forest {
  /** The names of the features, by their number. */
  readonly features: readonly string[];
  /** The log-odds of an example of which nothing is known. */
  readonly base: number;
  /**
   * Each tree node after node, the left branch directly behind its node: a leaf is `-1, value`, a split `feature, threshold, length of its left branch`.
   * An example goes left where its value of the feature is at most the threshold.
   */
  readonly trees: readonly (readonly number[])[];
}

/** The log-odds that the trees give for an example; `values` by the number of the feature, 0 for what it lacks. */
export function computeLogOdds({ base, trees }: Forest, values: ArrayLike<number>): number {
  let sum = base;
  for (const tree of trees) {
    let at = 0;
    while (tree[at]! >= 0) at += 3 + (values[tree[at]!]! <= tree[at + 1]! ? 0 : tree[at + 2]!);
    sum += tree[at + 1]!;
  }
  return sum;
}
