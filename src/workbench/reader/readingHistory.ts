import { History, type Way } from '../../base/history.ts';
import type { ReaderView } from '../../reader/messages.ts';
import type { Reader } from './reader.ts';

/** How many steps back are known. */
const STEPS = 100;

/** What was read: an item alone, or a whole briefing at its last place. */
export interface Visit {
  readonly uri: string;
  /** '' for the beginning of a whole briefing. */
  readonly id: string;
  readonly view: ReaderView;
}

/** The way back to what was read, over briefings. */
export class ReadingHistory {
  readonly #history = new History<Visit>(STEPS);

  /** A reader shows this now. What the way back leads to is no new visit. */
  follow({ shown: { uri, landmark, isEnd }, view }: Reader): void {
    const { current } = this.#history;
    if (isEnd || (landmark === undefined && view === 'item')) return;
    const visit = { uri, id: landmark?.id ?? '', view };
    if (current?.uri === uri && current.view === view && (view === 'whole' || current.id === visit.id))
      this.#history.replace(visit);
    else this.#history.visit(visit);
  }

  get current(): Visit | undefined {
    return this.#history.current;
  }

  /** What was read before. */
  get before(): Visit | undefined {
    return this.#history.before;
  }

  get way(): Way<Visit> {
    return this.#history.way;
  }

  /** What was read since is not on the way. */
  restore(way: Way<Visit>): void {
    this.#history.restore(way);
  }

  /** Undefined where there is no further step. */
  go(step: 1 | -1): Visit | undefined {
    return this.#history.go(step);
  }

  /** What was gone to is not there any more. */
  drop(step: 1 | -1): void {
    this.#history.drop(step);
  }
}
