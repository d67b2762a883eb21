import { isBlank } from '../../text/sourceText.ts';

/** Two or more colons that begin or end a part of a page: `:::tip[Ferry stops]`, `::: tip Ferry stops`, `:::`. */
const CONTAINER =
  /^\s{0,20}:{3,10}\s{0,2}(?:([a-z][a-z-]{0,30})?(?:\[(.{1,400})\]|\s?\{[^{}]{0,400}\}|\s{1,2}(\S.{0,159}))?)?\s{0,20}$/i;
/** Where a table of contents is to be, `[TOC]`, `[[toc]]`, `[[_TOC_]]`, and the name of a place: `(ferries)=`. */
const PLACE = /^ {0,3}(?:\[(?:toc|\[_?toc_?\])\]|\([\w-]+\)=)\s*$/i;
/** The end of such a part, a remark or an import in MDX, or a place. */
const SITE_MARK = /^\s*(?::{3,10}\s*$|\{\/\*|import\s|\[\[?_?toc|\([\w-]+\)=)/i;
/** A remark in MDX that has its line to itself. */
const REMARK = /^\s*\{\/\*.{0,400}\*\/\}\s*$/;
/** `import Tabs from '@theme/Tabs';` */
const IMPORT = /^import\s(?:[\w$\s{},*]{1,200}\sfrom\s+)?(["'])[^"'\s]{1,200}\1\s*(?:;\s*)?$/;

/** Blanks the lines at the top of a text by which a page in MDX asks for its components. */
export function withoutImports(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => !isBlank(line) && !IMPORT.test(line));
  return lines.slice(0, Math.max(end, 0)).some((line) => line !== '')
    ? lines.map((line, i) => (i < end ? '' : line))
    : lines;
}

/** Whether a text has parts between `:::tip` and `:::`, remarks or imports in MDX, or places. Most have none. */
export function hasSiteMarks(lines: readonly string[]): boolean {
  return lines.some((line) => SITE_MARK.test(line));
}

/**
 * Returns what is shown of a line that is only a mark for a site generator: the title of a part, in bold, or nothing.
 * Undefined for any other line.
 */
export function shownOfSiteMark(line: string): string | undefined {
  if (REMARK.test(line) || PLACE.test(line) || (line.includes(' from ') && IMPORT.test(line))) return '';
  const [mark, , inBrackets, after = inBrackets] = CONTAINER.exec(line) ?? [];
  // `::: News :::` is a heading that is drawn.
  if (mark === undefined || after?.endsWith(':')) return undefined;
  return after === undefined || /[*_]/.test(after) ? (after ?? '') : `**${after}**`;
}
