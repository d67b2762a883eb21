import 'mocha/mocha.js';
import { withMark } from './suiteLines.ts';

/*
 * The head of the bundle that runs inside VS Code, in the node host and in the web worker host alike: it brings
 * mocha's browser build, which needs neither Node nor a page, and sets `describe` and `it` for the test files that
 * follow. Nothing here may use Node.
 */

/** When a test is taken for hung, in ms: a busy machine takes its time. */
const TIMEOUT = 120_000;

// VS Code's console refuses plain assignment. Only `log` is taken: the rest is mostly VS Code's own.
const log = console.log.bind(console);
Object.defineProperty(console, 'log', {
  configurable: true,
  value: (...values: unknown[]) => {
    log(withMark(format(values)));
  },
});
Mocha.reporters.Base.consoleLog = console.log;

const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: TIMEOUT });
// What loading a file does in Node: it puts describe and it among the globals.
mocha.suite.emit('pre-require', globalThis, '', mocha);

/** VS Code calls this and takes a rejection for a failed run. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    if (mocha.suite.total() === 0) {
      console.log('There is no test in test/workbench.');
      reject(new Error('no test'));
      return;
    }
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
  });
}

/** `format(['%s of %d', 'a', 2])` -> `a of 2`, as mocha's reporters expect of a console. */
function format([first, ...rest]: readonly unknown[]): string {
  if (typeof first !== 'string') return [first, ...rest].map(show).join(' ');
  const text = first.replace(/%[sdif]/g, (sign) => (rest.length > 0 ? show(rest.shift()) : sign));
  return [text, ...rest.map(show)].join(' ');
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  if (value instanceof Error) return value.stack ?? value.message;
  return JSON.stringify(value);
}
