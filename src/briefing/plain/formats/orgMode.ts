import { safeUrl } from '../../text/links/safeUrl.ts';
import { isBlank } from '../../text/sourceText.ts';

/** A keyword of Emacs’ Org mode at the top of a text: `#+TITLE: Morning brief`. */
const KEYWORD = /^#\+(?:title|author|date|email|language|options|startup|filetags)\s*:/i;
const MAX_LINES = 20;
/** What only Org mode has: a drawer, a block, `[[https://a.example][Ferry]]`. It is enough below such headings. */
const SIGN = /^(?::properties:|#\+begin_)|\[\[http[^[\]\s]+\]\[/i;

const HEADING = /^(\*{1,5})\s+(?:(?:TODO|DONE)\s+)?(\S.*?)(?<=\S)(?:\s+:[\w@:]+:)?\s*$/;
/** A line of a drawer, `:PROPERTIES:`, `:SOURCE: https://a.example`, `:END:`. */
const PROPERTY = /^\s*:([A-Za-z][\w-]*):(?:\s+(\S.*))?$/;
const FENCE = /^\s*#\+(?:begin|end)_(?:src|example)(?:\s+(\w+))?.*$/i;
/** `=ferry=` or `~ferry~` */
const CODE = /(?<!\S)([=~])(\S[^=~`]*)\1(?!\w)/g;
const LINK = /\[\[([^[\]\s]{1,2000})\](?:\[([^[\]]{1,300})\])?\]/g;
/** A link whose name goes on in the next line, as editors fill paragraphs. */
const BROKEN_LINK = /\[\[([^[\]\s]{1,2000})\]\[([^[\]\n]{0,300}\n[^[\]\n]{1,300})\]\]/g;
const KEYWORD_LINE = /^\s*#\+/;
const COMMENT = /^\s*#(?:\+|\s|$)/;
/** `- Gold :: 2,310` */
const TERM = /^(\s*[-+]\s+)(\S.{0,80}?)\s+::\s+(?=\S)/;
const ITEM = /^\s*(?:[-+]|\d{1,3}[.)])\s/;

/** Writes the marks of Org mode as Markdown's, line for line. */
export function withoutOrgMarks(lines: readonly string[], top: readonly string[]): readonly string[] {
  if (!isOrgMode(lines, top)) return lines;
  // Without headings of Org mode, `# Ferries` is one of Markdown, and not a comment.
  const hidden = lines.some((line) => HEADING.test(line)) ? COMMENT : KEYWORD_LINE;
  let inList = false;
  let isCode = false;
  const shown = lines.map((line) => {
    const fence = FENCE.exec(line);
    if (fence) isCode = !isCode;
    if (fence) return `\`\`\`${fence[1] ?? ''}`;
    if (isCode) return line;
    if (hidden.test(line)) return '';
    const [, stars, title = ''] = HEADING.exec(line) ?? [];
    if (stars !== undefined || isBlank(line)) inList = false;
    if (stars !== undefined) return `${stars.replaceAll('*', '#')}# ${withLinks(title)}`;
    if (PROPERTY.test(line)) return line.replace(PROPERTY, sourceOf);
    inList ||= ITEM.test(line);
    const words = inList ? line.replace(TERM, '$1**$2:** ') : line.trimStart();
    return withLinks(words);
  });
  return shown.join('\n').replace(BROKEN_LINK, asMarkdown).split('\n');
}

/** Whether a keyword of Org mode is at the top, or the text has headings in headings of it and another of its signs. */
function isOrgMode(lines: readonly string[], top: readonly string[]): boolean {
  return (
    top.slice(0, MAX_LINES).some((line) => line.startsWith('#+') && KEYWORD.test(line)) ||
    (lines.some((line) => line.startsWith('** ')) && lines.some((line) => SIGN.test(line)))
  );
}

/** A property with an address is a source; the others are data of a program. */
function sourceOf(_: string, key: string, value = ''): string {
  return safeUrl(value.trim()) ? `${key.charAt(0)}${key.slice(1).toLowerCase()}: ${value}` : '';
}

function withLinks(written: string): string {
  const words = written.replace(CODE, '`$2`');
  return words.includes('[[') ? words.replace(LINK, asMarkdown) : words;
}

function asMarkdown(link: string, target: string, name?: string): string {
  if (!safeUrl(target)) return name ?? link;
  return name === undefined ? `<${target}>` : `[${name}](<${target}>)`;
}
