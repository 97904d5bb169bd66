import { Dexie } from 'dexie';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import {
  importOutcomes,
  type BeginImport,
  type FieldChoice,
  type ImportOutcome,
  type ImportPlan,
  type RejectedCell,
} from '../../../shared/ipc/imports';
import type { Cell } from '../../../shared/imports/cells';
import { hasAccounts } from '../../../shared/imports/field-words';
import { mostRows } from '../../../shared/imports/limits';
import { formatDay, utcDay } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import type { KindDefinition } from '../../../shared/records/definition';
import { keyOf, withoutMentions } from '../../../shared/privacy/mentions';
import { personKindOf } from '../../../shared/records/index';
import { importRecord } from '../../../shared/records/technology/import';
import type { Core } from '../core/database';
import { loadIdentities } from '../core/identities';
import { memberAtDesk } from '../core/person';
import { getRecord, listStored } from '../core/read';
import { checkMapping, datesQuestion } from './mapping-checks';
import { erasedKeysIn } from '../privacy/known';
import { decisionKey, RowPlanner, type RowPlan } from './plan-row';
import { RowReader } from './read-row';
import { RecordIndex } from './record-index';
import { loadReferences } from './reference-words';
import { StagedRows } from './staged-rows';
import { TotalsCheck } from './totals';

/** Rows that are looked at before other questions get their turn. */
const rowsPerTurn = 1_000;
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
  private erased: ReadonlySet<string> = new Set();
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
      else this.rows.add(row, cells);
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
      if (at % rowsPerTurn === 0) tell(at);
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
    for (let at = 0; at < this.rows.length; at += 1) {
      const plan = this.planRow(planner, at);
      await callback(this.withoutWritten(plan), at);
      if (at % rowsPerTurn !== rowsPerTurn - 1) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (this.isCancelled()) throw new DeskError('CANCELLED', 'The import was cancelled.');
    }
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
      question: datesQuestion(this.asked, (key) => {
        const type = this.definition.fields[key]?.type;
        return type === 'day' || type === 'instant';
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
    if (cells.some((cell) => typeof cell === 'string' && erased.has(keyOf(cell) ?? ''))) {
      const reason = 'it is about a person whose data was erased on this desk';
      const nothing = { record: null, values: {}, differences: [], problems: [], name: null };
      return { ...nothing, row, outcome: 'skip', reason };
    }
    const left = cells.map((cell) =>
      typeof cell === 'string' ? withoutMentions(cell, erased) : cell,
    );
    return planner.plan(row, left, this.decisions());
  }

  private withoutWritten(plan: RowPlan): RowPlan {
    if (plan.row > this.writtenBefore) return plan;
    const reason = 'written before the import was interrupted';
    return { ...plan, outcome: 'skip', values: {}, differences: [], problems: [], reason };
  }

  private decisions() {
    return { forAll: this.forAll, single: this.single };
  }

  /** Does the file name somebody who was erased on this desk? Known when it has been planned. */
  get namesErased(): boolean {
    return this.erased.size > 0;
  }

  private async makePlanner(): Promise<RowPlanner> {
    this.erased = await erasedKeysIn((look) => {
      for (let at = 0; at < this.rows.length; at += 1) {
        for (const cell of this.rows.cells(at)) if (typeof cell === 'string') look(cell);
      }
    });
    const { id, mapping, file, into } = this.asked;
    const writtenTo = (await getRecord(this.core, importRecord.kind, id))?.values['writtenTo'];
    this.writtenBefore = typeof writtenTo === 'number' ? writtenTo : 0;
    const { fields } = this.definition;
    const pointed = mapping.flatMap((key) => (key === null ? [] : (fields[key]?.to ?? [])));
    const references = await loadReferences(this.core, new Set(pointed));
    const accounts = hasAccounts(this.definition) ? await accountsOf(this.core) : undefined;
    const taken = mapping.includes('id') ? await takenIds(this.core, into) : undefined;
    const known = await listStored(this.core, into);
    const index = new RecordIndex(this.definition, known, accounts, taken);
    const reader = new RowReader(this.definition, mapping, file.settings, references);
    return new RowPlanner(this.definition, reader, index, await this.defaults());
  }

  /** What a new record begins with where the file says nothing. */
  private async defaults(): Promise<Record<string, FieldValue>> {
    const member = await memberAtDesk(this.core);
    const now = this.core.chance.now();
    const today = formatDay(utcDay(now - new Date(now).getTimezoneOffset() * 60_000));
    const values: Record<string, FieldValue> = {};
    for (const [name, { initial }] of Object.entries(this.definition.fields)) {
      if (initial === undefined) continue;
      const value = initial === 'today' ? today : initial === 'person' ? member : initial.value;
      if (value !== null) values[name] = value;
    }
    return values;
  }
}

/** Partners by the ids that networks know them by, whichever network it is. */
async function accountsOf({ database }: Core): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const [key, partner] of await loadIdentities(database)) {
    const networkId = key.split(':').slice(2).join(':');
    const known = found.get(networkId) ?? [];
    if (partner !== '' && !known.includes(partner)) found.set(networkId, [...known, partner]);
  }
  return found;
}

/** The ids that no new record of a kind can have: those of deleted records and of other kinds. */
async function takenIds({ database }: Core, kind: string): Promise<ReadonlySet<string>> {
  const [all, living] = await Promise.all([
    database.records.toCollection().primaryKeys(),
    database.records
      .where('[kind+deleted+updated]')
      .between([kind, 0, Dexie.minKey], [kind, 0, Dexie.maxKey], true, true)
      .primaryKeys(),
  ]);
  const own = new Set(living);
  return new Set(all.filter((id) => !own.has(id)));
}
