import assert from 'node:assert/strict';
import { localizedNames } from '../../../src/library/files/localizedNames.ts';

describe('Files in the language of the interface', () => {
  const names = ['2025-08-19-talks.txt', 'welcome.de.md', 'welcome.md', 'welcome.zh-cn.md'];

  it('replace those without a language', () => {
    assert.deepEqual(localizedNames(names, 'de'), ['2025-08-19-talks.txt', 'welcome.de.md']);
    assert.deepEqual(localizedNames(names, 'zh-CN'), ['2025-08-19-talks.txt', 'welcome.zh-cn.md']);
    assert.deepEqual(localizedNames(names, 'de-at'), ['2025-08-19-talks.txt', 'welcome.de.md']);
  });

  it('fall back to those without a language', () => {
    for (const language of ['en', 'en-gb', 'zh-tw', 'fr', '', 'd', '../de'])
      assert.deepEqual(localizedNames(names, language), ['2025-08-19-talks.txt', 'welcome.md'], language);
  });
});
