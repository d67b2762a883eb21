import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFeedSources } from '../../../src/intake/feeds/feedSources.ts';

describe('The setting of sources', () => {
  it('lists feeds, each with its name and shape', () => {
    const { sources, faults } = readFeedSources([
      { url: 'https://A.example/feed#top', name: ' Harbour ', as: 'digest' },
      { url: 'http://nas:8080/feed', as: 'auto' },
    ]);
    assert.deepEqual(sources, [
      {
        url: 'https://a.example/feed',
        host: 'a.example',
        written: 'https://A.example/feed#top',
        name: 'Harbour',
        as: 'digest',
      },
      { url: 'http://nas:8080/feed', host: 'nas:8080', written: 'http://nas:8080/feed' },
    ]);
    assert.deepEqual(faults, []);
  });

  it('reports what is wrong with each invalid entry', () => {
    const faults = [
      [{ url: 'https://a.example/feed' }, undefined],
      [{ url: 'https://a.example:443/feed' }, 'twice'],
      [{ url: 'file:///etc/passwd' }, 'scheme'],
      [{ url: 'a.example' }, 'noAddress'],
      [{ url: 'https://me:secret@b.example' }, 'credentials'],
      [{ url: 'https://c.example', as: 'pages' }, 'unknownShape'],
      [{ name: 'Harbour' }, 'noSource'],
      [7, 'noSource'],
      [null, 'noSource'],
      ['https://d.example/', undefined],
    ] as const;
    const read = readFeedSources(faults.map(([entry]) => entry));
    assert.deepEqual(
      read.faults.map(({ at, reason }) => [at, reason]),
      faults.flatMap(([, reason], at) => (reason ? [[at, reason]] : [])),
    );
    assert.equal(read.faults.find(({ reason }) => reason === 'credentials')?.shown, 'https://…@b.example');
    assert.deepEqual(
      read.sources.map(({ host }) => host),
      ['a.example', 'c.example', 'd.example'],
    );
  });

  it('is empty without a list', () => {
    assert.deepEqual(readFeedSources(undefined), { sources: [], faults: [] });
    assert.deepEqual(
      readFeedSources({}).faults.map(({ reason }) => reason),
      ['noList'],
    );
    const many = readFeedSources(Array.from({ length: 6000 }, (_, i) => ({ url: `https://a.example/${i}` })));
    assert.deepEqual([many.sources.length, many.faults.map(({ reason }) => reason)], [5000, ['tooMany']]);
  });

  it('never throws', () => {
    const entry = fc.record({ url: fc.anything(), name: fc.anything(), as: fc.anything() });
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.array(entry)), (value) => void readFeedSources(value)));
  });
});
