import assert from 'node:assert/strict';
import { cannotBeHost } from '../../../src/briefing/render/cannotBeHost.ts';

describe('Text that names no host', () => {
  const none = [
    'the minutes',
    'the minutes.',
    '“Minutes”, of May 2026',
    'don’t, or well-known?',
    '(here)',
    'Überblick',
    '会议记录',
    'محضر الاجتماع',
  ];
  const like = [
    ...['a.example', 'see a.example.', 'a .example', 'a. example', 'https://a', 'a/b', 'me@a', 'a:b'],
    // What may look like a dot, and is a letter or a mark.
    ...['a．example', 'a。example', 'aꓸexample', 'aꞏexample', 'a٠example', 'a·example', 'a\u0323example'],
    ...['', '[1]', '1,200', '🚢 ships'],
  ];

  it('is plain text', () => {
    for (const words of none) assert.ok(cannotBeHost(words), words);
  });

  it('could not be read as a host, not even in doubt', () => {
    for (const words of like) assert.ok(!cannotBeHost(words), words);
  });
});
