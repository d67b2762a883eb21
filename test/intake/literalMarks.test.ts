import assert from 'node:assert/strict';
import { parseMarkdown } from '../../src/briefing/grammar/markdown.ts';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const read = (html: string) => htmlToMarkdown(html).trim();

describe('Bold type of Markdown that was not rendered', () => {
  it('is bold type, if there is more of it', () => {
    assert.equal(
      read(
        '<p>The **ferry** stops, **“now”**.</p><ul><li>**배(Ferry)**가 <a href="https://a.example">**한**</a></ul>',
      ),
      'The **ferry** stops, **“now”**.\n\n- **배(Ferry)**가 [**한**](<https://a.example/>)',
    );
    assert.equal(read('<h2>**One** of **two**</h2><p>**Three:** a'), '## **One** of **two**\n\n**Three:** a');
  });

  it('stays as it is, if there is little of it, in code, or for anything else', () => {
    for (const html of [
      '<p>To make **ferry** bold, write **ferry**.</p>',
      '<pre>f(**a**, **b**, **c**)</pre>',
      '<p>f(**kwargs, **more), g(**a, **b), h(**c, **d)</p>',
      '<p>2**3**4, 5**6**7, 8**9**10</p>',
      '<p>src/**/a, lib/**/b, test/**/c, doc/**/d</p>',
      '<p>Price** and size**, but ** not ** this ** or ** that ** too</p>',
      '<p>**** a **** b **** c **** d</p>',
      '<p>**a <i>b** c **</i>d** **</p>',
      '<script>/** a **/ /** b **/ /** c **/</script><p>The **ferry** stops</p>',
    ])
      assert.doesNotMatch(JSON.stringify(parseMarkdown(read(html))), /strong_open/, html);
  });
});
