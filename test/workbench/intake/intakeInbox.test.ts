import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pathLabel } from '../../../src/workbench/labels.ts';
import { importedMessage } from '../../../src/workbench/intake/importedFiles.ts';
import { importFiles, type ImportedFiles } from '../../../src/workbench/intake/importFiles.ts';
import { LibraryDragAndDrop } from '../../../src/workbench/sidebar/dragAndDrop.ts';
import { emptyInbox, inboxTexts } from '../support/inbox.ts';
import { BAD, mailbox, NEWSLETTER, PAGE, plainMail, PNG } from '../support/letters.ts';
import { closeReaders, file, label, parts, run, until, uriOf, write } from '../support/parts.ts';

function loose(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, data: () => Promise.resolve(bytes) };
}

async function take(...files: readonly ReturnType<typeof loose>[]): Promise<ImportedFiles> {
  const { inbox } = await parts();
  return importFiles(inbox, [], files);
}

describe('A mail or page that is added to the inbox', () => {
  beforeEach(emptyInbox);
  after(emptyInbox);

  it('becomes a Markdown file with front matter', async () => {
    const { library } = await parts();
    const brought = await take(loose('letter.eml', NEWSLETTER), loose('Ferries.html', PAGE));
    assert.equal(importedMessage(brought), '2 briefings copied to the inbox.');
    const texts = await inboxTexts();
    const [page, mail] = [...texts.keys()].sort();
    assert.match(page ?? '', /^2026-11-19-ferries-stop-[\da-f]{8}\.md$/);
    assert.match(mail ?? '', /^2026-11-20-harbour-letter-the-ferry-and-a-crane-[\da-f]{8}\.md$/);
    const text = texts.get(mail ?? '') ?? '';
    assert.match(
      text,
      /^---\ntitle: .*\ndate: 2026-11-20\nlang: en\nsource: The Harbour Letter\nid: .*\nfetched: /,
    );
    assert.match(text, /\n- \*\*Night ferry:\*\* It stops on Monday/);
    assert.doesNotMatch(text, /unsubscribe|pixel|utm_source/i);
    assert.match(texts.get(page ?? '') ?? '', /\nsource: https:\/\/news\.example\/ferries\n/);
    await until('both', () => brought.copies.every((uri) => library.get(uri.toString())));
    // Without the path of VS Code’s own folder.
    assert.deepEqual(
      brought.copies.map(pathLabel).sort(),
      [...texts.keys()].map((name) => `inbox/${name}`).sort(),
    );
  });

  it('is there once, however often it is added; the first file is opened', async () => {
    const { inbox, library, tree, readers } = await parts();
    const undated = 'Subject: No date\n\nWords of a mail without a date.\n';
    const { copies } = await take(loose('a.eml', undated));
    const name = [...(await inboxTexts()).keys()][0] ?? '';
    const first = vscode.Uri.joinPath(inbox.folder, name);
    const older = vscode.Uri.joinPath(inbox.folder, name.replace(/^\d{4}-\d\d-\d\d/, '2026-01-02'));
    await vscode.workspace.fs.rename(first, older);
    const again = await take(loose('b.eml', undated));
    assert.deepEqual(
      [copies.length, again.copies.length, again.known.map(String)],
      [1, 0, [older.toString()]],
    );
    assert.equal(importedMessage(again), 'This briefing is already in the inbox.');
    assert.equal((await inboxTexts()).size, 1);
    const letter = file('dropped.eml');
    await write(letter, undated);
    const { reportImported } = await import('../../../src/workbench/intake/importedFiles.ts');
    const data = new vscode.DataTransfer();
    data.set('text/uri-list', new vscode.DataTransferItem(letter.toString()));
    await new LibraryDragAndDrop(library, tree, inbox, reportImported).handleDrop(undefined, data);
    await until('the first', () => uriOf(readers) === older.toString());
    await vscode.workspace.fs.delete(letter);
  });

  it('does not replace another file with the same name', async () => {
    const { inbox } = await parts();
    await take(loose('a.eml', NEWSLETTER));
    const name = [...(await inboxTexts()).keys()][0] ?? '';
    await write(vscode.Uri.joinPath(inbox.folder, name), '# Another\n\nWith the same name.\n');
    const { copies } = await take(loose('a.eml', NEWSLETTER));
    assert.equal(copies.length, 1);
    const texts = await inboxTexts();
    assert.equal(texts.size, 2);
    assert.match(texts.get(name) ?? '', /^# Another/);
  });

  it('of a mailbox becomes one file for each mail: Read as Briefing says how many, and opens the first', async () => {
    const { readers, inbox } = await parts();
    const uri = file('news.mbox');
    await write(uri, mailbox([plainMail(1), plainMail(2), NEWSLETTER]));
    await run('readAsBriefing', uri);
    assert.equal(label(readers), 'Quay 1');
    assert.ok(inbox.holds(uriOf(readers) ?? ''));
    assert.equal((await inboxTexts()).size, 3);
    const again = await importFiles(inbox, [uri], []);
    assert.equal(importedMessage(again), 'All 3 briefings are already in the inbox.');
    await write(uri, mailbox([plainMail(2), plainMail(3), 'Subject: Nothing\n\n', plainMail(3)]));
    const more = await importFiles(inbox, [uri], []);
    assert.equal(
      importedMessage(more),
      '2 briefings from “news.mbox” are in the inbox. 1 already existed. 1 email was left out. The file has no text.',
    );
    assert.equal((await inboxTexts()).size, 4);
    await vscode.workspace.fs.delete(uri);
  });

  it('that cannot be read is left out, with one message that says why', async () => {
    const { readers } = await parts();
    const said: string[] = [];
    for (const [name, content] of BAD) said.push(importedMessage(await take(loose(name, content))));
    said.push(importedMessage(await take(loose('empty.eml', ''), loose('empty.mbox', ''))));
    said.push(importedMessage(await take(loose('picture.mbox', PNG))));
    assert.deepEqual(said, [
      '“parts.eml” was not copied. The email has too many parts.',
      '“winmail.eml” was not copied. The file has no text.',
      '“picture.eml” was not copied. The file is not an email.',
      '“picture.html” was not copied. The file is binary, not text.',
      '“script.html” was not copied. The file has no text.',
      '“large.eml” was not copied. The file is too large (6.0 MB; the limit is 5 MB).',
      '“empty.eml” was not copied. The file has no text. 1 more was not copied either.',
      '“picture.mbox” was not copied. The file is not an email.',
    ]);
    assert.equal((await inboxTexts()).size, 0);
    const uri = file('picture.mbox');
    await write(uri, PNG);
    await run('readAsBriefing', uri);
    assert.equal(readers.location, undefined);
    await vscode.workspace.fs.delete(uri);
  });

  it('that cannot be read leaves the count of another mailbox unchanged', async () => {
    const some = loose('some.mbox', mailbox([plainMail(1), 'Subject: Nothing\n\n']));
    assert.equal(
      importedMessage(await take(some, loose('picture.mbox', PNG))),
      '“picture.mbox” was not copied. The file is not an email. 1 email was left out. The file has no text.',
    );
  });

  it('can be one of a thousand, which are added in slices and can be canceled', async () => {
    const { inbox } = await parts();
    const stop = new vscode.CancellationTokenSource();
    let turnsOfOthers = 0;
    const watch = setInterval(() => turnsOfOthers++, 0);
    const many = loose('many.mbox', mailbox(Array.from({ length: 1200 }, (_, i) => plainMail(i))));
    const brought = await importFiles(inbox, [], [many], {
      token: stop.token,
      report: (count) => {
        if (count === 100) stop.cancel();
      },
    });
    clearInterval(watch);
    assert.equal(brought.copies.length, 100);
    assert.equal(importedMessage(brought), 'Stopped. 100 briefings from “many.mbox” are in the inbox.');
    assert.equal((await inboxTexts()).size, 100);
    assert.ok(turnsOfOthers > 10, `${turnsOfOthers}`);
  });

  it('may be copied HTML source, which is read with its links', async () => {
    const { readers } = await parts();
    await vscode.env.clipboard.writeText(PAGE);
    await run('newFromClipboard');
    const text = [...(await inboxTexts()).values()][0] ?? '';
    assert.match(text, /- \*\*North line:\*\* It stops first/);
    assert.doesNotMatch(text, /no words|<(?!https:)|Home/);
    await run('nextTakeaway');
    assert.equal(label(readers), 'North line');
  });

  it('is the same file if it was copied as HTML source, and is there once', async () => {
    const { readers } = await parts();
    await take(loose('Ferries.html', PAGE));
    const dropped = await inboxTexts();
    await emptyInbox();
    await vscode.env.clipboard.writeText(PAGE);
    await run('newFromClipboard');
    const withoutTime = (texts: ReadonlyMap<string, string>) =>
      [...texts].map(([name, text]) => [name, text.replace(/\nfetched: .*/, '')]);
    assert.deepEqual(withoutTime(await inboxTexts()), withoutTime(dropped));
    const first = uriOf(readers);
    assert.ok(first !== undefined);
    await closeReaders();
    await run('newFromClipboard');
    assert.equal(uriOf(readers), first);
    assert.equal((await take(loose('Ferries.html', PAGE))).known.length, 1);
    assert.equal((await inboxTexts()).size, 1);
  });
});
