import { Hash } from '../../base/hash.ts';

/** A record of a file in the inbox that this extension wrote. */
export interface WrittenFile {
  readonly name: string;
  /** The id of its content, see {@link fileId}. */
  readonly id: string;
  /** A hash of the text as written: if the file has another one, the user has changed it. */
  readonly text: string;
  /** When it was first written, in ms since 1970. */
  readonly at: number;
}

/** A hash of a text. It ignores line endings, which an editor or a synced folder may have changed. */
export function textKey(text: string): string {
  const lines = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  return new Hash().addText(lines).toKey();
}

/** Whether a file still has the text that was written. */
export function isUntouched(file: WrittenFile, text: string): boolean {
  return textKey(text) === file.text;
}

/** Adds records to a list, in place of those for files with the same name. */
export function withFiles(
  files: readonly WrittenFile[],
  written: readonly WrittenFile[],
): readonly WrittenFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const file of written) byName.set(file.name, file);
  return [...byName.values()];
}
