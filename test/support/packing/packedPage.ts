/** The parts of a page for those who have the repository: how it is built and tested. */
const FOR_REPOSITORY = /<!-- repository -->[^]*?<!-- \/repository -->\n*/g;

const LINK = /(!?)\[([^\][]*)\]\(([^)\s]+)\)/g;
const BRACKETED = new RegExp(` \\(${LINK.source}\\)`, 'g');

/** Removes the parts of a page that are only for those who have the repository. */
export function forReaders(page: string): string {
  return page.replace(FOR_REPOSITORY, '');
}

/**
 * Removes pictures and links to other files from a page for a package with an unknown repository, where they would be
 * dead. A link with its own words is replaced by them, and one in brackets is removed. If a link's words are its file,
 * its sentence exists only to refer to that file: it is removed, and so is a heading with nothing left below it.
 */
export function withoutDeadLinks(page: string): string {
  let isCode = false;
  const lines = page.split('\n').flatMap((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return isCode ? [line] : withoutPointers(withoutWordedLinks(line));
  });
  return withoutEmptySections(lines)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function withoutWordedLinks(line: string): string {
  const bare = line.replace(BRACKETED, (all, _image: string, _words: string, address: string) =>
    isDead(address) ? '' : all,
  );
  return bare.replace(LINK, (all, image: string, words: string, address: string) =>
    isDead(address) && image === '' && !address.startsWith(words.replaceAll('`', '')) ? words : all,
  );
}

/** A line without the sentences that still have a dead link or picture; empty if nothing else is left. */
function withoutPointers(line: string): string[] {
  if (!hasDeadLink(line)) return [line];
  const [, mark = '', text = ''] = /^(\s*(?:[-*]|\d+\.)?\s*)(.*)$/.exec(line) ?? [];
  const sentences = text.split(/(?<=[.?!][*_’”)]*)\s+(?=[\p{Lu}[*_“`])/u);
  const left = sentences.filter((sentence) => !hasDeadLink(sentence));
  return left.length === 0 ? [] : [mark + left.join(' ')];
}

function hasDeadLink(text: string): boolean {
  return [...text.matchAll(LINK)].some(([, , , address = '']) => isDead(address));
}

/** Whether an address is relative, and so leads to a file next to the page. */
function isDead(address: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|#)/i.test(address);
}

function withoutEmptySections(lines: readonly string[]): string[] {
  const left: string[] = [];
  for (const line of lines) {
    const level = levelOf(line);
    while (level > 0) {
      const last = left.findLastIndex((one) => one.trim() !== '');
      if (levelOf(left[last] ?? '') < level) break;
      left.length = last;
    }
    left.push(line);
  }
  const last = left.findLastIndex((one) => one.trim() !== '');
  return levelOf(left[last] ?? '') > 0 ? [...withoutEmptySections(left.slice(0, last)), ''] : left;
}

/** `## Reading` -> 2; 0 for a line that is not a heading. */
function levelOf(line: string): number {
  return /^(#{1,6}) /.exec(line)?.[1]?.length ?? 0;
}
