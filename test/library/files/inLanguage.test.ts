import assert from 'node:assert/strict';
import { inLanguage } from '../../../src/library/files/inLanguage.ts';

describe('The files in a language', () => {
  const names = ['2025-08-19-talks.txt', 'welcome.de.md', 'welcome.md', 'welcome.zh-cn.md'];

  it('stand in place of those that name none', () => {
    assert.deepEqual(inLanguage(names, 'de'), ['2025-08-19-talks.txt', 'welcome.de.md']);
    assert.deepEqual(inLanguage(names, 'zh-CN'), ['2025-08-19-talks.txt', 'welcome.zh-cn.md']);
    assert.deepEqual(inLanguage(names, 'de-at'), ['2025-08-19-talks.txt', 'welcome.de.md']);
  });

  it('do not where there are none', () => {
    for (const language of ['en', 'en-gb', 'zh-tw', 'fr', '', 'd', '../de'])
      assert.deepEqual(inLanguage(names, language), ['2025-08-19-talks.txt', 'welcome.md'], language);
  });
});
