import assert from 'node:assert/strict';
import { contentOf } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';

const TEXT =
  '# T\n\n[One](https://a.example/1), [two](https://a.example/2), [see b.example](https://a.example/3).';

describe('The host of a link on the page', () => {
  const open = useReaderPages();

  it('is visible once in a paragraph, and at other links when they have the focus', async () => {
    const reader = await open(contentOf(TEXT, { view: 'whole' }));
    const passage = reader.locator('.whole .passage');
    const said = () => passage.evaluate((element) => (element as HTMLElement).innerText.trim());
    const quiet = 'One a.example, two, see b.example a.example.';
    assert.equal(await said(), quiet);
    const two = passage.getByRole('link', { name: 'two' });
    assert.equal(await two.getAttribute('title'), 'https://a.example/2');
    await passage.getByRole('link', { name: 'One' }).focus();
    await reader.page.keyboard.press('Tab');
    assert.equal(await two.evaluate((link) => link === document.activeElement), true);
    assert.equal(await said(), 'One a.example, twoa.example, see b.example a.example.');
    await reader.page.keyboard.press('Tab');
    assert.equal(await said(), quiet);
  });
});
