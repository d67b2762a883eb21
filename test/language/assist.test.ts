import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { structureOf } from '../../src/briefing/structure/structure.ts';
import { citationAt } from '../../src/language/assist/citationAt.ts';
import { claimsOf } from '../../src/language/assist/claims.ts';
import { completionsAt, type Knowledge } from '../../src/language/assist/complete.ts';
import { pasteReference } from '../../src/language/assist/pasteReference.ts';
import { applyEdits } from '../../src/language/textEdit.ts';

const GOOD = `# The harbour

## Key Takeaways

- **Ferry:** It stops on Monday [1].
- **Crane:** A third one [2] was ordered ‸

## References

1. [Notice](https://port.example/notices/14)
2. [Crane ordered](https://news.example/2026/crane)
`;
const KNOWN: Knowledge = {
  sources: [
    { title: 'Notice', url: 'https://port.example/notices/14?utm_source=x' },
    { title: 'Tides [2026]', url: 'https://tide.example/t' },
  ],
  headings: ['What Is Next'],
  labels: ['Why *now*'],
};

/** The position of `‸`, and the text without it. */
function at(marked: string) {
  const lines = marked.slice(0, marked.indexOf('‸')).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const text = marked.replace('‸', '');
  return { text, position, briefing: parseBriefing(text, '') };
}

/** The completions by label, each with the text after it is accepted. */
function offered(marked: string): Map<string, string> {
  const { briefing, position } = at(marked);
  const { lines } = structureOf(briefing).document;
  return new Map(
    completionsAt(briefing, position, KNOWN).map(({ label, text, range, edits }) => [
      label,
      applyEdits(lines, [{ range, text }, ...edits]),
    ]),
  );
}

describe('Completions', () => {
  it('offer the sources of the briefing, then those of the library, which add an entry', () => {
    for (const typed of ['[‸', '[‸]', '[Ti‸']) {
      const found = offered(GOOD.replace('‸', typed));
      assert.deepEqual([...found.keys()], ['[1] Notice', '[2] Crane ordered', 'Tides [2026]'], typed);
      assert.match(found.get('[2] Crane ordered') ?? '', /was ordered \[2\]\n/);
      assert.match(
        found.get('Tides [2026]') ?? '',
        /was ordered \[3\]\n[^]*\n3\. \[Tides \\\[2026\\\]\]\(https:\/\/tide\.example\/t\)\n$/,
      );
    }
  });

  it('show the address of sources that look alike', () => {
    const { briefing, position } = at(GOOD.replace('‸', '[‸'));
    const sources = ['grain', 'tides'].map((page) => ({
      title: 'Port Post',
      url: `https://post.example/${page}`,
    }));
    assert.deepEqual(
      completionsAt(briefing, position, { ...KNOWN, sources }).map(
        ({ label, detail }) => `${label} · ${detail}`,
      ),
      [
        '[1] Notice · port.example',
        '[2] Crane ordered · news.example',
        'Port Post · post.example/grain',
        'Port Post · post.example/tides',
      ],
    );
  });

  it('offer the section titles and labels of the library', () => {
    const heading = offered(GOOD.replace(' ‸\n\n', '\n\n## ‸\n\n'));
    assert.match(heading.get('What Is Next') ?? '', /\n## What Is Next\n/);
    const label = offered(GOOD.replace('‸', '\n- **W‸'));
    assert.match(label.get('Why *now*') ?? '', /\n- \*\*Why \\\*now\\\*:\*\* \n/);
  });

  it('are not offered in code, in front matter, in the source list, and in JSON', () => {
    for (const text of [
      GOOD.replace('‸', '\n\n```\na[‸\n```'),
      `---\ntitle: [‸\n---\n\n${GOOD.replace('‸', '')}`,
      GOOD.replace('‸', '').replace('1. [Notice', '1. [‸Notice'),
      '{"title":"A [‸","sections":[]}',
      GOOD.replace('ordered ‸', 'ordered‸'),
    ])
      assert.deepEqual([...offered(text).keys()], [], text);
  });
});

describe('A citation', () => {
  it('is found with its source at any position in it', () => {
    for (const marked of ['Monday ‸[1]', 'Monday [‸1]', 'Monday [1]‸']) {
      const { briefing, position } = at(GOOD.replace('‸', '').replace('Monday [1]', marked));
      assert.equal(citationAt(briefing, position)?.reference.title, 'Notice');
    }
    const { briefing, position } = at(GOOD.replace('‸', '').replace('stops on', 'stops ‸on'));
    assert.equal(citationAt(briefing, position), undefined);
  });
});

describe('The claims of a briefing', () => {
  const sourcedIn = (text: string) =>
    claimsOf(parseBriefing(text, '')).map(({ isSourced, sources }) => [isSourced, sources.length]);

  it('have their own sources, or share all of them if none has its own', () => {
    assert.deepEqual(sourcedIn(GOOD), [
      [true, 1],
      [true, 1],
    ]);
    assert.deepEqual(sourcedIn(GOOD.replace(' [2]', '')), [
      [true, 1],
      [false, 0],
    ]);
    assert.deepEqual(sourcedIn(GOOD.replace(' [2]', '').replace(' [1]', '')), [
      [true, 0],
      [true, 0],
    ]);
    assert.deepEqual(sourcedIn('# A\n\n## Key Takeaways\n\n- **B:** x\n'), [[false, 0]]);
  });
});

describe('A pasted address', () => {
  const pasted = (marked: string) => {
    const { briefing, position, text } = at(marked);
    const source = { title: 'Tides', url: 'https://tide.example/t' };
    const range = { start: position, end: position };
    const paste = pasteReference(briefing, range, source);
    return paste && applyEdits(text.split('\n'), [{ range, text: paste.text }, ...paste.edits]);
  };
  const BARE = GOOD.replace('‸', '');

  it('becomes the next entry in a list of sources', () => {
    const whole = `${BARE}3. [Tides](https://tide.example/t)`;
    assert.equal(pasted(`${BARE}‸`), whole);
    assert.equal(pasted(`${BARE}3. ‸`), whole);
    assert.equal(
      pasted('# A\n\nx\n\n## References\n\n- [One](https://a.example/1)\n- ‸'),
      '# A\n\nx\n\n## References\n\n- [One](https://a.example/1)\n- [Tides](https://tide.example/t)',
    );
    assert.equal(
      pasted('# A\n\nx\n\n## References\n\n‸'),
      '# A\n\nx\n\n## References\n\n- [Tides](https://tide.example/t)',
    );
  });

  it('comes last wherever it is pasted in a list with numbers, so that each citation keeps its source', () => {
    const whole = `${BARE}3. [Tides](https://tide.example/t)\n`;
    assert.equal(pasted(BARE.replace('2. [', '‸\n2. [')), whole);
    assert.equal(pasted(BARE.replace('\n\n1. [', '\n‸\n1. [')), whole);
    assert.equal(
      pasted(BARE.replace('1. [', '‸\n\n1. [')),
      whole.replace('## References\n\n', '## References\n\n\n\n'),
    );
    const loose = BARE.replace('2. [', '\n2. [');
    assert.equal(
      pasted(`${loose.replace('2. [', '‸\n2. [')}\n## Next\n\nx`),
      `${loose.replace('2. [', '\n2. [')}3. [Tides](https://tide.example/t)\n\n## Next\n\nx`,
    );
    assert.equal(
      pasted(BARE.replace('2. [', '‸\n1. [')),
      `${BARE.replace('2. [', '1. [')}1. [Tides](https://tide.example/t)\n`,
    );
  });

  it('gets the bullet of the list, and stays where it is', () => {
    const bullets =
      '# A\n\nx\n\n## References\n\n* [One](https://a.example/1)\n‸\n* [Two](https://a.example/2)\n';
    assert.equal(pasted(bullets), bullets.replace('‸', '* [Tides](https://tide.example/t)'));
  });

  it('keeps the number of an entry that is selected', () => {
    const { briefing } = at(`${BARE}‸`);
    const range = { start: { line: 10, character: 0 }, end: { line: 10, character: 52 } };
    assert.deepEqual(pasteReference(briefing, range, { title: 'T', url: 'https://tide.example/t' }), {
      text: '2. [T](https://tide.example/t)',
      edits: [],
    });
  });

  it('stays an address anywhere else, and if the briefing lists it already', () => {
    for (const marked of [
      GOOD,
      GOOD.replace('ordered ‸', 'ordered\n\n‸'),
      `${BARE}See ‸`,
      `${BARE}3. [Tides](https://tide.example/t)\n‸`,
      '{"title":"A","references":["‸"]}',
    ])
      assert.equal(pasted(marked), undefined, marked);
  });
});
