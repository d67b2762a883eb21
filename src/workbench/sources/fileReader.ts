import * as vscode from 'vscode';
import type { FileContent, FileReader } from '../../library/ports.ts';
import { isMissing, reasonOf } from '../fileErrors.ts';

/** A briefing is short. What is longer is not read at all, so that it costs nothing. In bytes. */
const MAX_SIZE = 2 * 1024 * 1024;

/** Reads through VS Code's file systems, remote and virtual ones too. An unsaved document wins over the disk. */
export class VSCodeFileReader implements FileReader {
  async read(uri: string, known?: string): Promise<FileContent> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    if (open?.isDirty || open?.isUntitled)
      return { kind: 'text', text: open.getText(), version: '', modified: Date.now() };
    const file = vscode.Uri.parse(uri);
    try {
      const { type, size, mtime } = await vscode.workspace.fs.stat(file);
      if ((type & vscode.FileType.File) === 0) return { kind: 'notAFile' };
      // It may lead anywhere on this machine, where whoever has put it there could not look.
      if ((type & vscode.FileType.SymbolicLink) !== 0) return { kind: 'link' };
      if (size > MAX_SIZE) return { kind: 'tooLarge', size };
      // From before the reading: what is written meanwhile is another version, and is read again.
      const version = `${mtime}-${size}`;
      if (version === known) return { kind: 'unchanged' };
      return { kind: 'bytes', bytes: await vscode.workspace.fs.readFile(file), version, modified: mtime };
    } catch (error) {
      return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonOf(error) };
    }
  }
}
