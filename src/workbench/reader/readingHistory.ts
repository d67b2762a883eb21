import { History, type Way } from '../../base/history.ts';
import type { ReaderView } from '../../reader/messages.ts';
import type { Reader } from './reader.ts';

/** Maximum number of visits in the history. */
const MAX_VISITS = 100;

/** An item that was shown alone, or a whole briefing at its last position. */
export interface Visit {
  readonly uri: string;
  /** '' for the beginning of a whole briefing. */
  readonly id: string;
  readonly view: ReaderView;
}

/** The history of what was read, across briefings. */
export class ReadingHistory {
  readonly #history = new History<Visit>(MAX_VISITS);

  /** Records the content of a reader. Going back or forward in the history adds no visit. */
  record({ content: { uri, landmark, isEnd }, view }: Reader): void {
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

  /** The visit before the current one. */
  get before(): Visit | undefined {
    return this.#history.before;
  }

  get way(): Way<Visit> {
    return this.#history.way;
  }

  /** Returns to an earlier state of the history. */
  restore(way: Way<Visit>): void {
    this.#history.restore(way);
  }

  /** Goes a step; undefined if there is none. */
  go(step: 1 | -1): Visit | undefined {
    return this.#history.go(step);
  }

  /** Removes the visit that was just gone to, because it no longer exists. */
  drop(step: 1 | -1): void {
    this.#history.drop(step);
  }
}
