import { END } from '../reader/messages.ts';
import type { Tell } from './api.ts';
import type { Reading } from './reading.ts';
import { covered } from './scrolling.ts';
import { type Sentence, sentencesIn } from './sentences.ts';

/** How long the next takeaway may take to come, in ms. */
const PATIENCE = 3000;

/** Reads aloud, by the browser's own voices: sentence by sentence, the one that is spoken marked. */
export class Speech {
  readonly #reading: Reading;
  readonly #tell: Tell;
  #rest: Iterator<Sentence> | undefined;
  /** The one that is spoken: what another one tells when it ends is of no interest. */
  #spoken: SpeechSynthesisUtterance | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isAvailable: boolean | undefined;

  constructor(reading: Reading, tell: Tell) {
    this.#reading = reading;
    this.#tell = tell;
    this.#tellVoices();
    if (!this.#engine) return;
    this.#engine.addEventListener('voiceschanged', () => {
      this.#tellVoices();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.stop();
    });
    window.addEventListener('pagehide', () => this.stop());
  }

  get isOn(): boolean {
    return this.#rest !== undefined;
  }

  toggle(): void {
    if (!this.stop()) this.#start();
  }

  /** False where nothing was read. */
  stop(): boolean {
    if (!this.isOn) return false;
    this.#rest = undefined;
    this.#spoken = undefined;
    clearTimeout(this.#patience);
    this.#engine?.cancel();
    highlights()?.delete('spoken');
    return true;
  }

  /** Something else is shown: that is read on, where it is in the same view. */
  shown(isSameView: boolean): void {
    if (this.stop() && isSameView) this.#start();
  }

  get #engine(): SpeechSynthesis | undefined {
    // Not every browser has it.
    return (window as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  }

  #tellVoices(): void {
    const available = (this.#engine?.getVoices().length ?? 0) > 0;
    if (available === this.#isAvailable) return;
    this.#isAvailable = available;
    this.#tell({ type: 'voices', available });
  }

  #start(): void {
    const { view, id, card, item, scope } = this.#reading;
    if (!this.#engine || !scope || id === END) return;
    const roots = view === 'whole' ? [scope] : [...(card?.querySelectorAll('h1:not(.unseen), .body') ?? [])];
    this.#rest = sentencesIn(roots, view === 'whole' ? item : undefined);
    this.#next();
  }

  #next(): void {
    const next = this.#rest?.next();
    if (!next) return;
    if (next.done === true) this.#end();
    else this.#speak(next.value);
  }

  #end(): void {
    highlights()?.delete('spoken');
    if (this.#reading.view === 'whole') {
      this.stop();
      return;
    }
    // It goes on with what is shown next.
    this.#tell({ type: 'passed', step: 1 });
    this.#patience = setTimeout(() => this.stop(), PATIENCE);
  }

  #speak({ text, language, range }: Sentence): void {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    const goOn = () => {
      if (this.#spoken === utterance) this.#next();
    };
    utterance.addEventListener('end', goOn);
    utterance.addEventListener('error', () => {
      if (this.#spoken === utterance) this.stop();
    });
    this.#spoken = utterance;
    highlights()?.set('spoken', new Highlight(range));
    bringIntoView(range);
    this.#engine?.speak(utterance);
  }
}

function highlights(): HighlightRegistry | undefined {
  return (CSS as { highlights?: HighlightRegistry }).highlights;
}

function bringIntoView(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= covered() && bottom <= window.innerHeight - covered()) return;
  window.scrollBy({ top: top - window.innerHeight * 0.3, behavior: 'instant' });
}
