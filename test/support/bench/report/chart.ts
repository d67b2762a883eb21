import type { Row } from '../bench.ts';

/** Sizes in pixels. Bars have room for 1.5 times the goal; a longer bar ends in an arrow. */
const WIDTH = 880;
const ROW = 28;
const TOP = 40;
const BARS = { from: 440, goal: 680, to: 800 };

/** Colours that are readable on white and on dark pages, as GitHub shows the picture on both. */
const TEXT = '#7b7b7b';
const MET = '#4c8dd6';
const OVER = '#d9632f';

/** An SVG with a bar for each figure as a share of its goal, and a line at the goal: the shorter, the better. */
export function chart(rows: readonly Row[]): string {
  const height = TOP + rows.length * ROW + 12;
  const missed = rows.filter(({ met }) => !met).length;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">
<title id="title">What each work takes of its goal: ${rows.length - missed} of ${rows.length} goals are met</title>
<g font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13" fill="${TEXT}">
<text x="${BARS.goal}" y="20" text-anchor="middle">goal</text>
${rows.map(barOf).join('\n')}
<path d="M${BARS.goal} 28V${height - 8}" stroke="${TEXT}" stroke-dasharray="3 3"/>
</g>
</svg>
`;
}

function barOf({ work, share, met }: Row, number: number): string {
  const y = TOP + number * ROW;
  const most = BARS.to - BARS.from;
  // A failed bench has no share, and gets the longest bar.
  const length = Number.isFinite(share) ? share * (BARS.goal - BARS.from) : Infinity;
  const drawn = Math.max(2, Math.min(length, most));
  const arrow = length > most ? `l8 8l-8 8` : 'v16';
  const percent = Number.isFinite(share) ? `${Math.round(share * 100)} %` : 'failed';
  return [
    '<g>',
    `<text x="${BARS.from - 12}" y="${y + 13}" text-anchor="end">${escaped(work)}</text>`,
    `<path d="M${BARS.from} ${y}h${drawn.toFixed(1)}${arrow}H${BARS.from}z" fill="${met ? MET : OVER}"/>`,
    `<text x="${WIDTH - 8}" y="${y + 13}" text-anchor="end">${percent}${met ? '' : ' ✗'}</text>`,
    '</g>',
  ].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
