import { directionOf } from '../../src/base/direction.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { timesLeft } from '../../src/briefing/text/readingTime.ts';
import { readingItems } from '../../src/briefing/readingItems.ts';
import type { RenderOptions } from '../../src/briefing/render/renderImages.ts';
import { renderParts } from '../../src/briefing/renderBriefing.ts';
import type { PageContent, PageResources, PageStrings } from '../../src/reader/content.ts';
import type { PageStatus } from '../../src/reader/messages.ts';
import { wordsHtml } from '../../src/base/emoji.ts';
import { cardsOf, contentsOf } from '../../src/workbench/reader/panel/cards.ts';

export const RESOURCES: PageResources = {
  nonce: 'aNonce42',
  script: 'start();',
  style: 'body { margin: 0; }',
  imageSources: [],
};

/** The status when nothing is read. */
export const NOTHING: PageStatus = { read: [], starred: [], finished: false, cited: [] };

const STRINGS: PageStrings = {
  language: 'en',
  position: '{0} of {1}',
  left: { minutes: '{0} min left', hours: '{0} h left' },
  time: { minutes: '{0} min', hours: '{0} h' },
  countRead: '{0} of {1} read',
  previous: 'Previous',
  next: 'Next',
  reference: 'Reference',
  references: 'References',
  briefingReferences: 'From the briefing’s references',
  whole: 'Whole briefing',
  oneAtATime: 'One at a time',
  contents: 'Sections',
  read: 'Read',
  unread: 'Unread',
  starred: 'Starred',
  finished: 'You have finished',
  notRead: '{0} not read',
  yourStars: 'You have starred',
  nextBriefing: 'Next unread',
  nothingUnread: 'There are no other unread briefings.',
  end: 'The end',
  goOn: 'There is no more below. Press j to go on to “{0}”.',
  open: 'Open',
  copyLink: 'Copy Reference Link',
  cite: 'Copy as Citation',
  citing: 'Cited in {0} more briefings',
  citingOne: 'Cited in 1 more briefing',
  backToText: 'Back to the Text',
  showImage: 'Show Image',
  showImages: 'Show all images of this briefing ({0}, {1})',
  moreHosts: '{0} and {1} more',
  keys: 'Keys',
  keysNote: 'Each can be changed.',
  close: 'Close',
};

/** The content of the page for a text, made as in the reader. */
export function contentOf(
  text: string,
  more: Partial<PageContent> = {},
  options: RenderOptions = {},
): PageContent {
  const briefing = parseBriefing(text, '1.md');
  const { article, items } = renderParts(briefing, options);
  return {
    uri: 'file:///brief.md',
    title: briefing.title,
    titleHtml: wordsHtml(briefing.title),
    direction: directionOf(briefing.title) === 'rtl' ? 'rtl' : 'ltr',
    ...(briefing.date !== undefined && { date: briefing.date }),
    ...(briefing.language !== undefined && { language: briefing.language }),
    articleHtml: article,
    cards: cardsOf(briefing, items, STRINGS.position),
    contents: contentsOf(briefing.sections),
    times: Object.fromEntries(timesLeft(readingItems(briefing))),
    view: 'item',
    stays: true,
    render: 1,
    style: { family: 'serif', size: 14, lineHeight: 1.6, width: 68, emoji: true },
    status: NOTHING,
    strings: STRINGS,
    keys: [
      { titles: { 'briefings.nextTakeaway': 'Next' }, keys: ['j', 'n'] },
      { titles: { 'briefings.goToStart': 'Go to Start' }, keys: ['g g'] },
      {
        titles: { 'briefings.markAsRead': 'Mark as Read', 'briefings.markAsUnread': 'Mark as Unread' },
        keys: ['m'],
      },
      { titles: { 'briefings.star': 'Add Star', 'briefings.unstar': 'Remove Star' }, keys: ['s'] },
    ],
    ...more,
  };
}
