import type { Day } from '../../../shared/kernel/days';
import type { KnownDays } from './known-days';
import type { SourceSeries } from './series';

/** One source as a question sees it: where its rows go, and what is known of it. */
export interface SourceScan {
  readonly series: SourceSeries;
  readonly from: Day;
  readonly to: Day;
  /** Part of the key that every row of the source shares. */
  readonly base: number;
  /** Part of the key by partnership code; null when partners are not asked for. */
  readonly partnerKey: Float64Array | null;
  /** 1 for each partnership code that counts; null when all do. */
  readonly partnerMask: Uint8Array | null;
  /** Which partnerships share a part of the key, where they are many: by code, a place in `keys`. */
  readonly partnerRows: { readonly rowOf: Uint32Array; readonly keys: Float64Array } | null;
  /** Part of the key by day from `from`; null when days are not asked for. */
  readonly dayKey: Float64Array | null;
  /** Part of the key by currency code; null when the answer has no currencies. */
  readonly currencyKey: Float64Array | null;
  /** Code in the source's list of the program's own currency; -1 when no row is in it. */
  readonly ownCurrency: number;
  /** Part of the key of the program's own currency. */
  readonly ownCurrencyKey: number;
  /** Which days from `from` were read. */
  readonly known: KnownDays;
}
