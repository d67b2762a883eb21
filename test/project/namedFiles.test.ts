import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../support/paths.ts';

/** The paths of all files and folders of the project, folders with `/` at the end, each with `/` at the start. */
const paths = ['src', 'test', 'docs', 'media', 'l10n', 'briefings', '.github'].flatMap((folder) => [
  `/${folder}/`,
  ...fs.readdirSync(path.join(REPO, folder), { recursive: true, withFileTypes: true }).map((entry) => {
    const file = path.relative(REPO, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
    return `/${file}${entry.isDirectory() ? '/' : ''}`;
  }),
]);
const atTop = fs.readdirSync(REPO).map((name) => `/${name}`);

/** Whether a file or a folder has this path or, as in `log/marks.ts`, a path that ends so. */
function exists(name: string): boolean {
  return (
    atTop.includes(`/${name}`) || paths.some((one) => one.endsWith(`/${name}`) || one.endsWith(`/${name}/`))
  );
}

/** The comments of a TypeScript file: whole lines, and ends of lines. */
function commentsOf(text: string): string {
  return text
    .split('\n')
    .map((line) => /^\s*(?:\/\*\*?|\*|\/\/)(.*)$|\s\/\/ (.*)$/.exec(line)?.slice(1).join('') ?? '')
    .join('\n');
}

describe('The comments in src', () => {
  it('name only files that exist', () => {
    const sources = paths.filter((file) => /^\/src\/.*\.ts$/.test(file));
    const missing = sources.flatMap((file) =>
      [...commentsOf(fs.readFileSync(path.join(REPO, file), 'utf8')).matchAll(/[\w/-]+\.ts\b/g)]
        .map(([name]) => name)
        .filter((name) => !exists(name))
        .map((name) => `${file}: ${name}`),
    );
    assert.ok(sources.length > 500);
    assert.deepEqual(missing, []);
  });
});

describe('CONTRIBUTING.md', () => {
  const text = fs.readFileSync(path.join(REPO, 'CONTRIBUTING.md'), 'utf8').replace(/\r\n/g, '\n');
  const code = [...text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, name = '']) => name);

  it('names only files and folders that exist', () => {
    const files = [...text.matchAll(/(?<![\w./])[\w./-]+\.(?:ts|mjs|css|md|yml)\b/g)].map(([name]) => name);
    const folders = code.filter((name) => /^\w[\w/]*\/$/.test(name)).map((name) => name.slice(0, -1));
    assert.ok(files.length > 50 && folders.length > 3, `${String(files.length)} ${String(folders.length)}`);
    assert.deepEqual(
      [...new Set([...files, ...folders])].filter((name) => !exists(name)),
      [],
    );
  });

  it('lists only folders that exist, each below its parent', () => {
    const [, tree = ''] = /## Project structure\n\n```\n([^`]+)```/.exec(text) ?? [];
    const parents: string[] = [];
    const listed = tree.split('\n').flatMap((line) => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2;
      const [names = ''] = line.trim().split(/ {2,}/);
      const folders = names.split(' ').filter((name) => name.endsWith('/'));
      parents.splice(depth, Infinity, folders[0] ?? '');
      return folders.map((name) => `/${parents.slice(0, depth).join('')}${name}`);
    });
    assert.ok(listed.length > 50, String(listed.length));
    assert.deepEqual(
      listed.filter((folder) => !paths.includes(folder)),
      [],
    );
  });

  it('names only constants that exist', () => {
    const constants = code.filter((name) => /^[A-Z]+(?:_[A-Z]+)*$/.test(name));
    const sources = paths
      .filter((file) => /^\/src\/.*\.ts$/.test(file))
      .map((file) => fs.readFileSync(path.join(REPO, file), 'utf8'));
    assert.ok(constants.length > 0);
    for (const name of constants)
      assert.ok(
        sources.some((source) => source.includes(`const ${name}`)),
        name,
      );
  });
});
