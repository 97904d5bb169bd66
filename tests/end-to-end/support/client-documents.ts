import { expect } from '@playwright/test';
import type { DocumentModel } from '../../../shared/documents/model';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import type { MailParts } from './mail-bytes';
import type { PresentedSlide } from './presentation';
import { count, percent, plain, shortAmount, wholeAmount } from './printed-figures';

interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** A row of what `query` answers. */
export interface QueriedRow {
  readonly client: string;
  readonly program?: string;
  readonly partner?: string;
  readonly day?: string;
  readonly revenue: Money | null;
  readonly commission: Money | null;
  readonly orders: number | null;
}

/** What a client received, and how to ask what it should say. */
export interface ClientDocuments {
  readonly period: { readonly from: string; readonly to: string };
  readonly model: DocumentModel;
  /** The text of each page of the PDF, and each slide of the presentation, in one order. */
  readonly pages: readonly string[];
  readonly slides: readonly PresentedSlide[];
  readonly records: Readonly<Record<'goal' | 'client-total' | 'program', readonly DeskRecord[]>>;
  readonly mail: MailParts;
  /** The text of the weekly note's page. */
  readonly notePage: string;
  /** Revenue, commission and orders of this client, by default of the review's quarter. */
  readonly query: (
    by: string,
    days?: { readonly from: string; readonly to: string },
  ) => Promise<readonly QueriedRow[]>;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function total(rows: readonly QueriedRow[], currency: string): number {
  return rows
    .filter(({ revenue }) => revenue?.currency === currency)
    .reduce((sum, { revenue }) => sum + (revenue?.amountMinor ?? 0), 0);
}

/** Slide and page of a part of the review; both documents have the same order. */
function at(
  { model, pages, slides }: ClientDocuments,
  id: string,
): { readonly page: string; readonly slide: PresentedSlide } {
  const index = model.slides.findIndex((slide) => slide.id === id);
  expect(index, id).toBeGreaterThanOrEqual(0);
  return { page: plain(pages[index] ?? ''), slide: slides[index]! };
}

/** Cards, goals and the share of sales are what `query` answers, in both documents. */
export async function expectCards(documents: ClientDocuments): Promise<void> {
  const { pages, period, records, slides } = documents;
  const rows = await documents.query('program');
  const currencies = [...new Set(rows.flatMap(({ revenue }) => revenue?.currency ?? []))];
  expect(currencies).toEqual(expect.arrayContaining(['EUR', 'GBP']));
  for (const currency of currencies) {
    const { page, slide } = at(documents, `retail-summary-${currency}`);
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
    const score = at(documents, 'scorecard-1');
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
}

/** The ten largest partners are those of `query`, with their figures, in both documents. */
export async function expectLargestPartners(documents: ClientDocuments): Promise<void> {
  const rows = await documents.query('partner');
  for (const currency of ['EUR', 'GBP']) {
    const { page, slide } = at(documents, `retail-top-${currency}`);
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
}

/** The weekly note says what `query` answers for its week. */
export async function expectNote(documents: ClientDocuments): Promise<void> {
  const { mail } = documents;
  // `Week of 16–22 Nov 2026` is the client's own week; the machine's clock decides which one.
  const own = await documents.query('program,day', lastDays(21));
  const sums = new Set<string>();
  for (const last of Array.from({ length: 14 }, (_, index) => lastDays(index + 1).from)) {
    const first = new Date(Date.parse(last) - 6 * 86_400_000).toISOString().slice(0, 10);
    const week = own.filter(({ day = '' }) => day >= first && day <= last);
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
  const page = plain(documents.notePage);
  expect(page).toContain(`Tracked revenue ${revenue} `);
  expect(page).toContain(`Orders ${orders} `);
  expect(mail.html).toContain(`>${revenue}<`);
}

function lastDays(days: number): { readonly from: string; readonly to: string } {
  const today = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: day(today - days * 86_400_000), to: day(today) };
}
