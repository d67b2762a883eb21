import assert from 'node:assert/strict';
import { nameNoHost } from '../../../src/briefing/render/namesNoHost.ts';

describe('Words that name no host', () => {
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

  it('are plain words', () => {
    for (const words of none) assert.ok(nameNoHost(words), words);
  });

  it('are none that could be read as one, and in doubt they are', () => {
    for (const words of like) assert.ok(!nameNoHost(words), words);
  });
});
