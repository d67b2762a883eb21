import type { PageButton, ReaderView } from '../reader/messages.ts';
import type { Citations } from './references/citations.ts';
import type { Help } from './ownKeys.ts';
import { citationAt } from './references/popover.ts';
import { ITEMS } from './reading/scrollAnchor.ts';
import type { Reading } from './reading/reading.ts';
import { waitForFocus } from './focus.ts';

/** The parts of the page that a click may concern. */
export interface ClickParts {
  readonly reading: Reading;
  readonly citations: Citations;
  readonly help: Help;
  /** Called when another item of the whole becomes the one that is read, without scrolling. */
  readonly picked: () => void;
}

/** Turns clicks into messages to the extension or actions of the page: no link navigates by itself. */
export function followClicks(parts: ClickParts): void {
  const follow = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.button > 1) return;
    const link = event.target.closest<HTMLElement>('a[href]');
    if (link) {
      event.preventDefault();
      // VS Code would open the link as well, whatever it is.
      event.stopPropagation();
      // Only a person's click follows a link or presses a button, never one that a script made.
      if (event.isTrusted) followLink(link, parts);
    } else if (event.button === 0 && event.isTrusted) {
      press(event.target, parts);
    }
  };
  // In the capture phase, to come before VS Code, which listens to the document.
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
    // The buttons are our own, and the extension validates the messages.
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

/** How long the page waits for the focus, in ms: it comes back from the box that has asked what to copy as. */
const TIMEOUT = 1000;

/** Puts something on the clipboard as HTML and as text. Fails silently where the browser does not allow it. */
export async function copy(html: string, text: string): Promise<void> {
  await waitForFocus(TIMEOUT);
  const blob = (words: string, type: string) => ({ [type]: new Blob([words], { type }) });
  try {
    const item = new ClipboardItem({ ...blob(html, 'text/html'), ...blob(text, 'text/plain') });
    await navigator.clipboard.write([item]);
  } catch {
    // The extension does not rely on it.
  }
}
