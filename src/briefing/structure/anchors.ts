import { addCount } from '../../base/collections/counts.ts';
import { blockText, inlineTokens } from '../blocks/document.ts';
import { localTargetOf } from '../blocks/links.ts';
import { isAnyHeading } from '../blocks/kinds.ts';
import type { NamedHeading } from '../grammar/kramdownAttributes.ts';
import { localTarget } from '../text/links/localLinks.ts';
import type { Briefing } from '../model.ts';
import { flatten, type SectionParts, type Structure, structureOf } from './structure.ts';

interface Heading {
  readonly title: string;
  readonly from: number;
  /** Undefined for the briefing's title, which takes a name as well. */
  readonly section?: SectionParts;
}

/**
 * Returns the sections by the names that links may use. The names that GitHub gives to headings, which authors know,
 * take precedence over a heading's own anchor and the section's id. `Europe’s Role` -> `europes-role`; a second one is
 * `europes-role-1`.
 */
export function anchorsOf({ titleBlock, sections }: Structure): ReadonlyMap<string, SectionParts> {
  const all = flatten(sections).filter(({ title }) => title !== '');
  const headings: Heading[] = all.map((section) => ({
    title: section.title,
    from: section.node.from,
    section,
  }));
  if (titleBlock && isAnyHeading(titleBlock))
    headings.push({ title: blockText(titleBlock), from: titleBlock.from });
  headings.sort((a, b) => a.from - b.from);

  const anchors = new Map<string, SectionParts>();
  /** For each name, the number of further headings with the same name. */
  const taken = new Map<string, number>();
  for (const { title, section } of headings) {
    const wanted = slug(title);
    let name = wanted;
    while (taken.has(name)) {
      const count = addCount(taken, wanted);
      name = `${wanted}-${count}`;
    }
    taken.set(name, 0);
    if (section) anchors.set(name, section);
  }
  for (const section of all) {
    const { anchor } = (section.node.heading?.tokens[0]?.meta ?? {}) as Partial<NamedHeading>;
    for (const name of [anchor, section.id])
      if (name !== undefined && !anchors.has(name)) anchors.set(name, section);
  }
  return anchors;
}

/** Returns the id of the section that a link names by a fragment, as it is written there: `#europes-role`. */
export function sectionNamed(briefing: Briefing, fragment: string): string | undefined {
  const target = localTarget(fragment);
  return target?.kind === 'section' ? anchorsOf(structureOf(briefing)).get(target.name)?.id : undefined;
}

/** Makes a heading's name as GitHub does: letters, marks, digits and `_-` stay, and each space becomes a hyphen. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Returns the files beside a briefing that it links to, as its HTML writes them: `../my%20notes/%C3%BC.md#part`. */
export function linkedFiles(briefing: Briefing): ReadonlySet<string> {
  const { blocks, footnotes } = structureOf(briefing).document;
  const words = [...blocks, ...footnotes.values()].flatMap(({ tokens }) => inlineTokens(tokens));
  const targets = words.flatMap(({ children }) => (children ?? []).map(localTargetOf));
  return new Set(targets.flatMap((target) => (target?.kind === 'file' ? [target.href] : [])));
}
