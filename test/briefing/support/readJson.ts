import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import type { Briefing } from '../../../src/briefing/model.ts';
import { checkBriefing } from './checkBriefing.ts';

/** Parses a value as JSON of a briefing with a date, and checks everything that must hold for any briefing. */
export function readJson(value: unknown, indent?: number): Briefing {
  const text = JSON.stringify(value, undefined, indent);
  const briefing = parseBriefing(text, '2026-03-02.briefing.json');
  checkBriefing(briefing, text);
  return briefing;
}

/** The codes of a briefing's problems. */
export function codes({ problems }: Briefing): string[] {
  return problems.map(({ code }) => code);
}
