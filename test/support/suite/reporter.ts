import Mocha from 'mocha';
import { reportTests } from './reportTests.ts';

/** Mocha's usual reporter, which also reports to the runner. */
export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    reportTests(runner);
  }
}
