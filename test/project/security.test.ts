import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../support/paths.ts';

const THREATS = Array.from({ length: 54 }, (_, i) => i + 1);

const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8');

/** Why an entry such as `test/….test.ts`: title, or `test/fixtures/….txt`: title of a case, names no test; or undefined. */
function faultOf(entry: string): string | undefined {
  const [, file = '', title = ''] = /^`(test\/[\w/.]+\.(?:test\.ts|txt))`: (.+)$/.exec(entry.trim()) ?? [];
  if (file === '' || title === '') return `This names no test: ${entry}`;
  if (!fs.existsSync(path.join(REPO, file))) return `There is no ${file}.`;
  const isThere = file.endsWith('.txt')
    ? read(file).split('\n').includes(title)
    : ["'", '`'].some((quote) => read(file).includes(`it(${quote}${title}${quote}`));
  return isThere ? undefined : `There is no test “${title}” in ${file}.`;
}

describe('The list of threats', () => {
  const rows = [...read('docs/security.md').matchAll(/^\| *(\d+) *\|(.+)\|(.+)\|(.+)\|$/gm)].map(
    ([, number, threat = '', defence = '', tests = '']) => ({
      number: Number(number),
      threat,
      defence,
      tests,
    }),
  );

  it('has each of them once, with the defense', () => {
    assert.deepEqual(
      rows.map(({ number }) => number),
      THREATS,
    );
    for (const { number, threat, defence } of rows)
      assert.ok(threat.trim() !== '' && defence.trim() !== '', `${number}`);
  });

  it('names existing tests for each', () => {
    for (const { number, tests } of rows)
      for (const entry of tests.split('<br>')) assert.equal(faultOf(entry), undefined, `${number}`);
  });

  it('has all code that opens something outside VS Code in two files', () => {
    const files = fs.readdirSync(path.join(REPO, 'src'), { recursive: true, encoding: 'utf8' });
    const opening = files.filter(
      (file) => file.endsWith('.ts') && read(`src/${file}`).includes('env.openExternal('),
    );
    const expected = ['commands/share/exportDialog', 'links/openExternal'].map(
      (name) => `workbench/${name}.ts`,
    );
    assert.deepEqual(opening.map((file) => file.replaceAll('\\', '/')).sort(), expected);
  });
});

describe('SECURITY.md', () => {
  const text = read('SECURITY.md');

  it('names an existing test for each promise', () => {
    const promises = [...text.matchAll(/^\| (.+?) *\| (`test.+?) *\|$/gm)];
    assert.ok(promises.length >= 12, `${promises.length}`);
    for (const [, promise, test = ''] of promises) assert.equal(faultOf(test), undefined, promise);
  });

  it('says what is not promised, and how to report a problem without an address', () => {
    assert.match(text, /\*\*DNS rebinding\.\*\*/);
    assert.match(text, /Report a vulnerability/);
    assert.doesNotMatch(text, /@|https?:/);
  });
});
