import type { Piece } from '../model';
import { comparison, growth, isOver, moveOf, token, type Comparison } from './compare';
import type { Composition } from './composition';
import type { ReviewSection } from './data';
import { shareOfSales } from './share-of-sales';

/** A sentence of the summary, or null where the rows don't carry it. Sentences state rows; they never explain. */
type Rule = (place: Place) => Piece[] | null;

interface Place {
  readonly review: Composition;
  readonly section: ReviewSection;
  readonly currency: string;
  readonly figures: Comparison;
}

const rules: readonly Rule[] = [
  revenueRule,
  ordersRule,
  mixRule,
  shareRule,
  validationRule,
  concentrationRule,
];

/** More words than these are no summary. */
const mostWords = 60;

/** The summary of one section in one currency, by rules from its rows: the first sentences that fit a slide. */
export function sentencesOf(
  review: Composition,
  section: ReviewSection,
  currency: string,
): Piece[][] {
  const place = { review, section, currency, figures: comparison(review, section, currency) };
  const kept: Piece[][] = [];
  let count = 0;
  for (const rule of rules) {
    const sentence = rule(place);
    if (sentence === null) continue;
    count += wordCount(sentence);
    if (count > mostWords && kept.length > 0) continue;
    kept.push(sentence);
  }
  return kept;
}

/** Words as a reader counts them: a figure with its unit is one. */
export function wordCount(pieces: readonly Piece[]): number {
  const text = pieces.map(({ words }) => words).join('');
  return text.split(/[ \n]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function revenueRule({ review, section, currency, figures }: Place): Piece[] | null {
  const { data, w } = review;
  const revenue = figures.now?.revenue;
  if (revenue === null || revenue === undefined) return null;
  const amount = token(
    'revenue',
    section,
    currency,
    data.period.label,
    revenue,
    w.shortMoney(revenue, currency),
  );
  if (!isOver(data)) return w.t.sentences.revenueSoFar(amount);
  const against = [
    { earlier: figures.before, name: figures.beforeName },
    { earlier: figures.lastYear, name: figures.lastYearName },
  ].flatMap(({ earlier, name }) => {
    const grown = growth(revenue, earlier?.revenue);
    return grown === null ? [] : [w.t.sentences.against(w.signedPercent(grown), name)];
  });
  return w.t.sentences.revenue(amount, w.listed(against));
}

function ordersRule({ review, section, currency, figures }: Place): Piece[] | null {
  const { data, w } = review;
  const orders = growth(figures.now?.orders, figures.before?.orders);
  const value = growth(figures.now?.averageOrderValue, figures.before?.averageOrderValue);
  const count = figures.now?.orders;
  if (orders === null || value === null || count === null || count === undefined) return null;
  const amount = token('orders', section, currency, data.period.label, count, w.decimal(count, 0));
  return w.t.sentences.orders[section.model](
    moveOf(w, orders),
    amount,
    figures.beforeName,
    moveOf(w, value),
    orders > 0 === value > 0,
  );
}

function mixRule({ review, section, currency, figures }: Place): Piece[] | null {
  const { data, w } = review;
  if (!figures.before) return null;
  const changes = section.types
    .filter(
      (line) => line.currency === currency && isKnown(line.now?.revenue ?? line.before?.revenue),
    )
    .map(({ type, now, before }) => ({
      type,
      change: (now?.revenue ?? 0) - (before?.revenue ?? 0),
    }))
    .sort((a, b) => b.change - a.change);
  const best = changes[0];
  const worst = changes.at(-1);
  if (!best || !worst || best === worst) return null;
  const amountOf = ({ type, change }: typeof best): Piece =>
    token(
      `revenue-change.${type ?? 'none'}`,
      section,
      currency,
      data.period.label,
      change,
      (change > 0 ? '+' : '') + w.shortMoney(change, currency),
    );
  const gained =
    best.change > 0 ? { type: w.t.types[best.type ?? 'none'], amount: amountOf(best) } : null;
  const lost =
    worst.change < 0 ? { type: w.t.types[worst.type ?? 'none'], amount: amountOf(worst) } : null;
  if (gained === null && lost === null) return null;
  return w.t.sentences.mix(gained, lost, figures.beforeName);
}

function isKnown(value: number | null | undefined): boolean {
  return typeof value === 'number';
}

function concentrationRule({ review, section, currency, figures }: Place): Piece[] | null {
  const { data, w } = review;
  const revenue = figures.now?.revenue;
  const partners = section.partners
    .filter((line) => line.currency === currency && (line.now?.revenue ?? 0) > 0)
    .map((line) => ({ name: line.name, revenue: line.now?.revenue ?? 0 }))
    .sort((a, b) => b.revenue - a.revenue);
  const largest = partners[0];
  if (!largest || revenue === null || revenue === undefined || revenue <= 0 || partners.length < 2)
    return null;
  const share = (metric: string, value: number): Piece =>
    token(metric, section, currency, data.period.label, value, w.percent(value, 0));
  const top = partners.slice(0, 10).reduce((sum, partner) => sum + partner.revenue, 0) / revenue;
  return w.t.sentences.concentration(
    w.counted(partners.length, w.t.nouns.sellingPartners),
    partners.length > 10 ? share('top-ten-share', top) : null,
    { words: largest.name === '' ? w.t.noPartner : largest.name, strong: true },
    share('largest-share', largest.revenue / revenue),
  );
}

function validationRule({ review, section, currency }: Place): Piece[] | null {
  const { data, w } = review;
  const value = (status: string): number =>
    section.statuses.find((line) => line.currency === currency && line.status === status)
      ?.revenue ?? 0;
  const [pending, approved, declined] = [value('pending'), value('approved'), value('declined')];
  const tracked = pending + approved;
  if (tracked <= 0 || approved + declined <= 0) return null;
  const share = (metric: string, ratio: number, digits: number): Piece =>
    token(metric, section, currency, data.period.label, ratio, w.percent(ratio, digits));
  return w.t.sentences.validation(
    token(
      'validated-revenue',
      section,
      currency,
      data.period.label,
      approved,
      w.shortMoney(approved, currency),
    ),
    share('pending-share', pending / tracked, 0),
    knowsDeclined(section) ? share('reversalRate', declined / (approved + declined), 1) : null,
  );
}

/** A source that never declines anything (payments at PartnerStack) says nothing by a rate of zero. */
export function knowsDeclined(section: ReviewSection): boolean {
  return (
    section.model === 'retail' ||
    section.statuses.some(
      ({ status, orders, revenue }) => status === 'declined' && (orders > 0 || revenue !== 0),
    )
  );
}

function shareRule({ review, section, currency }: Place): Piece[] | null {
  const { data, w } = review;
  if (section.model !== 'retail' && data.sections.length > 1) return null;
  const share = shareOfSales(data, section, currency);
  if (share.ratio === null) return null;
  const amount = token(
    'shareOfSales',
    section,
    currency,
    data.period.label,
    share.ratio,
    w.percent(share.ratio),
  );
  return w.t.sentences.share(amount, data.allPrograms);
}
