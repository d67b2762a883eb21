import { name, publisher } from '../../package.json';

/** What VS Code knows the extension by, in the case that it writes it in: of the manifest, which alone has both names. */
export const EXTENSION_ID = `${publisher}.${name}`.toLowerCase();
