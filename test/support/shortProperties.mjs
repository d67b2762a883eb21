import { createRequire } from 'node:module';

/** As the tests have it, which are CommonJS to Node: another copy would be set up for nobody. */
const fc = createRequire(import.meta.url)('fast-check');

/**
 * For what is run on every save: how often each property is tried, however often it would be otherwise. A limit in
 * time would let a busy machine end before the first.
 */
const RUNS = 3;

fc.default = {
  ...fc.default,
  assert: (property, { numRuns = RUNS, ...others } = {}) =>
    fc.assert(property, { ...others, numRuns: Math.min(numRuns, RUNS) }),
};
