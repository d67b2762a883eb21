/** How many actions can be taken back. */
const LENGTH = 20;

/** How long it is looked at what an act has done, in ms: what is read meanwhile is taken back after that. */
const LOOK = 60_000;

/** Items that were marked at once, none of which had that value before. */
export interface Action {
  readonly keys: readonly string[];
  readonly value: boolean;
}

interface Done extends Action {
  /** When a person asked for it, in ms since 1970; undefined for what came by reading. */
  readonly asked: number | undefined;
}

/** What was done and can be taken back, the last first. What has been taken back elsewhere meanwhile is passed over. */
export class UndoList {
  readonly #actions: Done[] = [];
  readonly #valueOf: (key: string) => boolean;

  constructor(valueOf: (key: string) => boolean) {
    this.#valueOf = valueOf;
  }

  get isEmpty(): boolean {
    return !this.#actions.some(({ keys, value }) => keys.some((key) => this.#valueOf(key) === value));
  }

  /** `isAsked`: a person asked for it; else it came by reading. `now`: in ms since 1970. */
  push(action: Action, isAsked: boolean, now: number): void {
    const { asked = -Infinity } = this.#actions.at(-1) ?? {};
    const done = { ...action, asked: isAsked ? now : undefined };
    this.#actions.splice(!isAsked && now - asked < LOOK ? -1 : this.#actions.length, 0, done);
    if (this.#actions.length > LENGTH) this.#actions.shift();
  }

  /** What is to be done to take the last one back. */
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
