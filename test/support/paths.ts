import path from 'node:path';

/** The repository's root: every path that the test tools use hangs from here. */
export const REPO = path.resolve(__dirname, '../..');

/** What is downloaded is kept here: ignored by git and left out of the package. */
export const DOWNLOADS = path.join(REPO, '.vscode-test');

/** What is built for the tests, and what they leave to be looked at. */
export const OUT = path.join(REPO, 'out');
