import assert from 'node:assert/strict';
import { scriptLanguage } from '../../../src/briefing/text/scriptLanguage.ts';

describe('The language of a script', () => {
  it('is Korean or Japanese', () => {
    for (const [text, language] of [
      ['페리는 월요일부터 아홉 시에 끊긴다고 KBS가 전했다.', 'ko'],
      ['月曜から渡船は九時に止まる。', 'ja'],
      ['从周一起，渡轮九点停航。', undefined],
      ['The ferry stops at nine (페리, フェリー).', undefined],
      ['', undefined],
    ] as const)
      assert.equal(scriptLanguage(text), language, text);
  });
});
