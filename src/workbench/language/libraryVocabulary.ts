import type { Knowledge } from '../../language/assist/complete.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import { localDay } from '../../library/days.ts';
import { frequentNamesIn } from '../../search/frequentNames.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';

export interface Vocabulary extends Knowledge {
  /** Returns the title that the library has for a page. */
  titleOf(url: string): string | undefined;
}

/**
 * The sources, headings and labels of the library's briefings. They are collected on first use, and again after
 * changes.
 */
export class LibraryVocabulary {
  readonly #index: SearchIndex;
  #vocabulary: Vocabulary | undefined;
  readonly #listener: { dispose(): void };

  constructor(index: SearchIndex) {
    this.#index = index;
    this.#listener = index.onDidChange(() => {
      this.#vocabulary = undefined;
    });
  }

  async load(): Promise<Vocabulary> {
    // Briefings that are not indexed yet are missing: the user does not wait for a library of thousands.
    await this.#index.start();
    return (this.#vocabulary ??= this.#collect());
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #collect(): Vocabulary {
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
