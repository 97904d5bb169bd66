import type { Piece } from '../model';
import { comparison, growth, isOver, token } from './compare';
import type { Composition } from './composition';
import type { ReviewSection } from './data';
import { figureWords } from './metrics';
import { knowsDeclined } from './sentences';
import { riskyIndex, riskyShare, spreadOf } from './sections/concentration';
import { goalName, goalOutcome, isJudged } from './sections/scorecard';

const most = 3;
/** Changes below these are noise to a reader. */
const notableGrowth = 0.05;
const notableFall = -0.1;
const notableReversal = 0.02;

type Rule = (review: Composition, section: ReviewSection, currency: string) => Piece[] | null;

/** What went well, as far as rows show it: at most three sentences. */
export function winsOf(review: Composition): Piece[][] {
  return [...goals(review, ['met']), ...perCurrency(review, [grew, newcomers])].slice(0, most);
}

/** What could go wrong, as far as rows show it: at most three sentences. */
export function risksOf(review: Composition): Piece[][] {
  const rules = [dependent, fell, reversed, oldPending, spread];
  return [...goals(review, ['missed', 'close']), ...perCurrency(review, rules)].slice(0, most);
}

function perCurrency(review: Composition, rules: readonly Rule[]): Piece[][] {
  return rules.flatMap((rule) =>
    review.data.sections.flatMap((section) =>
      section.currencies.flatMap((currency) => {
        const sentence = rule(review, section, currency);
        return sentence === null ? [] : [sentence];
      }),
    ),
  );
}

function goals(review: Composition, wanted: readonly string[]): Piece[][] {
  const { data, w } = review;
  return data.goals
    .filter((goal) => isJudged(review, goal) && wanted.includes(goalOutcome(goal, true)))
    .map((goal) => {
      const against = w.signedPercent((goal.actual ?? 0) / (goal.target ?? 1) - 1);
      const say = wanted.includes('met') ? w.t.outlook.goalMet : w.t.outlook.goalMissed;
      return say(goalName({ w }, goal), against);
    });
}

const grew: Rule = (review, section, currency) => {
  const { data, w } = review;
  const { now, lastYear, before, lastYearName, beforeName } = comparison(review, section, currency);
  const year = growth(now?.revenue, lastYear?.revenue);
  const quarter = growth(now?.revenue, before?.revenue);
  const [grown, name] = year !== null ? [year, lastYearName] : [quarter, beforeName];
  if (grown === null || grown < notableGrowth) return null;
  const piece = token(
    year !== null ? 'revenue-on-year' : 'revenue-on-quarter',
    section,
    currency,
    data.period.label,
    grown,
    w.percent(grown),
  );
  return w.t.outlook.grew(currency, piece, name);
};

const newcomers: Rule = ({ data, w }, section, currency) => {
  const lines = section.recruits.newcomers.filter((line) => line.currency === currency);
  if (lines.length === 0) return null;
  const revenue = lines.reduce((sum, line) => sum + line.revenue, 0);
  if (revenue <= 0) return null;
  const amount = token(
    'newcomer-revenue',
    section,
    currency,
    data.period.label,
    revenue,
    w.shortMoney(revenue, currency),
  );
  return w.t.outlook.newcomers(w.counted(lines.length, w.t.nouns.partners), lines.length, amount);
};

const dependent: Rule = ({ data, w }, section, currency) => {
  const spread = spreadOf(section, currency, 'now');
  if (spread === null || spread.largest <= riskyShare) return null;
  const share = token(
    'largest-share',
    section,
    currency,
    data.period.label,
    spread.largest,
    w.percent(spread.largest, 0),
  );
  const name = spread.largestName === '' ? w.t.noPartner : spread.largestName;
  return w.t.outlook.dependent({ words: name, strong: true }, share, currency);
};

const spread: Rule = ({ data, w }, section, currency) => {
  const now = spreadOf(section, currency, 'now');
  if (now === null || now.index <= riskyIndex || now.largest > riskyShare) return null;
  const top = token(
    'top-ten-share',
    section,
    currency,
    data.period.label,
    now.topTen,
    w.percent(now.topTen, 0),
  );
  return w.t.outlook.concentrated(top, currency, w.decimal(now.index, 2));
};

const fell: Rule = (review, section, currency) => {
  const { data, w } = review;
  if (!isOver(data)) return null;
  const { before } = comparison(review, section, currency);
  if (before === undefined) return null;
  const [worst] = section.types
    .filter((line) => line.currency === currency)
    .flatMap(({ type, now, before }) => {
      const fall = growth(now?.revenue ?? 0, before?.revenue);
      const lost = (now?.revenue ?? 0) - (before?.revenue ?? 0);
      return fall === null || fall > notableFall ? [] : [{ type, fall, lost }];
    })
    .sort((a, b) => a.lost - b.lost);
  if (worst === undefined) return null;
  const amount = token(
    `revenue-change.${worst.type ?? 'none'}`,
    section,
    currency,
    data.period.label,
    worst.lost,
    w.shortMoney(worst.lost, currency),
  );
  return w.t.outlook.fell(w.t.types[worst.type ?? 'none'], w.percent(-worst.fall), amount);
};

const reversed: Rule = (review, section, currency) => {
  const { data, w } = review;
  if (!knowsDeclined(section)) return null;
  const { now, lastYear, lastYearName } = comparison(review, section, currency);
  const [rate, earlier] = [now?.reversalRate ?? null, lastYear?.reversalRate ?? null];
  if (rate === null || earlier === null || rate - earlier < notableReversal) return null;
  const piece = token(
    'reversalRate',
    section,
    currency,
    data.period.label,
    rate,
    figureWords(w, 'reversalRate', rate, currency),
  );
  return w.t.outlook.reversed(piece, currency, w.percent(earlier), lastYearName);
};

const oldPending: Rule = ({ data, w }, section, currency) => {
  const old = section.ages.find((line) => line.currency === currency && line.age === '91+');
  if (old === undefined || old.commission <= 0) return null;
  const amount = token(
    'pending-over-90',
    section,
    currency,
    data.period.label,
    old.commission,
    w.shortMoney(old.commission, currency),
  );
  return w.t.outlook.oldPending(amount);
};
