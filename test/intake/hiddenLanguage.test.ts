import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const PAGE =
  '<p><span class="kr">배가</span><span class="t en">Ferry</span></p><div class="en">It stops.</div>';
const read = (css: string, page = PAGE) => htmlToMarkdown(`<style>${css}</style>${page}`).trim();

describe('A page in two languages', () => {
  it('is read in the one that its style sheet does not hide', () => {
    for (const css of [
      '.en{display:none}',
      '.a{color:red}\n  .en { display : none; }\n.on .en { display: block }',
      '.kr, .en{display:none!important}.on .kr{display:none}',
    ])
      assert.equal(read(css), '배가', css);
    assert.equal(read('.lang-ja{display:none}', '<p>Boot<b class="lang-ja">船</b></p>'), 'Boot');
  });

  it('is read whole if a script may show any, or if only some of it is hidden, or by other rules', () => {
    for (const css of [
      '.en{display:none}.kr{display:none}',
      '.en{display:none}.en.on{display:block}',
      '.on .en{display:none}',
      '.en:empty{display:none}',
      '.eng{display:none}',
      '.en{display:block}',
    ])
      assert.match(read(css), /배가 Ferry\s+It stops\./, css);
    assert.match(read('.en{display:none}', '<p class="en-mode">It stops.</p>'), /It stops/);
  });

  it('is read in time, whatever its rules are', () => {
    const start = performance.now();
    for (const worst of ['}', '} .', ', .en', '} .en {', '}.en{display:none', '} '.repeat(99)])
      read(worst.repeat(1e6 / worst.length));
    read(`}${' '.repeat(1e6)}`);
    assert.ok(performance.now() - start < 2000);
  });
});
