import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sourceKey } from '../../../../src/briefing/text/links/sourceKey.ts';

describe('The key of a source', () => {
  it('is the same for a page, however its address is written', () => {
    const groups: readonly (readonly string[])[] = [
      [
        'https://a.example',
        'http://a.example/',
        'HTTPS://WWW.A.example',
        'https://a.example./',
        'https://a.example:443/#b',
      ],
      [
        'https://a.example/b',
        'https://a.example/b/',
        'https://a.example/b//',
        'https://a.example/c/../b?',
        'https://a.example/b?&',
      ],
      [
        'https://a.example/b?id=7',
        'https://a.example/b/?utm_source=c&id=7&utm_medium=d',
        'https://a.example/b?id=7&fbclid=x&gclid=y#z',
        'https://a.example/b?mc_cid=x&id=7&MC_EID=y',
      ],
      ['https://a.example/é', 'https://a.example/%C3%A9', 'https://a.example/%c3%a9'],
      ['https://bücher.example/~b', 'https://xn--bcher-kva.example/%7Eb'],
    ];
    for (const urls of groups) {
      const keys = new Set(urls.map(sourceKey));
      assert.deepEqual([keys.size, keys.has(undefined)], [1, false], urls.join(' '));
    }
    assert.equal(new Set(groups.map(([url = '']) => sourceKey(url))).size, groups.length);
  });

  const tracking: readonly (readonly [whose: string, query: string])[] = [
    ['Google’s', 'utm_source=a&utm_id=1&gclid=1&gad_campaignid=1&gad_source=1&srsltid=x&_gl=1*a&_ga=2.1'],
    ['Matomo’s', 'mtm_campaign=a&matomo_source=b&pk_kwd=c&piwik_campaign=d'],
    ['Piano’s', 'at_medium=RSS&at_campaign=64&at_bbc_team=editorial&xtor=RSS-1'],
    ['Comscore’s', 'ns_mchannel=social&ns_source=twitter&ns_campaign=bbc&ns_linkname=a&ns_fee=0'],
    ['Meta’s', 'fbclid=x&fb_ref=y&fb_action_ids=1&igshid=z&igsh=z'],
    ['Microsoft’s', 'msclkid=1'],
    ['X’s, TikTok’s, Reddit’s, Snapchat’s and Pinterest’s', 'twclid=1&ttclid=2&rdt_cid=3&ScCid=4&epik=5'],
    ['LinkedIn’s', 'li_fat_id=1'],
    ['Yandex’s', 'yclid=1&ysclid=2&ymclid=3&_openstat=4'],
    ['Alibaba’s and CCTV’s', 'spm=C94212.P4YnMod9m2uD.ENPMkWvfnaiV.1'],
    ['HubSpot’s', '_hsenc=a&_hsmi=1&__hstc=b&__hssc=c&__hsfp=d&hsCtaTracking=e&hsa_acc=1&hsa_cam=2'],
    ['Mailchimp’s', 'mc_cid=a&mc_eid=b&mc_tc=c'],
    ['Beehiiv’s', '_bhlid=a'],
    ['Branch’s', '_branch_match_id=1&_branch_referrer=H4s'],
    ['Marketo’s, Eloqua’s and Adobe’s', 'mkt_tok=1&elqTrackId=a&elqTrack=true&s_cid=b&sc_cid=c&cmpid=d'],
    [
      'other senders’ of mail',
      'vero_id=a&oly_enc_id=b&ml_subscriber=c&ml_subscriber_hash=d&bsft_uid=e&ck_subscriber_id=1',
    ],
    ['shops’', 'itm_source=a&itm_medium=b&campaign_id=1&campaign_name=c&rb_clickid=d&irclickid=e&wickedid=f'],
    [
      'others',
      'traffic_source=a&ref_src=twsrc&ref_url=b&wt_mc=c&wt_zmc=d&guce_referrer=e&guce_referrer_sig=f',
    ],
  ];
  for (const [whose, query] of tracking)
    it(`is the same with ${whose} tracking parameters`, () => {
      const page = sourceKey('https://a.example/b');
      for (const pair of query.split('&')) {
        assert.equal(sourceKey(`https://a.example/b?${pair}`), page, pair);
        assert.equal(sourceKey(`https://a.example/b?${pair.toUpperCase()}`), page, pair.toUpperCase());
        assert.equal(
          sourceKey(`https://a.example/b?id=7&${pair}&page=2`),
          sourceKey('https://a.example/b?id=7&page=2'),
          pair,
        );
      }
      assert.equal(sourceKey(`https://a.example/b?${query}#c`), page);
    });

  it('differs if a parameter may name the page, even if some sites use it for tracking', () => {
    const page = sourceKey('https://a.example/b');
    const names =
      'id ref source src from cid eid pid sid uid mc si s t v q p tag topic campaign utm at ns fb hs itm branch medium ' +
      'share feature amp cmp icid mbid smid ocid trk spmid gl ga xt epi platform_at fb2 my_utm_source notfbclid gclid2';
    for (const name of names.split(' '))
      assert.notEqual(sourceKey(`https://a.example/b?${name}=1`), page, name);
  });

  it('differs for another page', () => {
    const urls = [
      'https://a.example/b',
      'https://a.example/B',
      'https://a.example/b/c',
      'https://b.a.example/b',
      'https://a.example:8080/b',
      'https://a.example/b?c',
      'https://a.example/b?c=1',
      'https://a.example/b?c=2',
      'https://a.example/b?c=1&d=2',
      'https://a.example/b?ref=main',
      'https://a.example/b%2Fc',
      'https://a.example/b%3Fc',
      'https://a.example/b%ff',
    ];
    assert.equal(new Set(urls.map(sourceKey)).size, urls.length);
  });

  it('is missing for anything but a page', () => {
    for (const url of [
      '',
      'a.example',
      'mailto:a@b.example',
      'javascript:x',
      'file:///a',
      'https://a@b.example',
      'https://',
      '#a',
    ])
      assert.equal(sourceKey(url), undefined, url);
  });

  it('is found for an address of any length that is live', () => {
    const address = `https://a.example/${'/'.repeat(8_000)}`;
    assert.notEqual(sourceKey(`${address}x`), sourceKey(address));
    assert.equal(sourceKey(address), sourceKey('https://a.example'));
  });

  it('is an exact number for any address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const key = sourceKey(url);
        assert.ok(key === undefined || (Number.isSafeInteger(key) && key >= 0));
      }),
    );
  });
});
