import process from 'node:process';
import fc from 'fast-check';

/*
 * Each property is tried with the same values in every run: what fails is of the change, not of chance. Others are
 * tried by `npm run test:quick`, a few each time, and by `RANDOM_PROPERTIES=1 npm test -- pure`, as many as here.
 */
if (!process.env.RANDOM_PROPERTIES) fc.configureGlobal({ seed: 20_261_129 });
