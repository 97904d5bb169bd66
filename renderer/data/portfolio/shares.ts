import { programModelSchema, type ProgramModel } from '../../../shared/domain/vocabulary';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import type { PortfolioQuestion, ShareStanding } from '../../../shared/ipc/portfolio-standing';
import { addMonths, monthKey, parseDay, startOfMonth } from '../../../shared/kernel/days';
import { monthsInWords } from '../../../shared/kernel/month-words';
import type { Directory } from '../directory';
import { queryFacts } from '../facts';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';
import { isWholeFor, valueIn } from './answers';

/** Every client's share by model: of its sales for retail, per currency; of its new customers for B2B. */
export async function shareStandings(
  totals: readonly DeskRecord[],
  directory: Directory,
  asked: PortfolioQuestion,
): Promise<ShareStanding[]> {
  const groups = new Map<string, { client: string; model: ProgramModel; programs: string[] }>();
  for (const { clientId, model, programId } of directory.programs) {
    const key = `${clientId} ${model}`;
    const group = groups.get(key) ?? { client: clientId, model, programs: [] };
    group.programs.push(programId);
    groups.set(key, group);
  }
  const why = whyNot(asked);
  const found = await Promise.all(
    [...groups.values()].map((group) => {
      const own = totals.filter((total) => textOf(total, 'client') === group.client);
      return sharesOf(group, own, directory, asked, why);
    }),
  );
  return found.flat();
}

/** Why no share can be said of these days at all; null when one can. Client totals are by month. */
function whyNot({ from, to, today }: PortfolioQuestion): string | null {
  const first = parseDay(from);
  const last = parseDay(to);
  const isWhole =
    first !== null &&
    last !== null &&
    startOfMonth(first) === first &&
    startOfMonth(last + 1) === last + 1;
  if (to >= today) return 'the period is not over, and client totals are by whole months';
  return isWhole ? null : 'client totals are by month, and this period is not made of whole months';
}

interface ClientModel {
  readonly client: string;
  readonly model: ProgramModel;
  readonly programs: readonly string[];
}

async function sharesOf(
  { client, model, programs }: ClientModel,
  totals: readonly DeskRecord[],
  directory: Directory,
  asked: PortfolioQuestion,
  why: string | null,
): Promise<ShareStanding[]> {
  const isB2b = model === programModelSchema.enum.b2b;
  const metric = isB2b ? 'newCustomers' : 'revenue';
  if (why !== null) return [{ client, model, currency: null, ratio: null, reason: why }];
  const answer = await queryFacts(
    { metrics: [metric], by: [], programs: [...programs], from: asked.from, to: asked.to },
    directory,
  );
  const currencies = isB2b
    ? [null]
    : [
        ...new Set([
          ...answer.rows.flatMap((row) => {
            const value = row['revenue'];
            return typeof value === 'object' && value !== null ? [value.currency] : [];
          }),
          ...totals.flatMap((total) => moneyOf(total, 'total')?.currency ?? []),
        ]),
      ];
  const months = monthsOf(asked);
  return (currencies.length === 0 ? [null] : currencies).map((currency) => {
    const said = (ratio: number | null, reason: string): ShareStanding => ({
      client,
      model,
      currency,
      ratio,
      reason,
    });
    if (!isWholeFor(answer, metric)) {
      return said(
        null,
        isB2b ? 'the network does not say which customers are new' : 'some days have not been read',
      );
    }
    const amounts = months.map((month) =>
      isB2b ? customersOf(totals, month) : totalOf(totals, month, currency),
    );
    const missing = months.filter((_, index) => amounts[index] === null);
    if (missing.length > 0) {
      const what = isB2b ? 'new customers of the client' : `client total in ${currency ?? ''}`;
      return said(null, `${what} for ${spansOf(months, missing).join(', ')} missing`);
    }
    const whole = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
    if (whole <= 0) return said(null, 'the client’s own total is zero');
    return said((valueIn(answer.rows, metric, currency) ?? 0) / whole, '');
  });
}

/** Stretches of months that stand together, in words. */
function spansOf(months: readonly string[], some: readonly string[]): string[] {
  const spans: { readonly first: string; last: string }[] = [];
  for (const month of some) {
    const before = months[months.indexOf(month) - 1];
    const open = spans.at(-1);
    if (open !== undefined && open.last === before) open.last = month;
    else spans.push({ first: month, last: month });
  }
  return spans.map(({ first, last }) => monthsInWords(first, last));
}

function monthsOf({ from, to }: PortfolioQuestion): string[] {
  const months: string[] = [];
  const last = parseDay(to) ?? 0;
  for (let day = parseDay(from) ?? last + 1; day <= last; day = addMonths(day, 1)) {
    months.push(monthKey(day));
  }
  return months;
}

/** Of two totals of one month and currency the one written last counts; the list is in that order. */
function totalOf(
  totals: readonly DeskRecord[],
  month: string,
  currency: string | null,
): number | null {
  const found = totals.filter(
    (total) => textOf(total, 'month') === month && moneyOf(total, 'total')?.currency === currency,
  );
  const last = found.at(-1);
  return last === undefined ? null : (moneyOf(last, 'total')?.amountMinor ?? null);
}

/** A month whose totals are in several currencies counts its customers only where one of them does. */
function customersOf(totals: readonly DeskRecord[], month: string): number | null {
  const counts = totals
    .filter((total) => textOf(total, 'month') === month)
    .flatMap((total) => numberOf(total, 'newCustomers') ?? []);
  return counts.length === 1 ? (counts[0] ?? null) : null;
}
