import assert from 'node:assert/strict';
import { allTakeaways, read, takeawaysOf } from '../../support/fixture.ts';

const LIST = ['', '- **Late:** after nine', '- **Dear:** ten and more'];

describe('A legend', () => {
  it('has no takeaways', () => {
    for (const line of [
      'Setup legend:',
      '**Legend**',
      'How to read:',
      'How to read this table',
      '图例：',
      'Légende :',
      'Symbols used below:',
    ])
      assert.equal(takeawaysOf(line, ...LIST).length, 0, line);
  });

  it('may be several lists below its heading', () => {
    const lists = ['', '+ It is new', '* It is changed', '- It is gone'];
    assert.equal(allTakeaways(read('# T', '', '## Notations used here', ...lists)).length, 0);
    assert.equal(allTakeaways(read('# T', '', '## Notations and more', ...lists)).length, 3);
  });

  it('has the same rules as a list of what made the text', () => {
    assert.equal(takeawaysOf('Powered by:', ...LIST).length, 0);
  });

  it('is not recognized by similar words', () => {
    for (const line of [
      'Death of a legend',
      'Powered by the wind:',
      'How to read the news:',
      'The key to success:',
    ])
      assert.equal(takeawaysOf(line, ...LIST).length, 2, line);
  });
});

describe('Words after a sentence that announce people', () => {
  it('are the heading of a list of people', () => {
    const list = ['', '- Ann / Harbour', '- Bob / Pier'];
    assert.equal(takeawaysOf('Hello! Please sign in. Roll call:', ...list).length, 0);
    assert.equal(takeawaysOf('Hello! Please sign in. What is new:', ...list).length, 2);
  });
});
