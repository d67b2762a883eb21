import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from './paths.ts';

/**
 * Tests that are pairs of texts: each case of test/fixtures/<name>.txt, or of all files if it is a folder, is a test,
 * in which `run` makes the output of the input. A file has cases with a blank line between them:
 *
 *     the title of a case, which says what is shown
 *     .
 *     the input, of any number of lines
 *     .
 *     the output
 *     .
 *
 *     the title of a table, each row of which is a case
 *     input ⇒ output
 *     another input ⇒ its output, or nothing
 *
 * A line break in a row is `⏎`, and a character that cannot be seen is its number: `{U+200B}`.
 */
export function fixtureCases(name: string, run: (input: string, title: string) => string | Promise<string>) {
  const found = path.join(REPO, 'test/fixtures', name);
  for (const file of fs.existsSync(found) ? fs.readdirSync(found) : [])
    describe(path.parse(file).name, () => {
      fixtureCases(`${name}/${path.parse(file).name}`, run);
    });
  if (!fs.existsSync(found))
    for (const [at, title, input, output] of casesIn(`${name}.txt`, fs.readFileSync(`${found}.txt`, 'utf8')))
      it(`${title} (${at})`, async () => {
        assert.equal(await run(seen(input), title), seen(output));
      });
}

const LINES = '((?:(?!\\.\\n).*\\n)*)';
const CASE = `(?!\\.\\n)(.+)\\n(?:\\.\\n${LINES}\\.\\n${LINES}\\.|(.+(?:\\n.+)*))(?:\\n\\n|\\n?$)`;

function* casesIn(file: string, written: string): Generator<[string, string, string, string]> {
  const text = written.replaceAll('\r\n', '\n');
  const next = new RegExp(CASE, 'y');
  do {
    const line = text.slice(0, next.lastIndex).split('\n').length;
    const [, title, input = '', output = '', rows] = next.exec(text) ?? [];
    assert.ok(
      title,
      `${file}:${line}: a case is a title, “.”, input, “.”, output and “.”, or a title and rows`,
    );
    if (!rows) yield [`${file}:${line}`, title, input.slice(0, -1), output.slice(0, -1)];
    for (const [i, row] of rows?.split('\n').entries() ?? []) {
      const [, from, to = ''] = /^(.+?) ⇒(?: (.*))?$/.exec(row) ?? [];
      assert.ok(from, `${file}:${line + i + 1}: a row is “input ⇒ output”`);
      yield [`${file}:${line + i + 1}`, `${title}: ${from}`, from, to];
    }
  } while (next.lastIndex < text.length);
}

function seen(text: string): string {
  return text.replace(/⏎|{U\+(\w+)}/g, (_, hex?: string) => String.fromCodePoint(parseInt(hex ?? 'A', 16)));
}
