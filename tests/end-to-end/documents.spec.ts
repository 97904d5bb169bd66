import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { ExportPage, RecordChange } from '../../shared/ipc/data-contract';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { kinds } from '../../shared/records';
import { partnershipId } from '../../shared/records/partnership-file';
import { openLab, type Lab } from '../integration/support/page';
import { makeWorkspace, runCommand, type Workspace } from './support/command-line';
import {
  convertToPdf,
  inflatedPdf,
  overlapping,
  pdfText,
  unzipped,
  wordBoxes,
} from './support/document-bytes';

/** One sample agency for the whole file: its books get a secret in every internal field before the review is made. */
test.describe.configure({ mode: 'serial' });

const canary = 'kestrelquartz';

let workspace: Workspace;
let pdfFile: string;
let pptxFile: string;
let made: Record<string, unknown>;

async function command(...words: string[]): Promise<Record<string, unknown>> {
  const end = await runCommand([...words, '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  expect(end.code, end.stdout + end.stderr.slice(-2000)).toBe(0);
  return end.json();
}

async function ask<Value>(lab: Lab, method: string, args: unknown): Promise<Value> {
  const answer = await lab.page.evaluate(
    ([name, given]) => window.lab.workerCall('page', name, given),
    [method, args] as const,
  );
  if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
  return answer.value as Value;
}

/** Writes the canary into every internal field that holds words, of every record that people own. */
async function plantCanaries(lab: Lab): Promise<string[]> {
  const planted: string[] = [];
  const { rows } = await ask<ExportPage>(lab, 'export.read', {
    kind: 'partnership',
    after: null,
  });
  const files = rows.map((row): RecordChange => {
    const [connection, networkId] = row.slice(-8).map(textOf);
    const partnership = partnershipId(connection ?? '', networkId ?? '');
    return { op: 'create', kind: 'partnership-file', id: partnership, values: { partnership } };
  });
  for (const changes of chunks(files)) await write(lab, changes);
  for (const { kind, owner, fields } of kinds) {
    if (owner !== 'person' || kind === 'connection') continue;
    const internal = Object.entries(fields).filter(
      ([, field]) =>
        field.internal === true &&
        ['text', 'long-text', 'set'].includes(field.type) &&
        field.to === undefined,
    );
    if (internal.length === 0) continue;
    const records = await ask<DeskRecord[]>(lab, 'records.list', { kind });
    const changes = records.flatMap(({ id }) =>
      internal.map(([field, { type }]): RecordChange => {
        if (type === 'set') return { op: 'add', kind, id, field, members: [canary] };
        const words = field === 'email' ? `${canary}@example.com` : `Secret ${canary}`;
        return { op: 'set', kind, id, values: { [field]: words } };
      }),
    );
    for (const some of chunks(changes)) await write(lab, some);
    if (changes.length > 0) planted.push(...internal.map(([name]) => `${kind}.${name}`));
  }
  return planted;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function write(lab: Lab, changes: readonly RecordChange[]): Promise<void> {
  await ask(lab, 'records.write', { changes, origin: 'import', reason: 'Canaries' });
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / 1_000) }, (_, index) =>
    items.slice(index * 1_000, (index + 1) * 1_000),
  );
}

test.beforeAll(async () => {
  workspace = await makeWorkspace();
  pdfFile = path.join(workspace.folder, 'review.pdf');
  pptxFile = path.join(workspace.folder, 'review.pptx');
});

test.afterAll(async () => {
  await workspace.remove();
});

test('review writes a PDF and a presentation, and says their hashes', async () => {
  await command('explore', '--size', 'small', '--seed', '5');
  const lab = await openLab({ profile: workspace.profile });
  let client: string;
  try {
    const planted = await plantCanaries(lab);
    expect(planted).toEqual(
      expect.arrayContaining([
        'partner.email',
        'partner.tags',
        'partnership-file.agreedRate',
        'note.text',
      ]),
    );
    const clients = await ask<DeskRecord[]>(lab, 'records.list', { kind: 'client' });
    client = textOf(clients[0]?.values['name']);
  } finally {
    await lab.close();
  }
  made = await command(
    ...['review', '--client', client, '--period', '2026-07-01..2026-09-30'],
    ...['--pdf', pdfFile, '--pptx', pptxFile],
  );
  const [pdf, pptx] = [await readFile(pdfFile), await readFile(pptxFile)];
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  expect(made).toMatchObject({
    file: pdfFile,
    sha256: hash(pdf),
    pptx: { file: pptxFile, slides: made['pages'], sha256: hash(pptx) },
  });
});

test('no internal field is in any byte of either file', async () => {
  const pdf = await readFile(pdfFile);
  const places = [
    inflatedPdf(pdf).toLowerCase(),
    (await pdfText(pdfFile)).toLowerCase(),
    (await unzipped(await readFile(pptxFile))).toLowerCase(),
  ];
  // The same search finds what is meant to be there.
  expect(places[1]).toContain('tracked revenue');
  expect(places[2]).toContain('tracked revenue');
  for (const place of places) expect(place).not.toContain(canary);
});

test('every word stands inside the margins of its page, and none on another', async () => {
  const pages = await wordBoxes(pdfFile);
  expect(pages).toHaveLength(Number(made['pages']));
  pages.forEach((page, index) => {
    const place = `page ${String(index + 1)}`;
    expect(page.length, place).toBeGreaterThan(5);
    const outside = page.filter(
      ({ left, top, right, bottom }) => left < 46 || right > 913 || top < 24 || bottom > 532,
    );
    expect(outside, place).toEqual([]);
    expect(overlapping(page), place).toEqual([]);
  });
});

test('the presentation opens in LibreOffice and every title is on its page', async () => {
  const converted = await convertToPdf(pptxFile, workspace.folder);
  const pages = (await pdfText(converted)).split('\f').slice(0, -1);
  expect(pages).toHaveLength(Number(made['pages']));
  const own = (await pdfText(pdfFile)).split('\f').slice(0, -1);
  const words = (page: string): Set<string> =>
    new Set(page.split(/\s+/).filter((one) => one !== ''));
  own.forEach((page, index) => {
    const shown = words(pages[index] ?? '');
    const lost = [...words(page)].filter((one) => !shown.has(one));
    expect(
      lost.length / words(page).size,
      `page ${String(index + 1)} lost ${lost.join(' ')}`,
    ).toBeLessThan(0.1);
  });
});
