import { settleOwnership, type FileResource } from '../../../../shared/domain/file-sources';
import {
  importOutcomes,
  isFoot,
  type BeginImport,
  type ImportKeeping,
  type ImportOutcome,
  type ImportPlan,
  type PlannedFigures,
  type RejectedCell,
} from '../../../../shared/ipc/imports';
import type { Cell } from '../../../../shared/imports/cells';
import { factTargets } from '../../../../shared/imports/fact-targets';
import { mostRows } from '../../../../shared/imports/limits';
import { formatDay } from '../../../../shared/kernel/days';
import { minorDigits } from '../../../../shared/kernel/money';
import { DeskError } from '../../../../shared/kernel/result';
import type { Core } from '../../core/database';
import { readEveryProgram, type ProgramEntry } from '../../directory';
import { storedCursors } from '../../facts';
import { keepingOf, withoutErasedCells } from '../erased-file';
import { checkMapping, openQuestion } from '../mapping-checks';
import { noPlan, type RowPlan } from '../plan-row';
import { StagedRows } from '../staged-rows';
import { TotalsCheck } from '../totals';
import { PartnerFinder } from './partners';
import { ProgramFinder } from './programs';
import { CellReader } from './row-reader';
import { RowTaker, type ProgramRows } from './row-taker';

/** Rows of an outcome that a person looks at; all that are refused are kept, of the others the first. */
const rowsShown = 200;
const rejectedShown = 1_000;

/**
 * One file of figures on its way in. Its rows go into columns as they come, and only those that are refused stay rows: a
 * million of them are a few megabytes.
 */
export class FigureSession {
  readonly asked: BeginImport;
  readonly resource: FileResource;
  readonly counts = { create: 0, update: 0, skip: 0, conflict: 0, reject: 0 };
  lastRow = 0;
  private namesErased = false;
  private readonly core: Core;
  private readonly ready: Promise<RowTaker>;
  private partners: PartnerFinder | null = null;
  private readonly totals: TotalsCheck | null;
  private totalsLine: readonly Cell[] | null = null;
  /** Rows that are kept to be shown, by outcome, with what is said of each. */
  private readonly shown = new Map<
    ImportOutcome,
    { readonly rows: StagedRows; readonly plans: RowPlan[] }
  >();
  private readonly rejected: RejectedCell[] = [];
  private isCancelled = false;

  constructor(core: Core, asked: BeginImport, resource: FileResource) {
    checkMapping(asked);
    this.core = core;
    this.asked = asked;
    this.resource = resource;
    const headers = asked.file.columns.map(({ header }) => header);
    this.totals =
      asked.file.totalsRow === null ? null : new TotalsCheck(headers, asked.file.settings);
    this.ready = this.makeTaker();
    // Whoever stages the first rows hears of it.
    this.ready.catch(() => undefined);
  }

  private async makeTaker(): Promise<RowTaker> {
    const { mapping, file, program } = this.asked;
    const [programs, partners] = await Promise.all([
      readEveryProgram(this.core),
      PartnerFinder.load(this.core),
    ]);
    this.partners = partners;
    const cells = new CellReader(mapping, file.settings);
    return new RowTaker(this.resource, cells, new ProgramFinder(programs, program), partners);
  }

  async stage(rows: readonly (readonly [number, readonly Cell[]])[]): Promise<void> {
    const taker = await this.ready;
    const named = await withoutErasedCells(rows);
    if (named !== rows) this.namesErased = true;
    this.stop();
    for (const [row, cells] of named) {
      if (row === this.asked.file.totalsRow) {
        this.totalsLine = cells;
        continue;
      }
      if (isFoot(this.asked.file, row)) continue;
      this.lastRow = row;
      this.totals?.add(cells);
      this.note(row, cells, taker.take(row, cells));
    }
    if (this.counts.create > mostRows) {
      throw new DeskError(
        'FILE_TOO_LARGE',
        `The file has more than ${mostRows} rows. Nothing was written.`,
      );
    }
  }

  private note(row: number, cells: readonly Cell[], taken: ReturnType<RowTaker['take']>): void {
    const { outcome } = taken;
    this.counts[outcome] += 1;
    const kept = this.shown.get(outcome) ?? { rows: new StagedRows(), plans: [] };
    this.shown.set(outcome, kept);
    if (outcome !== 'reject' && kept.plans.length >= rowsShown) return;
    const problems =
      taken.outcome === 'reject' ? taken.problems.map((problem) => ({ row, ...problem })) : [];
    this.rejected.push(...problems.slice(0, Math.max(0, rejectedShown - this.rejected.length)));
    const reason =
      taken.outcome === 'skip'
        ? taken.reason
        : problems.map(({ message }) => message).join('; ') || 'counts';
    kept.rows.add(row, cells);
    kept.plans.push({ ...noPlan, row, outcome, reason, problems });
  }

  cancel(): void {
    this.isCancelled = true;
  }

  /** Throws `CANCELLED` after a person has ended it. */
  stop(): void {
    if (this.isCancelled) throw new DeskError('CANCELLED', 'The import was cancelled.');
  }

  /** What was found; a new dry run is a new file for this. */
  async plan(): Promise<ImportPlan> {
    this.isCancelled = false;
    return {
      rows: this.counts.create + this.counts.skip + this.counts.reject,
      counts: this.counts,
      totals: this.totals?.compare(this.totalsLine) ?? [],
      rejected: this.rejected,
      question: this.question(),
      figures: await this.figures(),
    };
  }

  question(): string | null {
    const dates = new Set(['day', 'time', 'clickedAt', 'validatedAt']);
    const amounts = new Set(['sale', 'commission', 'fee']);
    return openQuestion(this.asked, (key) => {
      if (dates.has(key)) return 'date';
      return amounts.has(key) ? 'amount' : null;
    });
  }

  page(
    outcome: ImportOutcome | null,
    offset: number,
    limit: number,
  ): {
    readonly plans: readonly (RowPlan & { readonly cells: readonly Cell[] })[];
    readonly total: number;
  } {
    const asked = outcome === null ? importOutcomes : [outcome];
    const all = asked.flatMap((each) => this.shown.get(each) ?? []);
    const plans = all.flatMap(({ rows, plans: some }) =>
      some.map((plan, at) => ({ plan, cells: () => rows.cells(at) })),
    );
    return {
      plans: plans
        .slice(offset, offset + limit)
        .map(({ plan, cells }) => ({ ...plan, cells: cells() })),
      total: plans.length,
    };
  }

  /** What was taken, by program; those of which no row was are left out. */
  async taken(): Promise<readonly ProgramRows[]> {
    const { programs } = await this.ready;
    return [...programs.values()].filter((rows) => this.rowsOf(rows).length > 0);
  }

  rowsOf(rows: ProgramRows): ProgramRows['traffic'] | ProgramRows['transactions'] {
    return this.resource === 'traffic' ? rows.traffic : rows.transactions;
  }

  /** How a copy of the file is kept; known when its rows are staged. */
  get keeping(): ImportKeeping {
    return keepingOf(this.asked.file, this.namesErased, 'without-people');
  }

  /** Is a column of the file for this? */
  has(key: string): boolean {
    return this.asked.mapping.includes(key);
  }

  /** Partners whom the file names and nobody knows. */
  get newPartners(): PartnerFinder['created'] {
    return this.partners?.created ?? new Map<string, never>();
  }

  private async figures(): Promise<PlannedFigures> {
    const taker = await this.ready;
    const programs = await Promise.all(
      (await this.taken()).map(async (rows) => {
        const { program } = rows;
        const { days, length } = this.rowsOf(rows);
        return {
          id: program.programId,
          program: program.program,
          client: program.client,
          rows: length,
          from: formatDay(days.from),
          to: formatDay(days.to),
          sums: this.sumsOf(rows),
          overlap: await this.overlapOf(program, days.from, days.to),
        };
      }),
    );
    const created = this.newPartners.size;
    const known = this.partners?.known.size ?? 0;
    return { programs, partners: { known, created }, notices: this.notices(taker) };
  }

  private sumsOf({ traffic, transactions }: ProgramRows): string[] {
    if (this.resource === 'traffic') {
      return [
        ...(this.has('clicks') ? [`Clicks ${grouped(String(traffic.totals.clicks))}`] : []),
        ...(this.has('impressions')
          ? [`Impressions ${grouped(String(traffic.totals.impressions))}`]
          : []),
      ];
    }
    const words = (label: string, sums: ReadonlyMap<string, number>): string[] =>
      [...sums].map(([currency, minor]) => `${label} ${major(minor, currency)} ${currency}`);
    return [
      ...words('Sales', transactions.sales),
      ...words('Commission', transactions.commissions),
    ];
  }

  /** The days of this file that another source of the program has, too. */
  private async overlapOf(
    program: ProgramEntry,
    from: number,
    to: number,
  ): Promise<PlannedFigures['programs'][number]['overlap']> {
    const cursors = await storedCursors(program);
    const claims = [...cursors].flatMap(([source, stored]) => {
      const answers = stored.find(({ resource }) => resource === this.resource)?.answers ?? [];
      const windows = answers.filter(({ state }) => state === 'answered' || state === 'empty');
      return source.startsWith(this.asked.id) ? [] : [{ source, since: 0, windows }];
    });
    const own = { source: '', since: 1, windows: [{ from, to }] };
    const found = settleOwnership([...claims, own], []).overlaps.filter(({ sources }) =>
      sources.includes(''),
    );
    const [first] = found;
    const last = found.at(-1);
    if (first === undefined || last === undefined) return null;
    const file = program.files.find(({ source }) => source === first.sources[0])?.file;
    return {
      from: formatDay(first.from),
      to: formatDay(last.to),
      with: file === undefined ? 'the connection' : `'${file}'`,
    };
  }

  private notices({ unknownStatuses, assumedApproved }: RowTaker): string[] {
    const notices: string[] = [];
    for (const [word, rows] of unknownStatuses) {
      const count = rows === 1 ? 'One row has' : `${rows} rows have`;
      notices.push(
        `${count} the status '${word}', which nobody knows: they are kept and count nowhere.`,
      );
    }
    if (assumedApproved > 0) {
      notices.push('The file says nothing of the state of its rows: they count as approved.');
    }
    const lacking = factTargets(this.resource).filter(
      ({ key, required }) => required && !this.has(key),
    );
    for (const { label } of lacking) notices.push(`No column is '${label}'.`);
    return notices;
  }
}

function major(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return `${minor < 0 ? '−' : ''}${grouped(whole)}${fraction}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
