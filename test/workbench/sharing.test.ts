import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import type { Quotation } from '../../src/share/quotation.ts';
import { exportTo } from '../../src/workbench/commands/share/exportBriefing.ts';
import {
  type ExportFormat,
  HTML,
  JSON_DATA,
  MARKDOWN,
  PRINTED_PAGE,
} from '../../src/workbench/commands/share/exportFormats.ts';
import { starredDocument, starredIn } from '../../src/workbench/commands/share/exportStarred.ts';
import { insertInto } from '../../src/workbench/commands/authoring/insertTakeaway.ts';
import { HumanError } from '../../src/workbench/errors.ts';
import { PrintFolder } from '../../src/workbench/files/printFolder.ts';
import {
  choose,
  closeAll,
  file,
  HARBOUR,
  nodeAt,
  openDraft,
  parts,
  run,
  takeawayNode,
  until,
} from './support/parts.ts';

const NOTICE = '[Port authority notice 14](<https://port.example/notices/14>)';
const TUGS = `> **Tugs:** Two of four are back in service.\n>\n> — Harbour report, 2026-03-02\n>\n> — ${NOTICE}`;

describe('Copy As', () => {
  before(closeAll);
  after(closeAll);

  const cases: readonly (readonly [format: string, starts: string, holds: string])[] = [
    ['Markdown', '> **Tugs:** Two of four', NOTICE],
    [
      'Plain Text',
      'Tugs: Two of four are back in service.\n— Harbour report, 2026-03-02\n— Port authority',
      'https://port.example/notices/14',
    ],
    [
      'HTML',
      '<blockquote>\n<p><strong>Tugs:</strong> Two of four',
      '<a href="https://port.example/notices/14">',
    ],
    ['BibTeX', '@online{portofexample2026port,\n', 'title = {{Port authority notice 14}}'],
    ['CSL-JSON', '[\n  {\n    "id": "portofexample2026port"', '"container-title": "Port of Example"'],
  ];

  for (const [place, [format, starts, holds]] of cases.entries()) {
    it(`${format}: copies the takeaway in the sidebar`, async () => {
      await choose(run('copyTakeawayAs', await takeawayNode(HARBOUR, 'Tugs')), place);
      const copied = await vscode.env.clipboard.readText();
      assert.ok(copied.startsWith(starts) && copied.includes(holds), copied);
    });
  }

  it('copies all that are selected, and the items of a briefing, once each', async () => {
    const [quay, tugs] = [await takeawayNode(HARBOUR, 'North quay'), await takeawayNode(HARBOUR, 'Tugs')];
    await choose(run('copyTakeawayAs', quay, [quay, tugs]), 0);
    const two = await vscode.env.clipboard.readText();
    assert.match(two, /^> 🚧 \*\*North quay:\*\* Closed/);
    assert.ok(two.endsWith(`\n\n${TUGS}`), two);
    const briefing = await nodeAt(file(HARBOUR));
    await choose(run('copyTakeawayAs', briefing, [briefing, tugs]), 0);
    const all = (await vscode.env.clipboard.readText()).split('\n\n');
    assert.equal(all.length, 7);
    assert.equal(all[2], TUGS);
  });

  it('copies the current item, or nothing if there is none', async () => {
    await vscode.env.clipboard.writeText('before');
    await run('copyTakeawayAs');
    assert.equal(await vscode.env.clipboard.readText(), 'before');
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    // The page may take the focus late, which closes the box.
    await until('a copy', async () => {
      await choose(run('copyTakeawayAs'), 0);
      return (await vscode.env.clipboard.readText()) !== 'before';
    });
    assert.equal(await vscode.env.clipboard.readText(), TUGS);
  });
});

describe('Insert Quotation', () => {
  beforeEach(closeAll);
  after(closeAll);

  const cases: readonly (readonly [language: string, content: string, inserted: string])[] = [
    ['markdown', 'Words.\nMore.', `Words.\n\n${TUGS}\n\nMore.`],
    [
      'latex',
      'Words.\nMore.',
      'Words.\n\\begin{quote}\n\\textbf{Tugs:} Two of four are back in service.\n\n--- Harbour report, 2026-03-02\n\n--- \\href{https://port.example/notices/14}{Port authority notice 14}\n\\end{quote}\nMore.',
    ],
    [
      'plaintext',
      'Words.\nMore.',
      'Words.\n\nTugs: Two of four are back in service.\n— Harbour report, 2026-03-02\n— Port authority notice 14 (https://port.example/notices/14)\n\nMore.',
    ],
  ];

  for (const [language, content, inserted] of cases) {
    it(`writes it in the syntax of ${language}`, async () => {
      const editor = await openDraft(content, language);
      editor.selection = new vscode.Selection(0, 6, 0, 6);
      await run('insertTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
      assert.equal(editor.document.getText(), inserted);
    });
  }

  it('inserts it at every cursor, on a line of its own', async () => {
    const editor = await openDraft('  \n\nWords.\n\n');
    editor.selections = [new vscode.Selection(0, 2, 0, 2), new vscode.Selection(4, 0, 4, 0)];
    await run('insertTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    assert.equal(editor.document.getText(), `${TUGS}\n\nWords.\n\n${TUGS}`);
  });

  it('asks which item', async () => {
    const editor = await openDraft('');
    await choose(run('insertTakeaway'), 0);
    assert.match(editor.document.getText(), /^> /);
  });

  it('says so if there is no editor', async () => {
    await until('no editor', () => vscode.window.visibleTextEditors.length === 0);
    await run('insertTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    assert.equal(vscode.window.visibleTextEditors.length, 0);
  });

  it('says so if the editor is read-only', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('unchanging', {
      provideTextDocumentContent: () => 'Words.',
    });
    const uri = vscode.Uri.parse('unchanging:/words.md');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await assert.rejects(insertInto(editor, await quotations()), isHuman(/words\.md” cannot be changed\.$/));
    assert.equal(editor.document.getText(), 'Words.');
    provider.dispose();
  });
});

describe('Export Briefing', () => {
  const folder = file('exports');

  before(() => vscode.workspace.fs.createDirectory(folder));
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('writes Markdown that is read as the same briefing', async () => {
    const [briefing, text] = await exportedAs(MARKDOWN);
    const again = parseBriefing(text, 'report.md');
    assert.deepEqual(
      itemsIn(again).map(({ key }) => key),
      itemsIn(briefing).map(({ key }) => key),
    );
  });

  it('writes a page that needs no other file', async () => {
    const [, text] = await exportedAs(HTML);
    assert.match(text, /^<!DOCTYPE html>\n<html>\n/);
    assert.match(text, /<h1 dir="auto">Harbour report<\/h1>/);
    assert.match(text, /<footer class="made">Exported by Briefing Reader on /);
    assert.doesNotMatch(text, /<script| src=/);
  });

  it('writes JSON', async () => {
    const [briefing, text] = await exportedAs(JSON_DATA);
    const value = JSON.parse(text) as Record<string, unknown>;
    assert.equal(value['title'], briefing.title);
  });

  it('says so if it must not write', async () => {
    const provider = vscode.workspace.registerFileSystemProvider('lasting', new EmptyFiles(), {
      isReadonly: true,
    });
    const briefing = await harbour();
    const place = vscode.Uri.parse('lasting:/report.md');
    await assert.rejects(
      exportTo(place, briefing, MARKDOWN),
      isHuman(/cannot be written to\. Choose another place\.$/),
    );
    await assert.rejects(exportTo(folder, briefing, MARKDOWN), isHuman(/^“exports” /));
    provider.dispose();
  });

  async function exportedAs(format: ExportFormat) {
    const briefing = await harbour();
    const uri = vscode.Uri.joinPath(folder, `report.${format.extension}`);
    await exportTo(uri, briefing, format);
    return [briefing, await read(uri)] as const;
  }
});

describe('Export Starred', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('says so if nothing is starred', async () => {
    const { readingLog } = await parts();
    await readingLog.star(readingLog.starred, false);
    await run('exportStarred');
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('writes one document, by date or by source', async () => {
    const tugs = await takeawayNode(HARBOUR, 'Tugs');
    await run('star', tugs);
    const starred = await starredIn(await parts());
    assert.match(
      starredDocument(starred, 'date'),
      /^# Starred\n\n## [^\n]*2026[^\n]*\n\n### Harbour report\n\n> \*\*Tugs:\*\* Two/,
    );
    assert.match(
      starredDocument(starred, 'source'),
      /^# Starred\n\n## Port of Example\n\n### Harbour report\n\n> \*\*Tugs/,
    );
    await run('unstar', tugs);
  });
});

describe('Print Briefing', () => {
  it('makes a page that says that it is printed', async () => {
    const page = PRINTED_PAGE.write(await harbour());
    assert.match(page, /<footer class="made">Printed by Briefing Reader on /);
    assert.doesNotMatch(page, /Exported/);
  });

  it('keeps only one such page', async () => {
    const storage = file('storage');
    const printing = new PrintFolder(storage);
    const first = await printing.write('first.html', 'one');
    const second = await printing.write('second.html', 'two');
    assert.equal(await read(second), 'two');
    const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(first, '..'));
    assert.deepEqual(names, [['second.html', vscode.FileType.File]]);
    await vscode.workspace.fs.delete(storage, { recursive: true });
  });
});

async function harbour() {
  const { library } = await parts();
  const opened = await library.open(file(HARBOUR).toString());
  assert.ok(opened?.kind === 'briefing');
  return opened.briefing;
}

async function quotations(): Promise<readonly Quotation[]> {
  const briefing = await harbour();
  return itemsIn(briefing).map((item) => ({ item, briefing }));
}

function isHuman(sentence: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof HumanError, String(error));
    assert.match(error.message, sentence);
    return true;
  };
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** A file system that is empty and read-only. */
class EmptyFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch() {
    return new vscode.Disposable(() => undefined);
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  readDirectory() {
    return [];
  }
  createDirectory(uri: vscode.Uri) {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  readFile(uri: vscode.Uri): Uint8Array {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  writeFile(uri: vscode.Uri) {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  delete(uri: vscode.Uri) {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  rename(uri: vscode.Uri) {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
