import { asMarkdown } from '../../docs/generatedPart.ts';
import { table } from '../../docs/table.ts';
import type { Row } from '../bench.ts';

const HEAD = ['work', 'compared with', 'goal', 'result', 'met'];

/** The table of all figures as Markdown, for the page and for a terminal. */
export function tableOf(rows: readonly Row[]): Promise<string> {
  const lines = rows.map(({ work, anchor, goal, here, met }) => [
    work,
    anchor,
    goal,
    here,
    met ? 'yes' : '**no**',
  ]);
  return asMarkdown(table(HEAD, lines));
}
