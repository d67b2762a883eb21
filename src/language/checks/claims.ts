import { lineRange } from '../../briefing/text/sourceText.ts';
import type { SectionParts, Structure } from '../../briefing/structure/structure.ts';
import { type Finding, finding } from '../rules.ts';

/**
 * Key takeaways without a source of their own beside others that have one. The reader shows all sources with them; who
 * writes knows which it is.
 */
export function checkClaims({ sections, document: { lines } }: Structure): Finding[] {
  const check = ({ node, blocks, sections }: SectionParts): Finding[] => {
    const takeaways = node.kind === 'takeaways' ? blocks.flatMap((block) => block.takeaways) : [];
    const found = takeaways.some(({ ground }) => ground.isOwn)
      ? takeaways.filter(({ ground }) => !ground.isOwn && ground.references.length > 0)
      : [];
    return [
      ...found.map(({ node: { from, to } }) => finding('no-reference', lineRange(lines, from, to))),
      ...sections.flatMap(check),
    ];
  };
  return sections.flatMap(check);
}
