import { fill } from '../base/fill.ts';
import type { ReaderState, ToPage } from '../reader/messages.ts';
import type { Citations } from './references/citations.ts';
import { copyToClipboard } from './clipboard.ts';
import { find, parseHtml } from './find.ts';
import { type FocusTracker, ensureFocus } from './focus.ts';
import type { HelpDialog } from './helpDialog.ts';
import { stripScriptState } from './elements.ts';
import { patchChildren } from './reading/patch.ts';
import type { Reading } from './reading/reading.ts';
import { canScroll, scrollPage, scrollToEdge } from './reading/scrolling.ts';
import type { VisibilityTracker } from './reading/visibilityTracker.ts';
import type { Speech } from './speech/speech.ts';
import { setStyle } from './style.ts';

/** How long a message is shown, in ms. */
const SAY_TIME = 4000;

/** How long a stale page waits for newer content before it shows its own, in ms. */
const STALE_TIME = 1000;

/** The name of what `j` leads to from the item that is shown: the next item, or from the end the next briefing. */
const NEXT = '.item-view:not(:has(:modal)) .forth:not([hidden]) [dir]';

/** The parts of the page's script. */
export interface PageParts {
  readonly reading: Reading;
  readonly citations: Citations;
  readonly help: HelpDialog;
  readonly speech: Speech;
  readonly focus: FocusTracker;
  readonly visibility: VisibilityTracker;
}

/** Handles messages from the extension. */
export class Page {
  readonly #parts: PageParts;
  /** The state that VS Code has kept from the page before this one. */
  readonly #saved: ReaderState | undefined;
  #messageTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PageParts, saved: ReaderState | undefined) {
    this.#parts = parts;
    this.#saved = saved;
  }

  /** Shows the content of the HTML; or waits for newer content, if the saved state is of a later render. */
  begin(): void {
    const { reading } = this.#parts;
    const ask = () => {
      reading.send({ type: 'stale' });
    };
    setStyle(reading.data);
    if ((this.#saved?.render ?? 0) <= reading.data.render) {
      reading.start(this.#saved);
      // The first part is painted before the rest is asked for: VS Code keeps a page hidden until it is loaded.
      if (reading.data.isPartial)
        window.addEventListener('load', () => requestAnimationFrame(() => requestIdleCallback(ask)));
      return;
    }
    // This HTML is outdated, so it stays hidden, and the saved state is kept for the content that comes.
    this.#isStale = true;
    ask();
    setTimeout(() => {
      if (this.#isStale) reading.start(undefined);
      this.#isStale = false;
    }, STALE_TIME);
  }

  onMessage(message: ToPage): void {
    const { reading, citations, help, speech, focus, visibility } = this.#parts;
    switch (message.type) {
      case 'show': {
        const { id, view, offset } = message;
        const isSameView = view === reading.view;
        help.close();
        reading.show(id, view, offset === undefined ? undefined : { id: id ?? '', offset });
        this.#onContentChange(isSameView);
        visibility.onReturn();
        break;
      }
      case 'render':
        this.#render(message);
        break;
      case 'status':
        reading.setStatus(message.status);
        citations.refresh();
        break;
      case 'style':
        setStyle({ ...reading.data, style: message.style });
        reading.restore();
        break;
      case 'say':
        this.#say(message.text);
        break;
      case 'scroll':
        help.close();
        if (message.to === 'start' || message.to === 'end') scrollToEdge(message.to);
        else this.#advance(message.to === 'next' ? 1 : -1);
        break;
      case 'help':
        help.toggle();
        break;
      case 'speak':
        speech.toggle();
        break;
      case 'highlight':
        reading.highlight(message.words);
        break;
      case 'focus':
        void ensureFocus(message.at).then(() => {
          if (document.hasFocus()) focus.setGiven();
        });
        break;
      case 'resetVisibility':
        visibility.resetAll();
        break;
      case 'copy':
        void copyToClipboard(message.html, message.text);
        break;
    }
  }

  /** Browsers scroll by these keys themselves. Where they cannot, says how to go on. */
  onKey(key: string): void {
    const next = document.querySelector(NEXT);
    if (next && /Down$|^End/.test(key) && !canScroll(1))
      this.#say(fill(this.#parts.reading.data.strings.goOn, next.textContent));
  }

  #advance(step: 1 | -1): void {
    if (canScroll(step)) scrollPage(step);
    else this.#parts.reading.send({ type: 'advanced', step });
  }

  #render({ title, data, html }: Extract<ToPage, { type: 'render' }>): void {
    const { reading, citations, speech, visibility } = this.#parts;
    const { view } = reading;
    const isOther = data.uri !== reading.data.uri;
    citations.remove();
    reading.onScroll();
    const page = find('#page');
    const next = parseHtml(html);
    stripScriptState(page);
    stripScriptState(next);
    patchChildren(page, next);
    document.title = title;
    setStyle(data);
    if (reading.update(data)) {
      speech.refresh();
    } else {
      if (isOther) {
        visibility.resetAll();
        speech.stop();
      }
      this.#onContentChange(view === data.view);
    }
    if (this.#isStale) reading.start(this.#saved);
    this.#isStale = false;
  }

  /** Resets state after the visible content has changed. */
  #onContentChange(isSameView: boolean): void {
    const { reading, citations, speech, visibility } = this.#parts;
    citations.reset();
    if (reading.view === 'item') visibility.reset(reading.id);
    speech.onChange(isSameView);
  }

  #say(text: string): void {
    const message = find('#status');
    message.textContent = text;
    clearTimeout(this.#messageTimer);
    this.#messageTimer = setTimeout(() => (message.textContent = ''), SAY_TIME);
  }

  get #isStale(): boolean {
    return document.body.classList.contains('stale');
  }

  set #isStale(isStale: boolean) {
    document.body.classList.toggle('stale', isStale);
  }
}
