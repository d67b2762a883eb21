import path from 'node:path';

/** The repository's root, to which all paths of the test tools are relative. */
export const REPO = path.resolve(__dirname, '../..');

/** The folder for downloads, which git ignores and the package leaves out. */
export const DOWNLOADS = path.join(REPO, '.vscode-test');

/** The folder for what is built for the tests, and for what they produce to be looked at. */
export const OUT = path.join(REPO, 'out');
