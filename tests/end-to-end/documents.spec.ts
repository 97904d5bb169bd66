import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { documentModelSchema, type DocumentModel } from '../../shared/documents/model';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { openLab } from '../integration/support/page';
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
import { mailParts, type MailParts } from './support/mail-bytes';
import { openPresentation, type PresentedSlide } from './support/presentation';
import { count, percent, plain, shortAmount, wholeAmount } from './support/printed-figures';
import { sampleWorkspace } from './support/sample-agency';
import { answerSaveDialog, openWindow } from './support/window';

/**
 * What a client receives, from one sample agency: a secret stands in everything that is not for this client before the
 * documents are made, and every figure in them is held against the answers of `query`.
 */
test.describe.configure({ mode: 'serial' });

const seed = 5;
const clientName = 'Nordlicht Outdoor';

interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

interface Row {
  readonly client: string;
  readonly program?: string;
  readonly partner?: string;
  readonly revenue: Money | null;
  readonly commission: Money | null;
  readonly orders: number | null;
}

let workspace: Workspace;
let client: DeskRecord;
/** The client's own quarter that ended last. */
let period: { readonly from: string; readonly to: string };
let pdfFile: string;
let pptxFile: string;
let csvFile: string;
let made: Record<string, unknown>;
let mail: MailParts;
let mailSource: string;
let model: DocumentModel;
let pages: string[];
let slides: PresentedSlide[];
let records: Readonly<Record<'goal' | 'client-total' | 'program', DeskRecord[]>>;

async function command(...words: string[]): Promise<Record<string, unknown>> {
  const end = await runCommand([...words, '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  expect(end.code, end.stdout + end.stderr.slice(-2000)).toBe(0);
  return end.json();
}

async function query(by: string): Promise<Row[]> {
  const { from, to } = period;
  const { rows } = await command(
    ...['query', '--metrics', 'revenue,commission,orders', '--by', `client,${by}`],
    ...['--from', from, '--to', to],
  );
  return (rows as Row[]).filter((row) => row.client === clientName);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function total(rows: readonly Row[], currency: string): number {
  return rows
    .filter(({ revenue }) => revenue?.currency === currency)
    .reduce((sum, { revenue }) => sum + (revenue?.amountMinor ?? 0), 0);
}

/** Slide and page of a part of the review; both documents have the same order. */
function at(id: string): { readonly page: string; readonly slide: PresentedSlide } {
  const index = model.slides.findIndex((slide) => slide.id === id);
  expect(index, id).toBeGreaterThanOrEqual(0);
  return { page: plain(pages[index] ?? ''), slide: slides[index]! };
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
  mail = mailParts(mailSource);
  expect(mail.attachments).toHaveLength(1);

  const lab = await openLab({ profile: workspace.profile });
  try {
    const list = (kind: string): Promise<DeskRecord[]> =>
      askWorker<DeskRecord[]>(lab, 'records.list', { kind });
    const [review] = await list('review');
    model = documentModelSchema.parse(review?.values['model']);
    period = { from: textOf(review?.values['from']), to: textOf(review?.values['to']) };
    const own = async (kind: string): Promise<DeskRecord[]> =>
      (await list(kind)).filter(({ values }) => values['client'] === client.id);
    records = {
      goal: await own('goal'),
      'client-total': await own('client-total'),
      program: await own('program'),
    };
  } finally {
    await lab.close();
  }
  pages = (await pdfText(pdfFile)).split('\f').slice(0, -1);
  slides = await openPresentation(pptxFile);
  expect(pages).toHaveLength(model.slides.length);
  expect(slides).toHaveLength(model.slides.length);
});

test('nothing internal, no other client and no token is in any byte that leaves', async () => {
  const [page] = mail.attachments;
  const pageFile = path.join(workspace.folder, 'note.pdf');
  await writeFile(pageFile, page!);
  const places: Readonly<Record<string, string>> = {
    'review.pdf': inflatedPdf(await readFile(pdfFile)) + (await pdfText(pdfFile)),
    'review.pptx': await unzipped(await readFile(pptxFile)),
    'note.eml': mailSource + mail.text + mail.html,
    'note.pdf': inflatedPdf(page!) + (await pdfText(pageFile)),
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
  const rows = await query('program');
  const currencies = [...new Set(rows.flatMap(({ revenue }) => revenue?.currency ?? []))];
  expect(currencies).toEqual(expect.arrayContaining(['EUR', 'GBP']));
  for (const currency of currencies) {
    const { page, slide } = at(`retail-summary-${currency}`);
    const own = rows.filter(({ revenue }) => revenue?.currency === currency);
    const commission = own.reduce((sum, row) => sum + (row.commission?.amountMinor ?? 0), 0);
    const orders = own.reduce((sum, row) => sum + (row.orders ?? 0), 0);
    for (const words of [
      shortAmount(total(rows, currency), currency),
      count(orders),
      shortAmount(commission, currency),
    ]) {
      expect(page).toContain(plain(words));
      expect(plain(slide.words)).toContain(plain(words));
    }

    const share = records['client-total']
      .filter(({ values }) => {
        const month = textOf(values['month']);
        return month >= period.from.slice(0, 7) && month <= period.to.slice(0, 7);
      })
      .map(({ values }) => values['total'] as unknown as Money)
      .filter((money) => money.currency === currency)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const words = percent(total(rows, currency) / share);
    const score = at('scorecard-1');
    expect(score.page).toContain(words);
    expect(score.slide.words).toContain(words);
  }

  const goals = records.goal.filter(
    ({ values }) => values['metric'] === 'revenue' && values['from'] === period.from,
  );
  expect(goals.length).toBeGreaterThan(0);
  for (const { values } of goals) {
    const { currency, amountMinor } = values['targetMoney'] as unknown as Money;
    const program = records.program.find(({ id }) => id === values['program']);
    const of = rows.filter(
      (row) => program === undefined || row.program === program.values['name'],
    );
    const actual = plain(shortAmount(total(of, currency), currency));
    const target = plain(shortAmount(amountMinor, currency));
    const lines = slides.flatMap(({ rows: all }) => all.map((cells) => cells.map(plain)));
    const ofGoal = lines.filter((cells) => cells[2] === target).map((cells) => cells[3]);
    expect(ofGoal, textOf(values['name'])).toContain(actual);
    expect(pages.map(plain).some((page) => page.includes(actual))).toBe(true);
  }
});

test('the ten largest partners are those of query, with their figures, in both documents', async () => {
  const rows = await query('partner');
  for (const currency of ['EUR', 'GBP']) {
    const { page, slide } = at(`retail-top-${currency}`);
    const top = rows
      .filter((row) => row.revenue?.currency === currency && row.revenue.amountMinor > 0)
      .sort((a, b) => (b.revenue?.amountMinor ?? 0) - (a.revenue?.amountMinor ?? 0))
      .slice(0, 10);
    expect(top).toHaveLength(10);
    const expected = top.map((row) => [
      row.partner === '' ? 'No partner named' : row.partner,
      wholeAmount(row.revenue?.amountMinor ?? 0),
      count(row.orders ?? 0),
      wholeAmount(row.commission?.amountMinor ?? 0),
    ]);
    const shown = slide.rows.filter(([rank = '']) => /^\d+$/.test(rank));
    expect(shown.map((cells) => [1, 3, 5, 6].map((cell) => cells[cell]))).toEqual(expected);
    for (const [, revenue = '', orders = '', commission = ''] of expected) {
      expect(page).toMatch(new RegExp(`${revenue} [\\d.]+ ?% ${orders} ${commission} `));
    }
    const all = slide.rows.find((cells) => cells.includes('All partners'));
    expect(all?.[3]).toBe(wholeAmount(total(rows, currency)));
  }
});

test('the weekly note says what query answers for its week', async () => {
  // `Week of 16–22 Nov 2026` is the client's own week; the machine's clock decides which one.
  const { rows: weeks } = await command(
    ...['query', '--metrics', 'revenue,commission,orders', '--by', 'client,program,day'],
    ...['--from', lastDays(21).from, '--to', lastDays(21).to],
  );
  const own = (weeks as (Row & { readonly day: string })[]).filter(
    (row) => row.client === clientName,
  );
  const sums = new Set<string>();
  for (const last of Array.from({ length: 14 }, (_, index) => lastDays(index + 1).from)) {
    const first = new Date(Date.parse(last) - 6 * 86_400_000).toISOString().slice(0, 10);
    const week = own.filter(({ day }) => day >= first && day <= last);
    const eur = week.filter(({ revenue }) => revenue?.currency === 'EUR');
    const [revenue, orders] = [
      wholeAmount(total(week, 'EUR')),
      count(eur.reduce((sum, row) => sum + (row.orders ?? 0), 0)),
    ];
    sums.add(`${revenue} ${orders}`);
  }
  const [, revenue = ''] = /Retail, EUR, Tracked revenue: ([\d,]+) \(/.exec(mail.text) ?? [];
  const [, orders = ''] = /Retail, EUR, Orders: ([\d,]+) \(/.exec(mail.text) ?? [];
  expect([...sums]).toContain(`${revenue} ${orders}`);
  // Page and both forms of the mail say the same.
  const pageFile = path.join(workspace.folder, 'note.pdf');
  const page = plain(await pdfText(pageFile));
  expect(page).toContain(`Tracked revenue ${revenue} `);
  expect(page).toContain(`Orders ${orders} `);
  expect(mail.html).toContain(`>${revenue}<`);
});

function lastDays(days: number): { readonly from: string; readonly to: string } {
  const today = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: day(today - days * 86_400_000), to: day(today) };
}

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
  pages.forEach((page, index) => {
    const shown = words(shownPages[index] ?? '');
    const lost = [...words(page)].filter((one) => !shown.has(one));
    expect(
      lost.length / words(page).size,
      `page ${String(index + 1)} lost ${lost.join(' ')}`,
    ).toBeLessThan(0.1);
  });
});
