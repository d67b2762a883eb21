import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { filesFor } from '../../../src/intake/files/filesFor.ts';
import { newEntries, type Seen } from '../../../src/intake/files/newEntries.ts';
import type { Shape } from '../../../src/intake/files/shape.ts';
import { withFiles, type WrittenFile } from '../../../src/intake/files/writtenFile.ts';
import type { FeedEntry } from '../../../src/intake/model.ts';
import { entryOf, feedOf, ORIGIN } from './harbour.ts';

/** An inbox with the state of its source. */
class Inbox {
  readonly files = new Map<string, string>();
  readonly #shape: Shape;
  seen: Seen = new Map();
  written: readonly WrittenFile[] = [];

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  /** Returns the names of the files that were written. */
  async fetch(...entries: readonly FeedEntry[]): Promise<readonly string[]> {
    const news = newEntries(feedOf(...entries), this.seen);
    const read = (name: string) => Promise.resolve(this.files.get(name));
    const changes = await filesFor(ORIGIN, this.#shape, news, this.written, read);
    for (const { name, text, over } of changes) {
      assert.equal(this.files.get(name), over);
      this.files.set(name, text);
    }
    this.seen = news.seen;
    this.written = withFiles(
      this.written,
      changes.map(({ written }) => written),
    );
    return changes.filter(({ text, over }) => text !== over).map(({ name }) => name);
  }

  /** The name of the first file, or of another one. */
  name(at = 0): string {
    return [...this.files.keys()][at] ?? '';
  }

  /** The items in each file. */
  items(): readonly (readonly string[])[] {
    return [...this.files].map(([name, text]) =>
      readingItems(parseBriefing(text, name)).map(({ label, text: words }) => label ?? words),
    );
  }
}

describe('The files of a feed of long entries', () => {
  it('are one for each entry, written once', async () => {
    const inbox = new Inbox('issues');
    assert.equal((await inbox.fetch(entryOf(1), entryOf(2))).length, 2);
    assert.deepEqual(await inbox.fetch(entryOf(1), entryOf(2)), []);
    const briefing = parseBriefing(inbox.files.get(inbox.name()) ?? '', inbox.name());
    assert.deepEqual([briefing.title, briefing.date], ['Ferry 1 stops', '2026-11-26']);
    assert.deepEqual(
      briefing.references.map(({ url }) => url),
      ['https://harbour.example/1'],
    );
  });

  it('are written again, under the same name, if the entry has changed', async () => {
    const inbox = new Inbox('issues');
    await inbox.fetch(entryOf(1));
    assert.deepEqual(await inbox.fetch(entryOf(1, { title: 'Ferry 1 runs', date: '2026-11-25T00:00:00Z' })), [
      inbox.name(),
    ]);
    assert.equal(inbox.files.size, 1);
    assert.equal(parseBriefing(inbox.files.get(inbox.name()) ?? '', inbox.name()).title, 'Ferry 1 runs');
  });

  it('are left alone if the person has changed or removed them', async () => {
    const inbox = new Inbox('issues');
    await inbox.fetch(entryOf(1), entryOf(2));
    const [one, two] = [inbox.name(0), inbox.name(1)];
    inbox.files.set(one, `${inbox.files.get(one) ?? ''}My note.\n`);
    inbox.files.delete(two);
    assert.deepEqual(await inbox.fetch(entryOf(1, { title: 'A' }), entryOf(2, { title: 'B' })), []);
  });

  it('are not overwritten if the state was lost', async () => {
    const inbox = new Inbox('issues');
    await inbox.fetch(entryOf(1));
    inbox.seen = new Map();
    inbox.written = [];
    assert.deepEqual(await inbox.fetch(entryOf(1)), []);
  });

  it('say where the text is if the feed has none', async () => {
    const inbox = new Inbox('issues');
    await inbox.fetch(entryOf(1, { html: '' }));
    assert.match(
      inbox.files.get(inbox.name()) ?? '',
      /\n\[Ferry 1 stops\]\(<https:\/\/harbour\.example\/1>\)\n$/,
    );
  });
});

describe('The digests of a feed', () => {
  it('are one for each day, which later entries of that day join', async () => {
    const inbox = new Inbox('digest');
    const yesterday = entryOf(9, { date: '2026-11-25T09:00:00Z' });
    await inbox.fetch(entryOf(2), entryOf(1), yesterday);
    await inbox.fetch(entryOf(3), entryOf(2, { title: 'Ferry 2 runs' }));
    assert.deepEqual(inbox.items(), [['Ferry 9 stops'], ['Ferry 1 stops', 'Ferry 2 runs', 'Ferry 3 stops']]);
  });

  it('are left alone if the person has changed them: new entries go into another one', async () => {
    const inbox = new Inbox('digest');
    await inbox.fetch(entryOf(1));
    const theirs = `${inbox.files.get(inbox.name()) ?? ''}\nMy note.\n`;
    inbox.files.set(inbox.name(), theirs);
    await inbox.fetch(entryOf(2), entryOf(1, { title: 'Changed' }));
    await inbox.fetch(entryOf(3));
    assert.equal(inbox.files.get(inbox.name()), theirs);
    assert.deepEqual(inbox.items()[1], ['Ferry 2 stops', 'Ferry 3 stops']);
    assert.equal(parseBriefing(inbox.files.get(inbox.name(1)) ?? '', 'a.md').title, 'Harbour News (2)');
  });

  it('do not bring back what the person removed', async () => {
    const inbox = new Inbox('digest');
    await inbox.fetch(entryOf(1));
    inbox.files.clear();
    assert.deepEqual(await inbox.fetch(entryOf(1, { title: 'Changed' })), []);
    await inbox.fetch(entryOf(2));
    assert.deepEqual(inbox.items(), [['Ferry 2 stops']]);
  });

  it('repeat nothing if the state was lost', async () => {
    const inbox = new Inbox('digest');
    await inbox.fetch(entryOf(1), entryOf(2));
    inbox.seen = new Map();
    inbox.written = [];
    assert.deepEqual(await inbox.fetch(entryOf(1), entryOf(2)), []);
    await inbox.fetch(entryOf(3));
    assert.deepEqual(
      inbox.items().map((items) => items.length),
      [3],
    );
  });

  it('are of the day of the request if an entry has no date', async () => {
    const inbox = new Inbox('digest');
    await inbox.fetch(entryOf(1, { date: '2099-01-01T00:00:00Z' }), { id: 'a', title: 'Fog' });
    assert.equal(inbox.files.size, 1);
    assert.match(inbox.name(), /^2026-11-26-harbour-news-/);
  });
});
