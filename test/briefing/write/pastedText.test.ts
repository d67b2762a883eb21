import assert from 'node:assert/strict';
import { isAddressAlone, isPageSource } from '../../../src/briefing/write/pastedText.ts';

describe('Pasted text', () => {
  it('is not a briefing if it is only addresses', () => {
    for (const text of [
      'https://www.reuters.com/world/foo',
      ' <https://a.example/x?y#z>\n',
      'www.reuters.com/world',
      'https://a.example\r\n\r\nhttps://b.example\n',
      'mailto:me@a.example',
      'vscode://a.b/c',
      'file:///a/b.md',
    ])
      assert.equal(isAddressAlone(text), true, text);
    for (const text of [
      '',
      ' \n',
      'Morning',
      'Morning\nhttps://a.example',
      'https://a.example is down',
      'Note: x',
      '- a.example',
    ])
      assert.equal(isAddressAlone(text), false, text);
  });
});

describe('Pasted HTML', () => {
  it('is recognized by how it starts', () => {
    for (const text of [
      '<html><body><h1>Morning</h1></body></html>',
      '<!DOCTYPE html><html><head><title>Site</title></head><body>Words',
      '\ufeff<?xml version="1.0"?>\n<html><body>',
      '<!-- saved --> <html><body>',
      '<meta charset="utf-8"><h1>T</h1>',
      '<div><h2>Key takeaways</h2><ul><li>Crane</li></ul></div>',
      '<p>One &lt;b&gt; *two*</p>',
      '<table><tr><td>a</td></tr></table>',
    ])
      assert.equal(isPageSource(text), true, text);
  });

  it('is not recognized if a text only contains tags', () => {
    for (const text of [
      'Morning',
      'a <b>c</b>',
      '# T\n\n<div>a</div>',
      '<div align="center">\n\n# T\n\n</div>',
      '<p>a</p>\n\n- b\n\n<p>c</p>',
      '<https://a.example>',
      '<Exec> said no',
    ])
      assert.equal(isPageSource(text), false, text);
  });

  it('takes time proportional to its length', () => {
    for (const piece of ['<a ', '<!--', '<p', '<script>', '<a href="', '</', '<ul><li>', '&'])
      for (const start of ['', '<div>', '<!--'])
        assert.equal(typeof isPageSource(`${start}${piece.repeat(400_000)}`), 'boolean', piece);
  });
});
