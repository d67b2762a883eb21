import assert from 'node:assert/strict';
import { globsIn } from '../../../src/library/files/globs.ts';

describe('The globs of a workspace folder', () => {
  const include = ['**/briefings/**/*.md', '**/*.briefing.md'];

  it('are those of the setting', () => {
    assert.deepEqual(globsIn('team', include), include);
  });

  it('also match if the folder that they name is opened itself', () => {
    assert.deepEqual(globsIn('briefings', include), ['**/briefings/**/*.md', '**/*.md', '**/*.briefing.md']);
  });
});
