import assert from 'node:assert/strict';
import { contentOf } from './content.ts';
import { cards, page, textOf } from './html.ts';

/** This many words. */
const words = (count: number) => 'tide '.repeat(count).trim();

/** The text of each card except the end. */
function saidBy(text: string): string[] {
  return cards(page({}, text))
    .slice(0, -1)
    .map((card) => textOf(card).trim());
}

/** What is above the headline of each card, and the headline. */
function headsOf(text: string): (readonly [above: string, name: string])[] {
  return contentOf(text).cards.map(({ sectionHtml, name }) => [sectionHtml, name]);
}

describe('The card of a passage', () => {
  it('has the title of its section as its headline, and the title around that above it', () => {
    const text =
      '# T\n\nLede.\n\n## Ships\n\nTwo came.\n\n### Tugs\n\nOne is back.\n\n#### Crews\n\nAll well.';
    assert.deepEqual(headsOf(text), [
      ['', 'T'],
      ['', 'Ships'],
      ['Ships', 'Tugs'],
      ['Tugs', 'Crews'],
    ]);
    const [, , tugs = ''] = cards(page({}, text));
    assert.match(
      tugs,
      /<p class="eyebrow" dir="auto">Ships<\/p>\n<h1 dir="auto"><span class="name">Tugs<\/span><\/h1>\n<div class="body"><p dir="auto">One is back\.<\/p>\n<\/div>/,
    );
  });

  it('has the sender of a mail above it if it is the first one', () => {
    const text = '# T\n\nLede.\n\n## Ships\n\nTwo came.\n\n### Tugs\n\nOne is back.';
    const above = cards(page({ sender: 'Ann <i>' }, text)).map(
      (card) => /<p class="eyebrow" dir="auto">(.*)<\/p>/.exec(card)?.[1],
    );
    assert.deepEqual(above, ['Ann &#60;i&#62;', undefined, 'Ships', undefined]);
    const [first = ''] = cards(page({ sender: 'Ann' }, '# T\n\n## Ships\n\n- Two came.'));
    assert.match(first, /<p class="eyebrow" dir="auto">Ann · Ships<\/p>/);
  });

  it('has a headline without a number, and is not marked as a takeaway', () => {
    const [, ships = ''] = cards(page({}, '# T\n\n## 1. Fog\n\nNo ship came.\n\n## 2. Ships\n\nTwo came.'));
    assert.match(ships, /<h1 dir="auto"><span class="name">Ships<\/span><\/h1>/);
    assert.doesNotMatch(ships, /class="(?:eyebrow|lone-emoji|emoji|part|intro)"/);
  });

  it('has the title above it without its number, like the headline', () => {
    assert.deepEqual(headsOf('# T\n\n## 5. Ships\n\n- Two came.\n\n### Tugs\n\nOne is back.'), [
      ['Ships', 'Two came.'],
      ['Ships', 'Tugs'],
    ]);
  });

  it('has its own words as its name after another of its section, or below the title', () => {
    const list = '- **Tug:** It waits.\n- **Crane:** It turns.';
    assert.deepEqual(headsOf(`# T\n\n## Ships\n\nTwo came.\n\n${list}\n\nOne left.`), [
      ['', 'Ships'],
      ['Ships', 'Tug'],
      ['Ships', 'Crane'],
      ['Ships', 'One left.'],
    ]);
    const names = headsOf(
      `# T\n\nLede.\n\n${list}\n\nIt rains.\n\n- **Ferry:** It stops.\n- **Quay:** It is wet.`,
    ).map(([, name]) => name);
    assert.deepEqual(names, ['T', 'Tug', 'Crane', 'It rains.', 'Ferry', 'Quay']);
  });

  it('says which part of a divided text it is', () => {
    const text = `# T\n\n## Ships\n\n${[1, 2, 3].map((at) => `${at} ${words(380)}.`).join('\n\n')}`;
    const parts = cards(page({}, text)).flatMap((card) => /<h1[^>]*>(.*)<\/h1>/.exec(card)?.[1] ?? []);
    const name = '<span class="name">Ships</span>';
    assert.deepEqual(parts.slice(0, -1), [
      name.replace('</span>', ' <span class="part">1 of 3</span></span>'),
      name.replace('</span>', ' <span class="part">2 of 3</span></span>'),
      name.replace('</span>', ' <span class="part">3 of 3</span></span>'),
    ]);
    assert.deepEqual(
      saidBy(text).map((said) => /\d tide/.exec(said)?.[0]),
      ['1 tide', '2 tide', '3 tide'],
    );
  });

  it('lists its references, and says nothing if there are none', () => {
    assert.deepEqual(saidBy('# T\n\nOne.\n\n## A\n\n- Two.'), ['T One.', 'A Two. Two.']);
    const [said = ''] = saidBy('# T\n\nOne [port](https://port.example).');
    assert.match(said, /^T One port port\.example \. Reference port port\.example$/);
  });
});

describe('What introduces items', () => {
  const text = [
    '# T\n\n## Ships\n\nTwo came.\n\nOf the others it is said:',
    '- **Tugs:** One is back.\n- **Ferry:** At noon.',
    'In the yard\n\n- **Crane:** It stands.',
  ].join('\n\n');

  it('is above the first of them only', () => {
    assert.deepEqual(saidBy(text), [
      'Ships Two came.',
      'Ships Of the others it is said: Tugs One is back.',
      'Ships Ferry At noon.',
      'Ships In the yard Crane It stands.',
    ]);
    const [, tugs = ''] = cards(page({}, text));
    assert.ok(
      tugs.includes(
        '<div class="intro"><p dir="auto">Of the others it is said:</p>\n</div>\n<h1 dir="auto">',
      ),
    );
  });

  it('is in the whole view once, and in no passage there', () => {
    const { articleHtml } = contentOf(text);
    assert.equal(articleHtml.split('Of the others').length, 2);
    assert.deepEqual(
      [...articleHtml.matchAll(/<div class="passage"[^>]*>\n([^]*?)<\/div>/g)].map(([, html]) => html),
      ['<p dir="auto">Two came.</p>\n'],
    );
  });
});

describe('A card', () => {
  it('does not repeat its topic', () => {
    const same: readonly (readonly [text: string, above: string])[] = [
      ['# T\n\n## Ships\n\n- **Ships:** Two came.', ''],
      ['# T\n\n## SHIPS\n\n- **Ships:** Two came.', ''],
      ['# T\n\n## 3. Ships\n\n- **Ships:** Two came.', ''],
      ['# T\n\n## 3. Ships\n\nTwo came.', ''],
      ['# T\n\n## Harbour\n\n### Ships\n\n- **Ships:** Two came.', 'Harbour'],
      ['# T\n\n## Harbour\n\n### Ships\n\n- **Tugs:** Two came.', 'Ships'],
      [
        '# T\n\n## Harbour\n\n### Ships\n\n- **Tugs:** Two came.\n\n## Quay\n\n### Ships\n\n- One.',
        'Harbour › Ships',
      ],
      ['# T\n\n## Ships\n\n- **Tugs:** Two came.\n\n## Ships\n\n- One.', 'Ships'],
      ['# Ships\n\nTwo came.', ''],
      ['# Ships\n\n- **Tugs:** Two came.\n- **Ferry:** One.', ''],
    ];
    for (const [text, above] of same) {
      const [[found] = []] = headsOf(text);
      assert.equal(found, above, text);
      const [card = ''] = cards(page({}, text));
      assert.equal(card.includes('class="eyebrow"'), above !== '', text);
    }
  });
});

describe('The end', () => {
  it('does not count a date below the title', () => {
    assert.deepEqual(headsOf('# T\n\n2026-03-02\n\n## Ships\n\nTwo came.'), [['', 'Ships']]);
    assert.deepEqual(headsOf('# T\n\n2026-03-02\n\nLede.\n\n## Ships\n\nTwo came.')[0], ['', 'T']);
  });

  it('names a passage that was skipped', () => {
    const end = cards(page({}, '# T\n\n## Ships 🚢\n\nTwo came.')).at(-1) ?? '';
    assert.match(textOf(end), /1 not read Ships 🚢 /);
  });
});
