import fs from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { REPO } from '../paths.ts';

/** `out/workbench.js:11420:26`, and in the web worker host the same with a scheme before and a tag behind. */
const POSITION = /(?:[\w-]+:\/\/)?[^\s()]*workbench\.js(#vscode-extension)?:(\d+):(\d+)/;

/** The web worker host puts the bundle into a function, whose head takes two lines. */
const WEB_HEAD = 2;

/**
 * Makes a reader of the suite's lines that tells the test file in place of the bundle,
 * `at workbench.js:11420:26` -> `at test/workbench/a.test.ts:12:5`, and leaves out the frames of mocha and of our assert.
 */
export function stackReader(bundle: string): (line: string) => string | undefined {
  const map = new SourceMap(JSON.parse(fs.readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload);
  return (line) => {
    const [position, web, row, column] = POSITION.exec(line) ?? [];
    if (position === undefined) return line;
    const entry = map.findEntry(Number(row) - 1 - (web === undefined ? 0 : WEB_HEAD), Number(column) - 1);
    if (!('originalSource' in entry)) return line;
    const source = path.relative(REPO, path.resolve(path.dirname(bundle), entry.originalSource));
    if (/node_modules|assertStrict/.test(source)) return undefined;
    return line.replace(position, `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
  };
}
