import assert from 'node:assert/strict';
import type { Briefing, Section } from '../../../src/briefing/model.ts';
import { allSections, allTakeaways } from './fixture.ts';
import { faultOf, isInside, show } from './ranges.ts';

const LIVE = ['http:', 'https:', 'mailto:'];

/** Checks everything that must hold for the briefing of any text. */
export function checkBriefing(briefing: Briefing, text: string): void {
  assert.equal(briefing.text, text);
  assert.notEqual(briefing.title.trim(), '', 'The title is empty');
  if (briefing.date !== undefined) assert.match(briefing.date, /^\d{4}-\d\d-\d\d$/);
  checkIds(briefing);
  checkReferences(briefing);
  checkRanges(briefing);
  for (const { text: words, references } of allTakeaways(briefing)) {
    assert.notEqual(words.trim(), '', 'A takeaway is empty');
    for (const reference of references) {
      assert.ok(briefing.references.includes(reference), `${reference.title} is the takeaway's alone`);
    }
  }
  checkFrozen(briefing, 'briefing');
}

function checkIds(briefing: Briefing): void {
  const ids = [...allSections(briefing.sections), ...allTakeaways(briefing)].map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
    'Ids that are not unique',
  );
  for (const id of ids) assert.match(id, /^[^\s"'<>&]+$/);
}

function checkReferences({ references }: Briefing): void {
  const urls = references.flatMap(({ url }) => (url === undefined ? [] : [new URL(url)]));
  const known = references.flatMap(({ title, url }) => {
    const parsed = url === undefined ? undefined : new URL(url);
    const isSite = parsed && /^https?:\/\/[^/]+\/$/.test(parsed.href);
    return parsed ? [isSite ? `${parsed.href} ${title}` : parsed.href] : [];
  });
  assert.deepEqual(
    known.filter((one, i) => known.indexOf(one) !== i),
    [],
    'Pages that are there twice',
  );
  for (const { protocol } of urls) assert.ok(LIVE.includes(protocol), protocol);
  for (const { title } of references) assert.notEqual(title.trim(), '', 'A reference has no title');
}

function checkRanges({ text, sections, references, problems }: Briefing): void {
  for (const { range } of [...references, ...problems]) assert.equal(faultOf(text, range), undefined);
  const visit = (section: Section): void => {
    assert.equal(faultOf(text, section.range), undefined, section.title);
    for (const { range } of [...section.takeaways, ...section.sections]) {
      assert.equal(faultOf(text, range), undefined, section.title);
      assert.ok(isInside(range, section.range), `${show(range)} is outside of ${show(section.range)}`);
    }
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
}

function checkFrozen(value: object, where: string): void {
  assert.ok(Object.isFrozen(value), `${where} can be changed`);
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    if (typeof inner === 'object' && inner !== null) checkFrozen(inner, `${where}.${key}`);
  }
}
