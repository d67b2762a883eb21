import assert from 'node:assert/strict';
import { quickOrThorough } from '../../../src/base/async/hedged.ts';

const never = new Promise<string>(() => undefined);
const thorough = () => Promise.resolve('thorough');
const isWhole = (answer: string) => answer === 'whole';

/** An answer that resolves when `come` is called. */
function later(): { readonly answer: Promise<string>; come(value: string): void } {
  let come: (value: string) => void = () => undefined;
  const answer = new Promise<string>((resolve) => {
    come = resolve;
  });
  return { answer, come };
}

describe('quickOrThorough', () => {
  it('takes a quick answer that is in time, without starting the thorough one', async () => {
    const noOther = () => assert.fail('the thorough way was gone');
    const ask = { quick: Promise.resolve('part'), thorough: noOther, patience: 1_000_000, isWhole };
    assert.equal(await quickOrThorough(ask), 'part');
  });

  it('takes the thorough answer if the quick one fails or never comes', async () => {
    for (const quick of [Promise.reject<string>(new Error('no')), never])
      assert.equal(await quickOrThorough({ quick, thorough, patience: 0, isWhole }), 'thorough');
  });

  it('takes a late quick answer if it is whole, before the thorough one has come', async () => {
    const quick = later();
    const begun = later();
    const slow = () => {
      begun.come('');
      return never;
    };
    const given = quickOrThorough({ quick: quick.answer, thorough: slow, patience: 0, isWhole });
    await begun.answer;
    quick.come('whole');
    assert.equal(await given, 'whole');
  });

  it('waits for the thorough answer if the late quick one is not whole', async () => {
    const [quick, slow, begun] = [later(), later(), later()];
    const whole = () => {
      begun.come('');
      return slow.answer;
    };
    const given = quickOrThorough({ quick: quick.answer, thorough: whole, patience: 0, isWhole });
    await begun.answer;
    quick.come('part');
    await quick.answer;
    slow.come('thorough');
    assert.equal(await given, 'thorough');
  });

  it('fails with the error of the thorough answer if there is no other', async () => {
    const bad = () => Promise.reject<string>(new Error('gone'));
    for (const quick of [Promise.reject<string>(new Error('no')), never])
      await assert.rejects(quickOrThorough({ quick, thorough: bad, patience: 0, isWhole }), /gone/);
  });
});
