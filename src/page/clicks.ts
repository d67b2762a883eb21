import type { PageButton, ReaderView } from '../reader/messages.ts';
import type { Citations } from './references/citations.ts';
import type { Help } from './keyboard.ts';
import { citationAt } from './references/popover.ts';
import { ITEMS } from './reading/place.ts';
import type { Reading } from './reading/reading.ts';
import { focusComes } from './focus.ts';

/** What a click may be meant for. */
export interface ClickParts {
  readonly reading: Reading;
  readonly citations: Citations;
  readonly help: Help;
  /** Another item of the whole is read now, where it stands. */
  readonly picked: () => void;
}

/** A click is an intent: the page itself goes nowhere. */
export function followClicks(parts: ClickParts): void {
  const follow = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.button > 1) return;
    const link = event.target.closest<HTMLElement>('a[href]');
    if (link) {
      event.preventDefault();
      // VS Code would open it as well, whatever it is.
      event.stopPropagation();
      // Only a person follows a link, or presses a button: no script does.
      if (event.isTrusted) followLink(link, parts);
    } else if (event.button === 0 && event.isTrusted) {
      press(event.target, parts);
    }
  };
  // Before VS Code, which listens to the document.
  window.addEventListener('click', follow, true);
  window.addEventListener('auxclick', follow, true);
}

function followLink(link: HTMLElement, { reading, citations }: ClickParts): void {
  const url = link.getAttribute('href') ?? '';
  if (citationAt(link)) citations.follow(link);
  else if (link.matches('a.image')) reading.tell({ type: 'imageWanted', url });
  else if (url.startsWith('#')) reading.tell({ type: 'chose', id: url.slice(1), view: 'whole' });
  else reading.tell({ type: 'followed', url });
}

function press(target: Element, { reading, citations, help, picked }: ClickParts): void {
  if (help.isClosedBy(target)) {
    help.close();
    return;
  }
  const button = target.closest<HTMLElement>('button');
  const item = target.closest(ITEMS);
  if (button) {
    // The buttons are our own, and the extension looks at what it is told.
    const { choose, view, press: command, action } = button.dataset;
    const wanted = view as ReaderView | undefined;
    if (action) citations.press(button);
    else if (choose) reading.tell({ type: 'chose', id: choose, view: wanted ?? reading.view });
    else if (command) reading.tell({ type: 'pressed', button: command as PageButton });
    else if (wanted) reading.tell({ type: 'viewed', view: wanted });
  } else if (item && reading.pick(item.id)) {
    picked();
  }
}

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
