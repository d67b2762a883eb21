import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { siblingFile, realSiblingFile } from '../../../src/workbench/reader/panel/siblingFile.ts';
import { file } from '../support/parts.ts';

describe('A relative address in a briefing', () => {
  it('leads to files beside it, and anywhere in its workspace folder', () => {
    const briefing = file('briefings/a.md');
    const path = (address: string) => siblingFile(briefing, address)?.file.path;
    assert.equal(path('images/map%201.png'), file('briefings/images/map 1.png').path);
    assert.equal(path('../b.md#part'), file('b.md').path);
    const others = ['..\\..\\b.md', '..%5c..%5Cb.md', 'a%00.md'];
    for (const outside of [
      '../../b.md',
      '/b.md',
      'https://b.example/b.md',
      '#b',
      '..%2f..%2fb.md',
      ...others,
    ])
      assert.equal(path(outside), undefined, outside);
  });

  it('never leads outside, however it is written', () => {
    const briefing = file('briefings/a.md');
    const up = ['../../b.png', './../../b.png', 'x/../../../b.png', '../../../../../../etc/passwd'];
    const encoded = [
      '%2e%2e/%2e%2e/b.png',
      '%2E%2E%2F%2E%2E%2Fb.png',
      '..%2f..%2fb.png',
      'x%2f..%2f../../b.png',
    ];
    const windows = [
      '..\\..\\b.png',
      '..%5c..%5cb.png',
      '%5c%5chost%5cshare%5cb.png',
      'C:\\b.png',
      'c:/b.png',
    ];
    const absolute = [
      '/b.png',
      '//host/share/b.png',
      '\\\\host\\share\\b.png',
      '%2fetc%2fpasswd',
      '%2f%2fhost%2fb.png',
    ];
    const schemes = [
      'file:///etc/passwd',
      'vscode-remote://a/b.png',
      'vscode-resource:/b.png',
      'FILE:/b.png',
      'data:,x',
    ];
    const hidden = ['b%00.png', 'b\u0000.png', '%0a/etc/passwd', '%E0%A4%A'];
    for (const address of [...up, ...encoded, ...windows, ...absolute, ...schemes, ...hidden])
      assert.equal(siblingFile(briefing, address), undefined, address);
    // Decoded only once, it is the name of a folder.
    const twice = siblingFile(briefing, '%252e%252e/%252e%252e/b.png')?.file.path;
    assert.equal(twice, file('briefings/%2e%2e/%2e%2e/b.png').path);
  });

  it('leads nowhere in a document without a folder', () => {
    assert.equal(siblingFile(vscode.Uri.parse('untitled:Untitled-1'), 'b.png'), undefined);
  });

  it('leads to files beside it at the root of a disk', () => {
    const found = siblingFile(vscode.Uri.parse('file:///briefing.md'), 'map.png');
    assert.equal(found?.file.path, '/map.png');
    assert.equal(found.root.path, '/');
  });

  it('does not lead to a link or through one', async () => {
    const briefing = file('briefings/a.md');
    const path = async (address: string) => (await realSiblingFile(briefing, address))?.file.path;
    assert.equal(await path('team/notes.txt'), file('briefings/team/notes.txt').path);
    assert.equal(await path('../b.md'), file('b.md').path);
    for (const outside of ['linked/diary.md', 'linked', '../links/own/diary.md', '../../b.md'])
      assert.equal(await path(outside), undefined, outside);
  });

  it('leads to the same folder if the briefing was opened through a link', async () => {
    const briefing = file('briefings/linked/diary.md');
    const path = async (address: string) => (await realSiblingFile(briefing, address))?.file.path;
    assert.equal(await path('map.png'), file('briefings/linked/map.png').path);
    assert.equal(await path('../a.md'), undefined);
  });
});
