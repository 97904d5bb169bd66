import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { startSandbox } from '../../electron/sandbox/server';
import { openLab } from './support/page';

test('the books of the sample agency come in whole, twice without a difference', async () => {
  const sandbox = await startSandbox({ size: 'small', seed: 1 });
  const lab = await openLab();
  try {
    const agency: unknown = await (await fetch(sandbox.info.agency)).json();
    expect(await lab.page.evaluate(() => window.lab.coreBringLists())).toMatchObject({ ok: true });
    const bring = () => lab.page.evaluate((given) => window.lab.coreImportAgency(given), agency);
    const first = await bring();
    expect(first).toMatchObject({ ok: true });
    const counts = await lab.page.evaluate(() => window.lab.coreCounts());
    expect(counts).toMatchObject({ client: 8, program: 20, 'team-member': 10 });
    for (const kind of ['goal', 'client-total', 'contact', 'note', 'commitment', 'partner']) {
      expect(counts[kind], kind).toBeGreaterThan(0);
    }
    const rows = z
      .object({ records: z.array(z.object({ kind: z.string() })) })
      .parse(agency).records;
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const written = rows.filter((row) => row.kind === kind).length;
      expect(counts[kind], kind).toBeGreaterThanOrEqual(written);
    }
    const stored = await lab.page.evaluate(() => window.lab.coreStored());
    expect(stored.identities.length).toBeGreaterThan(counts['partner']!);
    expect(await bring()).toEqual(first);
    expect(await lab.page.evaluate(() => window.lab.coreStored())).toEqual(stored);
    const names = async (kind: string) => {
      const listed = await lab.page.evaluate((each) => window.lab.coreList(each), kind);
      return listed.map(({ values }) => values);
    };
    // Companies sign for partners, and a name is nothing that a machine has put together.
    const companies = (await names('partner')).flatMap(({ company }) => company ?? []);
    expect(companies.length).toBeGreaterThanOrEqual(12);
    expect(new Set(companies).size).toBe(counts['company']);
    const goals = await names('goal');
    for (const { name } of goals) expect(name).toMatch(/, \p{Lu}.* 20\d\d$/u);
    // A goal that an earlier version called otherwise is the same goal, and gets its name.
    const [goal] = await lab.page.evaluate(() => window.lab.coreList('goal'));
    await lab.page.evaluate(
      (id) =>
        window.lab.coreWrite({
          changes: [{ op: 'set', kind: 'goal', id, values: { name: 'Revenue from 2026-10-01' } }],
          origin: 'person',
          reason: 'Renamed',
        }),
      goal!.id,
    );
    await bring();
    expect(await names('goal')).toHaveLength(goals.length);
    expect(await names('goal')).toContainEqual(goal!.values);
    const clients = await lab.page.evaluate(() => window.lab.coreList('client'));
    const calendars = clients.map(({ values }) => JSON.stringify(values['calendar']));
    expect(new Set(calendars).size).toBeGreaterThan(2);
  } finally {
    await lab.close();
    await sandbox.close();
  }
});

test('books that cannot be read are refused by the place that is wrong', async () => {
  const lab = await openLab();
  try {
    const answer = await lab.page.evaluate(() =>
      window.lab.coreImportAgency({ team: [{ name: 'A', role: 'captain' }] }),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_AGENCY' } });
    expect(answer.ok ? '' : answer.error.message).toContain('team.0.role');
    expect(await lab.page.evaluate(() => window.lab.coreStored())).toMatchObject({ records: 0 });
  } finally {
    await lab.close();
  }
});
