import 'mocha/mocha.js';
import { reportTests } from './reportTests.ts';
import { withMark } from './suiteLines.ts';

/*
 * The first module of the bundle that runs inside VS Code, in the Node host and in the web worker host. It contains
 * mocha's browser build, which needs neither Node nor a page, and sets `describe` and `it` for the test files after it.
 * Nothing here may use Node.
 */

/** The timeout of a test, in ms; long, as the machine may be busy. */
const TIMEOUT = 120_000;

// VS Code's console does not allow assignment. Only `log` is replaced: the other methods are mostly used by VS Code.
const log = console.log.bind(console);
Object.defineProperty(console, 'log', {
  configurable: true,
  value: (...values: unknown[]) => {
    log(withMark(format(values)));
  },
});
Mocha.reporters.Base.consoleLog = console.log;

const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: TIMEOUT });
// In Node, loading a file emits this event: it makes `describe` and `it` global.
mocha.suite.emit('pre-require', globalThis, '', mocha);

/** VS Code calls this function; if it rejects, the run has failed. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    if (mocha.suite.total() === 0) {
      console.log('There is no test in test/workbench.');
      reject(new Error('no test'));
      return;
    }
    const runner = mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
    reportTests(runner);
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
