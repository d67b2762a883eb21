import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileBeside } from '../../src/workbench/reader/besides.ts';
import { file } from './parts.ts';

describe('What a briefing names by a relative address', () => {
  it('is beside it, or anywhere in its workspace folder', () => {
    const briefing = file('briefings/a.md');
    const path = (address: string) => fileBeside(briefing, address)?.file.path;
    assert.equal(path('images/map%201.png'), file('briefings/images/map 1.png').path);
    assert.equal(path('../b.md#part'), file('b.md').path);
    for (const outside of ['../../b.md', '/b.md', 'https://b.example/b.md', '#b', '..%2f..%2fb.md'])
      assert.equal(path(outside), undefined, outside);
  });

  it('is beside it where that is the root of a disk', () => {
    const found = fileBeside(vscode.Uri.parse('file:///briefing.md'), 'map.png');
    assert.equal(found?.file.path, '/map.png');
    assert.equal(found.root.path, '/');
  });
});
