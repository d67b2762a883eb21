import { worked } from '../clock.ts';
import type { Subject } from './subjects.ts';
import { subjects } from './subjects.ts';

/* The process that measures, so that it can be ended where a text makes its subject hang. */

/** Runs a subject on a text until so many milliseconds have gone by, and at least so often. */
export interface Task {
  readonly subject: Subject;
  readonly text: string;
  readonly milliseconds: number;
  readonly times: number;
}

/** Milliseconds of work of each run, or what was thrown. */
export type Answer = { readonly runs: readonly number[] } | { readonly error: string };

process.on('message', (task: Task) => {
  process.send?.(answerTo(task));
});
process.once('disconnect', () => process.exit());

function answerTo({ subject, text, milliseconds, times }: Task): Answer {
  const runs: number[] = [];
  let sum = 0;
  // What the task before has left is not this one's to clear away. Not before each run: it throws away hot code as well.
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
