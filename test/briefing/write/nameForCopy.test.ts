import assert from 'node:assert/strict';
import { nameForCopy } from '../../../src/briefing/write/fileStem.ts';

describe('The name of a copy', () => {
  it('is the file’s own name, in characters that every file system accepts', () => {
    for (const name of [
      'a.md',
      'Käse 2.txt',
      '.md',
      'a..md',
      '100%.md',
      'console.md',
      'com10.md',
      '字.markdown',
    ])
      assert.equal(nameForCopy(name), name);
    assert.equal(nameForCopy('Why: "now"?.md'), 'Why- -now--.md');
    assert.equal(nameForCopy('a.exe:b.md'), 'a.exe-b.md');
  });

  it('is rejected if it would lead elsewhere, or if it names a device', () => {
    const elsewhere = [
      '',
      '.',
      '..',
      '../a.md',
      'a/b.md',
      '/a.md',
      '..\\a.md',
      'C:\\a.md',
      '..%2fa.md',
      '..%5Ca.md',
    ];
    const nowhere = [
      'a\0.md',
      'a%00.md',
      'a\nb.md',
      'a.md ',
      'a.md.',
      'NUL.md',
      'con.tar.md',
      'COM¹.md',
      'CONIN$.md',
    ];
    for (const name of [...elsewhere, ...nowhere, 'aux .md'])
      assert.equal(nameForCopy(name), undefined, name);
  });
});
