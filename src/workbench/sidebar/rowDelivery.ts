import * as vscode from 'vscode';

/**
 * Maximum time that everything else waits for the first rows, in ms: VS Code requests none for a hidden sidebar. SOON
 * applies if a file is open, which needs its language features or a reader.
 */
const TIMEOUT = 1500;
const SOON = 100;

/** Signals when the sidebar's first rows have been delivered, on which everything else waits. */
export class RowDelivery implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  readonly #timer: ReturnType<typeof setTimeout>;
  #resolve: () => void = () => undefined;
  /** Resolves when the first rows are delivered, or when the waiting ends. */
  readonly delivered = new Promise<void>((resolve) => {
    this.#resolve = resolve;
  });

  constructor() {
    const { tabGroups } = vscode.window;
    const open = tabGroups.all.flatMap(({ tabs }) => tabs);
    this.#timer = setTimeout(this.#resolve, open.some(mayShowFile) ? SOON : TIMEOUT);
    this.#listener = tabGroups.onDidChangeTabs(({ opened }) => {
      if (opened.some(mayShowFile)) this.stopWaiting();
    });
  }

  /** Called when VS Code receives the first rows. It handles them before the timer fires. */
  onDeliver(): void {
    setTimeout(this.#resolve);
    this.dispose();
  }

  /** Ends the waiting, because something else is needed now. */
  stopWaiting(): void {
    this.#resolve();
    this.dispose();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
  }
}

/** Whether a tab may show a file. For VS Code's own pages, such as its welcome page, extensions get no input. */
function mayShowFile({ input }: vscode.Tab): boolean {
  return input !== undefined;
}
