import { PARTNERSTACK_PROGRAMS } from './programs';
import { wordOf } from './random';

/** Invented secrets of the two networks. */
export interface Credentials {
  /** One token opens all Awin accounts of the agency. */
  readonly awinToken: string;
  /** `publicKey:secretKey` by the company key of the vendor. */
  readonly vendorKeys: ReadonlyMap<string, string>;
  readonly vendorOfKeys: ReadonlyMap<string, string>;
}

/** The secrets of an agency; equal for equal seeds, so that a stored connection outlives the server. */
export function makeCredentials(seed: number): Credentials {
  const vendorKeys = new Map(
    PARTNERSTACK_PROGRAMS.map(({ account, index }) => [
      account,
      `pk_${wordOf(24, seed, 901, index)}:sk_${wordOf(32, seed, 902, index)}`,
    ]),
  );
  const vendorOfKeys = new Map([...vendorKeys].map(([account, keys]) => [keys, account]));
  return { awinToken: `sandbox-${wordOf(36, seed, 903)}`, vendorKeys, vendorOfKeys };
}
