import fs from 'node:fs';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { worked } from '../../clock.ts';

/* A process of its own for one text: nothing is warm, and the most memory that it has taken is that text's. */

/** Milliseconds of work from the start of the reading on, and bytes. */
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
