import assert from 'node:assert/strict';
import { foldText } from '../../src/base/foldText.ts';

describe('A folded text', () => {
  const cases: readonly (readonly [text: string, folded: string])[] = [
    ['Two Ports\n1.5 %', 'two ports\n1.5 %'],
    ['Łódź, Straße & Œuvre', 'lodz, strasse & oeuvre'],
    ['Élysée – Øresund, Þórr, ığdır', 'elysee – oresund, thorr, igdir'],
    ['ＡＢＣ １２', 'abc 12'],
    ['Łódź ガイド', 'lodz ガイド'],
    ['한국'.normalize('NFD'), '한국'],
    ['', ''],
  ];
  for (const [text, folded] of cases)
    it(`of “${text}”`, () => {
      assert.equal(foldText(text), folded);
    });

  it('is the same in any Unicode normalization', () => {
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'])
      assert.equal(foldText('Łódź ガイド é'.normalize(form)), 'lodz ガイド e');
  });
});
