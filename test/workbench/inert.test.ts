import assert from 'node:assert/strict';
import { withoutIcons, withoutLinks } from '../../src/workbench/notify.ts';

describe('The text of a briefing', () => {
  it('shows no icon in a quick pick', () => {
    assert.equal(withoutIcons('$(verified) $(sync~spin) x'), '\\$(verified) \\$(sync~spin) x');
    assert.equal(withoutIcons('$(two words) costs $5 (or $6)'), '$(two words) costs $5 (or $6)');
  });

  it('has no link in a notification', () => {
    const link = /\[[^\]]+\]\(/;
    assert.doesNotMatch(withoutLinks('No link for “[Report](command:workbench.action.quit)”.'), link);
    assert.equal(withoutLinks('a [1] (b)'), 'a [1] (b)');
  });
});
