/** The end of a text and the beginning of the next of its name: `{{% /news %}}`, `{{% news %}}`. */
const NEXT = /^\{\{. *\/ *([\w-]+)\b.*\s*\{\{. *\1 /gm;
/** A text between a shortcode of Hugo and its end, each alone on its line: `{{% event "A" %}}`, `{{% /event %}}`. */
const TEXT = /^\{\{[%<] *([\w-]+)( .*)\}\} *\n((?:(?!#|\{\{. *\/).*\n){1,99}?)\{\{. *\/ *\1 .*\}\} *$/gm;

/**
 * Writes texts between shortcodes as items, line for line, if two of one name are one below the other:
 * `{{% news %}}` / `The ferry stops.` / `{{% /news %}}`. A title is the first line of its item.
 */
export function withShortcodeItems(lines: readonly string[]): readonly string[] {
  // A cheap first check: most texts have none.
  if (!lines.some((line) => line.startsWith('{{'))) return lines;
  const text = lines.join('\n');
  // Between fences, they are examples.
  if (text.includes('\n```')) return lines;
  const several = new Set(Array.from(text.matchAll(NEXT), ([, name]) => name));
  return text
    .replace(TEXT, (written, name: string, parameters: string, words: string) => {
      // What begins with a mark is a list or a part of a page, and no story.
      if (!several.has(name) || /^\s*(?:[>|<]|[-*+] |\d+[.)] )/.test(words)) return written;
      const title = / (?:title=)?"(?!http)((?:[^"\\]|\\.)+)"/.exec(parameters)?.[1];
      const source = / (?:link=|url=|href=)?"?(http[^\s"<>]+)/.exec(parameters)?.[1];
      const inside = words.replace(/^(?=.)/gm, '  ');
      const item = title === undefined ? `\n${inside.replace('  ', '- ')}` : `- **${title}**  \n${inside}`;
      return source === undefined ? item : `${item}  - <${source}>`;
    })
    .split('\n');
}
