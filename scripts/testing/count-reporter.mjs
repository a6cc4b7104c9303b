// A reporter of node:test that writes only the counts, as one line of JSON: {passed, failed, skipped}.

/** @param {AsyncIterable<{ type: string, data: { file?: string, counts?: Record<string, number> } }>} events */
export default async function* countReporter(events) {
  for await (const { type, data } of events) {
    // One summary for each file, and one without a file for the whole run.
    if (type !== 'test:summary' || data.file !== undefined) continue;
    const { passed, tests, skipped, todo } = data.counts;
    yield `${JSON.stringify({ passed, skipped: skipped + todo, failed: tests - passed - skipped - todo })}\n`;
  }
}
