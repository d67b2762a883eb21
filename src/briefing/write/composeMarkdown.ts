import { joinFilled } from '../../base/joinFilled.ts';
import { isPlainText } from '../plain/isPlainText.ts';
import { readMetadataLines } from '../text/metadataLines.ts';
import { escapeHeadingEnd, splitLines } from '../text/sourceText.ts';
import { type Run, writeRuns } from './writeRuns.ts';
import { writeCode, writeItem, writeQuotation, writeRow } from './writeMarkdown.ts';

/** Maximum number of an item in a Markdown list. */
const HIGHEST = 999_999_999;

/** A part of a text in HTML or in a mail, to be written as Markdown. */
export type Part =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** `kicker`: the topic in a line above it. */
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly runs: readonly Run[];
      readonly kicker?: readonly Run[];
    }
  /** Numbered if it has a `start`. */
  | {
      readonly kind: 'list';
      readonly start?: number | undefined;
      readonly items: readonly (readonly Part[])[];
    }
  | { readonly kind: 'quotation'; readonly parts: readonly Part[] }
  | { readonly kind: 'code'; readonly text: string }
  /** The first row has the names of the columns. All rows have the same number of cells. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: 'rule' };

/** Writes parts as Markdown in which all words mean only themselves. The result ends in a line ending, or is empty. */
export function composeMarkdown(parts: readonly Part[]): string {
  const markdown = new PartWriter(false).parts(parts);
  if (!isPlainText(splitLines(markdown))) return finished(markdown);
  return finished(withEntities(new PartWriter(true).parts(parts)));
}

/**
 * Makes Markdown a text of its own. A text without marks of Markdown is read as plain text, where a backslash is
 * literal: then escapes become entities, which are read in both, and lines end without a backslash.
 */
export function asWhole(markdown: string): string {
  return finished(isPlainText(splitLines(markdown)) ? withEntities(markdown) : markdown);
}

function withEntities(markdown: string): string {
  return markdown
    .replace(/\\\n/g, '\n')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`);
}

/** The beginning must not be read as metadata, nor the whole as JSON. */
function finished(markdown: string): string {
  if (markdown === '') return '';
  const text = markdown.replace(/^\{/, '&#123;');
  const isMetadata = readMetadataLines(splitLines(text)) !== undefined;
  return `${isMetadata ? text.replace(/^([A-Za-z][A-Za-z-]*):/m, '$1&#58;') : text}\n`;
}

class PartWriter {
  readonly #isPlain: boolean;

  /** `isPlain`: whether the result will be read as plain text, in which code is written like other words. */
  constructor(isPlain: boolean) {
    this.#isPlain = isPlain;
  }

  parts(parts: readonly Part[]): string {
    return joinFilled(
      parts.map((part) => this.#part(part)),
      '\n\n',
    );
  }

  #part(part: Part): string {
    switch (part.kind) {
      case 'paragraph':
        return this.#lines(part.runs).join('\\\n');
      case 'heading':
        return `${part.kicker ? `${this.#lines(part.kicker).join(' ')}\n` : ''}${'#'.repeat(part.level)} ${escapeHeadingEnd(this.#lines(part.runs, false).join(' '))}`;
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
    const lines = rows.map((row) => writeRow(row.map((runs) => this.#lines(runs, false).join(' '))));
    const rule = writeRow((rows[0] ?? []).map(() => '---'));
    return [lines[0], rule, ...lines.slice(1)].join('\n');
  }

  #lines(runs: readonly Run[], isStart = true): readonly string[] {
    return writeRuns(this.#isPlain ? runs.map((run) => ({ ...run, isCode: false })) : runs, isStart);
  }
}

/** A bold paragraph below an item's first line would be read as a heading, so it is not written in bold. */
function inItem(part: Part, at: number): Part {
  if (at === 0 || part.kind !== 'paragraph' || !part.runs.every(({ isStrong }) => isStrong)) return part;
  return { ...part, runs: part.runs.map((run) => ({ ...run, isStrong: false })) };
}

function markOf(start: number | undefined, at: number): string {
  return start === undefined ? '- ' : `${Math.min(start + at, HIGHEST)}. `;
}
