import process from 'node:process';
import { briefingCheck } from './briefingCheck.ts';
import { outputTo } from './output.ts';

/** The version of the package, defined by the build. */
declare const VERSION: string;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of the output has closed the pipe: `briefing-check … | head`.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// Not `process.exit`, which would cut off pending output.
process.exitCode = briefingCheck(
  process.argv.slice(2),
  VERSION,
  outputTo(
    (text) => void process.stdout.write(text),
    (text) => void process.stderr.write(text),
  ),
);
