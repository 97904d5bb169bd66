import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { documentModelSchema } from '../../shared/documents/model';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { openLab } from '../integration/support/page';
import {
  expectCards,
  expectLargestPartners,
  expectNote,
  textOf,
  type ClientDocuments,
  type QueriedRow,
} from './support/client-documents';
import { askWorker, canary, plantCanaries } from './support/canaries';
import { runCommand, startSandbox, type Workspace } from './support/command-line';
import {
  convertToPdf,
  inflatedPdf,
  overlapping,
  pdfText,
  unzipped,
  wordBoxes,
} from './support/document-bytes';
import { mailParts } from './support/mail-bytes';
import { openPresentation, type PresentedSlide } from './support/presentation';
import { plain } from './support/printed-figures';
import { sampleWorkspace } from './support/sample-agency';
import { answerSaveDialog, openWindow } from './support/window';

/**
 * What a client receives, from one sample agency: a secret stands in everything that is not for this client before the
 * documents are made, and every figure in them is held against the answers of `query`.
 */
test.describe.configure({ mode: 'serial' });

const seed = 5;
const clientName = 'Nordlicht Outdoor';

let workspace: Workspace;
let client: DeskRecord;
let pdfFile: string;
let pptxFile: string;
let csvFile: string;
let made: Record<string, unknown>;
let mailSource: string;
let documents: ClientDocuments;

async function command(...words: string[]): Promise<Record<string, unknown>> {
  const end = await runCommand([...words, '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  expect(end.code, end.stdout + end.stderr.slice(-2000)).toBe(0);
  return end.json();
}

/** What the client's figures are, asked of the command line. */
async function query(
  by: string,
  { from, to }: ClientDocuments['period'],
): Promise<readonly QueriedRow[]> {
  const { rows } = await command(
    ...['query', '--metrics', 'revenue,commission,orders', '--by', `client,${by}`],
    ...['--from', from, '--to', to],
  );
  return (rows as QueriedRow[]).filter((row) => row.client === clientName);
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  workspace = await sampleWorkspace(seed);
  [pdfFile, pptxFile, csvFile] = ['review.pdf', 'review.pptx', 'partners.csv'].map((name) =>
    path.join(workspace.folder, name),
  ) as [string, string, string];
});

test.afterAll(async () => {
  await workspace.remove();
});

test('review writes a PDF and a presentation, and says their hashes', async () => {
  const lab = await openLab({ profile: workspace.profile });
  let quarter: string;
  try {
    const clients = await askWorker<DeskRecord[]>(lab, 'records.list', { kind: 'client' });
    client = clients.find(({ values }) => values['name'] === clientName)!;
    expect(await plantCanaries(lab, client.id)).toEqual(
      expect.arrayContaining([
        'connection.address',
        'note.text',
        'partner.email',
        'partner.owner',
        'partner.tags',
        'partnership-file.agreedRate',
        'partnership.email',
        'program.responsible',
      ]),
    );
    const draft = await askWorker<DeskRecord>(lab, 'reviews.draft.open', { client: client.id });
    quarter = textOf(draft.values['periodLabel']);
  } finally {
    await lab.close();
  }
  made = await command(
    ...['review', '--client', clientName, '--period', quarter],
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

test('the weekly note and a table of this client are written in the window', async () => {
  const desk = await openWindow(workspace);
  const { page } = desk;
  const mailFile = path.join(workspace.folder, 'note.eml');
  try {
    await answerSaveDialog(desk, mailFile);
    await page.getByRole('link', { name: 'Reviews & reports' }).click();
    await page.getByRole('button', { name: 'Weekly notes' }).click();
    await page
      .getByRole('navigation', { name: 'Notes' })
      .getByRole('button', { name: new RegExp(clientName) })
      .click({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.getByRole('button', { name: /^Write 1 mail draft/ }).click();
    await expect(page.getByText(/1 mail draft written/)).toBeVisible({ timeout: 60_000 });

    await answerSaveDialog(desk, csvFile);
    await page.getByRole('button', { name: /^Scope: / }).click();
    await page.keyboard.type(clientName);
    await page.getByRole('option', { name: clientName, exact: true }).click();
    await page.evaluate(
      (view) => (location.hash = `#/explorer?view=${encodeURIComponent(JSON.stringify(view))}`),
      {
        metrics: ['revenue', 'orders', 'commission'],
        by: ['partner', 'month'],
        filters: [],
        sort: { by: 'value', metric: 'revenue', direction: 'descending' },
      },
    );
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    await expect(page.getByText(/rows written to/)).toBeVisible();
  } finally {
    await desk.close();
  }
  mailSource = await readFile(mailFile, 'utf8');
  const mail = mailParts(mailSource);
  expect(mail.attachments).toHaveLength(1);
  const pageFile = path.join(workspace.folder, 'note.pdf');
  await writeFile(pageFile, mail.attachments[0]!);

  const lab = await openLab({ profile: workspace.profile });
  try {
    const list = (kind: string): Promise<DeskRecord[]> =>
      askWorker<DeskRecord[]>(lab, 'records.list', { kind });
    const [review] = await list('review');
    const own = async (kind: string): Promise<DeskRecord[]> =>
      (await list(kind)).filter(({ values }) => values['client'] === client.id);
    const period = { from: textOf(review?.values['from']), to: textOf(review?.values['to']) };
    documents = {
      period,
      model: documentModelSchema.parse(review?.values['model']),
      pages: (await pdfText(pdfFile)).split('\f').slice(0, -1),
      slides: await openPresentation(pptxFile),
      records: {
        goal: await own('goal'),
        'client-total': await own('client-total'),
        program: await own('program'),
      },
      mail,
      notePage: await pdfText(pageFile),
      query: (by, days = period) => query(by, days),
    };
  } finally {
    await lab.close();
  }
  expect(documents.pages).toHaveLength(documents.model.slides.length);
  expect(documents.slides).toHaveLength(documents.model.slides.length);
});

test('nothing internal, no other client and no token is in any byte that leaves', async () => {
  const { mail, notePage } = documents;
  const places: Readonly<Record<string, string>> = {
    'review.pdf': inflatedPdf(await readFile(pdfFile)) + (await pdfText(pdfFile)),
    'review.pptx': await unzipped(await readFile(pptxFile)),
    'note.eml': mailSource + mail.text + mail.html,
    'note.pdf': inflatedPdf(mail.attachments[0]!) + notePage,
    'partners.csv': await readFile(csvFile, 'utf8'),
  };
  const sandbox = await startSandbox(
    ['--size', 'small', '--seed', String(seed), '--faults', 'none'],
    workspace.environment,
  );
  const tokens = sandbox.connections.flatMap(({ token }) => [token, ...token.split(':')]);
  await sandbox.stop();
  for (const [name, text] of Object.entries(places)) {
    // The same search finds what is meant to be there.
    expect(text, name).toMatch(/revenue/i);
    expect(text.toLowerCase().includes(canary), name).toBe(false);
    for (const token of tokens) expect(text.includes(token), name).toBe(false);
  }
});

test('cards, goals and the share of sales are what query answers, in both documents', async () => {
  await expectCards(documents);
});

test('the ten largest partners are those of query, with their figures, in both documents', async () => {
  await expectLargestPartners(documents);
});

test('the weekly note says what query answers for its week', async () => {
  await expectNote(documents);
});

test('every word stands inside the margins of its page, and none on another', async () => {
  const boxes = await wordBoxes(pdfFile);
  expect(boxes).toHaveLength(Number(made['pages']));
  boxes.forEach((page, index) => {
    const place = `page ${String(index + 1)}`;
    expect(page.length, place).toBeGreaterThan(5);
    const outside = page.filter(
      ({ left, top, right, bottom }) => left < 46 || right > 913 || top < 24 || bottom > 532,
    );
    expect(outside, place).toEqual([]);
    expect(overlapping(page), place).toEqual([]);
  });
});

test('the presentation has native tables and charts, real text, and notes on every slide', () => {
  const { model, slides } = documents;
  const blocks = model.slides.map(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map(({ block }) => block)),
  );
  slides.forEach((slide, index) => {
    const { id, title, source, notes = [] } = model.slides[index]!;
    const own = blocks[index]!;
    expect(slide.tables, id).toBe(own.filter(({ kind }) => kind === 'table').length);
    const charts = own.filter((block) => block.kind === 'chart' && block.chart.type !== 'rhythm');
    expect(slide.charts, id).toBe(charts.length);
    // Nothing that could be text or chart is a picture; this client has no logo.
    expect(slide.pictures, id).toBe(0);
    expect(plain(slide.words), id).toContain(plain(title));
    expect(slide.notes, id).toContain(source);
    for (const note of notes) expect(plain(slide.notes), id).toContain(plain(note));
  });
  const sum = (of: (slide: PresentedSlide) => number): number =>
    slides.reduce((all, slide) => all + of(slide), 0);
  expect(sum(({ charts }) => charts)).toBeGreaterThan(5);
  expect(sum(({ tables }) => tables)).toBeGreaterThan(10);
  expect(slides.filter(({ notes }) => notes !== '').length).toBeGreaterThan(14);
});

test('the presentation opens in LibreOffice and every title is on its page', async () => {
  const converted = await convertToPdf(pptxFile, workspace.folder);
  const shownPages = (await pdfText(converted)).split('\f').slice(0, -1);
  expect(shownPages).toHaveLength(Number(made['pages']));
  const words = (page: string): Set<string> =>
    new Set(page.split(/\s+/).filter((one) => one !== ''));
  documents.pages.forEach((page, index) => {
    const shown = words(shownPages[index] ?? '');
    const lost = [...words(page)].filter((one) => !shown.has(one));
    expect(
      lost.length / words(page).size,
      `page ${String(index + 1)} lost ${lost.join(' ')}`,
    ).toBeLessThan(0.1);
  });
});
