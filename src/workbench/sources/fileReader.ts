import * as vscode from 'vscode';
import type { FileContent, FileReader } from '../../library/ports.ts';
import { bytesOnDisk, type DiskState, stateOnDisk } from '../files/disk.ts';
import { isMissing, reasonOf } from '../errors.ts';
import { OTHER_FILES } from './openedSource.ts';
import type { RealFolders } from './realFolders.ts';

/** A briefing is short. What is longer is not read at all, so that it costs nothing. In bytes. */
const MAX_SIZE = 2 * 1024 * 1024;

/** Reads from the disk, and from all of VS Code's file systems. An unsaved document wins over its file. */
export class VSCodeFileReader implements FileReader {
  readonly #real: RealFolders;

  constructor(real: RealFolders) {
    this.#real = real;
  }

  async read(uri: string, root: string, known?: string): Promise<FileContent> {
    // What a person has opened themselves lies in no folder that could bound it.
    if (root !== OTHER_FILES && !(await this.#real.holds(root, uri))) return { kind: 'outside' };
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    if (open?.isDirty || open?.isUntitled)
      return { kind: 'text', text: open.getText(), version: '', modified: Date.now() };
    const file = vscode.Uri.parse(uri);
    return (await readPlainFile(file, known)) ?? (await readAnyFile(file, known));
  }
}

/** The short way, which most files go: undefined for what has to go the other one. */
async function readPlainFile(file: vscode.Uri, known: string | undefined): Promise<FileContent | undefined> {
  const state = await stateOnDisk(file);
  if (!state || state.size > MAX_SIZE) return undefined;
  const version = versionOf(state);
  if (version === known) return { kind: 'unchanged' };
  const bytes = await bytesOnDisk(file, state.size);
  return bytes && { kind: 'bytes', bytes, version, modified: state.mtime };
}

async function readAnyFile(file: vscode.Uri, known: string | undefined): Promise<FileContent> {
  try {
    const stat = await vscode.workspace.fs.stat(file);
    const { type, size, mtime } = stat;
    if ((type & vscode.FileType.File) === 0) return { kind: 'notAFile' };
    // It may lead anywhere on this machine, where whoever has put it there could not look.
    if ((type & vscode.FileType.SymbolicLink) !== 0) return { kind: 'link' };
    if (size > MAX_SIZE) return { kind: 'tooLarge', size };
    // From before the reading: what is written meanwhile is another version, and is read again.
    const version = versionOf(stat);
    if (version === known) return { kind: 'unchanged' };
    return { kind: 'bytes', bytes: await vscode.workspace.fs.readFile(file), version, modified: mtime };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonOf(error) };
  }
}

function versionOf({ mtime, size }: DiskState): string {
  return `${mtime}-${size}`;
}
