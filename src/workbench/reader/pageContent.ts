import * as vscode from 'vscode';
import { directionOf } from '../../briefing/text/direction.ts';
import type { Briefing, Section } from '../../briefing/model.ts';
import { timesLeft } from '../../briefing/text/readingTime.ts';
import type { ImageChoice } from '../../briefing/render/renderImages.ts';
import { itemsIn, readingItems } from '../../briefing/readingItems.ts';
import { renderParts, type RenderedItem } from '../../briefing/renderBriefing.ts';
import { foldTitle } from '../../briefing/text/vocabulary.ts';
import { isBlank, nameOfItem } from '../../library/items.ts';
import type { Card, ContentsEntry, PageContent, PageStrings } from '../../reader/content.ts';
import { dateLabel } from '../convert.ts';
import { wordsHtml } from '../../base/emoji.ts';

/** The parts of a page that a briefing gives by itself, wherever it is read. */
type BriefingContent = Omit<
  PageContent,
  'uri' | 'view' | 'id' | 'place' | 'stays' | 'words' | 'render' | 'style' | 'status' | 'keys'
>;

export function briefingContent(
  briefing: Briefing,
  image: (source: string) => ImageChoice | undefined,
): BriefingContent {
  const { article, items } = renderParts(briefing, { image });
  return {
    title: briefing.title,
    titleHtml: wordsHtml(briefing.title),
    direction: directionOf(briefing.title) === 'rtl' ? 'rtl' : 'ltr',
    ...(briefing.date !== undefined && { date: dateLabel(briefing.date) }),
    ...(briefing.language !== undefined && { language: briefing.language }),
    articleHtml: article,
    ...(isBlank(briefing) && { nothing: nothingMessage(briefing) }),
    cards: cardsOf(briefing, items),
    contents: contentsOf(briefing.sections),
    times: Object.fromEntries(isBlank(briefing) ? [] : timesLeft(readingItems(briefing))),
    strings: pageStrings(),
  };
}

function nothingMessage({ text }: Briefing): string {
  return text.trim() === ''
    ? vscode.l10n.t('This file is empty.')
    : vscode.l10n.t('There is nothing here but a title.');
}

function cardsOf(briefing: Briefing, rendered: ReadonlyMap<string, RenderedItem>): Card[] {
  const titles = titlesAbove(briefing.sections);
  return itemsIn(briefing).map((item) => {
    const { id, kind, label, emoji, section, part } = item;
    const name = nameOfItem(item);
    const {
      intro = '',
      body = '',
      reference,
      references = '',
      ownReferences = false,
    } = rendered.get(id) ?? {};
    // The nearest title that says something else than the headline does.
    const above = titles.get(section ?? '')?.find((title) => foldTitle(title) !== foldTitle(label ?? ''));
    return {
      id,
      sectionHtml: wordsHtml(above ?? ''),
      ...(emoji !== undefined && { emoji }),
      name,
      nameHtml: wordsHtml(name),
      hasLabel: label !== undefined,
      ...(part && { part: vscode.l10n.t('{0} of {1}', part.number, part.of) }),
      introHtml: intro,
      bodyHtml: body,
      reference,
      referencesHtml: references,
      ownReferences,
      isClaim: kind === 'takeaway',
    };
  });
}

/** By a section's id its title, and those of the sections around it, the nearest first. */
function titlesAbove(
  sections: readonly Section[],
  around: readonly string[] = [],
  found = new Map<string, readonly string[]>(),
): ReadonlyMap<string, readonly string[]> {
  for (const { id, title, sections: nested } of sections) {
    found.set(id, [title, ...around]);
    titlesAbove(nested, [title, ...around], found);
  }
  return found;
}

function contentsOf(sections: readonly Section[], depth = 1): ContentsEntry[] {
  return sections.flatMap(({ id, title, sections: inner }) => [
    { id, titleHtml: wordsHtml(title), depth },
    ...contentsOf(inner, depth + 1),
  ]);
}

function pageStrings(): PageStrings {
  const { t } = vscode.l10n;
  return {
    language: vscode.env.language,
    position: t('{0} of {1}', '{0}', '{1}'),
    left: t('{0} min left', '{0}'),
    minutes: t('{0} min', '{0}'),
    countRead: t('{0} of {1} read', '{0}', '{1}'),
    previous: t('Previous'),
    next: t('Next'),
    references: t('Reference'),
    briefingReferences: t('From the briefing’s references'),
    noReference: t('No reference given'),
    whole: t('Whole briefing'),
    oneAtATime: t('One at a time'),
    contents: t('Sections'),
    read: t('Read'),
    unread: t('Unread'),
    starred: t('Starred'),
    finished: t('You have finished'),
    notRead: t('{0} not read', '{0}'),
    yourStars: t('You have starred'),
    nextBriefing: t('Next unread'),
    nothingUnread: t('Nothing else is unread.'),
    end: t('The end'),
    open: t('Open'),
    copyLink: t('Copy Reference Link'),
    cite: t('Copy as Citation'),
    citing: t('Cited in {0} more briefings', '{0}'),
    citingOne: t('Cited in 1 more briefing'),
    backToText: t('Back to the Text'),
    showImage: t('Show Image'),
    keys: t('Keys'),
    keysNote: t('These are the default keys. Change them in VS Code’s Keyboard Shortcuts.'),
    close: t('Close'),
  };
}
