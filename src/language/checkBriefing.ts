import type { Briefing, Problem } from '../briefing/model.ts';
import { isPlainText } from '../briefing/plain/isPlainText.ts';
import { type Structure, structureOf } from '../briefing/structure/structure.ts';
import { checkBareCitations } from './checks/bareCitations.ts';
import { checkClaims } from './checks/claims.ts';
import { checkDates } from './checks/dates.ts';
import { checkBrokenLinks } from './checks/brokenLinks.ts';
import { checkLinks } from './checks/links.ts';
import { checkSources, checkTrackedCopies } from './checks/sources.ts';
import { withoutIgnored } from './ignores.ts';
import { linkPlaces } from './linkPlaces.ts';
import { type Finding, type Levels } from './rules.ts';
import { writtenLines } from './writtenLines.ts';

/**
 * All findings in a briefing that is being written, in document order: the parser's problems, and findings about its
 * claims, sources, links and dates. Never throws, whatever the briefing is.
 *
 * @param fileName the file's name without folders, which may contain a date; '' if there is none
 * @param levels the severities that the user has set for rules
 */
export function checkBriefing(briefing: Briefing, fileName: string, levels: Levels = {}): readonly Finding[] {
  const structure = structureOf(briefing);
  const lines = writtenLines(structure);
  const links = linkPlaces(lines);
  const linkFindings = checkLinks(links);
  // Computed once, not for each link, because it takes a pass over the whole text.
  const areElsewhere = briefing.problems.some(isUnresolvedLink) && mayBeDefinedElsewhere(structure);
  const found: readonly Finding[] = [
    ...briefing.problems.filter((one) => !areElsewhere || !isUnresolvedLink(one)),
    ...linkFindings,
    ...(linkFindings.some(({ code }) => code === 'tracking-link') ? checkTrackedCopies(structure) : []),
    ...checkBrokenLinks(structure),
    ...checkClaims(structure),
    ...checkSources(briefing, structure, links),
    ...checkDates(briefing, structure, fileName),
    ...checkBareCitations(structure),
  ];
  return withoutIgnored(withoutRedundant(found), structure.document.lines)
    .flatMap((one): Finding[] => {
      const level = levels[one.code] ?? one.severity;
      return level === 'off' ? [] : [level === one.severity ? one : { ...one, severity: level }];
    })
    .sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
}

function isUnresolvedLink({ code }: Problem): boolean {
  return code === 'unresolved-link';
}

/**
 * Whether links may have their definitions elsewhere: plain text has no definitions, and a page that includes another
 * one may have them there.
 */
function mayBeDefinedElsewhere({ document: { body, lines } }: Structure): boolean {
  return isPlainText(body) || lines.some((line) => /^\s*\{%-?\s*include\b/.test(line));
}

/**
 * Drops `no-reference` for takeaways that have an `undefined-citation`: they do cite a source, which is only missing.
 */
function withoutRedundant(found: readonly Finding[]): readonly Finding[] {
  const cited = found.filter(({ code }) => code === 'undefined-citation');
  const lines = new Set(cited.map(({ range }) => range.start.line));
  const cites = ({ start, end }: Finding['range']) => {
    for (let line = start.line; line <= end.line; line++) if (lines.has(line)) return true;
    return false;
  };
  return found.filter(({ code, range }) => code !== 'no-reference' || !cites(range));
}
