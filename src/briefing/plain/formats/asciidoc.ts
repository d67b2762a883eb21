import { fencedLines } from '../../text/fences.ts';

/** `= Title` or `=== Ferries`; not `== Ferries ==`, as a wiki has it. */
const HEADING = /^={1,5} .*[^=\s] *$/gm;
/** A mark that only AsciiDoc has, which is enough beside a single heading. */
const MACRO = /^link:https?:\/\/\S{1,300}\[/m;
/** An attribute, a numbered item or a link: `:toc: left`, `. Ferry`, `https://a.example[Ferry]`. */
const SIGN = /^[:.]+[ \w]|:\/\/\S{1,300}\[/m;
/** A listing, or HTML that is passed through. A rule of dashes has blank lines around it. */
const BLOCK = /^(([-+])\2{3,})\n(?!\n)((?:.*\n){1,400}?)(?<!\n\n)\1$/gm;

/** Writes the marks of AsciiDoc as Markdown's, line by line, if the text's headings and another mark are AsciiDoc's. */
export function withoutAsciidocMarks(lines: readonly string[]): readonly string[] {
  // A cheap first check: most texts have no such heading.
  if (!lines.some((line) => /^={2,5} /.test(line))) return lines;
  const text = lines.join('\n');
  const headings = text.match(HEADING)?.length ?? 0;
  if (headings < (MACRO.test(text) ? 1 : 2) || !SIGN.test(text) || /^##/m.test(text)) return lines;
  const written = text
    .replace(BLOCK, (block, _, mark: string, code: string) =>
      mark === '-' ? `~~~~\n${code}~~~~` : block.replace(/.+/g, ''),
    )
    .split('\n');
  const isCode = fencedLines(written);
  return written.map((line, i) => (isCode[i] ? line : asMarkdown(line)));
}

function asMarkdown(line: string): string {
  return (
    line
      // An attribute, a remark, a condition, the attributes of the block below, `[source,java]`, or the edge of one.
      .replace(/^(?:(?::[\w-]+:|\/\/|(?:end)?if\w*::).*|\[\[?[.a-z][^\s\]]*\]+|[=_*]{4,}|--)$/, '')
      // A line break, or what adds the text below to an item.
      .replace(/(?:^| )\+$/, '<br>')
      .replace(/^=+(?= )/, (marks) => '#'.repeat(marks.length))
      // The title of a paragraph: `.Ferry stops`.
      .replace(/^\.([^\s.].*)/, '**$1**  ')
      .replace(
        /^\s*([*.])(\1*) +/,
        (_, mark, more: string) => `${'   '.repeat(more.length)}${mark === '*' ? '-' : '1.'} `,
      )
      .replace(/(^|[\s(])\*(\S[^*`]*)\*(?![\w*])/g, '$1**$2**')
      .replace(/^'''$/, '***')
      .replace(
        /(?:link:|image::?)?(https?:\/\/[^\s[\]<>]{1,999})\[([^[\]=^]*)\]/g,
        (_, address: string, words: string) => `[${words || address}](<${address}>)`,
      )
  );
}
