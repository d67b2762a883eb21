import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { structureOf } from '../../src/briefing/structure/structure.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { type FixContext, FIXES } from '../../src/language/fixes/fix.ts';
import { fixAll } from '../../src/language/fixes/fixAll.ts';
import { fixesFor } from '../../src/language/fixes/fixesFor.ts';
import type { RuleCode } from '../../src/language/rules.ts';
import { applyEdits } from '../../src/language/textEdit.ts';

function contextOf(text: string, fileName = ''): FixContext {
  return {
    briefing: parseBriefing(text, fileName),
    fileName,
    today: '2026-11-27',
    titleOf: (url) => (url === 'https://a.example/known' ? 'The [known] page' : undefined),
  };
}

/** The titles of all fixes for the first finding of a rule, each with the text after it. */
function mended(text: string, code: RuleCode, fileName = ''): Map<string, string> {
  const context = contextOf(text, fileName);
  const finding = checkBriefing(context.briefing, fileName).find((one) => one.code === code);
  assert.ok(finding, `${code} is not found`);
  const { lines } = structureOf(context.briefing).document;
  return new Map(
    fixesFor(finding, context).map(({ kind, detail, edits }) => [
      FIXES[kind].replace('{0}', detail),
      applyEdits(lines, edits),
    ]),
  );
}

function codes(text: string, fileName = ''): string[] {
  return checkBriefing(parseBriefing(text, fileName), fileName).map(({ code }) => code);
}

const GOOD = `# The harbour

## Key Takeaways

- **Ferry:** It stops on Monday [1].
- **Crane:** A third one was ordered [2].
- **Fog:** The port stays closed [3].

## References

1. [Notice](https://port.example/notices/14)
2. [Crane ordered](https://news.example/2026/crane)
3. [Weather log](https://weather.example/logs/9)
`;
const UNDEFINED = GOOD.replace('[2].', '[7] [1].');

describe('A quick fix', () => {
  it('adds the missing entry of a citation with the next number, and cites that', () => {
    const text = mended(UNDEFINED, 'undefined-citation').get('Add Reference [4]');
    assert.match(
      text ?? '',
      /ordered \[4\] \[1\]\.[^]*\n4\. \[\$\{1:Title of the source\}\]\(\$\{2:https:\/\/\}\)\n$/,
    );
  });

  it('makes a citation without an entry cite a listed source, the nearest first, or removes it', () => {
    const ways = mended(UNDEFINED, 'undefined-citation');
    assert.deepEqual(
      [...ways.keys()],
      [
        'Add Reference [4]',
        ...['Cite “Weather log”', 'Cite “Crane ordered”', 'Cite “Notice”'],
        ...['Remove [7]', 'Ignore “undefined-citation” Here'],
      ],
    );
    assert.deepEqual(codes(ways.get('Cite “Crane ordered”') ?? ''), []);
    assert.match(ways.get('Remove [7]') ?? '', /was ordered \[1\]\./);
  });

  it('adds a citation to a claim, at the end of its own paragraph', () => {
    const text = GOOD.replace('closed [3].', 'closed\n  until noon.\n\n  More of it.');
    assert.deepEqual(codes(text), ['no-reference', 'uncited-reference']);
    const ways = mended(text, 'no-reference');
    assert.deepEqual(
      [...ways.keys()],
      [...['Cite “Notice”', 'Cite “Crane ordered”', 'Cite “Weather log”', 'Ignore “no-reference” Here']],
    );
    assert.match(ways.get('Cite “Weather log”') ?? '', /until noon\. \[3\]\n\n {2}More of it\./);
    assert.deepEqual(codes(ways.get('Cite “Weather log”') ?? ''), []);
    const bare = '# A\n\n## Key Takeaways\n\n- **B:** x\n';
    assert.deepEqual([...mended(bare, 'no-reference').keys()], ['Ignore “no-reference” Here']);
  });

  it('merges a reference with the same one above, and updates its citations', () => {
    const twice = GOOD.replace('https://weather.example/logs/9', 'https://port.example/notices/14').replace(
      'closed [3]',
      'closed [1][3]',
    );
    const text = mended(twice, 'duplicate-reference').get(FIXES['merge-reference']) ?? '';
    assert.match(text, /closed \[1\]\./);
    assert.doesNotMatch(text, /Weather log/);
    const first =
      mended(
        twice.replace(
          '[Crane ordered](https://news.example/2026/crane)',
          '[Again](https://port.example/notices/14)',
        ),
        'duplicate-reference',
      ).get(FIXES['merge-reference']) ?? '';
    assert.match(first, /ordered \[1\]\.\n.*closed \[1\]\[2\]\.[^]*\n2\. \[Weather log\]/);
  });

  it('removes a reference that nothing cites, and renumbers those after it', () => {
    const text =
      mended(GOOD.replace('ordered [2]', 'ordered'), 'uncited-reference').get(FIXES['remove-reference']) ??
      '';
    assert.match(text, /closed \[2\]\.[^]*\n2\. \[Weather log\]\(https:\/\/weather.example\/logs\/9\)\n$/);
    assert.ok(!codes(text).includes('uncited-reference'));
  });

  it('removes tracking parameters, and gives a link the title that the library knows', () => {
    const tracked = GOOD.replace('notices/14', 'notices/14?utm_source=x');
    assert.equal(mended(tracked, 'tracking-link').get(FIXES['clean-link']), GOOD);
    const unnamed = GOOD.replace('closed [3]', 'closed [here](https://a.example/known) [3]');
    assert.match(
      mended(unnamed, 'empty-link-text').get('Change Link Text to “The [known] page”') ?? '',
      /\[The \\\[known\\\] page\]\(https:\/\/a\.example\/known\)/,
    );
  });

  it('sets the date of the front matter, in any syntax', () => {
    for (const front of [
      '---\ndate: someday\n---',
      '+++\ndate = "someday"\n+++',
      '---\ntitle: "x"\ndate: "someday" \n---',
    ]) {
      const ways = mended(`${front}\n\n${GOOD}`, 'bad-date', '2026-11-25-harbour.md');
      assert.deepEqual([...ways.keys()].slice(0, 2), [
        'Set the Date to 2026-11-25',
        'Set the Date to 2026-11-27',
      ]);
      assert.equal(
        ways.get('Set the Date to 2026-11-25'),
        `${front.replace('someday', '2026-11-25')}\n\n${GOOD}`,
      );
    }
    const differs = `---\ndate: 2026-11-26\n---\n\n${GOOD}`;
    assert.deepEqual(
      codes(
        mended(differs, 'date-mismatch', '2026-11-25.md').get('Set the Date to 2026-11-25') ?? '',
        '2026-11-25.md',
      ),
      [],
    );
    const titled = GOOD.replace('harbour', 'harbour, 2026-11-24');
    assert.equal(
      mended(titled, 'date-mismatch', '2026-11-25.md').get('Set the Date to 2026-11-25'),
      titled.replace('24', '25'),
    );
  });

  it('defines a link, and removes a heading without text', () => {
    const text = mended(`${GOOD}\nSee [that][other].\n`, 'unresolved-link');
    assert.match([...text.values()][0] ?? '', /\n\n\[other\]: \$\{1:https:\/\/\}\n$/);
    const empty = mended(GOOD.replace('## References', '## Nothing\n\n## References'), 'empty-section');
    assert.deepEqual(codes(empty.get(FIXES['remove-heading']) ?? ''), []);
  });

  it('silences only the rule it is asked for', () => {
    for (const [text, code] of [
      [UNDEFINED, 'undefined-citation'],
      [GOOD.replace('notices/14', 'notices/14?utm_source=x'), 'tracking-link'],
    ] as const) {
      const silent = mended(text, code).get(`Ignore “${code}” Here`) ?? '';
      assert.deepEqual(
        codes(silent),
        codes(text).filter((one) => one !== code),
      );
    }
  });

  it('writes only addresses into JSON', () => {
    const json =
      '{"title":"A","date":"x","sections":[{"title":"B","stories":[{"headline":"C","body":"d","sources":[{"name":"E","url":"https://a.example/1?utm_source=x"}]}]}]}';
    const context = contextOf(json);
    for (const finding of checkBriefing(context.briefing, ''))
      assert.deepEqual(
        fixesFor(finding, context).map(({ kind }) => kind),
        finding.code === 'tracking-link' ? ['clean-link'] : [],
      );
  });
});

describe('Fix All', () => {
  it('fixes what has one right answer, and leaves what needs a person', () => {
    const text = `---\ndate: someday\n---\n\n${UNDEFINED}`
      .replace('notices/14', 'notices/14?utm_source=x')
      .replace('https://weather.example/logs/9', 'https://port.example/notices/14?fbclid=1')
      .replace('closed [3]', 'closed [here](https://a.example/known) [3]');
    const made = fixAll(contextOf(text, '2026-11-25-harbour.md')) ?? '';
    assert.deepEqual(codes(made, '2026-11-25-harbour.md'), ['undefined-citation', 'uncited-reference']);
    assert.match(made, /date: 2026-11-25\n/);
    assert.equal(fixAll(contextOf(made, '2026-11-25-harbour.md')), undefined);
  });

  it('does nothing if nothing is wrong, or if the rule is turned off', () => {
    assert.equal(fixAll(contextOf(GOOD)), undefined);
    const tracked = GOOD.replace('notices/14', 'notices/14?utm_source=x');
    assert.equal(fixAll(contextOf(tracked), { 'tracking-link': 'off' }), undefined);
  });
});
