import * as vscode from 'vscode';
import type { Disposable } from '../base/event.ts';
import type { Library } from '../library/library.ts';
import { ContextKeys } from './contextKeys.ts';
import type { Readers } from './reader/readers.ts';

type Step = 'open' | 'keys' | 'own' | 'cite';

/** How long VS Code takes to show the walkthrough, in ms. */
const OPENING_TIME = 500;

/**
 * Checks off the walkthrough's steps, by setting context keys. A step is complete when its result exists. Bound to a
 * command, it would also complete if the user cancels. VS Code observes these keys only once the walkthrough is shown,
 * and only notices keys that become true. So each step's key is set when the step is complete, and again whenever the
 * walkthrough may have opened.
 */
export class Walkthrough implements Disposable {
  readonly #contexts = new ContextKeys();
  readonly #done = new Set<Step>();
  readonly #listeners: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `isBundled`: whether a briefing ships with the extension. */
  constructor(
    library: Library,
    readers: Pick<Readers, 'onDidChangeLocation'>,
    isBundled: (uri: string) => boolean,
  ) {
    const checkForOwn = (uris: Iterable<string>) => {
      const isOwn = (uri: string) => library.get(uri)?.kind === 'briefing' && !isBundled(uri);
      if (!this.#done.has('own') && [...uris].some(isOwn)) this.#complete('own');
    };
    this.#listeners = vscode.Disposable.from(
      readers.onDidChangeLocation(() => {
        this.#complete('open');
      }),
      library.onDidChange(checkForOwn),
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        // The walkthrough's tab is of a kind for which extensions get no input.
        if (!opened.some(({ input }) => input === undefined)) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          this.#pulseContextKeys([...this.#done]);
        }, OPENING_TIME);
      }),
    );
    // Briefings that an earlier window has found were announced before this listener existed.
    checkForOwn([...library.entries].map(({ uri }) => uri));
  }

  /** A key of the reader has moved on to the next item or page. */
  onAdvanced(): void {
    this.#complete('keys');
  }

  /** Something was copied or inserted with its sources. */
  onCited(): void {
    this.#complete('cite');
  }

  dispose(): void {
    this.#listeners.dispose();
    clearTimeout(this.#timer);
  }

  #complete(step: Step): void {
    if (this.#done.has(step)) return;
    this.#done.add(step);
    this.#pulseContextKeys([step]);
  }

  /**
   * Sets the keys to true, and at once back to false: VS Code only notices that a key becomes true, and ignores a key
   * that was already true when it began to listen.
   */
  #pulseContextKeys(steps: readonly Step[]): void {
    for (const value of [true, false])
      this.#contexts.set(Object.fromEntries(steps.map((step) => [`tour.${step}`, value])));
  }
}
