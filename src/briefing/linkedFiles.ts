import { inlineTokens, readDocument } from './document.ts';
import type { LocalTarget } from './localLinks.ts';
import type { Briefing } from './model.ts';

/** The files beside it that a briefing links to, as its HTML writes them: `../my%20notes/%C3%BC.md#part`. */
export function linkedFiles({ text }: Pick<Briefing, 'text'>): ReadonlySet<string> {
  const { blocks, footnotes } = readDocument(text);
  const words = [...blocks, ...footnotes.values()].flatMap(({ tokens }) => inlineTokens(tokens));
  const targets = words.flatMap(({ children }) =>
    (children ?? []).map(({ meta }) => (meta as { readonly target?: LocalTarget } | null)?.target),
  );
  return new Set(targets.flatMap((target) => (target?.kind === 'file' ? [target.href] : [])));
}
