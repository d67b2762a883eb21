import * as vscode from 'vscode';
import type { Range } from '../../briefing/model.ts';
import { isConverted } from '../../library/files/fileName.ts';
import { toRange } from '../toRange.ts';
import type { Reader } from '../reader/reader.ts';
import type { Readers } from '../reader/readers.ts';
import type { Command } from './commandContext.ts';
import { resolveNodeInFile, type NodeInFile } from './resolveArguments.ts';

/** Opens the file that a briefing was read from, at the item or section that is meant. */
export const openSourceFile: Command = async ({ readers, fileEditor }, argument) => {
  const node = resolveNodeInFile(argument);
  const { uri, range, reader }: FileLocation = node
    ? { uri: node.uri, range: rangeOf(node) }
    : currentLocation(readers);
  // A converted file, such as a mail, has other lines than the briefing that was made of it.
  const place = isConverted(uri) ? undefined : range;
  await fileEditor.open(vscode.Uri.parse(uri), place && toRange(place), reader);
};

interface FileLocation {
  readonly uri: string;
  readonly range: Range | undefined;
  /** The reader to come back to; only if the place was read there. */
  readonly reader?: Reader;
}

function currentLocation(readers: Readers): FileLocation {
  const reader = readers.requireCurrent();
  const { uri, landmark } = reader.content;
  return { uri, range: landmark?.kind === 'section' ? landmark.section.range : landmark?.range, reader };
}

function rangeOf(node: NodeInFile): Range | undefined {
  switch (node.kind) {
    case 'section':
      return node.section.range;
    case 'item':
      return node.item.range;
    case 'reference':
      return node.reference.range;
    case 'briefing':
      return node.entry.outline.problem?.range;
    case 'broken':
    case 'references':
      return undefined;
  }
}

/** Goes back from the source file to the reader that it was opened from. */
export const backToReader: Command = ({ fileEditor }) => {
  fileEditor.goBack();
};
