import assert from 'node:assert/strict';
import { keyHelp, titleWithKey } from '../../src/reader/keyHelp.ts';

describe('The keyboard help', () => {
  it('has a line for each set of keys, written as on the keyboard', () => {
    const contributes = {
      commands: [
        { command: 'a', title: 'Go On' },
        { command: 'b', title: 'Show Whole' },
        { command: 'c', title: 'Show One' },
        { command: 'd', title: 'Help' },
        { command: 'e', title: 'Without a key' },
        // As in a VS Code in another language.
        { command: 'f', title: { value: 'Hinauf', original: 'Go Up' } },
      ],
      keybindings: [
        { command: 'a', key: 'j' },
        { command: 'a', key: 'space' },
        { command: 'b', key: 'enter' },
        { command: 'b', key: 'f' },
        { command: 'c', key: 'enter' },
        { command: 'c', key: 'f' },
        { command: 'd', key: 'shift+/' },
        { command: 'unknown', key: 'g g' },
        { command: 'f', key: 'u' },
        { command: 'e', key: 'ctrl+enter', when: 'inQuickOpen && briefings.searching' },
        { command: 'e', key: 'escape', when: 'briefings.source && editorTextFocus' },
      ],
    };
    const help = keyHelp({ contributes });
    assert.deepEqual(help, [
      { titles: { a: 'Go On' }, keys: ['Space', 'j'] },
      { titles: { b: 'Show Whole', c: 'Show One' }, keys: ['f', 'Enter'] },
      { titles: { d: 'Help' }, keys: ['?'] },
      { titles: { unknown: 'unknown' }, keys: ['g g'] },
      { titles: { f: 'Hinauf' }, keys: ['u'] },
    ]);
    assert.deepEqual(
      ['a', 'c', 'e'].map((command) => titleWithKey(help, command)),
      ['Go On (Space)', 'Show One (f)', ''],
    );
  });
});
