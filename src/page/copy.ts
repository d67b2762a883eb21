/** Puts something on the clipboard in both flavours. Without a word where the browser does not let this page. */
export async function copy(html: string, text: string): Promise<void> {
  const blob = (words: string, type: string) => ({ [type]: new Blob([words], { type }) });
  try {
    const item = new ClipboardItem({ ...blob(html, 'text/html'), ...blob(text, 'text/plain') });
    await navigator.clipboard.write([item]);
  } catch {
    // The extension does not count on it.
  }
}
