import { currencyIn, type Cell } from '../../../../shared/imports/cells';
import { customerOfWord, statusOfWord, typeOfWord } from '../../../../shared/imports/status-words';
import type { FileResource } from '../../../../shared/domain/file-sources';
import type { Status } from '../../../../shared/domain/vocabulary';
import { zoneDays, zoneInstants, type ZoneDays } from '../../../../shared/kernel/zones';
import type { TransactionRow } from '../../../../shared/sync/transaction-rows';
import type { ProgramEntry } from '../../directory';
import { TrafficRows, TransactionRows } from './columns';
import type { PartnerFinder } from './partners';
import type { ProgramFinder } from './programs';
import type { CellReader, Problem, Read } from './row-reader';

/** What was taken of one program. */
export interface ProgramRows {
  readonly program: ProgramEntry;
  readonly traffic: TrafficRows;
  readonly transactions: TransactionRows;
  readonly dayOf: ZoneDays;
  readonly local: (wall: number) => number;
  /** Row and content of every transaction, by its id. */
  readonly seen: Map<string, { readonly row: number; readonly content: string }>;
}

/** What became of a row. */
export type Taken =
  | { readonly outcome: 'create' }
  | { readonly outcome: 'skip'; readonly reason: string }
  | { readonly outcome: 'reject'; readonly problems: readonly Problem[] };

const taken: Taken = { outcome: 'create' };

/** Takes rows of figures one by one into the columns of their programs. */
export class RowTaker {
  readonly programs = new Map<string, ProgramRows>();
  /** Words for a status that nobody has named yet, with how many rows have each. */
  readonly unknownStatuses = new Map<string, number>();
  assumedApproved = 0;
  private readonly resource: FileResource;
  private readonly cells: CellReader;
  private readonly finder: ProgramFinder;
  private readonly partners: PartnerFinder;

  constructor(
    resource: FileResource,
    cells: CellReader,
    finder: ProgramFinder,
    partners: PartnerFinder,
  ) {
    this.resource = resource;
    this.cells = cells;
    this.finder = finder;
    this.partners = partners;
  }

  take(row: number, cells: readonly Cell[]): Taken {
    const unreadable = this.cells.surplus(cells) ?? this.cells.error(cells);
    if (unreadable) return { outcome: 'reject', problems: [unreadable] };
    const found = this.finder.find(this.cells.text(cells, 'program'));
    if ('problem' in found) return this.reject(cells, 'program', found.problem);
    const rows = this.rowsOf(found.program);
    const [id, name] = [this.cells.text(cells, 'partnerId'), this.cells.text(cells, 'partner')];
    const partner = this.partners.find(found.program, id, name);
    if ('problem' in partner) {
      return this.reject(cells, id === null ? 'partner' : 'partnerId', partner.problem);
    }
    return this.resource === 'traffic'
      ? this.takeTraffic(cells, rows, partner.networkId)
      : this.takeTransaction(row, cells, rows, partner.networkId);
  }

  private rowsOf(program: ProgramEntry): ProgramRows {
    const known = this.programs.get(program.programId);
    if (known) return known;
    const rows: ProgramRows = {
      program,
      traffic: new TrafficRows(),
      transactions: new TransactionRows(),
      dayOf: zoneDays(program.timeZone),
      local: zoneInstants(program.timeZone),
      seen: new Map(),
    };
    this.programs.set(program.programId, rows);
    return rows;
  }

  private reject(cells: readonly Cell[], key: string, message: string): Taken {
    return { outcome: 'reject', problems: [this.cells.problem(cells, key, message)] };
  }

  private takeTraffic(cells: readonly Cell[], rows: ProgramRows, partner: string): Taken {
    const problems: Problem[] = [];
    const settle = this.settler(cells, problems);
    const day = settle('day', this.cells.day(cells, 'day'));
    const clicks = settle('clicks', this.cells.count(cells, 'clicks'));
    const impressions = settle('impressions', this.cells.count(cells, 'impressions'));
    if (problems.length > 0) return { outcome: 'reject', problems };
    if (day === null) return this.reject(cells, 'day', "'Day' is required");
    if (clicks === null && impressions === null) {
      return this.reject(cells, 'clicks', 'it has neither clicks nor impressions');
    }
    const campaign = this.cells.text(cells, 'campaign') ?? '';
    rows.traffic.add(day, partner, campaign.slice(0, 300), clicks ?? NaN, impressions ?? NaN);
    return taken;
  }

  private takeTransaction(
    row: number,
    cells: readonly Cell[],
    rows: ProgramRows,
    partner: string,
  ): Taken {
    const problems: Problem[] = [];
    const read = this.readTransaction(row, cells, rows, partner, problems);
    if (problems.length > 0) return { outcome: 'reject', problems };
    if (read === null) return this.reject(cells, 'time', "'Time' is required");
    const content = [read.instant, read.status, read.saleMinor, read.commissionMinor].join(' ');
    const twin = rows.seen.get(read.id);
    if (twin) {
      return twin.content === content
        ? { outcome: 'skip', reason: `row ${twin.row} of the file is the same transaction` }
        : this.reject(
            cells,
            'transactionId',
            `row ${twin.row} has the same id and says something else`,
          );
    }
    rows.seen.set(read.id, { row, content });
    rows.transactions.add(read, rows.dayOf(read.instant));
    return taken;
  }

  private readTransaction(
    row: number,
    cells: readonly Cell[],
    { program, local }: ProgramRows,
    partner: string,
    problems: Problem[],
  ): TransactionRow | null {
    const settle = this.settler(cells, problems);
    const text = (key: string): string => (this.cells.text(cells, key) ?? '').slice(0, 300);
    const moment = (key: string): number =>
      settle(key, this.cells.instant(cells, key, local)) ?? NaN;
    const instant = settle('time', this.cells.instant(cells, 'time', local));
    const sale = settle('sale', this.cells.amount(cells, 'sale', program.currency));
    const own = sale?.currency ?? currencyIn(text('saleCurrency')) ?? program.currency;
    const commission = settle('commission', this.cells.amount(cells, 'commission', own));
    const fee = settle('fee', this.cells.amount(cells, 'fee', own));
    const rawType = text('type');
    const type = rawType === '' ? null : typeOfWord(rawType);
    if (rawType !== '' && type === null) {
      problems.push(this.cells.problem(cells, 'type', 'nobody knows what this kind of row is'));
    }
    const { status, rawStatus } = this.status(cells);
    const belongsTo = text('belongsTo');
    const clickedAt = moment('clickedAt');
    const validatedAt = moment('validatedAt');
    if (instant === null) return null;
    return {
      id: text('transactionId') || `row ${row}`,
      instant,
      type: type ?? (program.model === 'b2b' ? 'payment' : 'sale'),
      rawType,
      status,
      rawStatus,
      partnership: partner,
      campaign: text('campaign'),
      saleMinor: sale?.minor ?? NaN,
      saleCurrency: sale?.currency ?? '',
      commissionMinor: commission?.minor ?? NaN,
      commissionCurrency: commission?.currency ?? '',
      currencyAssumed: false,
      feeMinor: fee?.minor ?? NaN,
      feeCurrency: fee?.currency ?? '',
      customerType: customerOfWord(text('customerType')),
      customer: text('customer'),
      belongsTo,
      orderRef: text('orderRef'),
      voucher: text('voucher'),
      declineReason: text('declineReason'),
      clickedAt,
      validatedAt,
      paid: paidOf(text('paid')),
    };
  }

  /** What the row says of its state: in a word, or as ShareASale does by 'voided' and 'locked'. */
  private status(cells: readonly Cell[]): { readonly status: Status; readonly rawStatus: string } {
    const word = this.cells.text(cells, 'status');
    if (word !== null) {
      const status = statusOfWord(word);
      if (status === 'unknown' && word.toLowerCase() !== 'unknown') {
        this.unknownStatuses.set(word, (this.unknownStatuses.get(word) ?? 0) + 1);
      }
      return { status, rawStatus: (this.cells.text(cells, 'rawStatus') ?? word).slice(0, 300) };
    }
    const [voided, locked] = ['voided', 'locked'].map((key) => isYes(this.cells.text(cells, key)));
    if (voided === true) return { status: 'declined', rawStatus: 'voided' };
    if (locked === true) return { status: 'approved', rawStatus: 'locked' };
    if (this.cells.has('locked')) return { status: 'pending', rawStatus: 'not locked' };
    this.assumedApproved += 1;
    return { status: 'approved', rawStatus: '' };
  }

  private settler(cells: readonly Cell[], problems: Problem[]) {
    return <Value>(key: string, read: Read<Value>): Value | null => {
      if (read === null) return null;
      if ('value' in read) return read.value;
      problems.push(this.cells.problem(cells, key, read.message));
      return null;
    };
  }
}

function isYes(word: string | null): boolean {
  return word !== null && /^(?:1|y|yes|true|x|void|voided|locked)$/i.test(word);
}

function paidOf(word: string): 0 | 1 | 2 {
  if (/^(?:1|y|yes|true|paid)$/i.test(word)) return 1;
  return /^(?:0|n|no|false|unpaid|not paid|pending)$/i.test(word) ? 0 : 2;
}
