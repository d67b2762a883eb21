/** The number of actions that can be undone. */
const MAX_ACTIONS = 20;

/**
 * Marks made by reading within this time after a requested action, in ms, are undone after it: a user who looks at the
 * result of an action expects to undo that action first.
 */
const REVIEW_TIME = 60_000;

/** Items that were marked together. None of them had that value before. */
export interface Action {
  readonly keys: readonly string[];
  readonly value: boolean;
  /** Whether the user left the briefing with it. */
  readonly leaves?: boolean;
}

interface DoneAction extends Action {
  /** When the user requested it, in ms since 1970; undefined if the items were marked by reading. */
  readonly requested: number | undefined;
}

/** The actions that can be undone, the last one first. Items that have changed back in the meantime are skipped. */
export class UndoList {
  #actions: DoneAction[] = [];
  readonly #valueOf: (key: string) => boolean;

  constructor(valueOf: (key: string) => boolean) {
    this.#valueOf = valueOf;
  }

  get isEmpty(): boolean {
    return !this.#actions.some(({ keys, value }) => keys.some((key) => this.#valueOf(key) === value));
  }

  get last(): Action | undefined {
    return this.#actions.at(-1);
  }

  /** `isRequested`: whether the user requested it; false if it came by reading. `now`: in ms since 1970. */
  push(action: Action, isRequested: boolean, now: number): void {
    const { requested = -Infinity } = this.#actions.at(-1) ?? {};
    const done = { ...action, requested: isRequested ? now : undefined };
    this.#actions.splice(!isRequested && now - requested < REVIEW_TIME ? -1 : this.#actions.length, 0, done);
    if (this.#actions.length > MAX_ACTIONS) this.#actions.shift();
  }

  /** Removes the last action, and returns the action that undoes it. */
  pop(): Action | undefined {
    for (let { last } = this; last; last = this.last) {
      const undoing = this.take(last);
      if (undoing) return undoing;
    }
    return undefined;
  }

  /** Removes an action, and returns what undoes it. `isOwn`: whether it is still the cause of a key's value. */
  take(
    action: Action,
    isOwn = (key: string): boolean => this.#valueOf(key) === action.value,
  ): Action | undefined {
    this.#actions = this.#actions.filter((one) => one !== action);
    const keys = action.keys.filter(isOwn);
    const { value, leaves = false } = action;
    return keys.length > 0 ? { keys, value: !value, ...(leaves && { leaves }) } : undefined;
  }
}
