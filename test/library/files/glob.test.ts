import assert from 'node:assert/strict';
import { readGlob } from '../../../src/library/files/glob.ts';
import { Globs } from '../../../src/library/files/globs.ts';

/** `orInside`: also matches files in a folder that the glob matches. */
function match(glob: string, path: string, orInside = false): boolean {
  const globs = new Globs([glob]);
  assert.deepEqual(globs.refused, []);
  return orInside ? globs.matchesOrMayContain(path) : globs.matches(path);
}

describe('A glob', () => {
  const cases: readonly (readonly [glob: string, matches: readonly string[], not: readonly string[]])[] = [
    ['a.md', ['a.md'], ['b/a.md', 'a_md', 'a.mdx', 'A.md']],
    ['*.md', ['a.md', '.md', '.hidden.md', 'a.b.md'], ['a.txt', 'b/a.md']],
    ['a*b*c', ['abc', 'aXbYc', 'abbc', 'abcbc'], ['ac', 'abcd', 'xabc', 'acb']],
    ['a**b', ['ab', 'axxb'], ['a/b']],
    ['?.md', ['a.md', '⚓.md', '🗓.md'], ['.md', 'ab.md']],
    ['**/*.md', ['a.md', 'b/a.md', 'c/b/a.md'], ['a.txt', 'a.md/b']],
    ['**/briefings/**/*.md', ['briefings/a.md', 'x/briefings/y/z/a.md'], ['a.md', 'briefing/a.md']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b', 'a/b/b'], ['a', 'b', 'a/bb', 'x/a/b']],
    ['a/**', ['a', 'a/b', 'a/b/c'], ['b/a', 'ab']],
    ['**', ['a', 'a/b'], []],
    ['**/a/**/a/**/b', ['a/a/b', 'x/a/y/a/z/b', 'a/a/a/a/b'], ['a/b', 'a/a/a']],
    ['*.{md,markdown,txt}', ['a.md', 'a.markdown', 'a.txt'], ['a.mark', 'a.{md}']],
    ['{a,b{c,d}}.md', ['a.md', 'bc.md', 'bd.md'], ['b.md', 'ad.md']],
    ['{x/**,y}/a', ['x/a', 'x/z/a', 'y/a'], ['y/z/a']],
    ['a{,b}', ['a', 'ab'], ['b']],
    ['[a-c]1', ['a1', 'c1'], ['d1', '1', '-1']],
    ['[!a-c]1', ['d1'], ['a1']],
    ['[^a]', ['b'], ['a']],
    ['[]]', [']'], ['[']],
    ['[*]', ['*'], ['a']],
    ['[a^\\]', ['^', '\\', 'a'], ['b']],
    ['!a', ['!a'], ['b', 'a']],
    ['a,b}', ['a,b}'], ['a']],
    ['notes (1).md', ['notes (1).md'], ['notes 1.md']],
    ['a+b|c$^.md', ['a+b|c$^.md'], ['aab.md']],
  ];
  for (const [glob, matches, not] of cases)
    it(`${glob} matches as in VS Code`, () => {
      for (const path of matches) assert.ok(match(glob, path), path);
      for (const path of not) assert.ok(!match(glob, path), path);
    });

  it('of a folder matches what is in it', () => {
    for (const path of ['team', 'team/a.md', 'team/b/c.md']) assert.ok(match('team', path, true), path);
    for (const path of ['a/node_modules/b/c.md', 'node_modules'])
      assert.ok(match('**/node_modules/**', path, true), path);
    for (const path of ['teams/a.md', 'a/team']) assert.ok(!match('team', path, true), path);
  });

  it('may have nested braces', () => {
    assert.ok(match(`${'{'.repeat(200)}a${'}'.repeat(200)}`, 'a'));
    assert.ok(match(`${'{a,'.repeat(100)}b${'}'.repeat(100)}`, 'b'));
  });

  const refused: readonly (readonly [glob: string, why: RegExp])[] = [
    ['', /is empty/],
    ['briefings/+(*)b', /no groups like \+\(a\|b\)\. Write \{a,b\}/],
    ['@(a|b)', /no groups/],
    ['!(a)', /no groups/],
    ['*(a)', /no groups/],
    ['?(a)', /no groups/],
    ['*a*a*a*a*a*a*b', /more than 4 \* in a name/],
    ['x/{b,*a*a*a*a*a}', /more than 4 \*/],
    [`${'**/'.repeat(20)}a`, /more than 4 .*\*\* in a path/],
    ['{a,b}'.repeat(60), /more than 200 alternatives/],
    ['{a,b', /its \{ is not closed/],
    ['[ab', /its \[ is not closed/],
    ['[a/b]', /its \[ is not closed/],
    ['[z-a]', /smaller character first/],
    ['a'.repeat(501), /longer than 500/],
  ];
  for (const [glob, why] of refused)
    it(`${glob.slice(0, 24)} is refused, with an alternative`, () => {
      const read = readGlob(glob);
      assert.match(read.kind === 'refused' ? read.why : '', why);
    });
});

describe('A list of globs', () => {
  it('matches if one of them does, and skips those that are refused', () => {
    const globs = new Globs(['a', '+(b)', 'c', 'a']);
    assert.deepEqual(globs.used, ['a', 'c']);
    assert.deepEqual(
      globs.refused.map(({ glob }) => glob),
      ['+(b)'],
    );
    assert.deepEqual(
      ['a', 'b', 'c', '+(b)'].map((path) => globs.matches(path)),
      [true, false, true, false],
    );
  });

  it('has a limit for all together', () => {
    const globs = new Globs(Array.from({ length: 100_000 }, (_, i) => `**/${i}/*`));
    assert.equal(globs.used.length, 166);
    assert.deepEqual(
      globs.refused.map(({ glob, why }) => [glob, why.includes('too many globs')]),
      [['**/166/*', true]],
    );
    assert.ok(globs.matches('x/3/y') && !globs.matches('x/4000/y'));
    assert.equal(new Globs(Array.from({ length: 1000 }, (_, i) => `*a*a*a*${i}`)).used.length, 200);
    assert.equal(new Globs(Array.from({ length: 100_000 }, (_, i) => `${i}(`)).used.length, 1000);
    assert.equal(new Globs(Array.from({ length: 100_000 }, (_, i) => `+(${i}`)).refused.length, 1001);
  });

  it('does not match what is nested too deep', () => {
    const globs = new Globs(['**']);
    assert.deepEqual(
      [globs.matches('a/'.repeat(501)), globs.matchesOrMayContain('a/'.repeat(501))],
      [false, true],
    );
    assert.deepEqual(
      [new Globs([]).matchesOrMayContain('a'), new Globs([]).matchesOrMayContain('a/'.repeat(501))],
      [false, true],
    );
  });
});

/* A matcher that backtracks would never finish with any of these. */
describe('A glob that was made to hang', () => {
  const attacks = [
    ['*a*a*a*b', 'a'.repeat(255)],
    ['**/*a*a*a*a', `${'a/'.repeat(400)}${'a'.repeat(200)}b`],
    ['**/a/**/a/**/a/**/b', 'a/'.repeat(500)],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}*b', 'a'.repeat(255)],
    ['[ab][ab]*[ab][ab]*[ab]*c', 'ab'.repeat(120)],
    [`${'?'.repeat(100)}*${'?'.repeat(100)}*b`, 'a'.repeat(255)],
  ] as const;
  for (const [glob, path] of attacks)
    it(`${glob.slice(0, 40)} is matched a thousand times in bounded time`, () => {
      const globs = new Globs([glob]);
      assert.deepEqual(globs.refused, []);
      for (let i = 0; i < 1000; i++) assert.ok(!globs.matches(path));
    });
});
