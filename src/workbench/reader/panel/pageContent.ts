import * as vscode from 'vscode';
import { directionOf } from '../../../base/direction.ts';
import { findDate } from '../../../briefing/text/dates/date.ts';
import type { Briefing } from '../../../briefing/model.ts';
import { timesLeft } from '../../../briefing/text/readingTime.ts';
import type { ImageChoice } from '../../../briefing/render/renderImages.ts';
import { itemsIn, readingItems } from '../../../briefing/readingItems.ts';
import { renderParts } from '../../../briefing/renderBriefing.ts';
import { isBlank } from '../../../briefing/briefingContents.ts';
import type { PageContent, PageStrings } from '../../../reader/content.ts';
import { cardsOf, contentsOf } from './cards.ts';
import { dateLabel, timeWords } from '../../labels.ts';
import { scriptLanguage } from '../../../briefing/text/scriptLanguage.ts';
import { wordsHtml } from '../../../base/emoji.ts';

/** The parts of a page's content that depend on the briefing alone, wherever it is read. */
type BriefingContent = Omit<
  PageContent,
  | 'uri'
  | 'view'
  | 'images'
  | 'id'
  | 'place'
  | 'stays'
  | 'preview'
  | 'words'
  | 'render'
  | 'style'
  | 'status'
  | 'keys'
>;

export function briefingContent(
  briefing: Briefing,
  image: (source: string) => ImageChoice | undefined,
): BriefingContent {
  const { article, items } = renderParts(briefing, { image });
  const strings = pageStrings();
  const { title, date, language = scriptLanguage(briefing.text) } = briefing;
  // A title such as `Harbour brief, 3 March 2026` contains the date already.
  const isDated = date !== undefined && findDate(title) !== date;
  return {
    title,
    titleHtml: wordsHtml(title),
    direction: readingDirection(briefing),
    ...(isDated && { date: dateLabel(date) }),
    ...(briefing.sender !== undefined && { sender: briefing.sender }),
    ...(language !== undefined && { language }),
    articleHtml: article,
    ...(isBlank(briefing) && { nothing: nothingMessage(briefing) }),
    cards: cardsOf(briefing, items, strings.position),
    contents: contentsOf(briefing.sections),
    times: Object.fromEntries(isBlank(briefing) ? [] : timesLeft(readingItems(briefing))),
    strings,
  };
}

/** Returns the direction of most texts of a briefing: its title alone may be in another script. */
function readingDirection(briefing: Briefing): 'ltr' | 'rtl' {
  const texts = [briefing.title, ...itemsIn(briefing).map(({ text }) => text)];
  const fromRight = texts.filter((text) => directionOf(text) === 'rtl').length;
  return fromRight * 2 > texts.length ? 'rtl' : 'ltr';
}

function nothingMessage({ text }: Briefing): string {
  return text.trim() === ''
    ? vscode.l10n.t('This file is empty.')
    : vscode.l10n.t('This briefing has only a title.');
}

function pageStrings(): PageStrings {
  const { t } = vscode.l10n;
  return {
    language: vscode.env.language,
    position: t('{0} of {1}', '{0}', '{1}'),
    left: { minutes: t('{0} min left', '{0}'), hours: t('{0} h left', '{0}') },
    time: timeWords(),
    countRead: t('{0} of {1} read', '{0}', '{1}'),
    previous: t('Previous'),
    next: t('Next'),
    reference: t('Reference'),
    references: t('References'),
    briefingReferences: t('From the briefing’s references'),
    whole: t('Whole briefing'),
    oneAtATime: t('One at a time'),
    contents: t('Sections'),
    read: t('Read'),
    unread: t('Unread'),
    starred: t('Starred'),
    finished: t('You have finished this briefing'),
    notRead: t('{0} not read · Go to the first', '{0}'),
    yourStars: t('You have starred'),
    nextBriefing: t('Next unread'),
    nothingUnread: t('There are no other unread briefings.'),
    end: t('The end'),
    goOn: t('There is no more below. Press j to go on to “{0}”.', '{0}'),
    open: t('Open'),
    copyLink: t('Copy Reference Link'),
    cite: t('Copy as Citation'),
    citing: t('Cited in {0} more briefings', '{0}'),
    citingOne: t('Cited in 1 more briefing'),
    backToText: t('Back to the Text'),
    showImage: t('Show Image'),
    showImages: t('Show all images of this briefing ({0}, {1})', '{0}', '{1}'),
    moreHosts: t('{0} and {1} more', '{0}', '{1}'),
    keys: t('Keys'),
    keysNote: t(
      'Esc closes this list, stops reading aloud, and returns to the citation that you followed. These are the default keyboard shortcuts. Change them in VS Code’s Keyboard Shortcuts editor.',
    ),
    close: t('Close'),
  };
}
