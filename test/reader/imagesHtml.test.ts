import assert from 'node:assert/strict';
import { contentOf } from './content.ts';
import { cards, page, textOf } from './html.ts';

const TEXT =
  '# T\n\n## A\n\n- **One:** words\n- **Two:** ![map](https://b.example/1.png)\n- **Three:** [![x](https://a.example/2.png)](https://c.example)';
const ASK = { image: (href: string) => ({ kind: 'ask', href }) as const };

/** The text of the button in the whole view, and in each card. */
function buttons(hosts: readonly string[], count = 5): (string | undefined)[] {
  const html = page({ ...contentOf(TEXT, {}, ASK), images: { count, hosts } }, TEXT);
  return [html, ...cards(html).slice(0, -1)].map((part) => {
    const [, words] =
      /<p><button class="image" data-press="showImages">(.*?)<\/button><\/p>/.exec(part) ?? [];
    return words === undefined ? undefined : textOf(words);
  });
}

describe('The button for blocked images', () => {
  it('says how many there are, and which hosts they would come from', () => {
    assert.equal(buttons(['a.example'])[0], 'Show all images of this briefing (5, a.example)');
    const [three] = buttons(['a.example', 'b.example', 'c.example']);
    assert.equal(three, 'Show all images of this briefing (5, a.example and 2 more)');
  });

  it('is below the title of the whole view, and in the items that have such an image', () => {
    const said = 'Show all images of this briefing (2, a.example and 1 more)';
    assert.deepEqual(buttons(['a.example', 'b.example'], 2), [said, undefined, said, said]);
    const html = page({ ...contentOf(TEXT, {}, ASK), images: { count: 1, hosts: ['a.example'] } }, TEXT);
    assert.match(html, /<p class="meta">.*<\/p>\n<p><button class="image"/);
  });

  it('is not in an item whose own link shows its only image', () => {
    const said = 'Show all images of this briefing (1, a.example)';
    // The image in a link has no button.
    assert.deepEqual(buttons(['a.example'], 1), [said, undefined, undefined, said]);
  });

  it('is not there if all images are shown', () => {
    assert.doesNotMatch(page(contentOf(TEXT), TEXT), /showImages/);
    assert.deepEqual(buttons([]), [undefined, undefined, undefined, undefined]);
  });

  it('does not take text that looks like a blocked image for one', () => {
    const text = '# T\n\n- **One:** `<span class="image">`';
    const content = { ...contentOf(text), images: { count: 1, hosts: ['a.example'] } };
    assert.doesNotMatch(cards(page(content, text))[0] ?? '', /showImages/);
  });
});
