import { expect, test } from '@playwright/test';
import type { Lab } from './support/page';
import { openLab } from './support/page';

const bring = (lab: Lab) => lab.page.evaluate(() => window.lab.coreBringLists());
const stored = (lab: Lab) => lab.page.evaluate(() => window.lab.coreStored());

test('the lists that come with the product are written once and stay as people left them', async () => {
  const lab = await openLab();
  try {
    expect(await bring(lab)).toMatchObject({ ok: true });
    const counts = await lab.page.evaluate(() => window.lab.coreCounts());
    expect(counts).toMatchObject({
      'pipeline-stage': 19,
      'violation-type': 18,
      'partner-subtype': 51,
      'commission-type': 27,
      checklist: 5,
    });
    const first = await stored(lab);
    expect(first.journal).toBe(1);

    // A second start writes nothing.
    expect(await bring(lab)).toMatchObject({ ok: true });
    expect(await stored(lab)).toEqual(first);

    // What a person changed or deleted stays so; a sample can still be made of what holds nothing else.
    const changed = await lab.page.evaluate(() =>
      window.lab.coreWrite({
        changes: [
          {
            op: 'set',
            kind: 'pipeline-stage',
            id: 'pipeline-stage:sourced',
            values: { name: 'Found' },
          },
          { op: 'delete', kind: 'pipeline-stage', id: 'pipeline-stage:later' },
        ],
        origin: 'person',
        reason: 'Our own words',
      }),
    );
    expect(changed).toMatchObject({ ok: true });
    const own = await stored(lab);
    expect(await bring(lab)).toMatchObject({ ok: true });
    expect(await stored(lab)).toEqual(own);
    expect(await lab.page.evaluate(() => window.lab.coreMarkSample())).toMatchObject({ ok: true });
  } finally {
    await lab.close();
  }
});
