import process from 'node:process';
import { briefingCheck } from './briefingCheck.ts';

/** The package's own: the build puts it in. */
declare const VERSION: string;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Who reads along has seen enough: `briefing-check … | head`.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// Not `process.exit`, which would cut off what is still to be printed.
process.exitCode = briefingCheck(process.argv.slice(2), VERSION, {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
});
