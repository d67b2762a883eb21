import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { keyHelp } from '../../src/reader/keyHelp.ts';
import { name, version } from '../../package.json';
import { EXTENSION_ID } from '../../src/workbench/extensionId.ts';
import { commandsOf, translatedManifest } from '../support/docs/manifest.ts';
import { generatedPages } from '../support/docs/pages.ts';
import { REPO } from '../support/paths.ts';

const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8').replace(/\r\n/g, '\n');
const manifest = translatedManifest();
const { properties } = manifest.contributes.configuration;

describe('The README', () => {
  const readme = read('README.md');

  it('names existing commands, settings and keys', () => {
    const inTables = readme.split('\n').filter((line) => line.startsWith('|'));
    const commands = [...inTables.join('\n').matchAll(/\*\*(.+?)\*\*/g)].map(([, title]) => title);
    const titles = commandsOf(manifest).map(({ title }) => title);
    assert.ok(commands.length >= 5, commands.join());
    for (const title of commands) assert.ok(titles.includes(title ?? ''), title);

    const settings = [...readme.matchAll(/`(briefings\.\w[\w.]*)`/g)].map(([, setting = '']) => setting);
    assert.ok(settings.length >= 1);
    for (const setting of settings) assert.ok(setting in properties, setting);

    const keys = [...readme.matchAll(/`([a-z?])`/g)].map(([, key = '']) => key);
    const bound = keyHelp(manifest).flatMap((help) => help.keys);
    assert.ok(keys.length >= 5, keys.join());
    for (const key of keys) assert.ok(bound.includes(key), key);
  });

  it('links to the pages with all of them', () => {
    for (const page of ['docs/keys.md', 'docs/settings.md']) assert.ok(readme.includes(`](${page})`), page);
  });
});

describe('CONTRIBUTING', () => {
  const files = ['src', 'test', 'docs', 'media'].flatMap((folder) =>
    fs
      .readdirSync(path.join(REPO, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  );

  it('names existing files', () => {
    const named = [...read('CONTRIBUTING.md').matchAll(/`([\w./-]+\.(?:ts|mjs|md|css))`/g)];
    assert.ok(named.length >= 50, `${named.length}`);
    for (const [, name = ''] of named)
      assert.ok(
        fs.existsSync(path.join(REPO, name)) || files.some((file) => file.endsWith(`/${name}`)),
        name,
      );
  });

  it('names existing constants', () => {
    const code = files.filter((file) => file.endsWith('.ts')).map(read);
    const named = [...read('CONTRIBUTING.md').matchAll(/`([A-Z]+_[A-Z_]+)`/g)];
    assert.ok(named.length > 0);
    for (const [, name = ''] of named)
      assert.ok(
        code.some((text) => text.includes(name)),
        name,
      );
  });
});

describe('The pages on keys and settings', () => {
  it('are up to date (if this fails, run `npm run docs`)', async () => {
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
  it('is that of the lockfile, of the changelog, and of the commands in the docs', () => {
    const lock = JSON.parse(read('package-lock.json')) as { readonly version: string };
    assert.equal(lock.version, version);
    const [, latest = ''] = /^## (\d\S*) \(\d{4}-\d{2}-\d{2}\)$/m.exec(read('CHANGELOG.md')) ?? [];
    assert.equal(latest, version);
    for (const [tarball] of read('docs/checking.md').matchAll(/[\w-]+-[\d.]+\.tgz/g))
      assert.equal(tarball, `${name}-${version}.tgz`);
  });
});

describe('The other pages', () => {
  it('explain each activation event, and why each setting is restricted', () => {
    const decisions = read('docs/decisions.md');
    const { activationEvents, capabilities, extensionKind } = manifest;
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces;
    for (const name of [...activationEvents, ...restrictedConfigurations, ...extensionKind])
      assert.ok(decisions.includes(`\`${name}\``), name);
  });

  it('link to existing files', () => {
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

  it('use the name of the extension in the manifest', () => {
    for (const file of ['docs/api.md', 'docs/reading-log.md'])
      assert.ok(read(file).includes(EXTENSION_ID), file);
  });
});
