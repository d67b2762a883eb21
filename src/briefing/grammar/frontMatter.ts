import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import { opensChat } from '../text/chat.ts';
import { findDate } from '../text/dates/date.ts';
import { dayOfMetadata } from '../text/dates/dayOfMetadata.ts';
import { type GivenSource, givenSources, isMapping } from './givenSources.ts';
import { languageTag } from '../text/languageTag.ts';
import { withoutTags } from './htmlTags.ts';
import { opensForwardedMail, withoutForwardMark } from '../text/mailFields.ts';
import { readMetadataLines } from '../text/metadataLines.ts';
import type { Problem } from '../model.ts';
import { groupBy } from '../../base/collections/groupBy.ts';
import { tidy } from '../../base/tidy.ts';
import { problem } from '../problems.ts';
import { isBlank, lineRange } from '../text/sourceText.ts';

/** The metadata above a text. All other keys are ignored. */
export interface FrontMatter {
  readonly title?: string;
  readonly date?: string;
  /** The day in the path at which the text is published. */
  readonly dateOfPath?: string;
  /** The day on which a program wrote the text. */
  readonly dateGenerated?: string;
  readonly language?: string;
  /** The sender, if it was a mail. */
  readonly sender?: string;
  /** The sources of the whole text. */
  readonly sources: readonly GivenSource[];
  /** Its first line, if that is not the first of the text: below a remark, or in a fence around the text. */
  readonly from?: number;
  /** The first line after it; 0 if there is no front matter. */
  readonly end: number;
  readonly problems: readonly Problem[];
}

/** Longer front matter is not parsed, which bounds the parser's work. In lines, and in UTF-16 units. */
const MAX_LINES = 200;
const MAX_LENGTH = 64 * 1024;

export const NO_FRONT_MATTER: FrontMatter = { sources: [], end: 0, problems: [] };

/**
 * The lines between which front matter is, and the parsers of the lines between them (`source`) or of all (`fenced`).
 */
interface Syntax {
  readonly open: RegExp;
  readonly close: RegExp;
  readonly read: (source: string, fenced: string) => unknown;
}

const SYNTAXES: readonly Syntax[] = [
  // The failsafe schema reads every scalar as a string: `2025-08-19` stays as written.
  {
    open: /^---\s*$/,
    // An HTML tag may follow right after it: `---<div>`.
    close: /^(?:---\s*(?:<[a-z][^<>]{0,400}>\s*)?|\.\.\.\s*)$/,
    read: (yaml) => (isEmptyYaml(yaml) ? {} : load(withNumbers(yaml), { schema: FAILSAFE_SCHEMA })),
  },
  { open: /^\+{3}\s*$/, close: /^\+{3}\s*$/, read: (toml) => parseToml(toml) },
  { open: /^\{\s*$/, close: /^\}\s*$/, read: (_, json) => JSON.parse(json) as unknown },
];

/**
 * Reads front matter at the very start of the lines (`---` YAML `---`, `+++` TOML `+++`, `{` JSON `}`), or metadata
 * without a fence. Broken front matter is a problem, and is not part of the text. A program that publishes a text may put
 * its own above the text's, which then only adds what the first does not say.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const found = frontMatterAt(lines, 0);
  const start = lines.findIndex((line, i) => i >= found.end && !isBlank(line));
  if (found.end === 0 || lines[start]?.trimEnd() !== '---') return found;
  const below = sureAt(lines, start);
  return { ...below, ...found, sources: [...found.sources, ...below.sources], end: below.end || found.end };
}

/** Number of lines at the start of a text, among which a forwarded mail may begin. */
const TOP = 12;

/**
 * Reads the header of a mail that somebody forwarded as text, below the line that says so and maybe a remark above that:
 * `FYI`, a blank line, `---------- Forwarded message ---------`, `From: …`, `Subject: …`.
 */
export function readForwardedHeader(lines: readonly string[]): FrontMatter {
  const from = lines.slice(0, TOP).findIndex(opensForwardedMail);
  const first = lines.findIndex((line, i) => i > from && !isBlank(line));
  if (from < 0 || first < 0) return NO_FRONT_MATTER;
  const found = unfenced(lines.map((line, i) => (i < first ? '' : line)));
  return found.title === undefined ? NO_FRONT_MATTER : { ...found, from };
}

/**
 * Reads front matter below blank lines and the remark of a language model. It has to have a title or a date, since `---`
 * may be a rule there.
 */
export function readFrontMatterBelow(lines: readonly string[]): FrontMatter {
  const first = lines.findIndex((line) => !isBlank(line));
  const below = opensChat(lines[first]?.trim() ?? '')
    ? lines.findIndex((line, i) => i > first && !isBlank(line))
    : first;
  const found = below < 1 ? NO_FRONT_MATTER : sureAt(lines, below);
  return found.end > 0 ? { ...found, from: below } : found;
}

/** Reads front matter at a line where `---` may be a rule: it has to have a title or a date. */
function sureAt(lines: readonly string[], start: number): FrontMatter {
  const found = frontMatterAt(lines, start);
  const isSure = found.problems.length === 0 && (found.title ?? found.date) !== undefined;
  return isSure ? found : NO_FRONT_MATTER;
}

function frontMatterAt(lines: readonly string[], start: number): FrontMatter {
  const first = (lines[start] ?? '').replace(/^\ufeff/, '');
  const syntax = SYNTAXES.find(({ open }) => open.test(first));
  if (!syntax) return unfenced(start === 0 ? lines : lines.map((line, i) => (i < start ? '' : line)));
  const close = lines.slice(start + 1, start + MAX_LINES + 1).findIndex((line) => syntax.close.test(line));
  // A lone `---` is a thematic break, and so is one above a heading: what is between it and the next one is text.
  if (close < 0 || beginsWithHeading(lines.slice(start))) return NO_FRONT_MATTER;
  const end = start + close + 2;
  const broken: FrontMatter = {
    sources: [],
    end,
    problems: [problem('bad-front-matter', lineRange(lines, start, end))],
  };
  const inside = lines.slice(start + 1, end - 1);
  const fenced = [first, ...lines.slice(start + 1, end)].join('\n');
  if (fenced.length > MAX_LENGTH) return broken;
  try {
    const document = syntax.read(inside.join('\n'), fenced);
    return isMapping(document) ? { ...pick(document, lines.slice(0, end)), end, problems: [] } : broken;
  } catch {
    const read = Object.fromEntries(inside.flatMap(simpleLine));
    return { ...broken, ...pick(read, lines.slice(0, end)) };
  }
}

/** `## Ferries` is a heading, but above keys it is a YAML comment. */
function beginsWithHeading(lines: readonly string[]): boolean {
  const first = lines.findIndex((line, i) => i > 0 && !isBlank(line));
  if (!HEADING.test(lines[first] ?? '')) return false;
  const below = lines.slice(first + 1, first + 1 + NEAR).find((line) => !/^\s*(?:#|$)/.test(line));
  return below === undefined || !KEY.test(below);
}

const HEADING = /^#{1,6}\s/;
const KEY = /^["']?[A-Za-z][\w-]{0,39}["']?\s*:/;
/** Maximum number of lines from a comment to the first key. */
const NEAR = 20;

/** Reads `title: Daily brief: ferries and bridges`, which is not YAML, but is meant to be. */
function simpleLine(line: string): [string, string][] {
  const [, key, value] = /^["']?([A-Za-z][\w-]{0,39})["']?\s*[:=]\s+(.+)$/.exec(line) ?? [];
  // A value that opens a bracket or a quotation without closing it would only be half of it.
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

/** The metadata of a document without front matter, from the keys of its JSON. Sources are looked for in `lines`. */
export function frontMatterOf(document: Record<string, unknown>, lines: readonly string[]): FrontMatter {
  return { ...pick(document, lines), end: 0, problems: [] };
}

/** A title without quotation marks or other YAML syntax. */
const PLAIN_TITLE = /^((?:title|subject):[ \t]+)([^\s"'[\]{}|>&*!%@`#].*)$/gim;

/** Quotes `title: Ferry Weekly #47`, because YAML takes the number for a comment. */
function withNumbers(yaml: string): string {
  return yaml.replace(PLAIN_TITLE, (line, key: string, value: string) => {
    const [title = ''] = value.split(/\s#(?!\d)/, 1);
    return /\s#\d/.test(title) ? `${key}'${title.trimEnd().replaceAll("'", "''")}'` : line;
  });
}

/** Whether there are only blank lines and comments. */
function isEmptyYaml(yaml: string): boolean {
  return yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}

/** Copies only the known keys: aliases and `__proto__` have no effect. */
function pick(
  document: Record<string, unknown>,
  lines: readonly string[],
): Omit<FrontMatter, 'end' | 'problems'> {
  const subject = stringAt(document, 'subject');
  const title = stringAt(document, 'title') ?? (subject && withoutForwardMark(subject));
  const date = dateIn(document);
  const path = PATH_KEYS.map((key) => stringAt(document, key) ?? '').join(' ');
  const dateOfPath = findDate(DAY_IN_PATH.exec(path)?.[0] ?? '');
  const dateGenerated = findDate(datedBy(document, GENERATED_KEYS) ?? '');
  const language = languageTag(
    stringAt(document, 'lang') ?? stringAt(document, 'language') ?? stringAt(document, 'locale') ?? '',
  );
  const isMail = stringAt(document, 'id')?.startsWith('mail:') === true;
  const sender = isMail ? stringAt(document, 'source') : undefined;
  return {
    ...(title !== undefined && { title: withoutTags(title) }),
    ...(date !== undefined && { date }),
    ...(dateOfPath !== undefined && { dateOfPath }),
    ...(dateGenerated !== undefined && { dateGenerated }),
    ...(language !== undefined && { language }),
    // The `source` of a mail is its sender. That is not a source of its claims.
    ...(sender !== undefined && { sender }),
    sources: isMail ? [] : givenSources(document, lines),
  };
}

/**
 * A date in a path, `2026-03-03-ferries-stop`, `/ferries/2026/03/03/`. The year comes first, so it cannot be mistaken
 * for other numbers.
 */
const DAY_IN_PATH = /(?<!\d)(?:19|20)\d\d([-/_])\d{1,2}\1\d{1,2}(?!\d)/;

/** Keys for the path at which a site generator publishes a text. */
const PATH_KEYS = ['slug', 'permalink', 'path'];

/**
 * Keys for the day on which a text was written, besides `date` and `datetime`, in any case and with the usual
 * additions: `published_at`, `createdOn`, `publishDate`, `datePublished`. The first with a date counts, because
 * `published` may be `true`.
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
/** Keys for the day on which a program wrote it. That may be the day after, so the text's own date comes first. */
const GENERATED_KEYS = ['generated', 'timestamp', 'asof'];
/** Keys for the date of a whole text: `briefing_date`. */
const DATE_OF_TEXT = /^(?:brief(?:ing)?|report|digest|news(?:letter)?|issue|edition|publication)[-_]?date$/i;
const BESIDE_KEY = /[-_]|^date|(?:at|on|date(?:time)?)$/g;

function dateIn(document: Record<string, unknown>): string | undefined {
  const named = Object.keys(document).find((key) => DATE_OF_TEXT.test(key)) ?? 'datetime';
  return stringAt(document, 'date') ?? stringAt(document, named) ?? datedBy(document, DATE_KEYS);
}

/** The value of the first of these keys that has a date. */
function datedBy(document: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const named = groupBy(Object.keys(document), (key) => key.toLowerCase().replace(BESIDE_KEY, ''));
  return keys
    .flatMap((name) => named.get(name) ?? [])
    .map((key) => stringAt(document, key))
    .find((value) => value !== undefined && dayOfMetadata(value) !== undefined);
}

function stringAt(document: Record<string, unknown>, key: string): string | undefined {
  const found = Object.keys(document).find((name) => name.toLowerCase() === key.toLowerCase());
  const value = found === undefined ? undefined : document[found];
  const words = value instanceof Date ? value.toISOString() : value;
  return (typeof words === 'string' && tidy(words)) || undefined;
}
