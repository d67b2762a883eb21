import * as vscode from 'vscode';

/**
 * The longest time that everything else waits for the first rows, in ms: VS Code requests none for a hidden sidebar.
 * SOON applies if a file is open, which needs its language features or a reader.
 */
const TIMEOUT = 1500;
const SOON = 100;

/** Tells when the sidebar's first rows have been delivered: they come before everything that they do not need. */
export class FirstRows implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  readonly #timer: ReturnType<typeof setTimeout>;
  #tell: () => void = () => undefined;
  /** Resolves when the first rows are delivered, or everything else waits no longer. */
  readonly given = new Promise<void>((resolve) => {
    this.#tell = resolve;
  });

  constructor() {
    const { tabGroups } = vscode.window;
    const open = tabGroups.all.flatMap(({ tabs }) => tabs);
    this.#timer = setTimeout(this.#tell, open.some(isOfFile) ? SOON : TIMEOUT);
    this.#listener = tabGroups.onDidChangeTabs(({ opened }) => {
      if (opened.some(isOfFile)) this.shortenWait();
    });
  }

  /** VS Code receives the first rows now. It handles them before the timer here fires. */
  give(): void {
    setTimeout(this.#tell);
    this.dispose();
  }

  /** Ends the waiting, because something else is needed now. */
  shortenWait(): void {
    this.#tell();
    this.dispose();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
  }
}

/** Whether a tab may show a file. For VS Code's own pages, such as its welcome page, extensions get no input. */
function isOfFile({ input }: vscode.Tab): boolean {
  return input !== undefined;
}
