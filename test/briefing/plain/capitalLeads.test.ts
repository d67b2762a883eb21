import assert from 'node:assert/strict';
import { allTakeaways, read } from '../support/fixture.ts';

const stories = (...leads: string[]) =>
  leads.flatMap((lead) => [`${lead} The office says that it goes on`, 'until the evening.', '']);
const labels = (...lines: string[]) =>
  allTakeaways(read('HARBOUR NEWS', '', 'The ferry is late, as it often is.', '', ...lines)).map(
    ({ label }) => label,
  );

describe('Paragraphs that begin with a sentence in capitals', () => {
  const LEADS = ['FERRY STOPS AT NINE.', 'IS A TUG ENOUGH?', 'CRANE 4 COMES!'];

  it('are stories if there are three', () => {
    assert.deepEqual(labels('PORT', '', ...stories(...LEADS)), [
      'FERRY STOPS AT NINE',
      'IS A TUG ENOUGH?',
      'CRANE 4 COMES!',
    ]);
  });

  it('are not stories if there are two, if the same words recur, or if they have one word', () => {
    for (const leads of [LEADS.slice(1), Array<string>(4).fill('READ ON.'), ['STOP.', 'WAIT.', 'GO.']])
      assert.deepEqual(labels('PORT', '', ...stories(...leads)), [], leads.join(' '));
  });
});
