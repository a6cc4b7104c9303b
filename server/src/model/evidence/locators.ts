// Where in a source a stretch of its text stands.
import type { Passage } from '../context.ts';

/** The locator (`p. 12`, `00:12:31`) of an offset of a passage's text: its own, else that of the whole passage; undefined where nothing is known. Logarithmic. */
export function locatorAt({ locator, locators = [] }: Pick<Passage, 'locator' | 'locators'>, offset: number): string | undefined {
  let low = 0;
  let high = locators.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (locators[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = locators[low];
  return found && found.start <= offset ? found.locator : locator;
}
