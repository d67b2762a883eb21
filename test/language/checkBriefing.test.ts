import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { type Levels, levelsIn } from '../../src/language/rules.ts';
import { worked } from '../support/clock.ts';

/** All findings as `code line:column words`, 1-based. */
function found(text: string, fileName = '', levels: Levels = {}): string[] {
  const lines = text.split('\n');
  return checkBriefing(parseBriefing(text, fileName), fileName, levels).map(
    ({ code, range: { start, end } }) => {
      const words = start.line === end.line ? lines[start.line]?.slice(start.character, end.character) : '…';
      return `${code} ${start.line + 1}:${start.character + 1} ${words}`;
    },
  );
}

/** A briefing without findings. */
const GOOD = `# The harbour

Two things happened.

## Key Takeaways

- **Ferry:** It stops on Monday [1].
- **Crane:** A third one was ordered [2].
- **Fog:** The port stays closed until noon [3].

## References

1. [The port’s notice](https://port.example/notices/14)
2. [Crane ordered](https://news.example/2026/crane)
3. [Weather log](https://weather.example/logs/9)
`;

describe('The checks of a briefing', () => {
  it('find nothing if each claim has its sources', () => {
    assert.deepEqual(found(GOOD), []);
  });

  it('find a source that is a home page or the front page of a section', () => {
    for (const page of [
      'https://port.example/',
      'https://elpais.com/espana/',
      'https://a.example/en/world',
    ]) {
      assert.deepEqual(found(GOOD.replace('https://port.example/notices/14', page)), [
        `front-page-source 13:24 ${page}`,
      ]);
    }
  });

  it('report an address from a template only as that', () => {
    const page = 'https://example.com/';
    assert.deepEqual(found(GOOD.replace('https://port.example/notices/14', page)), [
      `placeholder-link 13:24 ${page}`,
    ]);
  });

  it('report an address that is not written yet, but not words about addresses', () => {
    assert.deepEqual(found(GOOD.replace('https://port.example/notices/14', 'https://')), [
      'placeholder-link 13:24 https://',
    ]);
    assert.deepEqual(found(GOOD.replace('noon [3]', 'noon, says [the port][p] [3]') + '\n[p]: https://\n'), [
      'placeholder-link 17:6 https://',
    ]);
    for (const words of ['noon (it begins with https://)', 'noon “https://”', 'noon `[a](https://)`'])
      assert.deepEqual(found(GOOD.replace('noon', words)), []);
  });

  it('find a link that is not closed, or whose address has a space or a line break in it', () => {
    const broken = (words: string) =>
      found(GOOD.replace('noon [3]', `noon, ${words} [3]`)).filter((one) => one.startsWith('broken-link'));
    for (const [words, shown] of [
      ['[the log says](https://weather.example/logs.', '](https://weather.example/logs'],
      ['[the log says](<https://weather.example/logs', '](<https://weather.example/logs'],
      ['[log](https://weather.example/logs/x y)', '](https://weather.example/logs/x y)'],
      ['![log](https://weather.example/x y.png)', '](https://weather.example/x y.png)'],
      ['[log](https://weather.\n  example/logs)', '](https://weather'],
      ['[log](https:// weather.example)', '](https://'],
      ['[3](https://weather.example/logs', '](https://weather.example/logs'],
      ['[log](mailto:ann@weather.example now)', '](mailto:ann@weather.example now)'],
    ] as const)
      assert.deepEqual(broken(words), [`broken-link 9:${46 + words.indexOf('](')} ${shown}`], words);
    for (const words of [
      '[sic](see below https://weather.example/logs',
      '[log](https://weather.example/logs "a log")',
      '[log] (https://weather.example/logs)',
      '\\[log\\](https://weather.example/logs)',
      '`[log](https://weather.example/a b)`',
      '(https://weather.example/logs)',
      '<https://weather.example/logs>',
    ])
      assert.deepEqual(broken(words), [], words);
    assert.deepEqual(
      found(`${GOOD.replace('noon', 'noon [^a]')}\n[^a]: [Log](https://weather.example/a b)\n`),
      ['broken-link 17:11 ](https://weather.example/a b)'],
    );
  });

  it('find a source that is listed twice, if one copy has tracking parameters', () => {
    const listed = (...addresses: string[]) =>
      found(
        GOOD.replace('https://news.example/2026/crane', addresses[0] ?? '').replace(
          'https://weather.example/logs/9',
          addresses[1] ?? '',
        ),
      ).map((one) => one.slice(0, one.lastIndexOf(' ')).split(' ')[0]);
    const [page, tracked] = ['https://a.example/ferry', 'https://a.example/ferry?utm_source=x'];
    assert.deepEqual(listed(page, tracked), ['duplicate-reference', 'tracking-link']);
    assert.deepEqual(listed(tracked, page), ['tracking-link', 'duplicate-reference']);
    assert.deepEqual(listed(tracked, tracked), ['tracking-link', 'duplicate-reference', 'tracking-link']);
    assert.deepEqual(listed(tracked, 'https://a.example/tugs'), ['tracking-link']);
    assert.deepEqual(listed('https://a.example/?utm_source=x', 'https://a.example/'), [
      'tracking-link',
      'front-page-source',
    ]);
  });

  it('do not take an article, profile, search or bare domain for a front page', () => {
    for (const page of ['https://a.example/why-now/', 'https://github.com/zcash', 'https://a.example/?p=12'])
      assert.deepEqual(found(GOOD.replace('https://port.example/notices/14', page)), []);
    assert.deepEqual(
      found(GOOD.replace('[The port’s notice](https://port.example/notices/14)', 'Port news — port.example')),
      [],
    );
  });

  it('find a link with tracking parameters, and say which it would be without', () => {
    const text = GOOD.replace('notices/14', 'notices/14?utm_source=letter&page=2');
    const [only] = checkBriefing(parseBriefing(text, ''), '');
    assert.deepEqual(found(text), [
      'tracking-link 13:24 https://port.example/notices/14?utm_source=letter&page=2',
    ]);
    assert.equal(
      only?.message,
      'This link tracks who opens it. Use https://port.example/notices/14?page=2 instead.',
    );
  });

  it('find three takeaways that rest on one source', () => {
    const text = GOOD.replace('[2]', '[1]').replace('[3]', '[1]');
    assert.deepEqual(
      found(text).filter((one) => one.startsWith('same-source')),
      ['same-source 13:5 The port’s notice'],
    );
    assert.deepEqual(
      found(GOOD.replace('[2]', '[1]')).filter((one) => one.startsWith('same-source')),
      [],
    );
  });

  it('find a link whose text says nothing, in many languages, but not a numbered or named one', () => {
    for (const words of ['here', 'Link', '**Read more →**', '链接', 'Подробнее'])
      assert.deepEqual(found(GOOD.replace('noon [3]', `noon [${words}](https://a.example/b)`)).slice(0, 1), [
        `empty-link-text 9:46 ${words}`,
      ]);
    for (const words of ['1', 'a.example', 'Here it stands'])
      assert.deepEqual(found(GOOD.replace('noon [3]', `noon [${words}](https://a.example/b) [3]`)), []);
  });

  it('find a citation without an entry, also if nothing is numbered', () => {
    // An entry that is added may get another number: a list is numbered by position.
    const [first] = checkBriefing(parseBriefing(GOOD.replace('[3].', '[9].'), ''), '');
    assert.equal(first?.message, '[9] has no reference. Add one, or remove the citation.');
    assert.deepEqual(found(GOOD.replace('[3].', '[7].')), [
      'undefined-citation 9:45 [7]',
      'uncited-reference 15:5 Weather log',
    ]);
    assert.deepEqual(found('# A\n\n## Key Takeaways\n\n- **Ferry:** It stops [7].\n'), [
      'undefined-citation 5:23 [7]',
    ]);
  });

  it('do not take code, a checkbox or a comment for a citation', () => {
    const text = '# A\n\nThe value a[1] and `x [2]` <!-- [3] -->.\n\n- [ ] open\n\n```\n[4]\n```\n';
    assert.deepEqual(found(text), []);
  });

  it('find a date that differs between front matter, name and title', () => {
    const dated = `---\ndate: 2026-11-26\n---\n\n${GOOD.replace('harbour', 'harbour, 24 November 2026')}`;
    assert.deepEqual(found(dated, '2026-11-25-harbour.md'), [
      'date-mismatch 1:1 ---',
      'date-mismatch 5:1 # The harbour, 24 November 2026',
    ]);
    assert.deepEqual(found(GOOD, '2026-11-25-harbour.md'), []);
  });

  it('are silenced by a comment above', () => {
    const broken = GOOD.replace('[3].', '[7].');
    const silent = (codes: string) => broken.replace('- **Fog', `<!-- briefing-ignore ${codes} -->\n- **Fog`);
    assert.deepEqual(found(silent('undefined-citation')), ['uncited-reference 16:5 Weather log']);
    assert.deepEqual(found(silent('')), ['uncited-reference 16:5 Weather log']);
    assert.deepEqual(found(silent('no-reference, tracking-link')), [
      'undefined-citation 10:45 [7]',
      'uncited-reference 16:5 Weather log',
    ]);
  });

  it('have the severity that is set for each rule', () => {
    const text = GOOD.replace('[3].', '[7].');
    const levels = levelsIn({
      'undefined-citation': 'error',
      'uncited-reference': 'off',
      nonsense: 'off',
      'no-reference': 7,
    });
    assert.deepEqual(levels, { 'undefined-citation': 'error', 'uncited-reference': 'off' });
    const findings = checkBriefing(parseBriefing(text, ''), '', levels);
    assert.deepEqual(
      findings.map(({ code, severity }) => `${severity} ${code}`),
      ['error undefined-citation'],
    );
    for (const value of [undefined, null, 'off', 3, ['off']]) assert.deepEqual(levelsIn(value), {});
  });

  it('find the same position with any line ending', () => {
    const text = GOOD.replace('[3].', '[7].');
    for (const end of ['\r\n', '\r'])
      assert.deepEqual(
        checkBriefing(parseBriefing(text.replaceAll('\n', end), ''), '').map(({ range }) => range),
        checkBriefing(parseBriefing(text, ''), '').map(({ range }) => range),
      );
  });

  it('take bounded time for any text', () => {
    const start = worked();
    found(`# T\n\n${'a [^b] [c][d]\n\n'.repeat(8000)}`);
    found(`# T\n\n${'`a'.repeat(200_000)}`);
    assert.ok(worked() - start < 4000);
  });
});
