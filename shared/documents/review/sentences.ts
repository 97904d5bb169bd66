import type { Piece } from '../model';
import {
  comparison,
  growth,
  isOver,
  moved,
  signedPercent,
  token,
  words,
  type Comparison,
} from './compare';
import type { GroupLine, ReviewData, ReviewSection } from './data';
import { shareOfSales } from './share-of-sales';
import { capital, conversions, counted, decimal, listed, percent, shortMoney } from './wording';

/** A sentence of the summary, or null where the rows don't carry it. Sentences state rows; they never explain. */
type Rule = (
  data: ReviewData,
  section: ReviewSection,
  currency: string,
  figures: Comparison,
) => Piece[] | null;

const rules: readonly Rule[] = [
  revenueRule,
  ordersRule,
  mixRule,
  concentrationRule,
  validationRule,
  shareRule,
];

/** The summary of one section in one currency, by rules from its rows. */
export function sentencesOf(data: ReviewData, section: ReviewSection, currency: string): Piece[][] {
  const figures = comparison(data, section, currency);
  return rules
    .map((rule) => rule(data, section, currency, figures))
    .filter((sentence): sentence is Piece[] => sentence !== null);
}

function revenueRule(
  data: ReviewData,
  section: ReviewSection,
  currency: string,
  figures: Comparison,
): Piece[] | null {
  const revenue = figures.now?.revenue;
  if (revenue === null || revenue === undefined) return null;
  const amount = token(
    'revenue',
    section,
    currency,
    data.period.label,
    revenue,
    shortMoney(revenue, currency),
  );
  if (!isOver(data))
    return [words('Tracked revenue so far is '), amount, words('; the period is not over.')];
  const against = [
    against1(figures.now?.revenue, figures.before?.revenue, figures.beforeName),
    against1(figures.now?.revenue, figures.lastYear?.revenue, figures.lastYearName),
  ].filter((part) => part !== null);
  if (against.length === 0) return [words('Tracked revenue was '), amount, words('.')];
  return [words('Tracked revenue was '), amount, words(`: ${listed(against)}.`)];
}

function against1(
  now: number | null | undefined,
  before: number | null | undefined,
  name: string,
): string | null {
  const grown = growth(now, before);
  return grown === null ? null : `${signedPercent(grown)} against ${name}`;
}

function ordersRule(
  data: ReviewData,
  section: ReviewSection,
  currency: string,
  figures: Comparison,
): Piece[] | null {
  const orders = growth(figures.now?.orders, figures.before?.orders);
  const value = growth(figures.now?.averageOrderValue, figures.before?.averageOrderValue);
  const count = figures.now?.orders;
  if (orders === null || value === null || count === null || count === undefined) return null;
  const noun = section.model === 'retail' ? 'the average order value' : 'the average payment';
  const link = orders > 0 === value > 0 ? 'and' : 'while';
  return [
    words(
      `${capital(conversions(section.model))} ${moved(orders)} against ${figures.beforeName}, to `,
    ),
    token('orders', section, currency, data.period.label, count, decimal(count, 0)),
    words(`, ${link} ${noun} ${moved(value)}.`),
  ];
}

function mixRule(
  data: ReviewData,
  section: ReviewSection,
  currency: string,
  figures: Comparison,
): Piece[] | null {
  if (!figures.before) return null;
  const changes = section.types
    .filter((line) => line.currency === currency && hasBoth(line))
    .map((line) => ({ line, change: (line.now?.revenue ?? 0) - (line.before?.revenue ?? 0) }))
    .sort((a, b) => b.change - a.change);
  const best = changes[0];
  const worst = changes.at(-1);
  if (!best || !worst || best === worst) return null;
  const parts: Piece[] = [];
  if (best.change > 0) {
    const amount = `+${shortMoney(best.change, currency)}`;
    parts.push(
      words(`${best.line.name} partners added the most revenue, `),
      token(
        `revenue-change:${best.line.name}`,
        section,
        currency,
        data.period.label,
        best.change,
        amount,
      ),
    );
  }
  if (worst.change < 0) {
    const lead =
      parts.length > 0
        ? `; ${worst.line.name} partners lost the most, `
        : `${worst.line.name} partners lost the most revenue, `;
    parts.push(
      words(lead),
      token(
        `revenue-change:${worst.line.name}`,
        section,
        currency,
        data.period.label,
        worst.change,
        shortMoney(worst.change, currency),
      ),
    );
  }
  return parts.length === 0 ? null : [...parts, words(` against ${figures.beforeName}.`)];
}

function hasBoth(line: GroupLine): boolean {
  return typeof (line.now?.revenue ?? line.before?.revenue) === 'number';
}

function concentrationRule(
  data: ReviewData,
  section: ReviewSection,
  currency: string,
  figures: Comparison,
): Piece[] | null {
  const revenue = figures.now?.revenue;
  const partners = section.partners
    .filter((line) => line.currency === currency && (line.now?.revenue ?? 0) > 0)
    .map((line) => ({ name: line.name, revenue: line.now?.revenue ?? 0 }))
    .sort((a, b) => b.revenue - a.revenue);
  const largest = partners[0];
  if (!largest || revenue === null || revenue === undefined || revenue <= 0 || partners.length < 2)
    return null;
  const share = largest.revenue / revenue;
  const start: Piece[] = [];
  if (partners.length > 10) {
    const top = partners.slice(0, 10).reduce((sum, partner) => sum + partner.revenue, 0) / revenue;
    start.push(
      words(`The ten largest of ${counted(partners.length, 'selling partner')} brought `),
      token('top-ten-share', section, currency, data.period.label, top, percent(top, 0)),
      words(' of revenue; the largest, '),
    );
  } else start.push(words(`Of ${counted(partners.length, 'selling partner')} the largest, `));
  return [
    ...start,
    { words: largest.name, strong: true },
    words(', brought '),
    token('largest-share', section, currency, data.period.label, share, percent(share, 0)),
    words('.'),
  ];
}

function validationRule(
  data: ReviewData,
  section: ReviewSection,
  currency: string,
): Piece[] | null {
  const value = (status: string): number =>
    section.statuses.find((line) => line.currency === currency && line.status === status)
      ?.revenue ?? 0;
  const [pending, approved, declined] = [value('pending'), value('approved'), value('declined')];
  const tracked = pending + approved;
  const decided = approved + declined;
  if (tracked <= 0 || decided <= 0) return null;
  return [
    token(
      'validated-revenue',
      section,
      currency,
      data.period.label,
      approved,
      shortMoney(approved, currency),
    ),
    words(' is validated and '),
    token(
      'pending-share',
      section,
      currency,
      data.period.label,
      pending / tracked,
      percent(pending / tracked, 0),
    ),
    words(' of tracked value still pending; of the decided value '),
    token(
      'reversalRate',
      section,
      currency,
      data.period.label,
      declined / decided,
      percent(declined / decided),
    ),
    words(' was declined.'),
  ];
}

function shareRule(data: ReviewData, section: ReviewSection, currency: string): Piece[] | null {
  if (section.model !== 'retail' && data.sections.length > 1) return null;
  const share = shareOfSales(data, section, currency);
  if (share.ratio === null) return null;
  const which = data.allPrograms ? 'Affiliate sales were ' : 'Sales of these programs were ';
  return [
    words(which),
    token('shareOfSales', section, currency, data.period.label, share.ratio, percent(share.ratio)),
    words(' of the client’s own total.'),
  ];
}
