import type { Knowledge } from '../../language/assist/complete.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import { localDay } from '../../library/tree/grouping.ts';
import { frequentNamesIn } from '../../search/frequentNames.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';

export interface Words extends Knowledge {
  /** Returns the title that the library has for a page. */
  titleOf(url: string): string | undefined;
}

/**
 * The sources, headings and labels of the library's briefings. They are collected on first use, and again after
 * changes.
 */
export class LibraryWords {
  readonly #index: SearchIndex;
  #words: Words | undefined;
  readonly #listener: { dispose(): void };

  constructor(index: SearchIndex) {
    this.#index = index;
    this.#listener = index.onDidChange(() => {
      this.#words = undefined;
    });
  }

  async familiar(): Promise<Words> {
    // What is not indexed yet is missing: nobody waits for a library of thousands.
    await this.#index.start();
    return (this.#words ??= this.#read());
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #read(): Words {
    const { corpus, datedEntries } = this.#index;
    const { sources, headings, labels } = frequentNamesIn(corpus, datedEntries, localDay(new Date()));
    return {
      ...{ sources: [...sources.values()], headings, labels },
      titleOf(url) {
        const key = sourceKey(url);
        return key === undefined ? undefined : sources.get(key)?.title;
      },
    };
  }
}
