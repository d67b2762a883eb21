import * as vscode from 'vscode';
import { writeBriefing } from '../../briefing/writeBriefing.ts';
import type { Library } from '../../library/library.ts';
import { itemNodesUnder, type TreeNode } from '../../library/tree/nodes.ts';
import type { LibraryTree } from './libraryTree.ts';
import { quoteMarkdown } from '../../share/quoteMarkdown.ts';
import { importFiles, type ImportedFiles } from '../intake/importFiles.ts';
import { withSlowProgress } from '../intake/slowProgress.ts';
import type { Inbox } from '../sources/inbox.ts';

const TEXT = 'text/plain';
const FILES = 'text/uri-list';
/** A custom type for what is dragged out: by default the editor would insert the URI that decorates the row. */
const MARKDOWN = 'application/vnd.briefings.markdown';

/** Drags items, sections and briefings out as Markdown; files that are dropped in are copied to the inbox. */
export class LibraryDragAndDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [TEXT, FILES, MARKDOWN];
  readonly dropMimeTypes = [FILES, 'files'];
  readonly #library: Library;
  readonly #tree: LibraryTree;
  readonly #inbox: Inbox;
  readonly #onImported: (brought: ImportedFiles) => void;

  constructor(
    library: Library,
    tree: LibraryTree,
    inbox: Inbox,
    onImported: (brought: ImportedFiles) => void,
  ) {
    this.#library = library;
    this.#tree = tree;
    this.#inbox = inbox;
    this.#onImported = onImported;
  }

  async handleDrag(nodes: readonly TreeNode[], data: vscode.DataTransfer): Promise<void> {
    const pieces = await Promise.all(nodes.map((node) => this.#markdownOf(node)));
    const markdown = pieces.filter((piece) => piece !== '').join('\n\n');
    if (markdown === '') return;
    for (const type of [TEXT, MARKDOWN]) data.set(type, new vscode.DataTransferItem(markdown));
    // Replaces the row's decoration URI, which would be dropped as a link, by a comment.
    data.set(FILES, new vscode.DataTransferItem('#'));
  }

  async handleDrop(_: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const list = (await data.get(FILES)?.asString()) ?? '';
    const uris = list
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => vscode.Uri.parse(line, true));
    // Files from outside of VS Code, which have no URI.
    const loose = [...data].flatMap(([, item]) => item.asFile() ?? []).filter(({ uri }) => !uri);
    this.#onImported(await withSlowProgress((progress) => importFiles(this.#inbox, uris, loose, progress)));
  }

  async #markdownOf(dragged: TreeNode): Promise<string> {
    const node = dragged.kind === 'found' ? await this.#tree.resolveFound(dragged) : dragged;
    if (node?.kind !== 'item' && node?.kind !== 'section' && node?.kind !== 'briefing') return '';
    const opened = await this.#library.open(node.uri);
    if (opened?.kind !== 'briefing') return '';
    const { briefing } = opened;
    return node.kind === 'briefing'
      ? writeBriefing(briefing).trimEnd()
      : quoteMarkdown(itemNodesUnder(node).map(({ item }) => ({ item, briefing }))).trimEnd();
  }
}

/** Inserts what was dragged out of the sidebar into an editor. */
export function registerDropIntoEditor(): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(
    '*',
    {
      async provideDocumentDropEdits(_document, _position, data) {
        const markdown = await data.get(MARKDOWN)?.asString();
        return markdown === undefined
          ? undefined
          : new vscode.DocumentDropEdit(markdown, vscode.l10n.t('Insert with Its Sources'));
      },
    },
    { dropMimeTypes: [MARKDOWN] },
  );
}
