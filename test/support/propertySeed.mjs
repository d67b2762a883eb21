import { createRequire } from 'node:module';
import process from 'node:process';

/** As the tests have it, which are CommonJS to Node: another copy would be set up for nobody. */
const fc = createRequire(import.meta.url)('fast-check');

/*
 * Each property is tried with the same values in every run: what fails is of the change, not of chance. Others are
 * tried by `npm run test:quick`, a few each time, and by `RANDOM_PROPERTIES=1 npm test -- pure`, as many as here.
 */
if (!process.env.RANDOM_PROPERTIES) fc.configureGlobal({ seed: 20_261_129 });
