import assert from 'node:assert/strict';
import { snippetIn } from '../../../src/briefing/write/snippetText.ts';

describe('A template', () => {
  const cases: readonly (readonly [about: string, text: string, snippet: string | undefined])[] = [
    ['without a place is text', '# Title\n\nIt costs $ and { } and \\$5 and $USD.\n', undefined],
    ['with a place is a snippet', '# ${1:Title}\n', '# ${1:Title}\n'],
    ['with a place alone', '# $1\n', '# $1\n'],
    ['with a choice', '${1|a,b|}', '${1|a,b|}'],
    ['with a change of a variable', '${TM_FILENAME/a/b/}', '${TM_FILENAME/a/b/}'],
    ['with a variable', 'date: $CURRENT_YEAR-${CURRENT_MONTH}', 'date: $CURRENT_YEAR-${CURRENT_MONTH}'],
    [
      'has dollars beside its places',
      '$1 $USD $ ${x} $CURRENT_YEARS',
      '$1 \\$USD \\$ \\${x} \\$CURRENT_YEARS',
    ],
    ['has escaped dollars', '$1 costs \\$5 \\\\$0', '$1 costs \\$5 \\\\$0'],
    ['that is empty', '', undefined],
  ];
  for (const [about, text, snippet] of cases)
    it(about, () => {
      assert.equal(snippetIn(text), snippet);
    });
});
