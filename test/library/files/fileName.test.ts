import assert from 'node:assert/strict';
import { fileNameOf } from '../../../src/library/files/fileName.ts';

describe('A file name', () => {
  const cases: readonly (readonly [uri: string, name: string])[] = [
    ['file:///a/My%20brief.md', 'My brief.md'],
    ['file:///a/b%2Fc.md', 'b/c.md'],
    ['file:///c%3A/briefs/2026-03-02%20K%C3%A4se.txt', '2026-03-02 Käse.txt'],
    ['vscode-vfs://github/a/b/brief.md?ref=x/y#z/w', 'brief.md'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['file:///a/100%.md', '100%.md'],
    ['file:///a/', ''],
    ['', ''],
  ];

  it('is the decoded last part of the URI', () => {
    for (const [uri, name] of cases) assert.equal(fileNameOf(uri), name, uri);
  });
});
