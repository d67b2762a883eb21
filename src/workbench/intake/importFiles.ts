import * as vscode from 'vscode';
import { Slices } from '../../base/async/slices.ts';
import { fileNameOf, formatOf, isBriefingName } from '../../library/files/fileName.ts';
import type { FileFault } from '../../library/ports.ts';
import { reasonOf } from '../errors.ts';
import type { Inbox } from '../sources/inbox.ts';
import { briefingsIn, type ImportedFormat } from './briefingsIn.ts';
import { MAX_SIZE } from './formats.ts';
import { InboxWriter } from './inboxWriter.ts';

/** The result of importing files. */
export interface ImportedFiles {
  /** The URIs of the new files in the inbox. */
  readonly copies: readonly vscode.Uri[];
  /** The URIs of briefings that were in the inbox already. */
  readonly known: readonly vscode.Uri[];
  readonly failed: readonly FailedFile[];
  /** The number of mails of mailboxes that were not imported, and what is wrong with the first one. */
  readonly leftOut: { readonly count: number; readonly fault?: FileFault };
  /** The name of the mailbox, if it was the only file to import. */
  readonly mailbox?: string;
  readonly isStopped: boolean;
}

/** A file that was not imported, with the reason: part of a sentence, or what is wrong with its content. */
export type FailedFile = { readonly name: string } & (
  { readonly reason: string } | { readonly fault: FileFault }
);

/** Cancellation and progress of a slow import. */
export interface ImportProgress {
  readonly token: vscode.CancellationToken;
  /** Reports how many briefings are in the inbox so far. */
  readonly report: (count: number) => void;
}

interface ImportedFile {
  readonly name: string;
  /** Undefined if the size is only known after reading. */
  readonly size: () => Promise<number | undefined>;
  readonly bytes: () => Thenable<Uint8Array>;
  readonly copy: () => Promise<vscode.Uri>;
}

/** Imports files into the inbox; the originals stay. Texts are copied, mails and pages are converted to Markdown. */
export async function importFiles(
  inbox: Inbox,
  uris: readonly vscode.Uri[],
  loose: readonly Pick<vscode.DataTransferFile, 'name' | 'data'>[],
  progress?: ImportProgress,
): Promise<ImportedFiles> {
  const files = [...uris.map((uri) => fileAt(inbox, uri)), ...loose.map((file) => looseFile(inbox, file))];
  const run = new Import(inbox, progress);
  // Sequentially: two files with the same name must not get the same free name.
  for (const file of files) await run.import(file);
  inbox.source.relist();
  const [only, ...others] = files;
  const isMailbox = only && others.length === 0 && formatOf(only.name) === 'mailbox';
  return { ...run.result(), ...(isMailbox && { mailbox: only.name }) };
}

function fileAt(inbox: Inbox, uri: vscode.Uri): ImportedFile {
  return {
    name: fileNameOf(uri.toString()),
    size: async () => (await vscode.workspace.fs.stat(uri)).size,
    bytes: () => vscode.workspace.fs.readFile(uri),
    copy: () => inbox.copy(uri),
  };
}

function looseFile(inbox: Inbox, file: Pick<vscode.DataTransferFile, 'name' | 'data'>): ImportedFile {
  const bytes = () => file.data();
  const copy = async () => inbox.add(file.name, await bytes());
  return { name: file.name, size: () => Promise.resolve(undefined), bytes, copy };
}

class Import {
  readonly #inbox: InboxWriter;
  readonly #progress: ImportProgress | undefined;
  readonly #slices = new Slices();
  readonly #copies = new Map<string, vscode.Uri>();
  /** Briefings that were in the inbox already. A mail may be in several files, or twice in one of them. */
  readonly #known = new Map<string, vscode.Uri>();
  readonly #failed: FailedFile[] = [];
  #leftOut: ImportedFiles['leftOut'] = { count: 0 };

  constructor(inbox: Inbox, progress: ImportProgress | undefined) {
    this.#inbox = new InboxWriter(inbox);
    this.#progress = progress;
  }

  async import(file: ImportedFile): Promise<void> {
    if (this.#isStopped) return;
    const { name, copy } = file;
    const format = formatOf(name);
    try {
      if (format !== 'text' && format !== 'feed') await this.#convert(file, format);
      else if (isBriefingName(name)) this.#add(await copy());
      else this.#failed.push({ name, reason: notABriefing() });
    } catch (error) {
      this.#failed.push({ name, reason: reasonOf(error) });
    }
  }

  result(): ImportedFiles {
    return {
      copies: [...this.#copies.values()],
      known: [...this.#known.values()],
      failed: this.#failed,
      leftOut: this.#leftOut,
      isStopped: this.#isStopped,
    };
  }

  get #isStopped(): boolean {
    return this.#progress?.token.isCancellationRequested === true;
  }

  async #convert(file: ImportedFile, format: ImportedFormat): Promise<void> {
    const { name } = file;
    const limit = MAX_SIZE[format];
    let size = await file.size();
    const bytes = size !== undefined && size > limit ? undefined : await file.bytes();
    size = bytes?.length ?? size ?? 0;
    if (!bytes || size > limit) {
      this.#failed.push({ name, fault: { kind: 'tooLarge', size, limit } });
      return;
    }
    const leftOutBefore = this.#leftOut;
    let count = 0;
    let left: FileFault | undefined;
    for await (const one of briefingsIn(format, name, bytes, Date.now())) {
      if ('kind' in one) {
        left ??= one;
        if (format === 'mailbox') this.#leaveOut(one);
      } else {
        const { uri, isNew } = await this.#inbox.write(one);
        count++;
        if (isNew) this.#add(uri);
        else if (!this.#copies.has(uri.path)) this.#known.set(uri.path, uri);
      }
      this.#progress?.report(this.#copies.size + this.#known.size);
      if (this.#isStopped) return;
      await this.#slices.turn();
    }
    if (count > 0 || !left) return;
    this.#failed.push({ name, fault: left });
    // The fault is reported for the whole file.
    this.#leftOut = leftOutBefore;
  }

  #add(uri: vscode.Uri): void {
    this.#copies.set(uri.path, uri);
  }

  #leaveOut(fault: FileFault): void {
    this.#leftOut = { count: this.#leftOut.count + 1, fault: this.#leftOut.fault ?? fault };
  }
}

function notABriefing(): string {
  return vscode.l10n.t(
    'a briefing is a .md, .markdown, .txt, .org, .rst, .adoc, .briefing.json, .eml, .mbox, .html or .htm file',
  );
}
