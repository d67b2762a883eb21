import * as vscode from 'vscode';

/**
 * How long all else waits for the first rows at most, in ms: for a hidden sidebar VS Code asks for none. Where something
 * is open, its language and its reader are soon needed.
 */
const PATIENCE = 1500;
const SOON = 100;

/** When the sidebar's first rows are there: what a person looks at comes before all that it does not need. */
export class FirstRows implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  readonly #timer: ReturnType<typeof setTimeout>;
  #tell: () => void = () => undefined;
  /** Or all else waits no longer. */
  readonly given = new Promise<void>((resolve) => {
    this.#tell = resolve;
  });

  constructor() {
    const { tabGroups } = vscode.window;
    const open = tabGroups.all.flatMap(({ tabs }) => tabs);
    this.#timer = setTimeout(this.#tell, open.some(isOfFile) ? SOON : PATIENCE);
    this.#listener = tabGroups.onDidChangeTabs(({ opened }) => {
      if (opened.some(isOfFile)) this.hurry();
    });
  }

  /** VS Code is given them: it takes them before whatever comes next. */
  give(): void {
    setTimeout(this.#tell);
    this.dispose();
  }

  /** Something else is needed now. */
  hurry(): void {
    this.#tell();
    this.dispose();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
  }
}

/** VS Code's own pages, as its welcome, are of a kind that extensions are not told of. */
function isOfFile({ input }: vscode.Tab): boolean {
  return input !== undefined;
}
