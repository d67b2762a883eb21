import assert from 'node:assert/strict';
import { inLanguage } from '../../../src/library/files/localizedNames.ts';

describe('Files in the language of the interface', () => {
  const names = ['2025-08-19-talks.txt', 'welcome.de.md', 'welcome.md', 'welcome.zh-cn.md'];

  it('replace those without a language', () => {
    assert.deepEqual(inLanguage(names, 'de'), ['2025-08-19-talks.txt', 'welcome.de.md']);
    assert.deepEqual(inLanguage(names, 'zh-CN'), ['2025-08-19-talks.txt', 'welcome.zh-cn.md']);
    assert.deepEqual(inLanguage(names, 'de-at'), ['2025-08-19-talks.txt', 'welcome.de.md']);
  });

  it('fall back to those without a language', () => {
    for (const language of ['en', 'en-gb', 'zh-tw', 'fr', '', 'd', '../de'])
      assert.deepEqual(inLanguage(names, language), ['2025-08-19-talks.txt', 'welcome.md'], language);
  });
});
