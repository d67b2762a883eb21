import type { Disposable } from '../base/event.ts';
import type { Library } from '../library/library.ts';
import { Contexts } from './contexts.ts';

/**
 * What the walkthrough's steps are checked off by. A step goes by what was done: by a command it would be done when
 * somebody only closed the box that the command opens.
 */
export class Tour implements Disposable {
  readonly #contexts = new Contexts();
  readonly #listener: Disposable;

  /** `isBundled`: whether a briefing came with the extension. */
  constructor(library: Library, isBundled: (uri: string) => boolean) {
    this.#listener = library.onDidChange((uris) => {
      const isOwn = (uri: string) => library.get(uri)?.kind === 'briefing' && !isBundled(uri);
      if (![...uris].some(isOwn)) return;
      this.#contexts.set({ 'tour.own': true });
      this.#listener.dispose();
    });
  }

  /** A key led on in the reader. */
  wentOn(): void {
    this.#contexts.set({ 'tour.keys': true });
  }

  /** Something was copied or inserted with its sources. */
  cited(): void {
    this.#contexts.set({ 'tour.cited': true });
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
