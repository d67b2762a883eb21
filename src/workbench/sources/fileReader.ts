import * as vscode from 'vscode';
import { Slices } from '../../base/async/slices.ts';
import { fileNameOf, formatOf, isConverted } from '../../library/files/fileName.ts';
import type { FileContent, FileReader } from '../../library/ports.ts';
import { convert, type WrittenBytes } from '../intake/convert.ts';
import { type ConvertedText, MAX_SIZE } from '../intake/formats.ts';
import { bytesOnDisk, type DiskState, stateOnDisk } from '../files/disk.ts';
import { isMissing, reasonOf } from '../errors.ts';
import { OTHER_FILES } from './openedSource.ts';
import type { RealFolders } from './realFolders.ts';

/**
 * Reads from the disk and from all of VS Code's file systems. An unsaved document takes precedence over its file. A
 * mail or a page is read as the Markdown that it is converted to.
 */
export class VSCodeFileReader implements FileReader {
  readonly #real: RealFolders;
  readonly #slices = new Slices();

  constructor(real: RealFolders) {
    this.#real = real;
  }

  async read(uri: string, root: string, known?: string): Promise<FileContent> {
    // A file that the user has opened explicitly is not bounded by any folder.
    if (root !== OTHER_FILES && !(await this.#real.holds(root, uri))) return { kind: 'outside' };
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    if (open?.isDirty || open?.isUntitled) return this.#unsaved(uri, open.getText());
    const file = vscode.Uri.parse(uri);
    const limit = MAX_SIZE[formatOf(fileNameOf(uri))];
    const content = (await readPlainFile(file, limit, known)) ?? (await readAnyFile(file, limit, known));
    if (content.kind !== 'bytes') return content;
    const converted = await this.#convert(uri, content);
    if (converted?.kind !== 'text') return converted ?? content;
    return { ...content, bytes: new TextEncoder().encode(converted.text) };
  }

  async #unsaved(uri: string, text: string): Promise<FileContent> {
    const modified = Date.now();
    const read = { kind: 'text', text, version: '', modified } as const;
    if (!isConverted(uri)) return read;
    const converted = await this.#convert(uri, { bytes: new TextEncoder().encode(text), modified });
    return converted?.kind === 'text' ? { ...read, text: converted.text } : (converted ?? read);
  }

  /** Converts a mail or a page. Many may be read at once, so it yields to other work between two of them. */
  async #convert(uri: string, written: WrittenBytes): Promise<ConvertedText | undefined> {
    if (!isConverted(uri)) return undefined;
    await this.#slices.turn();
    return convert(fileNameOf(uri), written);
  }
}

/** Reads a file directly from the disk, as is possible for most. Undefined if it has to be read through VS Code. */
async function readPlainFile(
  file: vscode.Uri,
  limit: number,
  known: string | undefined,
): Promise<FileContent | undefined> {
  const state = await stateOnDisk(file);
  if (!state || state.size > limit) return undefined;
  const version = versionOf(state);
  if (version === known) return { kind: 'unchanged' };
  const bytes = await bytesOnDisk(file, state.size);
  return bytes && { kind: 'bytes', bytes, version, modified: state.mtime };
}

async function readAnyFile(file: vscode.Uri, limit: number, known: string | undefined): Promise<FileContent> {
  try {
    const stat = await vscode.workspace.fs.stat(file);
    const { type, size, mtime } = stat;
    if ((type & vscode.FileType.File) === 0) return { kind: 'notAFile' };
    // A link could expose files that the author of the link cannot access.
    if ((type & vscode.FileType.SymbolicLink) !== 0) return { kind: 'link' };
    if (size > limit) return { kind: 'tooLarge', size, limit };
    // The version is from before the reading: a file that is written in the meantime gets another version, and is
    // re-read.
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
