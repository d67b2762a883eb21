import fc from 'fast-check';

/** For what is run on every save: a property is tried for this long (in ms), however often it would be otherwise. */
const LONGEST = 100;

fc.configureGlobal({ interruptAfterTimeLimit: LONGEST, markInterruptAsFailure: false });
