import assert from 'node:assert/strict';
import { fixtureCases } from '../support/fixtureCases.ts';
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
    const [, tugs = ''] = cards(page({}, '# T\n\n## Ships\n\nTwo came.\n\n### Tugs\n\nOne is back.'));
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

  it('says which part of a divided text it is', () => {
    const text = `# T\n\n## Ships\n\n${[1, 2, 3].map((at) => `${at} ${words(380)}.`).join('\n\n')}`;
    const parts = cards(page({}, text)).flatMap((card) => /<h1[^>]*>(.*)<\/h1>/.exec(card)?.[1] ?? []);
    const name = '<span class="name">Ships</span>';
    const part = (at: number) => name.replace('</span>', ` <span class="part">${at} of 3</span></span>`);
    assert.deepEqual(parts.slice(0, -1), [1, 2, 3].map(part));
    const begun = saidBy(text).map((said) => /\d tide/.exec(said)?.[0]);
    assert.deepEqual(begun, ['1 tide', '2 tide', '3 tide']);
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

describe('What is above the headline of a card, and the headline', () => {
  fixtureCases('reader/heads', (text) => {
    const shown = cards(page({}, text));
    return headsOf(text)
      .map(([above, name], at) => {
        assert.equal(shown[at]?.includes('class="eyebrow"'), above !== '', name);
        return above === '' ? name : `${above} | ${name}`;
      })
      .join('\n');
  });
});

describe('The end', () => {
  it('names a passage that was skipped', () => {
    const end = cards(page({}, '# T\n\n## Ships 🚢\n\nTwo came.')).at(-1) ?? '';
    assert.match(textOf(end), /1 not read Ships 🚢 /);
  });
});
