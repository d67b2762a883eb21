import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { readMetadataLines } from './metadataLines.ts';
import type { Problem } from './model.ts';
import { tidy } from './plainTokens.ts';
import { lineRange } from './sourceText.ts';

/** What the reader takes from the metadata above a text; all other keys are left alone. */
export interface FrontMatter {
  readonly title?: string;
  readonly date?: string;
  readonly language?: string;
  /** The first line after it; 0 where there is no front matter. */
  readonly end: number;
  readonly problems: readonly Problem[];
}

/** A front matter longer than this is none: it bounds what the YAML parser is given. */
const MAX_LINES = 200;
const MAX_LENGTH = 64 * 1024;

const NONE: FrontMatter = { end: 0, problems: [] };

/**
 * Reads `---`, YAML, `---` at the very start of the lines, or metadata without a fence. Broken YAML is a problem, and
 * is no part of the text.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (!/^\ufeff?---\s*$/.test(lines[0] ?? '')) return unfenced(lines);
  const close = lines.slice(1, MAX_LINES + 1).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  // A lone `---` is a thematic break.
  if (close < 0) return NONE;
  const end = close + 2;
  const yaml = lines.slice(1, close + 1).join('\n');
  const broken: FrontMatter = {
    end,
    problems: [{ kind: 'frontMatter', range: lineRange(lines, 0, end) }],
  };
  if (yaml.length > MAX_LENGTH) return broken;
  try {
    // The failsafe schema makes strings of all scalars: `2025-08-19` stays as written.
    const document = isEmptyYaml(yaml) ? {} : load(yaml, { schema: FAILSAFE_SCHEMA });
    return isMapping(document) ? { ...pick(document), end, problems: [] } : broken;
  } catch {
    return broken;
  }
}

function unfenced(lines: readonly string[]): FrontMatter {
  const found = readMetadataLines(lines);
  if (!found) return NONE;
  const { values, end } = found;
  const known = { title: values.get('title') ?? values.get('subject'), date: values.get('date') };
  const language = values.get('lang') ?? values.get('language') ?? values.get('content-language');
  return { ...pick({ ...known, language }), end, problems: [] };
}

/** Nothing but blank lines and comments. */
function isEmptyYaml(yaml: string): boolean {
  return yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}

function isMapping(document: unknown): document is Record<string, unknown> {
  return typeof document === 'object' && document !== null && !Array.isArray(document);
}

/** Copies the known keys and nothing else: aliases and `__proto__` have no way in. */
function pick(document: Record<string, unknown>): Omit<FrontMatter, 'end' | 'problems'> {
  const title = stringAt(document, 'title');
  const date = stringAt(document, 'date');
  const language = languageTag(stringAt(document, 'lang') ?? stringAt(document, 'language'));
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
  };
}

function stringAt(document: Record<string, unknown>, key: string): string | undefined {
  const value = Object.hasOwn(document, key) ? document[key] : undefined;
  return (typeof value === 'string' && tidy(value)) || undefined;
}

/** `en_us` -> `en-US`; what is no BCP 47 tag is undefined. */
function languageTag(written: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(written?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
