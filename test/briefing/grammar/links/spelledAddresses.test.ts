import assert from 'node:assert/strict';
import createMarkdownIt from 'markdown-it';
import { spelledAddresses } from '../../../../src/briefing/grammar/links/spelledAddresses.ts';

describe('The spelling of an address', () => {
  const markdown = createMarkdownIt().use(spelledAddresses);

  const TARGETS = {
    'https://a.example/%7e': 'https://a.example/%7e',
    'https://bücher.example/ä?ö=%C3%BC#ß': 'https://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC#%C3%9F',
    'https://аррlе.example/': 'https://xn--l-7sbq6ba.example/',
    '\u200ehttps://a.example/מים\u200f': 'https://a.example/%D7%9E%D7%99%D7%9D',
    'minutes of May.md': 'minutes%20of%20May.md',
    'übersicht.md#50%': '%C3%BCbersicht.md#50%25',
    'ä%C3%A4"<>': '%C3%A4%C3%A4%22%3C%3E',
    'half \ud83d': 'half%20%EF%BF%BD',
    'https://good\u00ad.example/ä': 'https://good%C2%AD.example/%C3%A4',
  };
  for (const [given, spelled] of Object.entries(TARGETS))
    it(`as a target: ${JSON.stringify(given)}`, () => {
      assert.equal(markdown.normalizeLink(given), spelled);
    });

  const WORDS = {
    'https://a.example/%C3%A4%20b': 'https://a.example/ä%20b',
    'https://a.example/%e6%b8%a1%2f?q=100%25': 'https://a.example/渡%2F?q=100%25',
    'https://a.example/%FF%C3': 'https://a.example/%FF%C3',
    'https://a.example/ä b': 'https://a.example/ä%20b',
  };
  for (const [given, shown] of Object.entries(WORDS))
    it(`as words: ${given}`, () => {
      assert.equal(markdown.normalizeLinkText(given), shown);
    });
});
