import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/event.ts';

describe('An event', () => {
  it('calls its listeners in order, each as often as it was added', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const twice = (value: number) => heard.push(`b${value}`);
    emitter.event((value) => heard.push(`a${value}`));
    emitter.event(twice);
    const second = emitter.event(twice);
    emitter.fire(1);
    second.dispose();
    second.dispose();
    emitter.fire(2);
    assert.deepEqual(heard, ['a1', 'b1', 'b1', 'a2', 'b2']);
  });

  it('calls only those who listened when it was fired', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const late = () => {
      emitter.event((value) => heard.push(`late${value}`));
    };
    const first = emitter.event(() => {
      first.dispose();
      late();
    });
    emitter.event((value) => heard.push(`b${value}`));
    emitter.fire(1);
    assert.deepEqual(heard, ['b1']);
    emitter.fire(2);
    assert.deepEqual(heard, ['b1', 'b2', 'late2']);
  });

  it('calls the other listeners if one throws, rethrows the error, and calls no one after it is disposed of', () => {
    const emitter = new Emitter<number>();
    const heard: number[] = [];
    emitter.event(() => {
      throw new Error('a mistake');
    });
    emitter.event((value) => heard.push(value));
    const fire = () => {
      emitter.fire(1);
    };
    assert.throws(fire, /a mistake/);
    emitter.dispose();
    fire();
    assert.deepEqual(heard, [1]);
  });
});
