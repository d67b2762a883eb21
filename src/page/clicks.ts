import type { PageButton, ReaderView } from '../reader/messages.ts';
import type { Tell } from './api.ts';
import { citationAt } from './popover.ts';

/** What else than an intent a click may be. */
export interface ClickParts {
  readonly tell: Tell;
  readonly view: () => ReaderView;
  readonly closesHelp: (target: Element) => boolean;
  readonly cite: (link: HTMLElement) => void;
  readonly pressTool: (button: HTMLElement) => void;
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
      followLink(link, parts);
    } else if (event.button === 0) {
      press(event.target, parts);
    }
  };
  // Before VS Code, which listens to the document.
  window.addEventListener('click', follow, true);
  window.addEventListener('auxclick', follow, true);
}

function followLink(link: HTMLElement, { tell, cite }: ClickParts): void {
  const url = link.getAttribute('href') ?? '';
  if (citationAt(link)) cite(link);
  else if (link.matches('a.image')) tell({ type: 'imageWanted', url });
  else if (url.startsWith('#')) tell({ type: 'chose', id: url.slice(1), view: 'whole' });
  else tell({ type: 'followed', url });
}

function press(target: Element, { tell, view, closesHelp, pressTool }: ClickParts): void {
  if (closesHelp(target)) return;
  const button = target.closest<HTMLElement>('button');
  const item = target.closest('.whole .takeaway');
  if (button) {
    const { choose, view: wanted, press: command, action } = button.dataset;
    if (action !== undefined) pressTool(button);
    else if (choose !== undefined && choose !== '')
      tell({ type: 'chose', id: choose, view: (wanted as ReaderView | undefined) ?? view() });
    // The buttons are our own, and the extension looks at what it is told.
    else if (command !== undefined) tell({ type: 'pressed', button: command as PageButton });
    else if (wanted !== undefined) tell({ type: 'viewed', view: wanted as ReaderView });
  } else if (item && (document.getSelection()?.isCollapsed ?? true)) {
    tell({ type: 'chose', id: item.id, view: 'whole' });
  }
}
