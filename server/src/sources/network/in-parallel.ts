// Works off a list, a few items at a time.

/** Runs `work` on every item, at most `width` at once, in order of the list. Items that have not begun when the signal is aborted are left out. */
export async function inParallel<T>(items: readonly T[], width: number, signal: AbortSignal | undefined, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length && !signal?.aborted) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}
