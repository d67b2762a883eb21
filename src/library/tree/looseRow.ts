import type { LooseNode, TreeNode } from './nodes.ts';

/**
 * Inserts the row of the loose files below the groups of the folders that they are in; below all rows if nothing is
 * grouped by folder. `folders`: their URIs.
 */
export function withLooseRow(
  rows: readonly TreeNode[],
  row: LooseNode,
  folders: readonly string[],
): readonly TreeNode[] {
  if (row.count === 0) return rows;
  const isInFolder = ({ id }: TreeNode) => folders.some((folder) => `${id}/`.startsWith(`folder:${folder}/`));
  const last = rows.findLastIndex(isInFolder);
  return rows.toSpliced(last < 0 ? rows.length : last + 1, 0, row);
}
