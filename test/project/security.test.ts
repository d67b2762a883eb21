import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../support/paths.ts';

const THREATS = Array.from({ length: 54 }, (_, i) => i + 1);

describe('The list of threats', () => {
  const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8');
  const rows = [...read('docs/security.md').matchAll(/^\| *(\d+) *\|(.+)\|(.+)\|(.+)\|$/gm)].map(
    ([, number, threat = '', defence = '', tests = '']) => ({
      number: Number(number),
      threat,
      defence,
      tests,
    }),
  );

  it('has each of them once, with what is done about it', () => {
    assert.deepEqual(
      rows.map(({ number }) => number),
      THREATS,
    );
    for (const { number, threat, defence } of rows)
      assert.ok(threat.trim() !== '' && defence.trim() !== '', `${number}`);
  });

  it('names for each the tests that hold it, which are there', () => {
    for (const { number, tests } of rows)
      for (const entry of tests.split('<br>')) {
        const [, file = '', title = ''] = /^`(test\/[\w/.]+\.test\.ts)`: (.+)$/.exec(entry.trim()) ?? [];
        assert.ok(file !== '' && title !== '', `${number}: ${entry}`);
        const isThere = ["'", '`'].some((quote) => read(file).includes(`it(${quote}${title}${quote}`));
        assert.ok(isThere, `${number}: there is no test “${title}” in ${file}`);
      }
  });

  it('has in two files all that opens anything outside of VS Code', () => {
    const files = fs.readdirSync(path.join(REPO, 'src'), { recursive: true, encoding: 'utf8' });
    const opening = files.filter(
      (file) => file.endsWith('.ts') && read(`src/${file}`).includes('openExternal('),
    );
    const commands = ['exportBriefing', 'references'].map((name) => `workbench/commands/${name}.ts`);
    assert.deepEqual(opening.map((file) => file.replaceAll('\\', '/')).sort(), commands);
  });
});
