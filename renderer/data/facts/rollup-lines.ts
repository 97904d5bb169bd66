import { customerTypes, rowTypes, statuses } from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';
import { compactNumbers, WordCoder, type Column, type Table } from './columns';

const partnershipRadix = 2 ** 22;
const currencyRadix = 256;

/** Rollup lines under construction: one slot per key, sums in plain arrays. */
export class RollupLines {
  private readonly partnerships = new WordCoder();
  private readonly currencies = new WordCoder();
  private readonly slotOf = new Map<number, number>();
  private readonly keys: number[] = [];
  private readonly sums = {
    count: [] as number[],
    revenue: [] as number[],
    commission: [] as number[],
    fee: [] as number[],
    feeRows: [] as number[],
    assumed: [] as number[],
  };

  wordCodes(block: Table, name: string): Uint32Array {
    return this.codes(block, name, this.partnerships);
  }

  currencyCodes(block: Table, name: string): Uint32Array {
    return this.codes(block, name, this.currencies);
  }

  currency(word: string): number {
    return this.currencies.code(word);
  }

  line(
    day: Day,
    partnership: number,
    type: number,
    status: number,
    customer: number,
    currency: number,
  ): number {
    const words = (type * statuses.length + status) * customerTypes.length + customer;
    const kinds = rowTypes.length * statuses.length * customerTypes.length;
    const key = ((day * partnershipRadix + partnership) * kinds + words) * currencyRadix + currency;
    const known = this.slotOf.get(key);
    if (known !== undefined) return known;
    const slot = this.keys.length;
    this.slotOf.set(key, slot);
    this.keys.push(key);
    for (const values of Object.values(this.sums)) values.push(0);
    return slot;
  }

  addSale(slot: number, revenue: number): void {
    this.sums.count[slot] = (this.sums.count[slot] ?? 0) + 1;
    this.sums.revenue[slot] = (this.sums.revenue[slot] ?? 0) + revenue;
  }

  addCommission(slot: number, commission: number, assumed: number): void {
    this.sums.commission[slot] = (this.sums.commission[slot] ?? 0) + commission;
    this.sums.assumed[slot] = (this.sums.assumed[slot] ?? 0) + assumed;
  }

  addFee(slot: number, fee: number): void {
    this.sums.fee[slot] = (this.sums.fee[slot] ?? 0) + fee;
    this.sums.feeRows[slot] = (this.sums.feeRows[slot] ?? 0) + 1;
  }

  /** The lines ordered by day, partnership, type, status, customer type, currency: equal content is an equal table. */
  toTable(): Table {
    const partnershipRank = ranks(this.partnerships.words);
    const currencyRank = ranks(this.currencies.words);
    const parts = this.keys.map((key, slot) => {
      const currency = key % currencyRadix;
      let rest = (key - currency) / currencyRadix;
      const kinds = rowTypes.length * statuses.length * customerTypes.length;
      const words = ((rest % kinds) + kinds) % kinds;
      rest = (rest - words) / kinds;
      const partnership = ((rest % partnershipRadix) + partnershipRadix) % partnershipRadix;
      const day = (rest - partnership) / partnershipRadix;
      return { slot, day, partnership, words, currency };
    });
    parts.sort(
      (left, right) =>
        left.day - right.day ||
        (partnershipRank[left.partnership] ?? 0) - (partnershipRank[right.partnership] ?? 0) ||
        left.words - right.words ||
        (currencyRank[left.currency] ?? 0) - (currencyRank[right.currency] ?? 0),
    );
    const words = (coder: WordCoder, code: (part: (typeof parts)[number]) => number): Column => {
      const used = new WordCoder();
      const codes = parts.map((part) => used.code(coder.words[code(part)] ?? ''));
      return { kind: 'words', words: used.words, codes: compactNumbers(codes) };
    };
    const numbers = (value: (part: (typeof parts)[number]) => number): Column => ({
      kind: 'numbers',
      values: compactNumbers(parts.map(value)),
    });
    const columns: Record<string, Column> = {
      day: numbers((part) => part.day),
      partnership: words(this.partnerships, (part) => part.partnership),
      type: numbers((part) => Math.floor(part.words / (statuses.length * customerTypes.length))),
      status: numbers((part) => Math.floor(part.words / customerTypes.length) % statuses.length),
      customer: numbers((part) => part.words % customerTypes.length),
      currency: words(this.currencies, (part) => part.currency),
    };
    for (const [name, values] of Object.entries(this.sums)) {
      columns[name] = numbers((part) => values[part.slot] ?? 0);
    }
    return { length: parts.length, columns };
  }

  private codes(block: Table, name: string, coder: WordCoder): Uint32Array {
    const column = block.columns[name];
    const codes = new Uint32Array(block.length);
    if (column?.kind !== 'words') {
      codes.fill(coder.code(''));
      return codes;
    }
    const own = column.words.map((word) => coder.code(word));
    for (let row = 0; row < block.length; row += 1) codes[row] = own[column.codes[row] ?? 0] ?? 0;
    return codes;
  }
}

function ranks(words: readonly string[]): number[] {
  const order = words.map((word, code) => ({ word, code }));
  order.sort((left, right) => (left.word < right.word ? -1 : left.word > right.word ? 1 : 0));
  const rank: number[] = [];
  for (const [at, { code }] of order.entries()) rank[code] = at;
  return rank;
}
