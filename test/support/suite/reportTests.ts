import { reportLine } from './suiteLines.ts';

/**
 * Tells the runner which tests fail, and how long each of the outermost suites took, with its hooks, under the name of
 * its file; in a bundle, which knows no files, under its title.
 */
export function reportTests(runner: Mocha.Runner): void {
  let begun = 0;
  runner.on('suite', ({ parent }) => {
    if (parent?.root) begun = Date.now();
  });
  runner.on('suite end', ({ parent, file, title }) => {
    if (!parent?.root) return;
    console.log(
      reportLine({
        file: { name: file === undefined || file === '' ? title : file, milliseconds: Date.now() - begun },
      }),
    );
  });
  runner.on('fail', (test) => {
    console.log(reportLine({ failed: test.fullTitle() }));
  });
}
