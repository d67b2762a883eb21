import { isPlainText } from '../plain/plainText.ts';
import { readMetadataLines } from '../text/metadataLines.ts';
import { escapeHeadingEnd, splitLines } from '../text/sourceText.ts';
import { type Run, writeRuns } from './writeRuns.ts';
import { writeCode, writeItem, writeQuotation, writeRow } from './writeMarkdown.ts';

/** No list of Markdown counts on. */
const HIGHEST = 999_999_999;

/** A text as who read it elsewhere found it, in HTML or in a mail: what is to be Markdown. */
export type Part =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  /** With a `start` it is numbered. */
  | { readonly kind: 'list'; readonly start?: number; readonly items: readonly (readonly Part[])[] }
  | { readonly kind: 'quotation'; readonly parts: readonly Part[] }
  | { readonly kind: 'code'; readonly text: string }
  /** Its first row names the columns. All rows have as many cells. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: 'rule' };

/** Writes Markdown in which all words mean themselves, whatever marks are in them; it ends in a line's end, or is empty. */
export function composeMarkdown(parts: readonly Part[]): string {
  const markdown = new PartWriter(false).parts(parts);
  if (!isPlainText(splitLines(markdown))) return finished(markdown);
  return finished(withEntities(new PartWriter(true).parts(parts)));
}

/**
 * Markdown as a text of its own. A text that has no marks of Markdown is read as plain text, in which a backslash is a
 * backslash: an entity is read in both; and where a line ends, it ends.
 */
export function asWhole(markdown: string): string {
  return finished(isPlainText(splitLines(markdown)) ? withEntities(markdown) : markdown);
}

function withEntities(markdown: string): string {
  return markdown
    .replace(/\\\n/g, '\n')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`);
}

/** What stands first must not be taken for metadata, or all of it for JSON. */
function finished(markdown: string): string {
  if (markdown === '') return '';
  const text = markdown.replace(/^\{/, '&#123;');
  const isMetadata = readMetadataLines(splitLines(text)) !== undefined;
  return `${isMetadata ? text.replace(/^([A-Za-z][A-Za-z-]*):/m, '$1&#58;') : text}\n`;
}

class PartWriter {
  readonly #isPlain: boolean;

  /** Where it is to be read as plain text, code is read as it is anywhere else: with its backslashes. */
  constructor(isPlain: boolean) {
    this.#isPlain = isPlain;
  }

  parts(parts: readonly Part[]): string {
    return parts
      .map((part) => this.#part(part))
      .filter(Boolean)
      .join('\n\n');
  }

  #part(part: Part): string {
    switch (part.kind) {
      case 'paragraph':
        return this.#lines(part.runs).join('\\\n');
      case 'heading':
        return `${'#'.repeat(part.level)} ${escapeHeadingEnd(this.#lines(part.runs).join(' '))}`;
      case 'quotation':
        return writeQuotation(this.parts(part.parts));
      case 'list':
        return part.items
          .map((item, at) => writeItem(markOf(part.start, at), this.parts(item.map(inItem))))
          .join('\n');
      case 'table':
        return this.#table(part.rows);
      case 'code':
        return writeCode({ content: part.text, info: '' });
      case 'rule':
        return '***';
    }
  }

  #table(rows: readonly (readonly (readonly Run[])[])[]): string {
    const lines = rows.map((row) => writeRow(row.map((runs) => this.#lines(runs).join(' '))));
    const rule = writeRow((rows[0] ?? []).map(() => '---'));
    return [lines[0], rule, ...lines.slice(1)].join('\n');
  }

  #lines(runs: readonly Run[]): readonly string[] {
    return writeRuns(this.#isPlain ? runs.map((run) => ({ ...run, isCode: false })) : runs);
  }
}

/** Below an item's first line, a bold one of its own would be read as a heading. */
function inItem(part: Part, at: number): Part {
  if (at === 0 || part.kind !== 'paragraph' || !part.runs.every(({ isStrong }) => isStrong)) return part;
  return { ...part, runs: part.runs.map((run) => ({ ...run, isStrong: false })) };
}

function markOf(start: number | undefined, at: number): string {
  return start === undefined ? '- ' : `${Math.min(start + at, HIGHEST)}. `;
}
