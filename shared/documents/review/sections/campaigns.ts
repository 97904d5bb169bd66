import type { Money } from '../../../kernel/money';
import type { Block, GridRow, Slide, TableCell, Tone } from '../../model';
import type { Composition } from '../composition';
import {
  cell,
  contentSlide,
  gridRow,
  headRows,
  labelColumn,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
  unknownCell,
} from '../slides';
import type { CampaignLine, PlacementLine, PlacementVerdict } from '../work';
import { writtenSlides } from './written';

const campaignsOnSlide = 6;
const placementsOnSlide = 9;
/** So many campaigns and placements together have room on one slide. */
const rowsTogether = 7;

/** What was run with partners, what it cost and what it brought, as the agency recorded it. */
export function campaigns(review: Composition): Slide[] {
  const { data, w } = review;
  const words = w.t.work.campaigns;
  const { campaigns: run, placements } = data.work;
  const text = writtenSlides(review, 'campaigns', 'text', w.t.sections.campaigns);
  const campaignsWords = w.counted(run.length, w.t.nouns.campaigns);
  if (run.length > 0 && placements.length > 0 && run.length + placements.length <= rowsTogether) {
    const title = words.both(campaignsWords, placementTitle(review, placements));
    const rows = [
      gridRow([[12, campaignTable(review, run)]], run.length + headRows),
      gridRow([[12, placementTable(review, placements)]], placements.length + headRows),
    ];
    return [...text, slide(review, 'campaigns-both', title, rows)];
  }
  const campaignPages = paged(run, campaignsOnSlide);
  const placementPages = paged(placements, placementsOnSlide);
  return [
    ...text,
    ...campaignPages.map((lines, at) =>
      slide(
        review,
        `campaigns-run-${String(at + 1)}`,
        words.title(campaignsWords, run.length) + pageOf(review, at, campaignPages.length),
        [gridRow([[12, campaignTable(review, lines)]])],
      ),
    ),
    ...placementPages.map((lines, at) =>
      slide(
        review,
        `campaigns-placements-${String(at + 1)}`,
        placementTitle(review, placements) + pageOf(review, at, placementPages.length),
        [gridRow([[12, placementTable(review, lines)]])],
      ),
    ),
  ];
}

function slide(review: Composition, id: string, title: string, rows: readonly GridRow[]): Slide {
  const { data, w } = review;
  return contentSlide({
    id,
    part: partName(review),
    title,
    rows: [...rows],
    source: w.t.work.source,
    basis: w.t.work.campaigns.basis(w.period(data.period)),
  });
}

/** Campaigns with their days and money; what is planned has no result. */
export function campaignTable(
  { w }: Composition,
  lines: readonly CampaignLine[],
  isPlanned = false,
): Block {
  const { columns } = w.t.work.campaigns;
  const days = labelColumn(columns.days, 2.6);
  return {
    kind: 'table',
    density: 'normal',
    columns: isPlanned
      ? [
          labelColumn(columns.campaign, 4, 2),
          days,
          numberColumn(columns.budget, 1.7),
          labelColumn(columns.offer, 4, 2),
        ]
      : [
          labelColumn(columns.campaign, 3, 2),
          days,
          numberColumn(columns.budget, 1.5),
          numberColumn(columns.spent, 1.5),
          numberColumn(columns.sales, 1.6),
          labelColumn(columns.result, 3.6, 2),
        ],
    rows: lines.map((line) => {
      const head = [cell(line.name), cell(spanOf({ w }, line)), amount({ w }, line.budget)];
      return tableRow(
        isPlanned
          ? [...head, textCell(line.offer)]
          : [...head, amount({ w }, line.spent), amount({ w }, line.sales), textCell(line.result)],
      );
    }),
  };
}

const verdictTones: Readonly<Record<PlacementVerdict, Tone>> = {
  'paid-back': 'good',
  'not-paid-back': 'bad',
  unclear: 'quiet',
};

function placementTable({ w }: Composition, lines: readonly PlacementLine[]): Block {
  const { columns, verdicts } = w.t.work.campaigns;
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(columns.placement, 3.4, 2),
      labelColumn(columns.days, 2.6),
      numberColumn(columns.fee, 1.4),
      numberColumn(columns.orders, 1),
      numberColumn(columns.sales, 1.6),
      numberColumn(columns.salesPerFee, 1.3),
      labelColumn(columns.verdict, 1.7),
    ],
    rows: lines.map((line) => {
      const { fee, sales, verdict } = line;
      const isComparable = fee !== null && sales !== null && fee.currency === sales.currency;
      const ratio =
        isComparable && fee.amountMinor > 0 ? sales.amountMinor / fee.amountMinor : null;
      return tableRow([
        cell(nameWithPartner(line)),
        cell(spanOf({ w }, line)),
        amount({ w }, fee),
        line.orders === null ? unknownCell() : cell(w.decimal(line.orders, 0), line.orders),
        amount({ w }, sales),
        ratio === null ? unknownCell() : cell(w.decimal(ratio, 1), ratio),
        verdict === null
          ? cell(w.t.work.open, undefined, 'quiet')
          : cell(verdicts[verdict], undefined, verdictTones[verdict]),
      ]);
    }),
  };
}

function placementTitle({ w }: Composition, lines: readonly PlacementLine[]): string {
  const judged = lines.filter(({ verdict }) => verdict !== null);
  const paid = judged.filter(({ verdict }) => verdict === 'paid-back').length;
  const count = w.counted(lines.length, w.t.nouns.placements);
  return w.t.work.campaigns.placements(count, lines.length, paid, judged.length);
}

/** Many placements are called by their partner already. */
function nameWithPartner({ name, partner }: PlacementLine): string {
  return partner === '' || name.includes(partner) ? name : `${name}, ${partner}`;
}

/** `1 Jul 2026 – 28 Jul 2026`, or one day. */
export function spanOf(
  { w }: Pick<Composition, 'w'>,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  return from === to ? w.shortDate(from) : `${w.shortDate(from)} – ${w.shortDate(to)}`;
}

function amount({ w }: Pick<Composition, 'w'>, money: Money | null): TableCell {
  if (money === null) return unknownCell();
  return cell(w.money(money.amountMinor, money.currency, 0), money.amountMinor);
}

/** A text of a record, which may be empty. */
export function textCell(words: string): TableCell {
  return words === '' ? cell('–', undefined, 'quiet') : cell(words);
}
