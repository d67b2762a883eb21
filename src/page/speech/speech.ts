import { END } from '../../reader/messages.ts';
import { find } from '../find.ts';
import { highlight } from '../highlight.ts';
import type { Reading } from '../reading/reading.ts';
import { barHeight } from '../reading/scrolling.ts';
import { READING_LINE } from '../reading/scrollPosition.ts';
import { type Sentence, sentencesIn } from './sentences.ts';

/** How long to wait for the next item, in ms. */
const TIMEOUT = 3000;

/** Reads aloud with the browser's own voices, sentence by sentence; the one that is spoken is highlighted. */
export class Speech {
  readonly #reading: Reading;
  // Not every browser has it.
  readonly #engine = (window as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  #sentencesLeft: Iterator<Sentence> | undefined;
  /** The sentence that is spoken; events of earlier utterances are ignored. */
  #spoken: SpeechSynthesisUtterance | undefined;
  #nextItemTimer: ReturnType<typeof setTimeout> | undefined;
  #isAvailable: boolean | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#reportVoices();
    this.#engine?.addEventListener('voiceschanged', () => {
      this.#reportVoices();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.stop();
    });
    window.addEventListener('pagehide', () => this.stop());
  }

  toggle(): void {
    if (!this.stop()) this.#start();
  }

  /** Returns false if nothing was being read. */
  stop(): boolean {
    if (!this.#sentencesLeft) return false;
    this.#sentencesLeft = undefined;
    this.#spoken = undefined;
    clearTimeout(this.#nextItemTimer);
    this.#engine?.cancel();
    highlight('spoken', []);
    return true;
  }

  /** The visible content has changed: continues with it, if it is in the same view. */
  onChange(isSameView: boolean): void {
    if (this.stop() && isSameView) this.#start();
  }

  /** The content has changed: continues after the sentence that is spoken, or restarts if it no longer exists. */
  refresh(): void {
    if (!this.#sentencesLeft) return;
    const rest = this.#sentencesToRead();
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      if (next.value.text !== this.#spoken?.text) continue;
      this.#sentencesLeft = rest;
      highlight('spoken', [next.value.range]);
      return;
    }
    this.onChange(true);
  }

  #reportVoices(): void {
    const available = (this.#engine?.getVoices().length ?? 0) > 0;
    if (available === this.#isAvailable) return;
    this.#isAvailable = available;
    this.#reading.send({ type: 'voices', available });
  }

  #start(): void {
    if (!this.#engine || this.#reading.id === END) return;
    this.#sentencesLeft = this.#sentencesToRead();
    this.#next();
  }

  #sentencesToRead(): Iterator<Sentence> {
    const { view, card, item, scope } = this.#reading;
    return view === 'whole'
      ? sentencesIn(scope ? [scope] : [], item)
      : sentencesIn([...(card?.querySelectorAll('h1:not(.unseen) .name, .intro, .body') ?? [])]);
  }

  #next(): void {
    const next = this.#sentencesLeft?.next();
    if (next?.done === true) this.#end();
    else if (next) this.#speak(next.value);
  }

  #end(): void {
    highlight('spoken', []);
    if (this.#reading.view === 'whole') {
      this.stop();
      return;
    }
    // Goes on with the item that is shown next.
    this.#reading.send({ type: 'advanced', step: 1 });
    this.#nextItemTimer = setTimeout(() => this.stop(), TIMEOUT);
  }

  #speak({ text, language, range }: Sentence): void {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.addEventListener('end', () => {
      if (this.#spoken === utterance) this.#next();
    });
    utterance.addEventListener('error', () => {
      if (this.#spoken === utterance) this.stop();
    });
    this.#spoken = utterance;
    highlight('spoken', [range]);
    bringIntoView(range);
    this.#engine?.speak(utterance);
  }
}

function bringIntoView(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= barHeight() && bottom <= innerHeight - find('.turn').offsetHeight) return;
  scrollBy(0, top - innerHeight * READING_LINE);
}
