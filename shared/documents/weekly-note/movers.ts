import type { ProgramModel } from '../../domain/vocabulary';
import type { NotePart, PartnerWeeks, WeekFigures } from './data';
import { growth } from '../review/compare';
import { signedMoney, type NoteWording } from './wording';

/** A partner whose revenue moved, and the figure that moved it. */
export interface Mover {
  readonly partner: string;
  readonly model: ProgramModel;
  readonly currency: string;
  /** Change of revenue against the week before, minor units. */
  readonly change: number;
  /** `+€1,204`. */
  readonly words: string;
  /** What of the rows explains it: `clicks fell from 1,204 to 640`. */
  readonly reason: string;
}

const shown = 3;

export interface Movers {
  readonly risers: readonly Mover[];
  readonly fallers: readonly Mover[];
}

/**
 * The three partners that gained most and the three that lost most. Within several currencies or models they are ranked by
 * their change as a share of their own part's revenue, so that no two currencies are ever weighed as one.
 */
export function moversOf(wording: NoteWording, parts: readonly NotePart[]): Movers {
  const ranked = parts
    .flatMap((part) => part.partners.flatMap((partner) => weighed(wording, part, partner)))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compare(a.mover, b.mover));
  const of = (isRiser: boolean): Mover[] =>
    ranked
      .filter(({ mover }) => mover.change > 0 === isRiser)
      .slice(0, shown)
      .map(({ mover }) => mover);
  return { risers: of(true), fallers: of(false) };
}

function compare(a: Mover, b: Mover): number {
  return a.partner < b.partner ? -1 : a.partner > b.partner ? 1 : 0;
}

function weighed(
  wording: NoteWording,
  part: NotePart,
  partner: PartnerWeeks,
): { readonly weight: number; readonly mover: Mover }[] {
  // A week that was not read says nothing about anybody.
  if (part.before === null || part.now === null) return [];
  const change = (partner.now?.revenue ?? 0) - (partner.before?.revenue ?? 0);
  const whole = Math.max(part.now.revenue ?? 0, part.before.revenue ?? 0);
  if (change === 0 || whole <= 0) return [];
  const { model, currency } = part;
  return [
    {
      weight: change / whole,
      mover: {
        partner: partner.name,
        model,
        currency,
        change,
        words: signedMoney(wording.w, change, currency),
        reason: reasonOf(wording, part, partner, change > 0),
      },
    },
  ];
}

/**
 * Revenue is clicks × conversion × order value. The factor that moved furthest in the direction of the revenue is the
 * reason; without clicks it is the count of orders or their value.
 */
function reasonOf(
  wording: NoteWording,
  { model, currency }: NotePart,
  partner: PartnerWeeks,
  isRiser: boolean,
): string {
  const { w, t } = wording;
  const { now, before } = partner;
  const [count, earlier] = [now?.orders ?? 0, before?.orders ?? 0];
  if (earlier <= 0 && count > 0) {
    return t.reasons.first(w.counted(count, t.nouns.orders[model]), model);
  }
  if (count <= 0 && earlier > 0) {
    const clicks = now?.clicks ?? null;
    const despite = clicks !== null && clicks > 0 ? w.counted(clicks, t.nouns.clicks) : null;
    return t.reasons.none(model, despite, w.decimal(earlier, 0));
  }
  if (count <= 0) return t.reasons.corrections;
  const factors = factorsOf(wording, model, currency, now, before);
  const leading = factors
    .map((factor) => ({ factor, moved: Math.log(factor.now / factor.before) }))
    .filter(({ moved }) => (isRiser ? moved > 0 : moved < 0))
    .sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved))[0];
  if (!leading) return t.reasons.corrections;
  const { name, words } = leading.factor;
  const grown = growth(leading.factor.now, leading.factor.before);
  const by = grown === null ? '' : ` (${w.signedPercent(grown)})`;
  return t.reasons.factor(name, words(leading.factor.before), words(leading.factor.now)) + by;
}

interface Factor {
  readonly name: string;
  readonly now: number;
  readonly before: number;
  readonly words: (value: number) => string;
}

function factorsOf(
  { w, t }: NoteWording,
  model: ProgramModel,
  currency: string,
  now: WeekFigures | null,
  before: WeekFigures | null,
): readonly Factor[] {
  const [orders, earlier] = [now?.orders ?? 0, before?.orders ?? 0];
  const [clicks, clicksBefore] = [now?.clicks ?? 0, before?.clicks ?? 0];
  const count = (value: number): string => w.decimal(value, 0);
  const value: Factor = {
    name: t.factors.value[model],
    now: (now?.revenue ?? 0) / orders,
    before: (before?.revenue ?? 0) / earlier,
    words: (amount) => w.money(amount, currency),
  };
  const parts: Factor[] =
    clicks > 0 && clicksBefore > 0
      ? [
          { name: t.factors.clicks, now: clicks, before: clicksBefore, words: count },
          {
            name: t.factors.conversion,
            now: orders / clicks,
            before: earlier / clicksBefore,
            words: (ratio) => w.percent(ratio),
          },
        ]
      : [{ name: t.factors.orders[model], now: orders, before: earlier, words: count }];
  return [...parts, value].filter((factor) => factor.now > 0 && factor.before > 0);
}
