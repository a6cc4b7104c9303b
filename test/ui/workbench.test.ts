// What a user sees and does in the workbench, on the example newsroom.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench.ts';

describe('the workbench', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench?.close());

  it('opens a draft', async () => {
    await workbench.openFile('leaders-call.md');
    await workbench.goTo('leaders-call.md', 'Experts say');
    assert.equal(await workbench.notifications.count(), 0);
  });
});
