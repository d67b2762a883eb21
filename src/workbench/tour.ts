import * as vscode from 'vscode';
import type { Disposable } from '../base/event.ts';
import type { Library } from '../library/library.ts';
import { Contexts } from './contexts.ts';
import type { Readers } from './reader/readers.ts';

type Step = 'open' | 'keys' | 'own' | 'cite';

/** How long VS Code is given to show the walkthrough, in ms. */
const MOMENT = 500;

/**
 * What the walkthrough's steps are checked off by. A step goes by what was done: by a command it would be done when
 * somebody only closed the box that the command opens. VS Code knows of the steps once it has shown the walkthrough, and
 * then only hears of what becomes true: so each is told when it is done, and once more when the walkthrough may have
 * opened.
 */
export class Tour implements Disposable {
  readonly #contexts = new Contexts();
  readonly #done = new Set<Step>();
  readonly #listeners: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `isBundled`: whether a briefing came with the extension. */
  constructor(
    library: Library,
    readers: Pick<Readers, 'onDidChangePlace'>,
    isBundled: (uri: string) => boolean,
  ) {
    const look = (uris: Iterable<string>) => {
      const isOwn = (uri: string) => library.get(uri)?.kind === 'briefing' && !isBundled(uri);
      if (!this.#done.has('own') && [...uris].some(isOwn)) this.#did('own');
    };
    this.#listeners = vscode.Disposable.from(
      readers.onDidChangePlace(() => {
        this.#did('open');
      }),
      library.onDidChange(look),
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        // The walkthrough's is of a kind that extensions are not told of.
        if (!opened.some(({ input }) => input === undefined)) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          this.#tell([...this.#done]);
        }, MOMENT);
      }),
    );
    // What an earlier window has found was told before.
    look([...library.entries].map(({ uri }) => uri));
  }

  /** A key led on in the reader. */
  wentOn(): void {
    this.#did('keys');
  }

  /** Something was copied or inserted with its sources. */
  cited(): void {
    this.#did('cite');
  }

  dispose(): void {
    this.#listeners.dispose();
    clearTimeout(this.#timer);
  }

  #did(step: Step): void {
    if (this.#done.has(step)) return;
    this.#done.add(step);
    this.#tell([step]);
  }

  /** True for no time at all: VS Code hears of it, and never of one that was true before it began to listen. */
  #tell(steps: readonly Step[]): void {
    for (const value of [true, false])
      this.#contexts.set(Object.fromEntries(steps.map((step) => [`tour.${step}`, value])));
  }
}
