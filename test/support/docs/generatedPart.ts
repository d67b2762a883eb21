import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { REPO } from '../paths.ts';

/** Replaces the generated part of a page, such as between `<!-- figures -->` and `<!-- /figures -->`. */
export async function writePart(page: string, name: string, part: string): Promise<void> {
  const file = path.join(REPO, page);
  const text = withPart(fs.readFileSync(file, 'utf8'), name, part);
  fs.writeFileSync(file, await asMarkdown(text));
}

/** @throws if the page has no such part. */
export function withPart(text: string, name: string, part: string): string {
  const [begin, end] = marks(name);
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no part between ${begin} and ${end}.`);
  return `${text.slice(0, from)}${begin}\n\n${part}\n\n${text.slice(to)}`;
}

/** The current content of a generated part; '' if there is none. */
export function partOf(text: string, name: string): string {
  const [begin, end] = marks(name);
  const [, after = ''] = text.split(begin);
  return after.includes(end) ? (after.split(end)[0] ?? '').trim() : '';
}

/** Formats Markdown with Prettier, as all pages are. */
export async function asMarkdown(text: string): Promise<string> {
  const options = await prettier.resolveConfig(path.join(REPO, 'README.md'));
  return prettier.format(text, { ...options, parser: 'markdown' });
}

function marks(name: string): readonly [begin: string, end: string] {
  return [`<!-- ${name} -->`, `<!-- /${name} -->`];
}
