import assert from 'node:assert/strict';
import { exportStarred } from '../../src/share/exportStarred.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { read } from '../briefing/support/fixture.ts';
import { quotationsOf } from './quotations.ts';

const WORDS = {
  title: 'Starred',
  day: (date: string) => `Day ${date}`,
  undated: 'No date',
  unsourced: 'No source',
};

describe('Starred takeaways exported as one document', () => {
  fixtureCases('share/exportStarred', (text, name) => {
    const all = text.split('\n\n\n').map((briefing) => quotationsOf(read(briefing)));
    return exportStarred(all.flat(), name.startsWith('by date') ? 'date' : 'source', WORDS);
  });

  it('have headings whose characters are escaped', () => {
    const all = quotationsOf(read('# x', '## A', '- a'));
    const named = all.map((one) => ({ ...one, briefing: { title: '<b> [x](y) `z`' } }));
    const [, , , , heading] = exportStarred(named, 'date', WORDS).split('\n');
    assert.equal(heading, '### \\<b> \\[x\\](y) \\`z\\`');
  });
});
