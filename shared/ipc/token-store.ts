import { z } from 'zod';

export const tokenStoreKindSchema = z.enum(['keyring', 'file', 'session']);
export type TokenStoreKind = z.infer<typeof tokenStoreKindSchema>;

/** Where tokens are kept. */
export interface TokenStoreState {
  /** The store that new tokens go to. */
  readonly store: TokenStoreKind;
  /** True when the system offers a key store. */
  readonly keyringAvailable: boolean;
  /** True until somebody has chosen where to keep tokens on a machine without a key store. */
  readonly choiceNeeded: boolean;
  /** A plain sentence while tokens are kept less safely than they could be; null otherwise. */
  readonly warning: string | null;
}
