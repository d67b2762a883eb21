/** The number of actions that can be undone. */
const MAX_ACTIONS = 20;

/**
 * In ms. What is marked by reading so soon after a requested action goes before it in the list: a person who looks at
 * the result of an action expects to undo that action first.
 */
const REVIEW_TIME = 60_000;

/** Items that were marked at once. None of them had that value before. */
export interface Action {
  readonly keys: readonly string[];
  readonly value: boolean;
}

interface Done extends Action {
  /** When a person requested it, in ms since 1970; undefined if the items were marked by reading. */
  readonly asked: number | undefined;
}

/** The actions that can be undone, the last one first. Items that have changed back meanwhile are skipped. */
export class UndoList {
  readonly #actions: Done[] = [];
  readonly #valueOf: (key: string) => boolean;

  constructor(valueOf: (key: string) => boolean) {
    this.#valueOf = valueOf;
  }

  get isEmpty(): boolean {
    return !this.#actions.some(({ keys, value }) => keys.some((key) => this.#valueOf(key) === value));
  }

  /** `isAsked`: whether a person requested it, or it came by reading. `now`: in ms since 1970. */
  push(action: Action, isAsked: boolean, now: number): void {
    const { asked = -Infinity } = this.#actions.at(-1) ?? {};
    const done = { ...action, asked: isAsked ? now : undefined };
    this.#actions.splice(!isAsked && now - asked < REVIEW_TIME ? -1 : this.#actions.length, 0, done);
    if (this.#actions.length > MAX_ACTIONS) this.#actions.shift();
  }

  /** Removes the last action, and returns the action that undoes it. */
  pop(): Action | undefined {
    for (let action = this.#actions.pop(); action; action = this.#actions.pop()) {
      const keys = this.#left(action);
      if (keys.length > 0) return { keys, value: !action.value };
    }
    return undefined;
  }

  #left({ keys, value }: Action): string[] {
    return keys.filter((key) => this.#valueOf(key) === value);
  }
}
