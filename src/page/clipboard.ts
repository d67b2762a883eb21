import { waitForFocus } from './focus.ts';

/** How long to wait for the focus, in ms: it comes back from the box that asked what to copy as. */
const TIMEOUT = 1000;

/** Writes HTML and text to the clipboard. Does nothing if the browser does not allow it. */
export async function copyToClipboard(html: string, text: string): Promise<void> {
  await waitForFocus(TIMEOUT);
  const blob = (content: string, type: string) => ({ [type]: new Blob([content], { type }) });
  try {
    const item = new ClipboardItem({ ...blob(html, 'text/html'), ...blob(text, 'text/plain') });
    await navigator.clipboard.write([item]);
  } catch {
    // The extension does not rely on it.
  }
}
