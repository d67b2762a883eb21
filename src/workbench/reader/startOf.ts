import type { Briefing } from '../../briefing/model.ts';
import { briefingKey } from '../../briefing/wordsKey.ts';
import { keysOf } from '../../library/outline.ts';
import { placeIn } from '../../library/place.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import type { Start } from './reader.ts';

/** Where a briefing is opened: where reading it stopped. What is finished is read from its beginning. */
export function startOf(briefing: Briefing, log: ReadingLog): Start {
  const place = log.placeIn(briefingKey(briefing));
  if (!place || keysOf(briefing).every((key) => log.isRead(key))) return {};
  const { item, offset } = placeIn(briefing, place);
  return { id: item?.id ?? '', offset };
}
