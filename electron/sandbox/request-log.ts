import type { FaultKind } from './faults';

/** One call of a network's API. Names no token: an `accessToken` in the query is masked. */
interface LoggedRequest {
  /** ISO instant of arrival. */
  readonly at: string;
  readonly network: string;
  /** Awin: the advertiser in the path, else ''. PartnerStack: the vendor of the key pair. */
  readonly account: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly fault?: FaultKind;
}

const MOST_KEPT = 200_000;

/** The calls since the start or the last clearing; past a bound the oldest half is let go, the counts stay whole. */
export class RequestLog {
  private requests: LoggedRequest[] = [];
  private faults: Partial<Record<FaultKind, number>> = {};
  private total = 0;

  add(request: LoggedRequest): void {
    if (this.requests.length >= MOST_KEPT) this.requests = this.requests.slice(MOST_KEPT / 2);
    this.requests.push(request);
    this.total += 1;
    if (request.fault !== undefined)
      this.faults[request.fault] = (this.faults[request.fault] ?? 0) + 1;
  }

  clear(): void {
    this.requests = [];
    this.faults = {};
    this.total = 0;
  }

  read(): {
    total: number;
    faults: Partial<Record<FaultKind, number>>;
    requests: readonly LoggedRequest[];
  } {
    return { total: this.total, faults: { ...this.faults }, requests: this.requests };
  }
}
