import { CLIENTS } from './agency-people';
import type { ClientTotal } from './client-totals';
import type { SandboxData } from './data';
import { DAY_MS, firstDayOfQuarter, isoDay, quarterOf } from './days';
import { PROGRAMS } from './programs';
import type { Program } from './program';
import { entry, hashOf, pick, randomOf } from './random';

/** The calendar quarters the agency still speaks of: the running one and three before it, oldest first. */
function recentQuarters(data: SandboxData): readonly number[] {
  const running = quarterOf(data.range.last + 1);
  return [running - 3, running - 2, running - 1, running];
}

function programsOf(client: string): readonly Program[] {
  return PROGRAMS.filter((program) => program.client === client);
}

/** Targets by client and quarter: revenue in minor units of `currency`, share in percent, counts as they are. */
export function goalsOf(data: SandboxData, totals: readonly ClientTotal[]): unknown[] {
  return CLIENTS.flatMap((client, place) =>
    recentQuarters(data).flatMap((quarter) => {
      const from = isoDay(firstDayOfQuarter(quarter));
      const to = isoDay(firstDayOfQuarter(quarter + 1) - 1);
      const lastYear = [from, to].map(
        (day) => `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4, 7)}`,
      );
      const revenue = new Map<string, number>();
      for (const total of totals) {
        if (
          total.client !== client.name ||
          total.month < entry(lastYear, 0) ||
          total.month > entry(lastYear, 1)
        )
          continue;
        revenue.set(
          total.currency,
          (revenue.get(total.currency) ?? 0) + total.revenue * client.affiliateShare,
        );
      }
      const stretch = 1.05 + (hashOf(data.seed, 1201, place, quarter) % 15) / 100;
      const shares = {
        client: client.name,
        program: null,
        metric: 'affiliateShare',
        from,
        to,
        target: Math.round(client.affiliateShare * 1000) / 10,
        unit: 'percent',
        currency: null,
      };
      const money = [...revenue].map(([currency, last]) => ({
        client: client.name,
        program: null,
        metric: 'revenue',
        from,
        to,
        target: Math.round((last * stretch) / 100_000) * 100_000,
        unit: 'minor',
        currency,
      }));
      const program = entry(programsOf(client.name), 0);
      const orders = {
        client: client.name,
        program: program.name,
        metric: 'newCustomers',
        from,
        to,
        target: 20 + (hashOf(place, quarter) % 60),
        unit: 'count',
        currency: null,
      };
      return [shares, ...money, orders];
    }),
  );
}

const OURS = [
  { text: 'Recruit five new content partners', metric: 'activePartners', baseline: 38 },
  {
    text: 'Lower the reversal rate with the three biggest coupon partners',
    metric: 'reversalRate',
    baseline: 0.11,
  },
  {
    text: 'Move two cashback partners to a lower rate for returning customers',
    metric: 'effectiveCommissionRate',
    baseline: 0.074,
  },
  { text: 'Send a monthly newsletter to all active partners', metric: null, baseline: null },
];
const THEIRS = [
  { text: 'Supply new banners for the season', metric: null, baseline: null },
  { text: 'Validate transactions within the agreed days', metric: 'pendingShare', baseline: 0.24 },
  { text: 'Send the total of sales by the fifth of each month', metric: null, baseline: null },
  { text: 'Approve the budget for two placements', metric: 'revenue', baseline: 4_500_000 },
];

/** Promises from the last reviews, ours and the clients'; those of past quarters are still to be judged or were. */
export function commitmentsOf(data: SandboxData): unknown[] {
  const [, before, last, running] = recentQuarters(data);
  return CLIENTS.flatMap((client, place) =>
    [before, last, running].flatMap((quarter, turn) => {
      if (quarter === undefined) return [];
      const random = randomOf(data.seed, 1202, place, quarter);
      const made = isoDay(firstDayOfQuarter(quarter) + 9);
      return (['ours', 'client'] as const).map((side) => {
        const promise = pick(random, side === 'ours' ? OURS : THEIRS);
        const due = isoDay(firstDayOfQuarter(quarter + 1) - 5 - Math.floor(random() * 30));
        return {
          client: client.name,
          side,
          owner: side === 'ours' ? client.manager : client.contact.name,
          ...promise,
          madeOn: made,
          dueOn: due,
          verdict: turn === 0 ? pick(random, ['delivered', 'partly', 'not-delivered']) : null,
        };
      });
    }),
  );
}

const NOTES = [
  'Quarterly review held; client wants more content partners and fewer codes at checkout.',
  'Competitor raised its rate by two points; no reaction needed this quarter.',
  'Budget for the holiday placements confirmed by mail.',
  'Two partners asked for a longer cookie window; decision after the review.',
  'New landing pages go live next month; partners to be told a week before.',
];

/** Notes of calls and meetings in the last quarters, each about one program. */
export function notesOf(data: SandboxData): unknown[] {
  return PROGRAMS.flatMap((program) => {
    const client = CLIENTS.find(({ name }) => name === program.client);
    return [0, 1, 2].map((turn) => {
      const random = randomOf(data.seed, 1203, program.index, quarterOf(data.range.last) - turn);
      const day =
        firstDayOfQuarter(quarterOf(data.range.last) - turn) - 1 - Math.floor(random() * 40);
      return {
        client: program.client,
        program: program.name,
        author: client?.manager ?? '',
        at: new Date(day * DAY_MS + Math.floor(9 + random() * 8) * 3_600_000).toISOString(),
        text: pick(random, NOTES),
      };
    });
  });
}
