import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { renderParts, type RenderedTakeaway } from '../../briefing/renderBriefing.ts';
import { sectionsIn } from '../../library/items.ts';
import type { Card, PageContent, PageStrings } from '../../reader/page.ts';
import { dateLabel } from '../convert.ts';

/** The parts of a page that a briefing gives by itself, wherever it is read. */
export function briefingContent(
  briefing: Briefing,
): Pick<PageContent, 'title' | 'date' | 'language' | 'articleHtml' | 'cards' | 'strings'> {
  const { article, takeaways } = renderParts(briefing);
  return {
    title: briefing.title,
    ...(briefing.date !== undefined && { date: dateLabel(briefing.date) }),
    ...(briefing.language !== undefined && { language: briefing.language }),
    articleHtml: article,
    cards: cardsOf(briefing, takeaways),
    strings: pageStrings(),
  };
}

function cardsOf(briefing: Briefing, rendered: ReadonlyMap<string, RenderedTakeaway>): Card[] {
  return sectionsIn(briefing.sections).flatMap((section) =>
    section.takeaways.map(({ id, label, emoji, text }) => ({
      id,
      section: section.title,
      ...(label !== undefined && { label }),
      ...(emoji !== undefined && { emoji }),
      name: label ?? text.replaceAll('\n', ' '),
      bodyHtml: rendered.get(id)?.body ?? '',
      referencesHtml: rendered.get(id)?.references ?? '',
      ownReferences: rendered.get(id)?.ownReferences ?? false,
    })),
  );
}

function pageStrings(): PageStrings {
  const { t } = vscode.l10n;
  return {
    language: vscode.env.language,
    position: t('{0} of {1}', '{0}', '{1}'),
    previous: t('Previous Takeaway'),
    next: t('Next Takeaway'),
    references: t('Reference'),
    briefingReferences: t('From the briefing’s references'),
    noReference: t('No reference given'),
    end: t('The end'),
    whole: t('Whole briefing'),
    takeaway: t('Takeaway only'),
  };
}
