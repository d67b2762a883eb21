import assert from 'node:assert/strict';
import { sendingLinks } from '../../../../src/briefing/text/links/sendingLinks.ts';
import { read } from '../../support/fixture.ts';

describe('Links about the delivery of a newsletter', () => {
  it('are recognized by their text, in many languages', () => {
    for (const words of [
      'Unsubscribe',
      'View in browser',
      'Wird der Brief nicht richtig angezeigt? Im Browser ansehen',
      'Share this story',
      'Share this edition with a friend',
      'Jetzt weiterempfehlen',
      'Lire cette lettre en ligne',
      'Leave a comment',
      'Feedback',
      '👍 Useful',
      'Share on LinkedIn',
      'Forward to a friend',
      'Manage preferences',
      'Compartir este artículo',
      'Darse de baja',
      'Se désabonner',
      'Partager cet article',
      'Diesen Beitrag teilen',
      'Condividi l’articolo',
      'Отписаться',
      '分享本文',
      '配信停止はこちら',
      'Dezabonare',
      'Visa i webbläsaren',
    ])
      assert.deepEqual(sendingLinks([`[ ${words} → ]`], words), [true], words);
    for (const words of [
      'Share prices fall',
      'Forward guidance',
      'Read the article online',
      'Leer la noticia en línea',
      'Go deeper',
      'Unsubscribe laws change',
      'Who pays? The ferry stops',
      'Here',
    ])
      assert.deepEqual(sendingLinks([words], words), [false], words);
  });

  it('include text that only belongs to them', () => {
    assert.deepEqual(sendingLinks(['Unsubscribe', 'Privacy'], 'Unsubscribe | Privacy'), [true, true]);
    assert.deepEqual(sendingLinks(['Privacy'], 'Privacy'), [false]);
    assert.deepEqual(sendingLinks(['Unsubscribe', 'Privacy', 'Study'], ''), [true, false, false]);
    for (const [link, words] of [
      ['here', 'To unsubscribe, click here.'],
      ['klicken Sie bitte hier.', 'Um sich von dem Newsletter abzumelden, klicken Sie bitte hier.'],
      ['klicken', 'Hier klicken, um den Newsletter im Browser zu öffnen.'],
      ['Klik hier', 'Klik hier om je uit te schrijven.'],
      ['cliquez ici', 'Pour vous désabonner, cliquez ici.'],
    ] as const)
      assert.deepEqual(sendingLinks([link], words), [true], words);
    assert.deepEqual(sendingLinks(['hier'], 'Mehr über den Fehler im Browser steht hier.'), [false]);
  });

  it('include addresses that such words name', () => {
    const [one, two] = ['https://a.example/u?t=1', 'https://a.example/p'];
    for (const words of [`Unsubscribe ${one}`, `It is late.\nUnsubscribe: <${one}>`, `Abmelden (${one})`]) {
      assert.deepEqual(sendingLinks([one], words), [true], words);
    }
    const both = `View this post on the web at ${one} | Manage preferences: ${two}`;
    assert.deepEqual(sendingLinks([one, two], both), [true, true]);
    assert.deepEqual(sendingLinks([one, two], `Unsubscribe ${one} or read ${two}`), [true, false]);
    assert.deepEqual(sendingLinks([one], `Unsubscribe laws change: ${one}`), [false]);
    assert.deepEqual(sendingLinks([one], `It is late.\n${one}`), [false]);
  });

  it('are not references', () => {
    const { references } = read(
      '# T',
      '',
      '## Ferries',
      '',
      'The last one leaves at nine, [says the office](https://a.example/1).',
      '',
      '[Share this story](https://b.example/share)',
      '',
      '*[Unsubscribe](https://b.example/u) | [View in browser](https://b.example/v)*',
    );
    assert.deepEqual(
      references.map(({ title }) => title),
      ['says the office'],
    );
  });
});
