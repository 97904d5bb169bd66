import {
  importOutcomes,
  isFoot,
  type BeginImport,
  type FieldChoice,
  type ImportKeeping,
  type ImportOutcome,
  type ImportPlan,
  type RejectedCell,
} from '../../../shared/ipc/imports';
import type { Cell } from '../../../shared/imports/cells';
import { mostRows } from '../../../shared/imports/limits';
import { DeskError } from '../../../shared/kernel/result';
import type { KindDefinition } from '../../../shared/records/definition';
import { keyOf, withoutMentions, type ErasedKeys } from '../../../shared/privacy/mentions';
import { personKindOf } from '../../../shared/records/index';
import { importRecord } from '../../../shared/records/technology/import';
import type { Core } from '../core/database';
import { getRecord } from '../core/read';
import { isWord, keepingOf } from './erased-file';
import { checkMapping, openQuestion } from './mapping-checks';
import { erasedKeysIn } from '../privacy/known';
import { decisionKey, noPlan, type RowPlan, type RowPlanner } from './plan-row';
import { OwnRows } from './own-rows';
import { pause } from '../pause';
import { loadPlanners } from './row-planners';
import { StagedRows } from './staged-rows';
import { TotalsCheck } from './totals';

/** So long rows are looked at before other questions, and what is being written, get their turn, ms. */
const longestTurn = 8;
const rowsPerStep = 1_000;
const rejectedShown = 1_000;

/** One file on its way in: its rows, what will be done with each, and what people decided. */
export class ImportSession {
  readonly asked: BeginImport;
  readonly definition: KindDefinition;
  readonly rows = new StagedRows();
  private readonly core: Core;
  private readonly single = new Map<string, FieldChoice>();
  private forAll: FieldChoice | null = null;
  private outcomes = new Uint8Array(0);
  private planner: RowPlanner | null = null;
  /** What the file says of people who were erased here. */
  private erased: ErasedKeys = new Map();
  private totalsLine: readonly Cell[] | null = null;
  private rejected: RejectedCell[] = [];
  /** Places of rows that say something else than the desk: the only ones that a decision changes. */
  private contested: number[] = [];
  private checks: ImportPlan['totals'] = [];
  private cancelled = false;
  /** The row up to which this import was written before it was interrupted; 0 for a new one. */
  private writtenBefore = 0;

  /** Throws for a kind that files can't be brought into. */
  constructor(core: Core, asked: BeginImport) {
    this.core = core;
    this.asked = asked;
    this.definition = personKindOf(asked.into);
    checkMapping(asked);
  }

  stage(rows: readonly (readonly [number, readonly Cell[]])[]): void {
    for (const [row, cells] of rows) {
      if (row === this.asked.file.totalsRow) this.totalsLine = cells;
      else if (!isFoot(this.asked.file, row)) this.rows.add(row, cells);
    }
    if (this.rows.length > mostRows) {
      throw new DeskError(
        'FILE_TOO_LARGE',
        `The file has more than ${mostRows} rows. Nothing was written.`,
      );
    }
  }

  cancel(): void {
    this.cancelled = true;
  }

  /** Reads the desk anew and plans every row. Throws `CANCELLED`. */
  async plan(tell: (done: number) => void): Promise<ImportPlan> {
    const totals = new TotalsCheck(
      this.asked.file.columns.map(({ header }) => header),
      this.asked.file.settings,
    );
    this.outcomes = new Uint8Array(this.rows.length);
    this.rejected = [];
    this.contested = [];
    await this.eachPlan((plan, at) => {
      totals.add(this.rows.cells(at));
      this.outcomes[at] = importOutcomes.indexOf(plan.outcome);
      if (plan.differences.length > 0) this.contested.push(at);
      const room = rejectedShown - this.rejected.length;
      if (room > 0) this.rejected.push(...plan.problems.slice(0, room));
      if (at % rowsPerStep === 0) tell(at);
      return undefined;
    });
    this.checks = totals.compare(this.totalsLine);
    return this.summary();
  }

  /** Hands out what will be done with each row, in order, planned anew from how the desk is now. */
  async eachPlan(
    callback: (plan: RowPlan, at: number) => Promise<void> | undefined,
  ): Promise<void> {
    this.cancelled = false;
    const planner = await this.makePlanner();
    this.planner = planner;
    await this.eachRow((at) => callback(this.withoutWritten(this.planRow(planner, at)), at));
  }

  summary(): ImportPlan {
    const counts = { create: 0, update: 0, skip: 0, conflict: 0, reject: 0 };
    for (const code of this.outcomes) {
      const outcome = importOutcomes[code];
      if (outcome !== undefined) counts[outcome] += 1;
    }
    return {
      rows: this.rows.length,
      counts,
      totals: this.checks,
      rejected: this.rejected,
      question: openQuestion(this.asked, (key) => {
        const type = this.definition.fields[key]?.type;
        if (type === 'day' || type === 'instant') return 'date';
        return type === 'money' || type === 'number' ? 'amount' : null;
      }),
      figures: null,
    };
  }

  /** Some rows of an outcome, planned, with how many there are. */
  page(
    outcome: ImportOutcome | null,
    offset: number,
    limit: number,
  ): {
    readonly plans: readonly (RowPlan & { readonly cells: readonly Cell[] })[];
    readonly total: number;
  } {
    const code = outcome === null ? null : importOutcomes.indexOf(outcome);
    const wanted: number[] = [];
    let total = 0;
    this.outcomes.forEach((each, at) => {
      if (code !== null && each !== code) return;
      if (total >= offset && wanted.length < limit) wanted.push(at);
      total += 1;
    });
    return { plans: wanted.flatMap((at) => this.planAt(at) ?? []), total };
  }

  /** Notes a decision and plans the rows again that it concerns. */
  decide(row: number | null, field: string | null, choice: FieldChoice | null): ImportPlan {
    if (row === null) {
      this.forAll = choice;
      this.single.clear();
      for (const at of this.contested) this.planAgain(at);
      return this.summary();
    }
    const at = this.rows.indexOf(row);
    for (const { field: each } of this.planAt(at)?.differences ?? []) {
      if (field !== null && field !== each) continue;
      if (choice === null) this.single.delete(decisionKey(row, each));
      else this.single.set(decisionKey(row, each), choice);
    }
    this.planAgain(at);
    return this.summary();
  }

  private isCancelled(): boolean {
    return this.cancelled;
  }

  private planAgain(at: number): void {
    const plan = this.planAt(at);
    if (plan) this.outcomes[at] = importOutcomes.indexOf(plan.outcome);
  }

  private planAt(at: number): (RowPlan & { readonly cells: readonly Cell[] }) | null {
    if (this.planner === null || at < 0) return null;
    const plan = this.planRow(this.planner, at);
    return { ...this.withoutWritten(plan), cells: this.rows.cells(at) };
  }

  /** Who was erased on this desk does not come back with a file: neither as a row nor as words in one. */
  private planRow(planner: RowPlanner, at: number): RowPlan {
    const row = this.rows.row(at);
    const cells = this.rows.cells(at);
    const { erased } = this;
    if (erased.size === 0) return planner.plan(row, cells, this.decisions());
    if (cells.some((cell) => isWord(cell) && erased.has(keyOf(String(cell)) ?? ''))) {
      const reason = 'it is about a person whose data was erased on this desk';
      return { ...noPlan, row, outcome: 'skip', reason };
    }
    const left = cells.map((cell) =>
      typeof cell === 'string' ? withoutMentions(cell, erased) : cell,
    );
    return planner.plan(row, left, this.decisions());
  }

  private withoutWritten(plan: RowPlan): RowPlan {
    if (plan.row > this.writtenBefore) return plan;
    const { row, record, leads, name } = plan;
    // What such a row leads to may be brought by a later one, unless somebody has said something else since.
    const open = leads.filter(({ field }) => (record?.values[field] ?? null) === null);
    const values = Object.fromEntries(
      open.map(({ field }) => [field, plan.values[field] ?? null] as const),
    );
    const reason = 'written before the import was interrupted';
    return { ...noPlan, row, record, leads: open, name, values, outcome: 'skip', reason };
  }

  private decisions() {
    return { forAll: this.forAll, single: this.single };
  }

  /** How a copy of the file is kept; known when it has been planned. */
  get keeping(): ImportKeeping {
    return keepingOf(this.asked.file, this.erased.size > 0, 'not');
  }

  /** Reads the desk anew. Where rows name other rows of the file, all of them are looked at before the first is planned. */
  private async makePlanner(): Promise<RowPlanner> {
    this.erased = await erasedKeysIn((look) => {
      for (let at = 0; at < this.rows.length; at += 1) {
        for (const cell of this.rows.cells(at)) if (isWord(cell)) look(String(cell));
      }
    });
    const { id, mapping } = this.asked;
    const writtenTo = (await getRecord(this.core, importRecord.kind, id))?.values['writtenTo'];
    this.writtenBefore = typeof writtenTo === 'number' ? writtenTo : 0;
    const planners = await loadPlanners(this.core, this.definition, this.asked);
    const { references } = planners;
    if (OwnRows.areNamedBy(this.definition, mapping)) {
      const own = new OwnRows(this.definition, references);
      const planner = planners.create(own.listening);
      await this.eachRow((at) => own.note(this.planRow(planner, at)));
      own.settle();
    }
    return planners.create(references);
  }

  /** Goes through all rows and lets other questions have their turn. Throws `CANCELLED`. */
  private async eachRow(look: (at: number) => Promise<void> | void): Promise<void> {
    let turn = performance.now();
    for (let at = 0; at < this.rows.length; at += 1) {
      await look(at);
      if (performance.now() - turn < longestTurn) continue;
      await pause();
      turn = performance.now();
      if (this.isCancelled()) throw new DeskError('CANCELLED', 'The import was cancelled.');
    }
  }
}
