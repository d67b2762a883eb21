import { worked } from '../clock.ts';
import type { Subject } from './subjects.ts';
import { subjects } from './subjects.ts';

/* The process that measures; separate, so that it can be killed if a subject hangs on a text. */

/** Runs a subject on a text for at least `milliseconds` of CPU time and at least `times` times. */
export interface Task {
  readonly subject: Subject;
  readonly text: string;
  readonly milliseconds: number;
  readonly times: number;
}

/** The CPU time of each run in ms, or the error. */
export type Answer = { readonly runs: readonly number[] } | { readonly error: string };

process.on('message', (task: Task) => {
  process.send?.(answerTo(task));
});
process.once('disconnect', () => process.exit());

function answerTo({ subject, text, milliseconds, times }: Task): Answer {
  const runs: number[] = [];
  let sum = 0;
  // Collects the garbage of earlier tasks. Not before each run, as that discards optimized code as well.
  globalThis.gc?.();
  try {
    while (sum < milliseconds || runs.length < times) {
      const start = worked();
      subjects[subject](text);
      const run = worked() - start;
      runs.push(run);
      sum += run;
    }
    return { runs };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
