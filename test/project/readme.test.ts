import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { keyHelp } from '../../src/reader/keyHelp.ts';
import { name, version } from '../../package.json';
import { EXTENSION_ID } from '../../src/workbench/extensionId.ts';
import { commandsOf, translatedManifest } from '../support/docs/manifest.ts';
import { generatedPages } from '../support/docs/pages.ts';
import { shownDefault } from '../support/docs/settingsPage.ts';
import { REPO } from '../support/paths.ts';

const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8').replace(/\r\n/g, '\n');
const manifest = translatedManifest();
const { properties } = manifest.contributes.configuration;

describe('The README', () => {
  const readme = read('README.md');
  const rows = readme
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has the most used keys, beside what they do', () => {
    const bound = keyHelp(manifest).map(({ titles, keys }) =>
      [Object.values(titles).join(', '), keys.map((key) => `\`${key}\``).join(', ')].join(': '),
    );
    const listed = rows.filter(([, what = '', keys = '']) => !what.startsWith('`') && keys.startsWith('`'));
    assert.ok(listed.length >= 10 && listed.length < bound.length, `${listed.length}`);
    for (const [, what, keys] of listed) assert.ok(bound.includes(`${what}: ${keys}`), what);
  });

  it('has the most used settings, beside their defaults', () => {
    const listed = rows.filter(([, name = '']) => name.startsWith('`briefings.'));
    assert.ok(listed.length >= 5, `${listed.length}`);
    for (const [, name = '', value] of listed) {
      const setting = properties[name.replaceAll('`', '')];
      assert.ok(setting, name);
      assert.equal(value, shownDefault(setting).replace('empty', ''), name);
    }
  });

  it('leads to the pages that have all of them', () => {
    for (const page of ['docs/keys.md', 'docs/settings.md']) assert.ok(readme.includes(`](${page})`), page);
  });
});

describe('The pages on keys and settings', () => {
  it('are what `npm run docs` makes of the manifest: run it when this fails', async () => {
    for (const [file, text] of await generatedPages()) assert.equal(read(file), text, file);
  });

  it('name every command, every key and every setting', () => {
    const [keys, settings] = [read('docs/keys.md'), read('docs/settings.md')];
    for (const { command, title } of commandsOf(manifest)) {
      assert.ok(keys.includes(`\`${command}\``), command);
      assert.ok(keys.includes(`| ${title} `), title);
    }
    for (const { keys: bound } of keyHelp(manifest))
      for (const key of bound) assert.ok(keys.includes(`\`${key}\``), key);
    for (const name of Object.keys(properties)) assert.ok(settings.includes(`## \`${name}\``), name);
  });
});

describe('The version', () => {
  it('is that of the lockfile, of the latest changes, and of what the pages tell people to type', () => {
    const lock = JSON.parse(read('package-lock.json')) as { readonly version: string };
    assert.equal(lock.version, version);
    const [, latest = ''] = /^## (\d\S*) \(\d{4}-\d{2}-\d{2}\)$/m.exec(read('CHANGELOG.md')) ?? [];
    assert.equal(latest, version);
    for (const [tarball] of read('docs/checking.md').matchAll(/[\w-]+-[\d.]+\.tgz/g))
      assert.equal(tarball, `${name}-${version}.tgz`);
  });
});

describe('The other pages', () => {
  it('say why each thing starts the extension, and why each setting is restricted', () => {
    const decisions = read('docs/decisions.md');
    const { activationEvents, capabilities, extensionKind } = manifest;
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces;
    for (const name of [...activationEvents, ...restrictedConfigurations, ...extensionKind])
      assert.ok(decisions.includes(`\`${name}\``), name);
  });

  it('lead to files that are there', () => {
    const inDocs = fs.readdirSync(path.join(REPO, 'docs')).map((name) => `docs/${name}`);
    const pages = [...fs.readdirSync(REPO), ...inDocs].filter((name) => name.endsWith('.md'));
    assert.ok(pages.length >= 15, pages.join());
    for (const page of pages) {
      const text = read(page)
        .replace(/^(`{3,})[^]*?^\1$/gm, '')
        .replace(/`[^`\n]*`/g, '');
      for (const [, address = ''] of text.matchAll(/\]\((?![a-z]+:|#)([^)\s#]+)/g))
        assert.ok(fs.existsSync(path.join(REPO, path.dirname(page), address)), `${page}: ${address}`);
    }
  });

  it('call the extension by the name that its manifest has', () => {
    for (const file of ['docs/api.md', 'docs/reading-log.md'])
      assert.ok(read(file).includes(EXTENSION_ID), file);
  });
});
