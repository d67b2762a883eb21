/** A briefing with the name of its file. */
interface MorningFile {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** The number of briefings of a morning, and the number of those with a date. */
const ALL = 61;
const DATED = 20;

const PLACES = ['Bergen', 'Cork', 'Gdansk', 'Izmir', 'Lagos', 'Osaka', 'Porto', 'Riga', 'Tampa', 'Vigo'];
const THINGS = ['ferry', 'crane', 'pilot', 'quay', 'tanker', 'signal', 'lock', 'dredger', 'buoy', 'berth'];
const TURNS = ['opens again', 'stays shut', 'is sold', 'is late', 'moves north', 'gets a new owner'];

/** As agents write it: bold leads, each with its source. */
const AGENT: MorningFile = {
  name: '2026-03-09-agent.md',
  title: 'Harbour brief, 9 March',
  text: `# Harbour brief, 9 March

**Night ferry back in service** — The harbour office lets the night ferry sail again from Monday. ([Harbour Office](https://harbour.example/night-ferry))

**Seventh icebreaker promised** — The minister promised a seventh icebreaker for the winter fleet. ([The Gazette](https://gazette.example/icebreaker))

**Pilots call off their strike** — Both sides take up talks on Thursday. ([Union](https://union.example/talks))
`,
};

/** As a newsletter: sections of prose. */
const PROSE: MorningFile = {
  name: '2026-03-08-letter.md',
  title: 'A letter from the coast',
  text: `---
title: A letter from the coast
date: 2026-03-08
---

It rained all week, and nobody minded.

## What the rain did

The reservoirs are full for the first time in three years.

## What comes next

The council votes on the dyke on Friday.

Sources: [Water board](https://water.example/levels)
`,
};

/** Without any Markdown syntax. */
const PLAIN: MorningFile = {
  name: 'wharf.txt',
  title: 'Why the old wharf will not be sold',
  text: `Why the old wharf will not be sold

The town had a buyer, and let him go.

Key Takeaways

Price: The offer was half of what the land is worth. 💶
Neighbours: Two hundred of them signed against it. ✍️
Plan B: A market hall by next spring. 🏗️

What happens now?

The council looks for tenants, and has named three.

Q&A: What the wharf is worth
wharf.example
https://wharf.example
`,
};

/** A list of links, which opens in the whole view. */
const LINKS: MorningFile = {
  name: '2026-03-07-links.md',
  title: 'This week in harbours 214',
  text: `# This week in harbours 214

## Reading

${PLACES.map((place, i) => `- [${place} looks at its ${THINGS[i] ?? ''}s](https://${place.toLowerCase()}.example/${i})`).join('\n')}
`,
};

/** Not in English, with named parts of a story. */
const SPANISH: MorningFile = {
  name: 'resumen.md',
  title: 'Resumen del puerto',
  text: `# Resumen del puerto

## Lo más importante

- **La grúa nueva llega el lunes:** cuesta la mitad que la vieja. [Puerto](https://puerto.example/grua)
- **El faro cambia de color:** será verde durante un mes. [Costas](https://costas.example/faro)

## Por qué importa

La grúa ahorra dos horas en cada barco.
`,
};

const TABLE: MorningFile = {
  name: '2026-03-06-table.md',
  title: 'Berths and their ships',
  text: `# Berths and their ships

| Headline | What happened |
| --- | --- |
| **Berth one is free** | The Marta left at dawn, a day early. [Log](https://log.example/1) |
| **Berth two is shared** | Two coasters lie side by side. [Log](https://log.example/2) |
| **Berth three is closed** | Its bollards are being replaced. [Log](https://log.example/3) |
`,
};

/** Briefings of six different kinds. */
export const READ = [AGENT, PROSE, PLAIN, LINKS, SPANISH, TABLE] as const;

/** A long read, which opens in the whole view. */
export const LONG: MorningFile = {
  name: 'voyage.md',
  title: 'The long way round',
  text: `# The long way round\n\n${['The first leg', 'The second leg', 'The third leg'].map((leg) => `## ${leg}\n\n${paragraphs(leg)}`).join('\n\n')}\n`,
};

function paragraphs(leg: string): string {
  return Array.from(
    { length: 14 },
    (_, i) =>
      `${leg}, day ${i + 1}: the log says little of the wind and more of the cook, who had bought onions for a month and had onions for a week, and of the mate, who counted the sails twice and came to two numbers.`,
  ).join('\n\n');
}

/** The briefings of a morning: twenty with a date and forty-one without, in the forms of newsletters. */
export function morningFiles(): Readonly<Record<string, string>> {
  const own = [...READ, LONG];
  const dated = own.filter(({ name }) => name.startsWith('2026-')).length;
  const others = Array.from({ length: ALL - own.length }, (_, i) =>
    i < DATED - dated ? datedFile(i) : undatedFile(i),
  );
  return Object.fromEntries([...own, ...others].map(({ name, text }) => [`briefings/${name}`, text]));
}

/** Four have the same title, as issues of a newsletter often do. */
function datedFile(i: number): MorningFile {
  const date = `2026-02-${String(27 - i).padStart(2, '0')}`;
  const title = i < 4 ? 'not much happened today' : `${pick(PLACES, i)} daily`;
  return { name: `${date}.md`, title, text: `# ${title}\n\n## Highlights\n\n${items(i)}\n` };
}

function undatedFile(i: number): MorningFile {
  const title = `${pick(PLACES, i)} and the ${pick(THINGS, Math.floor(i / PLACES.length) + i)}`;
  const text =
    i % 3 === 0 ? `**TL;DR**\n\n${items(i)}` : `## In brief\n\n${items(i)}\n\n## More\n\nNothing else.`;
  return { name: `issue-${i}.md`, title, text: `# ${title}\n\n${text}\n` };
}

function items(i: number): string {
  return Array.from({ length: 3 + (i % 3) }, (_, k) => {
    const [place, thing] = [pick(PLACES, i + k), pick(THINGS, i * 3 + k)];
    const headline = `The ${thing} of ${place} ${pick(TURNS, i + 2 * k)}`;
    return `- **${headline}:** report ${i}-${k}. [Port of ${place}](https://${place.toLowerCase()}.example/${i}/${k})`;
  }).join('\n');
}

function pick(from: readonly string[], i: number): string {
  return from[i % from.length] ?? '';
}
