import { name, publisher } from '../../package.json';

/** The extension's id, in the lower case in which VS Code writes it. Its parts are only in the manifest. */
export const EXTENSION_ID = `${publisher}.${name}`.toLowerCase();
