import { isMostlyDate } from '../../text/dates/date.ts';
import { fencedLines } from '../../text/fences.ts';
import { isBlank } from '../../text/sourceText.ts';
import { unindent } from './admonitions.ts';

/** A comment of reStructuredText at the start of a text, such as a licence: `..` and indented lines. */
export function withoutComment(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => !isBlank(line));
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
export function withoutFields(lines: readonly string[]): readonly string[] {
  const from = lines.slice(0, TOP).findIndex((line) => FIELD.test(line));
  if (from < 0) return lines;
  const rest = lines.slice(from).findIndex((line) => !FIELD.test(line));
  const to = rest < 0 ? lines.length : from + rest;
  if (to - from < 2 || !isBlank(lines[to])) return lines;
  const names = lines.slice(from, to).map((line) => FIELD.exec(line)?.[1] ?? '');
  if (!names.some((name) => SETTING.test(name))) return lines;
  return lines.map((line, i) => {
    if (i < from || i >= to) return line;
    const [, , said = ''] = FIELD.exec(line) ?? [];
    return isMostlyDate(said) ? said : '';
  });
}

/**
 * A directive of reStructuredText, `.. post:: 3 March 2026`, with options below it, `   :author: Ann`; also one that
 * defines a mark, `.. |map| image:: map.png`.
 */
const DIRECTIVE = /^\.\. (?:\|[^|]{1,60}\| )?[a-z][a-z-]{0,30}::(?!\S)\s*(.*)$/i;
const OPTION = /^\s{2,}:[a-z][a-z= -]{0,30}:(?:\s|$)/i;
/** A line that continues an option. */
const DEEPER = /^\s{4,}\S/;

/** The indentation of text below a directive that Markdown would read as code. */
const INDENT = 4;

/** What is not shown behind the name of a directive: a file, a format, or nothing. */
const SETTING_WORD = /^(?![A-Z])[\w./:#+-]*$/;

/**
 * Removes the marks of directives: of one without options, its words stay, `.. note:: The crane is shut.`, but for those
 * of pictures and of tables of contents; of any other, only a date. Between Markdown's fences, a directive is an example.
 */
export function withoutDirectives(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.startsWith('.. ') && DIRECTIVE.test(line))) return lines;
  const fenced = fencedLines(lines);
  const shown = [...lines];
  lines.forEach((line, i) => {
    if (fenced[i]) return;
    const [, said] = DIRECTIVE.exec(line) ?? [];
    let end = i + 1;
    while (
      said !== undefined &&
      (OPTION.test(lines[end] ?? '') || (end > i + 1 && DEEPER.test(lines[end] ?? '')))
    )
      end++;
    if (said === undefined || /^(?!\.\. )\S/.test(lines[end] ?? '')) return;
    shown.fill('', i, end);
    const isHidden =
      end > i + 1 || SETTING_WORD.test(said) || /^\.\. (?:\||contents|figure|image)/.test(line);
    if (!isHidden || isMostlyDate(said)) shown[i] = said;
    // Below a blank line, Markdown would read text that is indented by four spaces as code.
    if (!line.startsWith('.. code')) unindent(shown, end, INDENT, INDENT);
  });
  return shown;
}

/**
 * A target without a name, `__ https://a.example`, and a link to it, whose words may go on in the next line:
 * `` `Ferry stops`__ `` or `Ferry__`.
 */
const ANONYMOUS = /^__ +(?=http)|`([^`]+)`__|(\w)__(?=\s)/gm;
/** A link to another page of the same site: `` :doc:`Ferry stops <ferries/stop>` ``. */
const ROLE = /(?<![\w:`]):[a-z]+:`([^`<>]{1,300}?) ?<[^`<>\s]{1,300}>`/g;

/**
 * Removes the marks of targets without names, the sources of what is above them, and of the links to them; and those of
 * links to other pages, if the text has anything like a target.
 */
export function withoutLinkMarks(lines: readonly string[]): readonly string[] {
  const begins = (mark: string) => lines.some((line) => line.startsWith(mark));
  const [hasTargets, hasMarks] = [begins('__ http'), begins('.. ')];
  if (!hasTargets && !hasMarks) return lines;
  const text = lines.join('\n');
  const shown = hasMarks ? text.replace(ROLE, '$1') : text;
  return (hasTargets ? shown.replace(ANONYMOUS, '$1$2') : shown).split('\n');
}
