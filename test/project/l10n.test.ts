import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type Bundle, BUNDLE, wordsInSource } from '../support/l10n/words.ts';
import { REPO } from '../support/paths.ts';

const read = (file: string) =>
  JSON.parse(fs.readFileSync(path.join(REPO, file), 'utf8')) as Readonly<Record<string, string>>;

/** The languages with a translation: `de`. */
const LANGUAGES = fs.readdirSync(REPO).flatMap((file) => /^package\.nls\.(.+)\.json$/.exec(file)?.[1] ?? []);

/** The plural form of a key, in languages that have it: `{0} items/few`. */
const FORM = /\/(one|few)$/;

describe('The translated strings', () => {
  const words = JSON.parse(fs.readFileSync(path.join(REPO, BUNDLE), 'utf8')) as Bundle;
  const said = Object.keys(words);

  it('are those in src', async () => {
    assert.deepEqual(words, await wordsInSource(), `${BUNDLE} is old: run \`npm run l10n\`.`);
  });

  it('are all of the manifest’s', () => {
    const manifest = fs.readFileSync(path.join(REPO, 'package.json'), 'utf8');
    const used = new Set(Array.from(manifest.matchAll(/"%([\w.-]+)%"/g), ([, key = '']) => key));
    assert.deepEqual([...used].sort(), Object.keys(read('package.nls.json')).sort());
  });

  for (const language of LANGUAGES) {
    describe(`in ${language}`, () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const isSaid = (key: string) => {
        const [, form] = FORM.exec(key) ?? [];
        return form === undefined || (forms.includes('few') && forms.some((has) => has === form));
      };
      const bundle = read(`l10n/bundle.l10n.${language}.json`);
      const manifest = read(`package.nls.${language}.json`);

      it('are complete, without extra ones', () => {
        assert.deepEqual(differing(said.filter(isSaid), bundle), []);
        assert.deepEqual(differing(Object.keys(read('package.nls.json')), manifest), []);
      });

      it('have the same placeholders, commands and code, and the same space around them', () => {
        const english = Object.fromEntries(said.map((key) => [key, key.replace(FORM, '')]));
        assert.deepEqual(unlike(english, bundle), []);
        assert.deepEqual(unlike(read('package.nls.json'), manifest), []);
      });

      it('name commands by their titles', () => {
        const english = read('package.nls.json');
        const titles = Object.entries(english).filter(
          ([key, title]) => key.startsWith('command') && title.includes(' '),
        );
        const misnamed = [...said, ...Object.values(english)].flatMap((text) => {
          const key = Object.keys(english).find((one) => english[one] === text);
          const translated = (key === undefined ? bundle[text] : manifest[key]) ?? '';
          return titles.flatMap(([command, title]) =>
            isNamed(title, text) && !translated.includes(manifest[command] ?? '')
              ? [`${translated}: ${manifest[command]}`]
              : [],
          );
        });
        assert.deepEqual(misnamed, []);
      });
    });
  }
});

/** Whether a sentence contains the title of a command, apart from a word at its start. */
function isNamed(title: string, sentence: string): boolean {
  return sentence.endsWith('.') && !FORM.test(sentence) && sentence.slice(1).includes(title);
}

/** The keys that only one side has. */
function differing(keys: readonly string[], translated: Readonly<Record<string, string>>): string[] {
  const missing = keys.filter((key) => !(key in translated)).map((key) => `missing: ${key}`);
  const left = Object.keys(translated).filter((key) => !keys.includes(key));
  return [...missing, ...left.map((key) => `left over: ${key}`)];
}

/** The keys whose translation lacks what it must contain. */
function unlike(
  english: Readonly<Record<string, string>>,
  translated: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(translated).flatMap(([key, text]) => {
    const [wanted, got] = [partsOf(english[key] ?? ''), partsOf(text)];
    return JSON.stringify(wanted) === JSON.stringify(got)
      ? []
      : [`${key} -> ${text}: ${wanted.join(' ')} is ${got.join(' ')}`];
  });
}

/** Placeholders, commands, code, special characters, and space at the ends or between lines; sorted. */
function partsOf(text: string): string[] {
  const marks = /\{\d+\}|\(command:[^)]*\)|`[^`]*`|\b(?:is|chat|briefings)[.:]\w+|^✓ |^\s+|\s+$|\n|…/g;
  const found = text.match(marks) ?? [];
  return text === '' ? ['nothing'] : [...found].sort();
}
