/** How many actions can be taken back. */
const LENGTH = 20;

/** Items that were marked at once, none of which had that value before. */
export interface Action {
  readonly keys: readonly string[];
  readonly value: boolean;
}

/** What was done and can be taken back, the last first. What has been taken back elsewhere meanwhile is passed over. */
export class UndoList {
  readonly #actions: Action[] = [];
  readonly #valueOf: (key: string) => boolean;

  constructor(valueOf: (key: string) => boolean) {
    this.#valueOf = valueOf;
  }

  get isEmpty(): boolean {
    return !this.#actions.some(({ keys, value }) => keys.some((key) => this.#valueOf(key) === value));
  }

  push(action: Action): void {
    this.#actions.push(action);
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
