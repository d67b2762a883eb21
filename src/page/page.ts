import type { ReaderState, ToPage } from '../reader/messages.ts';
import type { Citations } from './references/citations.ts';
import { copy } from './clicks.ts';
import { find, parseHtml } from './find.ts';
import { type FocusFollower, ensureFocus } from './focus.ts';
import type { Help } from './ownKeys.ts';
import { stripScriptState } from './elements.ts';
import { patchChildren } from './reading/patch.ts';
import type { Reading } from './reading/reading.ts';
import { scrollPage, scrollToEdge } from './reading/scrolling.ts';
import type { VisibilityTracker } from './reading/visibilityTracker.ts';
import type { Speech } from './speech/speech.ts';
import { setStyle } from './style.ts';

/** How long a message is shown, in ms. */
const SAY_TIME = 4000;

/** How long a stale page waits for newer content before it shows its own, in ms. */
const STALE_TIME = 1000;

/** The parts of the page's script. */
export interface PageParts {
  readonly reading: Reading;
  readonly citations: Citations;
  readonly help: Help;
  readonly speech: Speech;
  readonly focus: FocusFollower;
  readonly sight: VisibilityTracker;
}

/** Does what the extension's messages say. */
export class Page {
  readonly #parts: PageParts;
  /** The state that VS Code has kept from the page before this one. */
  readonly #saved: ReaderState | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PageParts, saved: ReaderState | undefined) {
    this.#parts = parts;
    this.#saved = saved;
  }

  /** Shows the content of the HTML; or waits for newer content, if the saved state is of a later render. */
  begin(): void {
    const { reading } = this.#parts;
    const ask = () => {
      reading.tell({ type: 'stale' });
    };
    setStyle(reading.data);
    if ((this.#saved?.render ?? 0) <= reading.data.render) {
      reading.begin(this.#saved);
      // The first part is painted before the rest is asked for: VS Code keeps a page hidden until it is loaded.
      if (reading.data.isPartial)
        window.addEventListener('load', () => requestAnimationFrame(() => requestIdleCallback(ask)));
      return;
    }
    // This HTML is outdated, so it stays hidden, and the saved state is kept for the content that comes.
    this.#isStale = true;
    ask();
    setTimeout(() => {
      if (this.#isStale) reading.begin(undefined);
      this.#isStale = false;
    }, STALE_TIME);
  }

  hear(message: ToPage): void {
    const { reading, citations, help, speech, focus, sight } = this.#parts;
    switch (message.type) {
      case 'show': {
        const { id, view, offset } = message;
        const isSameView = view === reading.view;
        help.close();
        reading.show(id, view, offset === undefined ? undefined : { id: id ?? '', offset });
        this.#shown(isSameView);
        sight.return();
        break;
      }
      case 'render':
        this.#render(message);
        break;
      case 'status':
        reading.status(message.status);
        citations.renew();
        break;
      case 'style':
        setStyle({ ...reading.data, style: message.style });
        reading.keepPlace();
        break;
      case 'say':
        this.#say(message.text);
        break;
      case 'scroll':
        help.close();
        if (message.to === 'start' || message.to === 'end') scrollToEdge(message.to);
        else this.#pass(message.to === 'next' ? 1 : -1);
        break;
      case 'help':
        help.toggle();
        break;
      case 'speak':
        speech.toggle();
        break;
      case 'mark':
        reading.find(message.words);
        break;
      case 'focus':
        void ensureFocus(message.at).then(() => {
          if (document.hasFocus()) focus.here();
        });
        break;
      case 'seeAnew':
        sight.forgetAll();
        break;
      case 'copy':
        void copy(message.html, message.text);
        break;
    }
  }

  #pass(step: 1 | -1): void {
    if (!scrollPage(step)) this.#parts.reading.tell({ type: 'passed', step });
  }

  #render({ title, data, html }: Extract<ToPage, { type: 'render' }>): void {
    const { reading, citations, speech, sight } = this.#parts;
    const { view } = reading;
    const isOther = data.uri !== reading.data.uri;
    citations.leave();
    reading.settle();
    const page = find('#page');
    const next = parseHtml(html);
    stripScriptState(page);
    stripScriptState(next);
    patchChildren(page, next);
    document.title = title;
    setStyle(data);
    if (reading.renew(data)) {
      speech.renew();
    } else {
      if (isOther) {
        sight.forgetAll();
        speech.stop();
      }
      this.#shown(view === data.view);
    }
    if (this.#isStale) reading.begin(this.#saved);
    this.#isStale = false;
  }

  /** Something else is shown than before. */
  #shown(isSameView: boolean): void {
    const { reading, citations, speech, sight } = this.#parts;
    citations.forget();
    if (reading.view === 'item') sight.forget(reading.id);
    speech.shown(isSameView);
  }

  #say(text: string): void {
    const status = find('#status');
    status.textContent = text;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => (status.textContent = ''), SAY_TIME);
  }

  get #isStale(): boolean {
    return document.body.classList.contains('stale');
  }

  set #isStale(isStale: boolean) {
    document.body.classList.toggle('stale', isStale);
  }
}
