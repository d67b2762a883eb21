import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { type Levels, levelsIn } from '../../src/language/rules.ts';
import { worked } from '../support/clock.ts';

/** `code line:column words`, 1-based, of all that is found. */
function found(text: string, fileName = '', levels: Levels = {}): string[] {
  const lines = text.split('\n');
  return checkBriefing(parseBriefing(text, fileName), fileName, levels).map(
    ({ code, range: { start, end } }) => {
      const words = start.line === end.line ? lines[start.line]?.slice(start.character, end.character) : '…';
      return `${code} ${start.line + 1}:${start.character + 1} ${words}`;
    },
  );
}

/** A briefing with nothing to be said of it. */
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

describe('A check of a briefing that is being written', () => {
  it('finds nothing in one whose claims have their sources', () => {
    assert.deepEqual(found(GOOD), []);
  });

  it('finds a source that is a front page, or that of a section', () => {
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

  it('says of a template’s address only that it is one', () => {
    const page = 'https://example.com/';
    assert.deepEqual(found(GOOD.replace('https://port.example/notices/14', page)), [
      `placeholder-link 13:24 ${page}`,
    ]);
  });

  it('takes no article, profile, search or bare domain for a front page', () => {
    for (const page of ['https://a.example/why-now/', 'https://github.com/zcash', 'https://a.example/?p=12'])
      assert.deepEqual(found(GOOD.replace('https://port.example/notices/14', page)), []);
    assert.deepEqual(
      found(GOOD.replace('[The port’s notice](https://port.example/notices/14)', 'Port news — port.example')),
      [],
    );
  });

  it('finds a link that follows who clicks it, and says which would not', () => {
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

  it('finds three takeaways on one source alone', () => {
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

  it('finds a link whose words say nothing, in many languages, but none that is numbered or named', () => {
    for (const words of ['here', 'Link', '**Read more →**', '链接', 'Подробнее'])
      assert.deepEqual(found(GOOD.replace('noon [3]', `noon [${words}](https://a.example/b)`)).slice(0, 1), [
        `empty-link-text 9:46 ${words}`,
      ]);
    for (const words of ['1', 'a.example', 'Here it stands'])
      assert.deepEqual(found(GOOD.replace('noon [3]', `noon [${words}](https://a.example/b) [3]`)), []);
  });

  it('finds a citation without its entry, also where nothing is numbered', () => {
    assert.deepEqual(found(GOOD.replace('[3].', '[7].')), [
      'undefined-citation 9:45 [7]',
      'uncited-reference 15:5 Weather log',
    ]);
    assert.deepEqual(found('# A\n\n## Key Takeaways\n\n- **Ferry:** It stops [7].\n'), [
      'undefined-citation 5:23 [7]',
    ]);
  });

  it('takes a program’s list, code, a box to check and a comment for no citation', () => {
    const text = '# A\n\nThe value a[1] and `x [2]` <!-- [3] -->.\n\n- [ ] open\n\n```\n[4]\n```\n';
    assert.deepEqual(found(text), []);
  });

  it('finds a date that differs between front matter, name and title', () => {
    const dated = `---\ndate: 2026-11-26\n---\n\n${GOOD.replace('harbour', 'harbour, 24 November 2026')}`;
    assert.deepEqual(found(dated, '2026-11-25-harbour.md'), [
      'date-mismatch 1:1 ---',
      'date-mismatch 5:1 # The harbour, 24 November 2026',
    ]);
    assert.deepEqual(found(GOOD, '2026-11-25-harbour.md'), []);
  });

  it('is silent where a comment above says so', () => {
    const broken = GOOD.replace('[3].', '[7].');
    const silent = (codes: string) => broken.replace('- **Fog', `<!-- briefing-ignore ${codes} -->\n- **Fog`);
    assert.deepEqual(found(silent('undefined-citation')), ['uncited-reference 16:5 Weather log']);
    assert.deepEqual(found(silent('')), ['uncited-reference 16:5 Weather log']);
    assert.deepEqual(found(silent('no-reference, tracking-link')), [
      'undefined-citation 10:45 [7]',
      'uncited-reference 16:5 Weather log',
    ]);
  });

  it('takes each rule as seriously as a person has said', () => {
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

  it('finds a line ended in any way at the same place', () => {
    const text = GOOD.replace('[3].', '[7].');
    for (const end of ['\r\n', '\r'])
      assert.deepEqual(
        checkBriefing(parseBriefing(text.replaceAll('\n', end), ''), '').map(({ range }) => range),
        checkBriefing(parseBriefing(text, ''), '').map(({ range }) => range),
      );
  });

  it('takes no long time, whatever is found', () => {
    const start = worked();
    found(`# T\n\n${'a [^b] [c][d]\n\n'.repeat(8000)}`);
    found(`# T\n\n${'`a'.repeat(200_000)}`);
    assert.ok(worked() - start < 4000);
  });
});
