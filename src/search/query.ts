import { tokenize } from './words.ts';
import type { Writable } from '../base/writable.ts';

/** A parsed search query. */
export interface Query {
  /** Words that an item has to contain, all of them, in any order. */
  readonly words: readonly string[];
  /** Phrases that an item has to contain, as whole words in this order. Their words are not in `words`. */
  readonly phrases: readonly (readonly string[])[];
  /** Words and phrases that an item must not contain. */
  readonly excluded: readonly (readonly string[])[];
  readonly filters: Filters;
  /** The parts that were not understood, and are ignored. */
  readonly problems: readonly QueryProblem[];
}

export interface Filters {
  readonly read?: boolean;
  readonly starred?: boolean;
  /** Parts of paths, in lowercase. */
  readonly folders: readonly string[];
  /** Hosts, without `www.`: `cgtn.com` includes `news.cgtn.com`. */
  readonly sites: readonly string[];
  /** The first day (`after`), and the day after the last one (`before`): `YYYY-MM-DD`. */
  readonly after?: string;
  readonly before?: string;
}

export type QueryProblem =
  { readonly kind: 'unknownFilter' | 'notADate'; readonly text: string } | { readonly kind: 'tooLong' };

/** Limits for a query, in UTF-16 units and in words: more than anybody types. Longer pasted text is ignored. */
const MAX_LENGTH = 1000;
const MAX_WORDS = 16;

/** `-word`, `name:value`, `"some words"`, each with or without quotes; an unclosed quote extends to the end. */
const PART = /(-?)(?:([a-z]+):(?:"([^"]*)"?|([^\s"]*))|"([^"]*)"?|([^\s"]+))/giu;
const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

const FILTERS = ['is', 'in', 'site', 'after', 'before'] as const;
type FilterName = (typeof FILTERS)[number];
/** The values of `is:`. A prefix of one is still being typed, and is not an error. */
const STATES = ['read', 'unread', 'starred'];

/** Parses a query. Never fails: any text is a query. */
export function parseQuery(text: string): Query {
  const reader = new QueryReader();
  const read = text.slice(0, MAX_LENGTH);
  for (const part of read.matchAll(PART)) reader.addPart(part);
  if (text.length > MAX_LENGTH) reader.problems.push({ kind: 'tooLong' });
  return reader.query();
}

/** Whether a query has no words, phrases or filters; excluded words alone do not count. */
export function isEmptyQuery({ words, phrases, filters }: Query): boolean {
  const { folders, sites, ...others } = filters;
  const isFiltered = folders.length > 0 || sites.length > 0 || Object.keys(others).length > 0;
  return words.length === 0 && phrases.length === 0 && !isFiltered;
}

class QueryReader {
  readonly problems: QueryProblem[] = [];
  readonly #words: string[] = [];
  readonly #phrases: string[][] = [];
  readonly #excluded: string[][] = [];
  readonly #folders: string[] = [];
  readonly #sites: string[] = [];
  readonly #filters: Writable<Pick<Filters, 'read' | 'starred' | 'after' | 'before'>> = {};

  addPart([all, minus, name, quotedValue, plainValue, phrase, word]: RegExpMatchArray): void {
    const quoted = quotedValue ?? phrase;
    const value = quoted ?? plainValue ?? word ?? '';
    const filter = FILTERS.find((one) => one === name?.toLowerCase());
    if (filter && minus === '') this.#addFilter(filter, value, all);
    // `https://a.example` and `12:30` are words.
    else this.#addWords(name === undefined ? value : `${name}:${value}`, minus !== '', quoted !== undefined);
  }

  query(): Query {
    const words = [...new Set(this.#words)];
    if (words.length > MAX_WORDS) this.problems.push({ kind: 'tooLong' });
    return {
      words: words.slice(0, MAX_WORDS),
      phrases: this.#phrases.slice(0, MAX_WORDS),
      excluded: this.#excluded.slice(0, MAX_WORDS),
      filters: { ...this.#filters, folders: this.#folders, sites: this.#sites },
      problems: this.problems,
    };
  }

  #addWords(text: string, isExcluded: boolean, isQuoted: boolean): void {
    const words = tokenize(text);
    if (words.length === 0) return;
    if (isExcluded) this.#excluded.push(words);
    else if (isQuoted && words.length > 1) this.#phrases.push(words.slice(0, MAX_WORDS));
    else for (const word of words) this.#words.push(word);
  }

  #addFilter(name: FilterName, value: string, all: string): void {
    // The value is still being typed.
    if (value === '') return;
    switch (name) {
      case 'is':
        this.#addState(value.toLowerCase(), all);
        return;
      case 'in':
        this.#folders.push(value.toLowerCase());
        return;
      case 'site':
        this.#sites.push(parseSite(value));
        return;
      case 'after':
      case 'before': {
        const day = parseDay(value);
        if (day === undefined) this.problems.push({ kind: 'notADate', text: value });
        else this.#filters[name] = day;
      }
    }
  }

  #addState(value: string, all: string): void {
    if (value === 'read' || value === 'unread') this.#filters.read = value === 'read';
    else if (value === 'starred') this.#filters.starred = true;
    else if (!STATES.some((one) => one.startsWith(value)))
      this.problems.push({ kind: 'unknownFilter', text: all });
  }
}

/** `https://www.cgtn.com/news` -> `cgtn.com` */
function parseSite(value: string): string {
  const [host = ''] = value
    .toLowerCase()
    .replace(/^[a-z]+:\/+/, '')
    .split(/[/?#]/);
  return host.replace(/^www\./, '');
}

/** The first day of a year or month, or the day itself: `2025-8` -> `2025-08-01`. */
function parseDay(value: string): string | undefined {
  const [isDate, year = '', month = '1', day = '1'] = DATE.exec(value) ?? [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // `Date` turns the 30th of February into another day.
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isDate !== undefined && isDay ? text : undefined;
}
