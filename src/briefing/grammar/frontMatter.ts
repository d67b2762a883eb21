import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import { findDate } from '../text/dates/date.ts';
import { dayOfMetadata } from '../text/dates/dayOfMetadata.ts';
import { type GivenSource, givenSources } from './givenSources.ts';
import { readMetadataLines } from '../text/metadataLines.ts';
import type { Problem } from '../model.ts';
import { tidy } from '../../base/tidy.ts';
import { problem } from '../problems.ts';
import { lineRange } from '../text/sourceText.ts';

/** What the reader takes from the metadata above a text; all other keys are left alone. */
export interface FrontMatter {
  readonly title?: string;
  readonly date?: string;
  /** The day in the path that it is published at. */
  readonly dateOfPath?: string;
  /** The day on which a program wrote it. */
  readonly dateGenerated?: string;
  readonly language?: string;
  /** Who sent it, if it was a mail. */
  readonly sender?: string;
  /** What the whole text rests on. */
  readonly sources: readonly GivenSource[];
  /** The first line after it; 0 where there is no front matter. */
  readonly end: number;
  readonly problems: readonly Problem[];
}

/** A front matter longer than this is none: it bounds what a parser is given. */
const MAX_LINES = 200;
const MAX_LENGTH = 64 * 1024;

export const NO_FRONT_MATTER: FrontMatter = { sources: [], end: 0, problems: [] };

/** What a front matter begins and ends with, and what reads the lines between (for JSON, those as well). */
interface Syntax {
  readonly open: RegExp;
  readonly close: RegExp;
  readonly read: (source: string, fenced: string) => unknown;
}

const SYNTAXES: readonly Syntax[] = [
  // The failsafe schema makes strings of all scalars: `2025-08-19` stays as written.
  {
    open: /^---\s*$/,
    // A tag may stand right behind it: `---<div>`.
    close: /^(?:---\s*(?:<[a-z][^<>]{0,400}>\s*)?|\.\.\.\s*)$/,
    read: (yaml) => (isEmptyYaml(yaml) ? {} : load(withNumbers(yaml), { schema: FAILSAFE_SCHEMA })),
  },
  { open: /^\+{3}\s*$/, close: /^\+{3}\s*$/, read: (toml) => parseToml(toml) },
  { open: /^\{\s*$/, close: /^\}\s*$/, read: (_, json) => JSON.parse(json) as unknown },
];

/**
 * Reads front matter at the very start of the lines (`---` YAML `---`, `+++` TOML `+++`, `{` JSON `}`), or metadata
 * without a fence. What is broken is a problem, and is not part of the text.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const first = (lines[0] ?? '').replace(/^\ufeff/, '');
  const syntax = SYNTAXES.find(({ open }) => open.test(first));
  if (!syntax) return unfenced(lines);
  const close = lines.slice(1, MAX_LINES + 1).findIndex((line) => syntax.close.test(line));
  // A lone `---` is a thematic break, and so is one above a heading: what another one below it parts off is text.
  if (close < 0 || beginsWithHeading(lines)) return NO_FRONT_MATTER;
  const end = close + 2;
  const broken: FrontMatter = {
    sources: [],
    end,
    problems: [problem('bad-front-matter', lineRange(lines, 0, end))],
  };
  const fenced = [first, ...lines.slice(1, end)].join('\n');
  if (fenced.length > MAX_LENGTH) return broken;
  try {
    const document = syntax.read(lines.slice(1, close + 1).join('\n'), fenced);
    return isMapping(document) ? { ...pick(document, lines.slice(0, end)), end, problems: [] } : broken;
  } catch {
    const read = Object.fromEntries(lines.slice(1, close + 1).flatMap(simpleLine));
    return { ...broken, ...pick(read, lines.slice(0, end)) };
  }
}

/** `## Ferries`, which is YAML's comment too where keys stand below it. */
function beginsWithHeading(lines: readonly string[]): boolean {
  const first = lines.findIndex((line, i) => i > 0 && line.trim() !== '');
  if (!HEADING.test(lines[first] ?? '')) return false;
  const below = lines.slice(first + 1, first + 1 + NEAR).find((line) => !/^\s*(?:#|$)/.test(line));
  return below === undefined || !KEY.test(below);
}

const HEADING = /^#{1,6}\s/;
const KEY = /^["']?[A-Za-z][\w-]{0,39}["']?\s*:/;
/** How many lines of comments may stand above the first key. */
const NEAR = 20;

/** `title: Daily brief: ferries and bridges`, which is no YAML, and yet meant so. */
function simpleLine(line: string): [string, string][] {
  const [, key, value] = /^["']?([A-Za-z][\w-]{0,39})["']?\s*[:=]\s+(.+)$/.exec(line) ?? [];
  // What opens and does not close would be half of it.
  const isWhole = value !== undefined && !/^(["']).*(?<!\1)$|^[[{|>&*]/.test(value);
  return key === undefined || value === undefined || !isWhole
    ? []
    : [[key, value.replace(/^(["'])(.*)\1$/, '$2')]];
}

function unfenced(lines: readonly string[]): FrontMatter {
  const found = readMetadataLines(lines);
  if (!found) return NO_FRONT_MATTER;
  const { values, end } = found;
  const language = values.get('lang') ?? values.get('language') ?? values.get('content-language');
  return {
    ...pick({ ...Object.fromEntries(values), language }, lines.slice(0, end)),
    end,
    problems: [],
  };
}

/** What a document that has no front matter says of itself: JSON's own keys. `lines`: to find its sources in. */
export function frontMatterOf(document: Record<string, unknown>, lines: readonly string[]): FrontMatter {
  return { ...pick(document, lines), end: 0, problems: [] };
}

/** A title without quotation marks, and nothing else that YAML knows. */
const PLAIN_TITLE = /^((?:title|subject):[ \t]+)([^\s"'[\]{}|>&*!%@`#].*)$/gim;

/** `title: Ferry Weekly #47`, as it is meant: YAML takes the number for a comment. */
function withNumbers(yaml: string): string {
  return yaml.replace(PLAIN_TITLE, (line, key: string, value: string) => {
    const [title = ''] = value.split(/\s#(?!\d)/, 1);
    return /\s#\d/.test(title) ? `${key}'${title.trimEnd().replaceAll("'", "''")}'` : line;
  });
}

/** Nothing but blank lines and comments. */
function isEmptyYaml(yaml: string): boolean {
  return yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}

function isMapping(document: unknown): document is Record<string, unknown> {
  return typeof document === 'object' && document !== null && !Array.isArray(document);
}

/** Copies the known keys and nothing else: aliases and `__proto__` have no way in. */
function pick(
  document: Record<string, unknown>,
  lines: readonly string[],
): Omit<FrontMatter, 'end' | 'problems'> {
  const title = stringAt(document, 'title') ?? stringAt(document, 'subject');
  const date = dateIn(document);
  const path = PATH_KEYS.map((key) => stringAt(document, key) ?? '').join(' ');
  const dateOfPath = findDate(DAY_IN_PATH.exec(path)?.[0] ?? '');
  const dateGenerated = findDate(datedBy(document, GENERATED_KEYS) ?? '');
  const language = languageTag(
    stringAt(document, 'lang') ?? stringAt(document, 'language') ?? stringAt(document, 'locale'),
  );
  const isMail = stringAt(document, 'id')?.startsWith('mail:') === true;
  const sender = isMail ? stringAt(document, 'source') : undefined;
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(dateOfPath !== undefined && { dateOfPath }),
    ...(dateGenerated !== undefined && { dateGenerated }),
    ...(language !== undefined && { language }),
    // The source of a mail is who sent it: its claims do not rest on that.
    ...(sender !== undefined && { sender }),
    sources: isMail ? [] : givenSources(document, lines),
  };
}

/** `2026-03-03-ferries-stop`, `/ferries/2026/03/03/`: the year first, as no number of anything else is written. */
const DAY_IN_PATH = /(?<!\d)(?:19|20)\d\d([-/_])\d{1,2}\1\d{1,2}(?!\d)/;

/** Where a site's generator puts a text. */
const PATH_KEYS = ['slug', 'permalink', 'path'];

/**
 * What keys call the day that a text was written on, beside `date` and `datetime`, in any case and with what goes with it:
 * `published_at`, `createdOn`, `publishDate`, `datePublished`. The first that holds a date counts: `published` may be `true`.
 */
const DATE_KEYS = [
  'publish',
  'published',
  'pub',
  'posted',
  'announced',
  'created',
  'updated',
  'edition',
  'day',
];
/** And the day that a program wrote it on, which may be the one after: the text's own counts before it. */
const GENERATED_KEYS = ['generated', 'timestamp', 'asof'];
const BESIDE_KEY = /[-_]|^date|(?:at|on|date(?:time)?)$/g;

function dateIn(document: Record<string, unknown>): string | undefined {
  return stringAt(document, 'date') ?? stringAt(document, 'datetime') ?? datedBy(document, DATE_KEYS);
}

/** What the first of these keys says that holds a date. */
function datedBy(document: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const dated = Object.keys(document).flatMap((key): [string, string][] => {
    const value = stringAt(document, key);
    return value !== undefined && dayOfMetadata(value) !== undefined
      ? [[key.toLowerCase().replace(BESIDE_KEY, ''), value]]
      : [];
  });
  return keys.map((key) => dated.find(([name]) => name === key)?.[1]).find((value) => value !== undefined);
}

function stringAt(document: Record<string, unknown>, key: string): string | undefined {
  const found = Object.keys(document).find((name) => name.toLowerCase() === key.toLowerCase());
  const value = found === undefined ? undefined : document[found];
  const words = value instanceof Date ? value.toISOString() : value;
  return (typeof words === 'string' && tidy(words)) || undefined;
}

/** `en_us` -> `en-US`; what is no BCP 47 tag is undefined. */
function languageTag(written: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(written?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
