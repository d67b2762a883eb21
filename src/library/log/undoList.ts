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
  readonly #actions: DoneAction[] = [];
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
    for (let action = this.#actions.pop(); action; action = this.#actions.pop()) {
      const keys = this.#stillSet(action);
      const { value, leaves = false } = action;
      if (keys.length > 0) return { keys, value: !value, ...(leaves && { leaves }) };
    }
    return undefined;
  }

  /** Removes an action that was undone by other means. */
  remove(action: Action): void {
    const at = this.#actions.findIndex((one) => one === action);
    if (at >= 0) this.#actions.splice(at, 1);
  }

  #stillSet({ keys, value }: Action): string[] {
    return keys.filter((key) => this.#valueOf(key) === value);
  }
}
