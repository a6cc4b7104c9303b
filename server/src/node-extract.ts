// Reads sources' files in a thread of its own: no file can freeze the editor, and one that takes too long is given up on with its thread.
import { Worker } from 'node:worker_threads';
import type { Extract, SourceText, Unreadable } from './sources/source-text.ts';

/** Milliseconds for a file; a report of 300 pages takes a few seconds. */
const LONGEST = 60_000;
/** Bytes by which the program may grow while a file is read: buffers count in no thread's own limit. */
const MOST_MEMORY = 1_500 * 1024 * 1024;
/** Milliseconds between two looks at it. */
const LOOK = 100;
/** Milliseconds after which a thread with nothing to do ends. */
const IDLE = 20_000;

/** One file after the other. The thread is started for the first and keeps no program alive. */
export function createNodeExtract({ longest = LONGEST, mostMemory = MOST_MEMORY, script = SCRIPT }: { readonly longest?: number; readonly mostMemory?: number; readonly script?: URL } = {}): Extract {
  let worker: Worker | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let before: Promise<unknown> = Promise.resolve();

  const stop = () => {
    void worker?.terminate();
    worker = undefined;
  };
  const ask: Extract = file => new Promise(resolve => {
    clearTimeout(idle);
    worker ??= new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 1_024 }, stderr: true });
    const asked = worker;
    asked.ref();
    const done = (text: SourceText | Unreadable, gone: boolean) => {
      clearTimeout(timer);
      clearInterval(watch);
      asked.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (gone) {
        // What is still thrown in a thread that is being ended is nobody's concern.
        asked.on('error', () => undefined);
        stop();
      } else {
        asked.unref();
        idle = setTimeout(stop, IDLE).unref();
      }
      resolve(text);
    };
    const onMessage = (text: SourceText | Unreadable) => done(text, false);
    const onError = () => done({ problem: TOO_MUCH }, true);
    const onExit = () => done({ problem: 'The file cannot be read: its reader stopped.' }, true);
    const timer = setTimeout(() => done({ problem: `The file takes longer than ${longest / 1000} seconds to read, and was given up on. Put the part that matters into a file of its own.` }, true), longest);
    const atFirst = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - atFirst > mostMemory) done({ problem: TOO_MUCH }, true);
    }, LOOK);
    asked.on('message', onMessage).on('error', onError).on('exit', onExit);
    asked.postMessage(file);
  });

  return file => {
    const result = before.then(() => ask(file));
    before = result;
    return result;
  };
}

const TOO_MUCH = 'The file cannot be read: it takes more memory than there is for it, or breaks the reader. Put the part that matters into a file of its own.';

/** The thread's program: beside this file as it is written, one folder up from the part of the bundle that this becomes. */
const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './extract-worker.ts' : /\/chunks\/[^/]*$/.test(import.meta.url) ? '../extract-worker.js' : './extract-worker.js', import.meta.url);
