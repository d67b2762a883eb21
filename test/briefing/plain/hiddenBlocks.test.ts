import assert from 'node:assert/strict';
import { withoutHidden } from '../../../src/briefing/plain/hiddenBlocks.ts';

describe('Scripts, styles and thoughts', () => {
  it('are blank lines', () => {
    assert.deepEqual(withoutHidden(['a', '<script>let b = 1;</script>', 'c']), ['a', '', 'c']);
    assert.deepEqual(withoutHidden(['<style media="x">', 'b {}', '</style>', 'c']), ['', '', '', 'c']);
    assert.deepEqual(withoutHidden(['<think>', 'Hm.', '', 'So.', '</think>', '', '# T']), [
      '',
      '',
      '',
      '',
      '',
      '',
      '# T',
    ]);
    assert.deepEqual(withoutHidden(['<script>', 'a', '</script>', 'b', '<SCRIPT>c</SCRIPT>']), [
      '',
      '',
      '',
      'b',
      '',
    ]);
  });

  it('are as little shown as what a page begins with', () => {
    const page = ['<?xml version="1.0"?>', '', '<!DOCTYPE html>', '<html lang="en">', '<p>Late.</p>'];
    assert.deepEqual(withoutHidden(page), ['', '', '', ...page.slice(3)]);
    const told = ['See <!DOCTYPE html>', '<!DOCTYPE html>'];
    assert.equal(withoutHidden(told), told);
  });

  it('are words where they are not closed, or stand in a line', () => {
    for (const lines of [
      ['<script>', 'a'],
      ['a <script>b</script>'],
      ['<scripts>', 'a', '</scripts>'],
      ['`<style>`'],
    ])
      assert.deepEqual(withoutHidden(lines), lines);
  });
});
