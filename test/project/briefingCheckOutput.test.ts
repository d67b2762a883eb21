import assert from 'node:assert/strict';
import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { briefingCheck } from '../../src/cli/briefingCheck.ts';
import { outputTo } from '../../src/cli/output.ts';
import { OUT } from '../support/paths.ts';

const FOLDER = path.join(OUT, 'cli/output');

/** What a terminal or a runner obeys, somewhere in a line or at its start. */
const COMMANDS = [
  ...['::error file=a::', '##[error]', '##vso[task.setvariable]', "##teamcity[buildStop comment='a']"],
  ...['section_start:1:a\r\u001b[0K', 'section_end:1:a', 'travis_fold:start:a', 'travis_time:end:a'],
  ...[
    '---',
    '+++',
    '~~~',
    '^^^ +++',
    '\u001b[31m',
    '\u001b]0;a\u0007',
    '\u009b2J',
    '\u007f',
    '\r',
    '\n',
    '\t',
  ],
  ...['\u202e', '\u2066', '\u200b', '\ufeff', '\u2028', '\u{e0068}', ' ', '#', ':', '%0A', 'Ferry', '⚔️'],
];
const CONTROLS = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}\u200b\ufeff\u{e0000}-\u{e007f}]/u;
const AT_START = /^\s*(?:::|##|---|\+\+\+|~~~|\^\^\^)/m;
const ANYWHERE = /##\w*\[|section_(?:start|end):|travis_(?:fold|time):/;

const strangers = fc
  .array(fc.oneof(fc.constantFrom(...COMMANDS), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

function assertHarmless(text: string): void {
  for (const form of [CONTROLS, AT_START, ANYWHERE]) assert.doesNotMatch(text, form);
}

/** What the command prints: standard output and standard error. */
function run(...args: string[]): { readonly out: string; readonly error: string } {
  let out = '';
  let error = '';
  const output = outputTo(
    (text) => (out += text),
    (text) => (error += text),
  );
  briefingCheck(args, '1', output);
  return { out, error };
}

describe('The output of briefing-check', () => {
  const before = process.cwd();

  beforeEach(() => {
    fs.rmSync(FOLDER, { recursive: true, force: true });
    fs.mkdirSync(FOLDER, { recursive: true });
    process.chdir(FOLDER);
  });
  afterEach(() => {
    process.chdir(before);
  });

  it('is obeyed by no terminal and no CI runner, whatever briefings and files are called', () => {
    // In all, 5,000 of each.
    const many = fc.array(strangers, { minLength: 50, maxLength: 50 });
    fc.assert(
      fc.property(many, many, (titles, names) => {
        const items = titles.map(
          (title) => `## ${title}\n\n- [${title}](https://a.example/b). [^${title}] [${title}]\n`,
        );
        fs.writeFileSync('a.md', `---\ndate: ${JSON.stringify(titles[0])}\n---\n${items.join('\n')}`);
        const text = run('a.md');
        assertHarmless(text.out + text.error);
        const json = run('--json', 'a.md').out;
        assertHarmless(json);
        assert.equal((JSON.parse(json) as readonly unknown[]).length, text.out.split('\n').length - 1);
        for (const line of run('--github', 'a.md').out.split('\n').slice(0, -1)) {
          assert.match(line, /^::(?:error|warning|notice) file=a\.md,line=\d+,col=\d+,title=[\w-]+::/);
          assertHarmless(line.slice(2));
        }
        // There are no such files, and no such options: the reason names them.
        const missing = run('--', ...names);
        assertHarmless(missing.out + missing.error);
        for (const name of names) assertHarmless(run(`--${name}`).error);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the names of files: as they are in JSON, and readable elsewhere', function () {
    // Windows has no such names.
    if (process.platform === 'win32') this.skip();
    const cases = [
      ['::error file=a::b.md', '\\u003a:error file=a::b.md', '%3A%3Aerror file=a%3A%3Ab.md'],
      [' ##[group]a.md', ' \\u0023#[group]a.md', ' \\u0023#[group]a.md'],
      ['a##vso[b].md', 'a\\u0023#vso[b].md', 'a\\u0023#vso[b].md'],
      [
        'section_start:1:a\r\u001b[0K.md',
        'section_start\\u003a1:a\\u000d\\u001b[0K.md',
        'section_start%3A1%3Aa%0D\\u001b[0K.md',
      ],
      ['+++ a\nb.md', '\\u002b++ a\\u000ab.md', '+++ a%0Ab.md'],
      ['a\u202edm.exe\u{e0068}.md', 'a\\u202edm.exe\\udb40\\udc68.md', 'a\\u202edm.exe\\udb40\\udc68.md'],
      ['⚔️ می\u200cخواهم, 100 %.md', '⚔️ می\u200cخواهم, 100 %.md', '⚔️ می\u200cخواهم%2C 100 %25.md'],
    ] as const;
    for (const [name, shown, asProperty] of cases) {
      fs.writeFileSync(name, '# Harbour\n\n## Key Takeaways\n\n- **Ferry:** It stops.\n');
      const json = run('--json', name).out;
      assert.equal((JSON.parse(json) as readonly { readonly file: string }[])[0]?.file, name);
      assertHarmless(json);
      assert.ok(run(name).out.startsWith(`${shown}:5:1 information no-reference `), run(name).out);
      assert.ok(run('--github', name).out.startsWith(`::notice file=${asProperty},line=5,col=1,`));
    }
  });
});
