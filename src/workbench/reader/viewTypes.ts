/** The view type of the reader in a webview panel. */
export const READER_TYPE = 'briefings.reader';

/** The view type of the reader as a custom editor. */
export const EDITOR_TYPE = 'briefings.editor';
