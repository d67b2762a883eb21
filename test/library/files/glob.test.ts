import assert from 'node:assert/strict';
import { readGlob } from '../../../src/library/files/glob.ts';
import { Globs } from '../../../src/library/files/globs.ts';
import { fixtureCases } from '../../support/fixtureCases.ts';

/** `orInside`: also matches files in a folder that the glob matches. */
function match(glob: string, path: string, orInside = false): boolean {
  const globs = new Globs([glob]);
  assert.deepEqual(globs.refused, []);
  return orInside ? globs.matchesOrMayContain(path) : globs.matches(path);
}

describe('A glob', () => {
  /* `*.md: a.md ¦ b.txt`: a glob and paths, of which those that match remain. */
  fixtureCases('library/globs', (line) => {
    const [glob = '', paths = ''] = line.split(': ');
    const matching = paths.split(' ¦ ').filter((path) => match(glob, path));
    return matching.join(' ¦ ');
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
  it('is refused with an alternative if it is none, or would take too long', () => {
    for (const [glob, why] of refused) {
      const read = readGlob(glob);
      assert.match(read.kind === 'refused' ? read.why : '', why, glob);
    }
  });
});

describe('A list of globs', () => {
  it('matches if one of them does, and skips those that are refused', () => {
    const globs = new Globs(['a', '+(b)', 'c', 'a']);
    assert.deepEqual(globs.used, ['a', 'c']);
    assert.equal(globs.refused.map(({ glob }) => glob).join(), '+(b)');
    assert.deepEqual(
      ['a', 'b', 'c', '+(b)'].filter((path) => globs.matches(path)),
      ['a', 'c'],
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
    const [all, none, deep] = [new Globs(['**']), new Globs([]), 'a/'.repeat(501)];
    assert.deepEqual([all.matches(deep), all.matchesOrMayContain(deep)], [false, true]);
    assert.deepEqual([none.matchesOrMayContain('a'), none.matchesOrMayContain(deep)], [false, true]);
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
  it('is matched many times in bounded time', () => {
    for (const [glob, path] of attacks) for (let i = 0; i < 100; i++) assert.ok(!match(glob, path), glob);
  });
});
