import { createRequire } from 'node:module';

/** As the tests have it, which are CommonJS to Node: another copy would be set up for nobody. */
const fc = createRequire(import.meta.url)('fast-check');

/** For what is run on every save: how long each property is tried, in ms, however often it would be otherwise. */
const LONGEST = 20;

fc.configureGlobal({ interruptAfterTimeLimit: LONGEST, markInterruptAsFailure: false });
