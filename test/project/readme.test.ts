import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { keyHelp } from '../../src/reader/keyHelp.ts';
import { REPO } from '../support/paths.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

describe('The README', () => {
  const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8');
  const strings = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
  const translated = read('package.json').replace(/%([\w.]+)%/g, (_, key: string) =>
    JSON.stringify(strings[key] ?? '').slice(1, -1),
  );
  const manifest = JSON.parse(translated) as Manifest;
  const readme = read('README.md');
  const rows = readme
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('lists the keys, beside what they do', () => {
    const listed = rows
      .filter(([, , keys = '']) => keys.startsWith('`'))
      .map(([, what = '', keys = '']) => ({ what, keys }));
    const bound = keyHelp(manifest).map(({ titles, keys }) => ({
      what: Object.values(titles).join(', '),
      keys: keys.map((key) => `\`${key}\``).join(', '),
    }));
    const byKeys = (a: { keys: string }, b: { keys: string }) => a.keys.localeCompare(b.keys);
    const commands = listed.filter(({ what }) => !what.startsWith('`'));
    assert.deepEqual(commands.sort(byKeys), bound.sort(byKeys));
  });

  it('names every command and every setting', () => {
    const missing = [
      // One with a tick is another one's, while that is the current choice.
      ...manifest.contributes.commands.map(({ title }) => title).filter((title) => !title.startsWith('✓')),
      ...Object.keys(manifest.contributes.configuration.properties).map((name) => `\`${name}\``),
    ].filter((name) => !rows.some((cells) => cells.some((cell) => cell.includes(name))));
    assert.deepEqual(missing, []);
  });
});
