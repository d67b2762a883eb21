import { focusComes } from './focus.ts';

/** How long the page waits for the focus, in ms: it comes back from the box that has asked as what to copy. */
const PATIENCE = 1000;

/** Puts something on the clipboard in both flavours. Without a word where the browser does not let this page. */
export async function copy(html: string, text: string): Promise<void> {
  await focusComes(PATIENCE);
  const blob = (words: string, type: string) => ({ [type]: new Blob([words], { type }) });
  try {
    const item = new ClipboardItem({ ...blob(html, 'text/html'), ...blob(text, 'text/plain') });
    await navigator.clipboard.write([item]);
  } catch {
    // The extension does not count on it.
  }
}
