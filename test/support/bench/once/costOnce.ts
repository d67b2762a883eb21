import fs from 'node:fs';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { worked } from '../../clock.ts';

/* A process for a single text, so that no code is warm, and the peak of the memory is due to that text. */

/** CPU times from the start of parsing on, in ms, and the peak memory of the process, in bytes. */
export interface Cost {
  readonly parsed: number;
  readonly rendered: number;
  readonly memory: number;
}

const text = fs.readFileSync(0, 'utf8');
const start = worked();
const briefing = parseBriefing(text, 'briefing.md');
const parsed = worked() - start;
renderBriefing(briefing);
const cost: Cost = {
  parsed,
  rendered: worked() - start,
  memory: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(JSON.stringify(cost));
