/** The reader in a panel of its own. */
export const READER_TYPE = 'briefings.reader';

/** The reader as an editor of VS Code's. */
export const EDITOR_TYPE = 'briefings.editor';
