import type { Workbench } from '../workbench.ts';

/** All of its visible text and accessible names. */
export function wordsIn(window: Workbench, part: 'rows' | 'page'): Promise<string[]> {
  const all =
    part === 'page' ? window.reader.locator('body') : window.page.locator('.sidebar .monaco-list-rows');
  return all.evaluate((root) => {
    const found: string[] = [];
    for (const element of root.querySelectorAll(':not(script)')) {
      for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.nodeValue ?? '');
      for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'data-on', 'data-off'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });
}
