import type { Reference } from '../../model.ts';
import { foldTitle } from '../../text/vocabulary.ts';

/** `(Reuters)`, `(Reuters, BBC)`, `（路透社）` */
const BRACKETS = /[(（]([^()（）]{2,80})[)）]/g;
const SEPARATORS = /\s*[,，、;；/]\s*/;

/** Finds the sources of the reference section that the text names in brackets, by their titles, sites or hosts. */
export class NamedSources {
  /** By each of their names, folded; undefined if several references have the name. */
  readonly #byName = new Map<string, Reference | undefined>();

  constructor(listed: readonly Reference[]) {
    for (const reference of listed) {
      const { title, site = '', url = '' } = reference;
      // `Reuters: Ferries stop` is named by its first words as well.
      const names = new Set([
        title,
        title.split(/\s*[:：|—–]\s/)[0] ?? '',
        site,
        site.replace(/\.[a-z.]+$/i, ''),
        url,
      ]);
      for (const name of new Set([...names].map(foldTitle)))
        this.#byName.set(name, this.#byName.has(name) ? undefined : reference);
    }
    this.#byName.delete('');
  }

  /** `… since Monday. (Reuters)` -> the reference `Reuters`. Each reference is returned once. */
  in(text: string): readonly Reference[] {
    if (this.#byName.size === 0 || !/[(（]/.test(text)) return [];
    const found = [...text.matchAll(BRACKETS)].flatMap(([, inside = '']) => {
      const names = inside.split(SEPARATORS);
      const known = names.flatMap((name) => this.#byName.get(foldTitle(name)) ?? []);
      // Few of `(Alpha, Beta, Gamma, Delta)` are the names of sources by chance.
      return known.length * 2 < names.length ? [] : known;
    });
    return [...new Set(found)];
  }
}
