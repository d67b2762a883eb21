import type { Structure } from '../briefing/structure/structure.ts';

/** What stands in code or in a comment is not part of what the text says. */
const HIDDEN = /(`+)(?!`).{0,2000}?(?<!`)\1(?!`)|<!--.{0,2000}?-->/g;

/** The lines of a text with code, comments and front matter blanked: every other character is where it was. */
export function writtenLines({ document }: Structure): readonly string[] {
  const { lines, frontMatter, blocks } = document;
  const hidden = new Set<number>();
  for (let line = 0; line < frontMatter.end; line++) hidden.add(line);
  for (const { tokens } of blocks)
    for (const { type, map } of tokens)
      if (map && (type === 'fence' || type === 'code_block'))
        for (let line = map[0]; line < map[1]; line++) hidden.add(line);
  return lines.map((line, at) => {
    if (hidden.has(at)) return '';
    return line.includes('`') || line.includes('<!--')
      ? line.replace(HIDDEN, (code) => ' '.repeat(code.length))
      : line;
  });
}
