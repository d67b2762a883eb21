import * as vscode from 'vscode';
import { Slices } from '../../base/async/slices.ts';
import { type FileFormat, fileNameOf, formatOf, isBriefingName } from '../../library/files/fileName.ts';
import type { FileFault } from '../../library/ports.ts';
import { reasonOf } from '../errors.ts';
import type { Inbox } from '../sources/inbox.ts';
import { briefingsIn } from './briefingsIn.ts';
import { MAX_SIZE } from './formats.ts';
import { OnceInInbox } from './onceInInbox.ts';

/** What became of files that were brought in. */
export interface ImportedFiles {
  /** In the inbox, each of them new. */
  readonly copies: readonly vscode.Uri[];
  /** What was there already. */
  readonly known: readonly vscode.Uri[];
  readonly failed: readonly FailedFile[];
  /** Mails of mailboxes that are not in the inbox: how many, and what is wrong with the first. */
  readonly leftOut: { readonly count: number; readonly fault?: FileFault };
  /** The mailbox, where nothing else was brought in. */
  readonly mailbox?: string;
  readonly isStopped: boolean;
}

/** A file that is not in the inbox, with the reason: part of a sentence, or what is wrong with what it holds. */
export type FailedFile = { readonly name: string } & (
  { readonly reason: string } | { readonly fault: FileFault }
);

/** How bringing in goes on, where it takes long. */
export interface ImportProgress {
  readonly token: vscode.CancellationToken;
  /** How many briefings are in the inbox now. */
  readonly report: (count: number) => void;
}

interface DroppedFile {
  readonly name: string;
  /** Undefined where only reading tells. */
  readonly size: () => Promise<number | undefined>;
  readonly bytes: () => Thenable<Uint8Array>;
  readonly copy: () => Promise<vscode.Uri>;
}

/** Brings files into the inbox; they stay where they are. Texts are copied, mails and pages become Markdown. */
export async function importFiles(
  inbox: Inbox,
  uris: readonly vscode.Uri[],
  loose: readonly Pick<vscode.DataTransferFile, 'name' | 'data'>[],
  progress?: ImportProgress,
): Promise<ImportedFiles> {
  const files = [...uris.map((uri) => fileAt(inbox, uri)), ...loose.map((file) => looseFile(inbox, file))];
  const run = new Import(inbox, progress);
  // One after the other: two of the same name must not take the same free one.
  for (const file of files) await run.take(file);
  inbox.source.relist();
  const [only, ...others] = files;
  const isMailbox = only && others.length === 0 && formatOf(only.name) === 'mailbox';
  return { ...run.result(), ...(isMailbox && { mailbox: only.name }) };
}

function fileAt(inbox: Inbox, uri: vscode.Uri): DroppedFile {
  return {
    name: fileNameOf(uri.toString()),
    size: async () => (await vscode.workspace.fs.stat(uri)).size,
    bytes: () => vscode.workspace.fs.readFile(uri),
    copy: () => inbox.copy(uri),
  };
}

function looseFile(inbox: Inbox, file: Pick<vscode.DataTransferFile, 'name' | 'data'>): DroppedFile {
  const bytes = () => file.data();
  const copy = async () => inbox.add(file.name, await bytes());
  return { name: file.name, size: () => Promise.resolve(undefined), bytes, copy };
}

class Import {
  readonly #inbox: OnceInInbox;
  readonly #progress: ImportProgress | undefined;
  readonly #slices = new Slices();
  readonly #copies = new Map<string, vscode.Uri>();
  /** A mail may be in several files, and in one of them twice. */
  readonly #known = new Map<string, vscode.Uri>();
  readonly #failed: FailedFile[] = [];
  #leftOut: ImportedFiles['leftOut'] = { count: 0 };

  constructor(inbox: Inbox, progress: ImportProgress | undefined) {
    this.#inbox = new OnceInInbox(inbox);
    this.#progress = progress;
  }

  async take(file: DroppedFile): Promise<void> {
    if (this.#isStopped) return;
    const { name, copy } = file;
    const format = formatOf(name);
    try {
      if (format !== 'text') await this.#convert(file, format);
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

  async #convert(file: DroppedFile, format: Exclude<FileFormat, 'text'>): Promise<void> {
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
        const { uri, isNew } = await this.#inbox.keep(one);
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
    // It is said of the whole file.
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
    'a briefing is a .md, .markdown, .txt, .briefing.json, .eml, .mbox, .html or .htm file',
  );
}
