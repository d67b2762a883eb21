import fc from 'fast-check';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { keysOf } from '../../../src/library/outline.ts';
import { END, readFromPage } from '../../../src/reader/messages.ts';
import { DEAD_LINKS } from '../support/deadLinks.ts';
import { type Leaving, watchLeaving } from '../support/leaving.ts';
import { file, forgetReading, parts, until, uriOf, write } from '../support/parts.ts';
import { takeOver } from '../support/takenOver.ts';

/** The image is from the web, and never loads. */
const TOLD = `# Told

## In brief

- **Quay:** Closed, says [the port](https://port.example/14). See [another](other.md).
- **Map:** ![a map](https://localhost:9/bay.png)
`;

describe('A compromised page', () => {
  const uri = file('briefings/told.md');
  const other = file('briefings/other.md');
  const secret = file('briefings/secret.md');
  const shown = { uri: uri.toString() };
  let leaving: Leaving;

  before(async () => {
    await write(uri, TOLD);
    await write(other, '# Other\n\n## In brief\n\n- **One:** first\n');
    await write(secret, '# Secret\n\n## In brief\n\n- **One:** first\n');
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    leaving = watchLeaving();
  });

  afterEach(() => {
    leaving.stop();
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await forgetReading();
    for (const one of [uri, other, secret]) await vscode.workspace.fs.delete(one);
  });

  it('can follow only links of its briefing', async () => {
    const { readers } = await parts();
    const page = await takeOver(uri, TOLD);
    const places: (string | undefined)[] = [];
    const listener = readers.onDidChangeLocation(() => {
      // The event that makes its own reader the current one may come late.
      if (uriOf(readers) !== uri.toString()) places.push(uriOf(readers));
    });
    const foreign = [
      'https://evil.example/',
      'https://port.example/',
      'https://port.example/14#',
      'mailto:a@b.example',
    ];
    const files = ['secret.md', './other.md', 'other.md#one', '../briefings/other.md', secret.path];
    const urls = [...DEAD_LINKS, ...foreign, ...files, secret.toString(), 'https://localhost:9/bay.png'];
    await page.tell(urls.map((url) => ({ ...shown, type: 'linkFollowed', url })));
    assert.deepEqual([leaving.addresses, places], [[], []]);
    await page.tell([{ ...shown, type: 'linkFollowed', url: 'https://port.example/14' }]);
    await until('the port', () => leaving.addresses.length > 0);
    await page.tell([{ ...shown, type: 'linkFollowed', url: 'other.md' }]);
    await until('the other one', () => uriOf(readers) === other.toString());
    listener.dispose();
    assert.deepEqual(leaving.addresses, ['https://port.example/14']);
    assert.deepEqual([...new Set(places)], [other.toString()]);
  });

  it('changes nothing with a thousand messages without a user action', async () => {
    const { readingLog, readers } = await parts();
    const page = await takeOver(uri, TOLD);
    const { briefing } = readers.requireCurrent().content;
    const keys = keysOf(briefing);
    const ids = [...briefing.sections, ...itemsIn(briefing)].map(({ id }) => id);
    const known = ['', END, 'other.md', 'https://port.example/14', 'https://localhost:9/bay.png', ...ids];
    let moves = 0;
    const listener = readers.onDidChangeLocation(() => moves++);
    const state = () => ({
      moves,
      leaving: leaving.addresses.filter((address) => address !== 'https://port.example/14'),
      isNew: page.madeAnew() !== undefined,
      reader: [readers.all.length, readers.location, readers.view],
      tabs: vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      marks: keys.map((key) => [readingLog.isRead(key), readingLog.isStarred(key)]),
    });
    await vscode.env.clipboard.writeText('before');
    const before = state();
    const seed = Date.now();
    const messages = fc
      .sample(anyMessage(shown.uri, known), { numRuns: 1500, seed })
      .filter((message) => isNobodys(message, known));
    assert.ok(messages.length > 1000, `${messages.length}`);
    await page.tell(messages);
    // When this message is handled, all earlier ones are.
    await page.tell([{ ...shown, type: 'linkFollowed', url: 'https://port.example/14' }]);
    await until('the port', () => leaving.addresses.includes('https://port.example/14'));
    listener.dispose();
    assert.deepEqual(state(), before, `seed ${seed}`);
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });

  it('gets only images that its briefing has', async () => {
    const page = await takeOver(uri, TOLD);
    const urls = [
      'https://evil.example/a.png',
      'https://localhost:9/',
      'https://port.example/14',
      ...DEAD_LINKS,
    ];
    await page.tell(urls.map((url) => ({ ...shown, type: 'imageRequested', url })));
    assert.equal(page.madeAnew(), undefined);
    await page
      .tell([{ ...shown, type: 'imageRequested', url: 'https://localhost:9/bay.png' }])
      .catch(() => undefined);
    assert.match(page.madeAnew() ?? '', /img-src https:\/\/localhost:9\/bay\.png;/);
  });

  it('cannot choose which images are shown when it requests all', async () => {
    const page = await takeOver(uri, TOLD);
    const evil = 'https://evil.example/a.png';
    await page
      .tell([{ ...shown, type: 'buttonPressed', button: 'showImages', url: evil, urls: [evil], id: evil }])
      .catch(() => undefined);
    assert.match(page.madeAnew() ?? '', /img-src https:\/\/localhost:9\/bay\.png;/);
    assert.doesNotMatch(page.madeAnew() ?? '', /evil/);
  });

  /** Whether it is not a valid message, or names what the briefing does not have. */
  function isNobodys(message: unknown, known: readonly string[]): boolean {
    const { uri: told, type } = (message ?? {}) as { readonly uri?: unknown; readonly type?: unknown };
    // Does not rely on the validator alone, whose mistakes would then not be tested.
    if (told !== shown.uri && type !== 'stale' && type !== 'voices') return true;
    const read = readFromPage(message, shown.uri);
    switch (read?.type) {
      case undefined:
        return true;
      case 'itemChosen':
      case 'itemSeen':
      case 'scrolledTo':
        return !known.includes(read.id);
      case 'linkFollowed':
      case 'imageRequested':
        return !known.includes(read.url);
      case 'reference':
        return read.index > 9;
      case 'viewChosen':
      case 'advanced':
      case 'buttonPressed':
      case 'stale':
      case 'voices':
      case 'focus':
        return false;
    }
  }
});

/** Any value, changed messages, and valid messages about items of other briefings. */
function anyMessage(uri: string, known: readonly string[]): fc.Arbitrary<unknown> {
  const strange = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom('__proto__', 'constructor', 'toString', '../../etc/passwd', 'file:///etc/passwd', uri),
    fc.constantFrom(...DEAD_LINKS),
    fc.string({ unit: 'binary' }),
    fc.jsonValue(),
  );
  const type = fc.constantFrom(
    ...[
      'itemChosen',
      'viewChosen',
      'linkFollowed',
      'reference',
      'imageRequested',
      'advanced',
      'buttonPressed',
    ],
    ...['stale', 'voices', 'itemSeen', 'scrolledTo', 'show', 'render', 'openFile', '__proto__'],
  );
  const ours = fc.record(
    {
      type,
      uri: fc.oneof({ weight: 4, arbitrary: fc.constant(uri) }, { weight: 1, arbitrary: strange }),
      id: strange,
      url: strange,
      view: fc.oneof(fc.constantFrom('item', 'whole'), strange),
      action: fc.oneof(fc.constantFrom('open', 'copyLink', 'cite', 'citing'), strange),
      index: fc.oneof(fc.integer(), fc.double(), strange),
      step: fc.oneof(fc.integer(), strange),
      button: fc.oneof(fc.constantFrom('nextUnread', 'help', 'star', 'markRead'), strange),
      end: fc.oneof(fc.boolean(), strange),
      offset: fc.oneof(fc.double(), strange),
      available: strange,
    },
    { requiredKeys: ['type', 'uri'] },
  );
  return fc.oneof({ weight: 1, arbitrary: fc.jsonValue() }, { weight: 4, arbitrary: ours });
}
