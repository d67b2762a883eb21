import { isDateAlone } from '../../text/dates/date.ts';
import { withoutImports } from './siteMarks.ts';

/** The start of an element that a page does not show, or that holds a language model's thoughts before its answer. */
const OPEN = /^\s{0,3}<(script|style|think|thinking)(?:\s[^<>]{0,400})?>/i;

/** A declaration before a page: `<?xml version="1.0"?>`, `<!DOCTYPE html>`. */
const DECLARATION = /^\s{0,3}<(?:\?xml|!doctype)\s[^<>]{0,400}>\s*$/i;

/**
 * Blanks the lines of scripts, styles and thoughts that begin a line and are closed, of declarations before a page, of a
 * comment at the start, of what MDX imports there, and of a PGP signature; and what is said to Emacs.
 */
export function withoutHidden(written: readonly string[]): readonly string[] {
  const lines = withoutImports(
    withoutFields(withoutDirectives(withoutComment(withoutSignature(withoutMode(written))))),
  );
  const first = lines.findIndex((line) => line.trim() !== '' && !DECLARATION.test(line));
  const isDeclared = lines.slice(0, Math.max(first, 0)).some((line) => line !== '');
  if (!isDeclared && !lines.some((line) => OPEN.test(line))) return lines;
  const shown = [...lines];
  if (isDeclared) shown.fill('', 0, first);
  for (let i = 0; i < lines.length; i++) {
    const [, name] = OPEN.exec(lines[i] ?? '') ?? [];
    if (name === undefined) continue;
    const close = new RegExp(`</${name}\\s*>\\s*$`, 'i');
    let end = i;
    while (end < lines.length && !close.test(lines[end] ?? '')) end++;
    // If it is never closed, it would hide all that follows.
    if (end === lines.length) break;
    shown.fill('', i, end + 1);
    i = end;
  }
  return shown;
}

/** What tells Emacs how to show a file, on one of its first two lines: `-*- text -*-`, `-*- mode: org; coding: utf-8 -*-`. */
const MODE =
  /[\s;]{0,40}-\*-\s*(?:[a-z][a-z-]{0,20}|(?:[a-z][\w-]{0,30}:\s*[^\s;*]{1,40}[;\s]*){1,8})\s*-\*-\s*$/;

function withoutMode(lines: readonly string[]): readonly string[] {
  const at = lines.slice(0, 2).findIndex((line) => line.includes('-*-') && MODE.test(line));
  return at < 0 ? lines : lines.map((line, i) => (i === at ? line.replace(MODE, '') : line));
}

/** A comment of reStructuredText at the start of a text, such as a licence: `..` and indented lines. */
function withoutComment(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (lines[start]?.trimEnd() !== '..') return lines;
  const end = lines.findIndex((line, i) => i > start && /^\S/.test(line));
  return end < 0 ? lines : lines.map((line, i) => (i < end ? '' : line));
}

/** A field with metadata of a whole text, in reStructuredText and AsciiDoc: `:slug: ferries`, `:toc:`. */
const FIELD = /^:([a-z][\w -]{0,40}):(?:\s+(.*))?$/i;
/**
 * The names that only metadata has; one of several fields must have one. `:boat: It stops` begins with the name of an
 * emoji.
 */
const SETTING = /^(?:slug|date|modified|revdate|tags|category|lang|toc|icons|doctype|(?:page|url)-.+)$/;
/** Number of lines at the start of a text that may be such fields. */
const TOP = 20;

/** Removes two or more such fields on their own at the top of a text, but keeps a date. */
function withoutFields(lines: readonly string[]): readonly string[] {
  const from = lines.slice(0, TOP).findIndex((line) => FIELD.test(line));
  if (from < 0) return lines;
  const rest = lines.slice(from).findIndex((line) => !FIELD.test(line));
  const to = rest < 0 ? lines.length : from + rest;
  if (to - from < 2 || (lines[to] ?? '').trim() !== '') return lines;
  const names = lines.slice(from, to).map((line) => FIELD.exec(line)?.[1] ?? '');
  if (!names.some((name) => SETTING.test(name))) return lines;
  return lines.map((line, i) => {
    if (i < from || i >= to) return line;
    const [, , said = ''] = FIELD.exec(line) ?? [];
    return isDateAlone(said) ? said : '';
  });
}

/** A directive of reStructuredText, `.. post:: 3 March 2026`, with options below it, `   :author: Ann`. */
const DIRECTIVE = /^\.\. [a-z][a-z-]{0,30}::\s*(.*)$/i;
const OPTION = /^\s{2,}:[a-z][a-z -]{0,30}:(?:\s|$)/i;

/**
 * Removes directives that have nothing but options, but keeps a date. Between Markdown's fences, a directive is an
 * example.
 */
function withoutDirectives(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.startsWith('.. ') && DIRECTIVE.test(line))) return lines;
  if (lines.some((line) => line.startsWith('```'))) return lines;
  const shown = [...lines];
  lines.forEach((line, i) => {
    const [, said] = DIRECTIVE.exec(line) ?? [];
    let end = i + 1;
    while (said !== undefined && OPTION.test(lines[end] ?? '')) end++;
    if (said === undefined || end === i + 1 || (lines[end] ?? '').trim() !== '') return;
    shown.fill('', i, end);
    if (isDateAlone(said)) shown[i] = said;
  });
  return shown;
}

const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----';
const SIGNATURE = /^-----BEGIN PGP SIGNATURE-----\s*$/;
const SIGNATURE_END = /^-----END PGP SIGNATURE-----\s*$/;
/** A header of a PGP signature; any other such line belongs to the text. */
const SIGNED_HEAD = /^(?:Hash|Charset|Comment|Version|NotDashEscaped): /;
/** The escape before a line of a signed text that begins with a dash. */
const ESCAPED = /^- (?=-)/;

/** Returns a text that PGP has signed as it was before, with blank lines for the signature. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  // Between fences, it is an example to be copied.
  const from = lines.findIndex(
    (line, i) => line.startsWith(SIGNED) && !/^\s*(?:```|~~~)/.test(lines[i - 1] ?? ''),
  );
  const sign = from < 0 ? -1 : lines.findIndex((line, i) => i > from && SIGNATURE.test(line));
  const end = sign < 0 ? -1 : lines.findIndex((line, i) => i > sign && SIGNATURE_END.test(line));
  if (end < 0) return lines;
  let body = from + 1;
  while (SIGNED_HEAD.test(lines[body] ?? '')) body++;
  return lines.map((line, i) => {
    if (i < from || i > end) return line;
    return i < body || i >= sign ? '' : line.replace(ESCAPED, '');
  });
}
