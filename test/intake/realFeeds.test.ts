import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readFeed } from '../../src/intake/readFeed.ts';
import { REPO } from '../support/paths.ts';

const FEEDS = path.join(REPO, 'test', 'fixtures', 'intake', 'feeds');
const EXPECTED = '.expected.json';

describe('Real feeds', () => {
  const names = fs.readdirSync(FEEDS);
  const expectations = names.filter((name) => name.endsWith(EXPECTED));

  it('include every format', () => {
    assert.ok(expectations.length > 20, String(expectations.length));
    assert.equal(names.length, 2 * expectations.length);
  });

  for (const expected of expectations) {
    const stem = expected.slice(0, -EXPECTED.length);
    it(`are read as a person reads them: ${stem}`, () => {
      const name = names.find((other) => path.parse(other).name === stem) ?? '';
      const feed = readFeed(fs.readFileSync(path.join(FEEDS, name)), 'https://served.example/feed');
      assert.deepEqual(feed, JSON.parse(fs.readFileSync(path.join(FEEDS, expected), 'utf8')));
    });
  }
});
