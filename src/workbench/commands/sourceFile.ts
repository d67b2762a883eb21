import * as vscode from 'vscode';
import type { Range } from '../../briefing/model.ts';
import { isConverted } from '../../library/files/fileName.ts';
import { toRange } from '../labels.ts';
import type { Reader } from '../reader/reader.ts';
import type { Readers } from '../reader/readers.ts';
import type { Command } from './commandContext.ts';
import { nodeInFile, type NodeInFile } from './resolveArguments.ts';

/** Opens the file that a briefing was read from, at the item or section that is meant. */
export const openSourceFile: Command = async ({ readers, source }, argument) => {
  const node = nodeInFile(argument);
  const { uri, range, reader }: Source = node ? { uri: node.uri, range: rangeOf(node) } : placeRead(readers);
  // A converted file, such as a mail, has other lines than the briefing that was made of it.
  const place = isConverted(uri) ? undefined : range;
  await source.open(vscode.Uri.parse(uri), place && toRange(place), reader);
};

interface Source {
  readonly uri: string;
  readonly range: Range | undefined;
  /** The reader to come back to; only if the place was read there. */
  readonly reader?: Reader;
}

function placeRead(readers: Readers): Source {
  const reader = readers.mustBeOpen();
  const { uri, landmark } = reader.shown;
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
export const backToReader: Command = ({ source }) => {
  source.goBack();
};
