import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { name, version } from '../../package.json';
import { commandLine } from '../support/commandLine.ts';
import { forReaders, withoutDeadLinks } from '../support/packing/packedPage.ts';
import { repositoryAt } from '../support/packing/repository.ts';
import { REPO } from '../support/paths.ts';
import { unpacked } from './unpacked.ts';

const REPOSITORY = 'https://github.com/OWNER/briefing-reader';
const RELEASE = path.join(REPO, `${name}-${version}.vsix`);
/** As vsce names them in the package. */
const PAGES = ['readme.md', 'changelog.md'];

describe('The pages in a package', () => {
  const own = ['README.md', 'CHANGELOG.md', 'package.json'].map((file) => ({ file, text: read(file) }));

  after(() => {
    fs.rmSync(RELEASE, { force: true });
  });

  it('have no links out of it if no repository is known', () => {
    assert.equal(npm('package').status, 0);
    const files = unpacked(path.join(REPO, `${name}.vsix`));
    for (const page of PAGES)
      for (const { picture, address } of linksIn(textOf(files, page))) {
        assert.ok(!picture, address);
        assert.equal(fault(address, textOf(files, page)), undefined);
      }
    const manifest = JSON.parse(textOf(files, 'package.json')) as Readonly<Record<string, unknown>>;
    assert.deepEqual(
      ['repository', 'bugs', 'homepage', 'scripts', 'devDependencies'].filter((key) => key in manifest),
      [],
    );
  });

  it('link to files in the repository if one is given', () => {
    assert.equal(npm('release', '--untested', REPOSITORY).status, 0);
    const files = unpacked(RELEASE);
    const links = PAGES.flatMap((page) =>
      linksIn(textOf(files, page)).map((link) => ({ ...link, page: textOf(files, page) })),
    );
    assert.ok(links.some(({ picture }) => picture) && links.length >= 12, `${links.length}`);
    for (const { picture, address, page } of links) {
      assert.equal(picture, address.startsWith(`${REPOSITORY}/raw/HEAD/`), address);
      assert.equal(fault(address, page), undefined);
    }
    const manifest = JSON.parse(textOf(files, 'package.json')) as Readonly<Record<string, unknown>>;
    assert.deepEqual(
      [manifest['repository'], manifest['bugs'], manifest['homepage']],
      [{ type: 'git', url: `${REPOSITORY}.git` }, { url: `${REPOSITORY}/issues` }, `${REPOSITORY}#readme`],
    );
  });

  it('are copies: those in the repository stay as they are', () => {
    for (const { file, text } of own) assert.equal(read(file), text, file);
  });

  it('are not packed if the address is not one', () => {
    fs.rmSync(RELEASE, { force: true });
    for (const address of ['', 'http://github.com/OWNER/NAME', 'git@github.com:OWNER/NAME.git']) {
      const { status, stderr } = npm('release', ...(address === '' ? [] : [address]));
      assert.equal(status, 1);
      assert.match(stderr, /https:\/\/github\.com\/OWNER\/NAME/);
    }
    assert.ok(!fs.existsSync(RELEASE));
  });
});

describe('The address of a repository', () => {
  it('may be written as in a browser or in Git', () => {
    for (const address of [`${REPOSITORY}.git`, `${REPOSITORY}/`, REPOSITORY])
      assert.equal(repositoryAt(address).pages, `${REPOSITORY}/blob/HEAD`);
    assert.equal(repositoryAt('https://gitlab.com/a/b/c').bugs.url, 'https://gitlab.com/a/b/c/-/issues');
  });

  it('gives the address of its files, or is given one', () => {
    assert.throws(() => repositoryAt('https://git.example/a/b'), /--baseContentUrl/);
    const base = { baseContentUrl: 'https://git.example/a/b/src', baseImagesUrl: 'https://git.example/raw/' };
    const { pages, pictures } = repositoryAt('https://git.example/a/b', base);
    assert.deepEqual([pages, pictures], ['https://git.example/a/b/src', 'https://git.example/raw']);
  });
});

describe('A page without its dead links', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['has no images', 'A.\n\n![B](docs/b.png)\n\nC.', 'A.\n\nC.'],
    [
      'has no sentence that is only a pointer',
      '- **A**: b. [docs/c.md](docs/c.md) has the rest. D.',
      '- **A**: b. D.',
    ],
    ['keeps the text of a link', 'Others have [an API](docs/api.md).', 'Others have an API.'],
    [
      'has no link in brackets',
      'It saves JSON ([its schema](docs/s.json)); or HTML.',
      'It saves JSON; or HTML.',
    ],
    [
      'keeps links to the web, and within the page',
      '[A](https://a.example/b). [C](#c).',
      '[A](https://a.example/b). [C](#c).',
    ],
    [
      'has no empty section',
      'A.\n\n## B\n\n### C\n\n[d.md](d.md) is D.\n\n## E\n\nF.\n',
      'A.\n\n## E\n\nF.\n',
    ],
    [
      'keeps code unchanged',
      '```md\n[docs/a.md](docs/a.md) is A.\n```',
      '```md\n[docs/a.md](docs/a.md) is A.\n```',
    ],
  ];
  for (const [what, page, expected] of cases)
    it(what, () => {
      assert.equal(withoutDeadLinks(page), expected);
    });

  it('has nothing that is only for those with the repository', () => {
    assert.equal(forReaders('A.\n\n<!-- repository -->\n\nB.\n\n<!-- /repository -->\n\nC.'), 'A.\n\nC.');
  });
});

/** Why a link is broken, or undefined. Links to other sites are not checked. */
function fault(address: string, page: string): string | undefined {
  const [whole, fragment] = address.split('#');
  const [, file] = new RegExp(`^${REPOSITORY}/(?:blob|raw)/HEAD/(.+)$`).exec(whole ?? '') ?? [];
  if (file !== undefined && !fs.existsSync(path.join(REPO, file))) return `There is no ${file}: ${address}`;
  if (file === undefined && whole !== '') return address.startsWith('https://') ? undefined : address;
  if (fragment === undefined || (file !== undefined && !file.endsWith('.md'))) return undefined;
  const text = file === undefined ? page : read(file);
  return headingIds(text).includes(fragment) ? undefined : `There is no such heading: ${address}`;
}

/** The ids that GitHub gives to headings. */
function headingIds(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

function linksIn(page: string): readonly { readonly picture: boolean; readonly address: string }[] {
  const text = page.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/(!?)\[[^\][]*\]\(([^)\s]*)\)/g)].map(([, mark, address = '']) => ({
    picture: mark === '!',
    address,
  }));
}

function textOf(files: ReadonlyMap<string, Buffer>, file: string): string {
  return files.get(file)?.toString('utf8') ?? assert.fail(`There is no ${file}.`);
}

function read(file: string): string {
  return fs.readFileSync(path.join(REPO, file), 'utf8');
}

function npm(script: string, ...args: string[]) {
  const line = commandLine('npm', ['--silent', 'run', script, '--', ...args]);
  return spawnSync(line.command, line.args, { cwd: REPO, encoding: 'utf8', shell: line.shell });
}
