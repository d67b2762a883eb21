import fs from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { REPO } from '../paths.ts';

/** `out/workbench.js:11420:26`; in the web worker host, with a scheme before it and a tag after the file name. */
const POSITION = /(?:[\w-]+:\/\/)?[^\s()]*workbench\.js(#vscode-extension)?:(\d+):(\d+)/;

/** The number of lines that the web worker host puts before the bundle, to make it a function. */
const WEB_HEAD = 2;

/**
 * Returns a function that maps the positions in the suite's lines from the bundle to the test files,
 * `at workbench.js:11420:26` -> `at test/workbench/a.test.ts:12:5`, and drops the frames of mocha and of our assert.
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
