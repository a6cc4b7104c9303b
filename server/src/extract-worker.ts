// The thread that reads sources' files for `node-extract.ts`.
import { parentPort } from 'node:worker_threads';
import { extractText } from './sources/extraction/extract.ts';
import type { SourceFile } from './sources/source-text.ts';

parentPort?.on('message', (file: SourceFile) => {
  // `extractText` never rejects.
  void extractText(file).then(text => parentPort?.postMessage(text));
});
