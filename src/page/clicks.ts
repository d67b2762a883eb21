import type { PageButton, ReaderView } from '../reader/messages.ts';
import type { Citations } from './references/citations.ts';
import type { HelpDialog } from './helpDialog.ts';
import { citationAt } from './references/popover.ts';
import { ITEMS } from './reading/scrollAnchor.ts';
import type { Reading } from './reading/reading.ts';

/** The parts of the page that a click may concern. */
export interface ClickTargets {
  readonly reading: Reading;
  readonly citations: Citations;
  readonly help: HelpDialog;
  /** Called if another item of the whole view becomes the current one without scrolling. */
  readonly onPick: () => void;
}

/** Turns clicks into messages to the extension or actions of the page. No link navigates by itself. */
export function handleClicks(parts: ClickTargets): void {
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.button > 1) return;
    const link = event.target.closest<HTMLElement>('a[href]');
    if (link) {
      event.preventDefault();
      // VS Code would open any link as well.
      event.stopPropagation();
      // Only the user's clicks follow links or press buttons, never those of a script.
      if (event.isTrusted) followLink(link, parts);
    } else if (event.button === 0 && event.isTrusted) {
      press(event.target, parts);
    }
  };
  // In the capture phase, to come before VS Code, which listens to the document.
  window.addEventListener('click', onClick, true);
  window.addEventListener('auxclick', onClick, true);
}

function followLink(link: HTMLElement, { reading, citations }: ClickTargets): void {
  const url = link.getAttribute('href') ?? '';
  if (citationAt(link)) citations.follow(link);
  else if (link.matches('a.image')) reading.send({ type: 'imageRequested', url });
  else if (url.startsWith('#')) reading.send({ type: 'itemChosen', id: url.slice(1), view: 'whole' });
  else reading.send({ type: 'linkFollowed', url });
}

function press(target: Element, { reading, citations, help, onPick }: ClickTargets): void {
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
    else if (choose) reading.send({ type: 'itemChosen', id: choose, view: wanted ?? reading.view });
    else if (command) reading.send({ type: 'buttonPressed', button: command as PageButton });
    else if (wanted) reading.send({ type: 'viewChosen', view: wanted });
  } else if (item && reading.pick(item.id)) {
    onPick();
  }
}
