import type { Briefing } from '../../briefing/model.ts';
import { keysOf } from '../../library/outline.ts';
import { resolvePlace, placeOfReading } from '../../library/progress/place.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { OpenOptions } from './reader.ts';

/** Returns the options for opening a briefing where reading it stopped, or at its beginning if it is finished. */
export function resumeOptions(briefing: Briefing, readingLog: ReadingLog): OpenOptions {
  const place = placeOfReading(briefing, readingLog);
  if (!place || keysOf(briefing).every((key) => readingLog.isRead(key))) return {};
  const { item, offset } = resolvePlace(briefing, place);
  return { id: item?.id ?? '', offset };
}
