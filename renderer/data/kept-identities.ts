import { onCoreChange } from './core/changes';
import type { Core } from './core/database';
import { loadIdentities } from './core/identities';

/** Which partner stands behind every network id, read again when that changes. */
export class KeptIdentities {
  revision = 0;
  private known: Promise<ReadonlyMap<string, string>> | null = null;
  private readonly core: Core;

  constructor(core: Core) {
    this.core = core;
    onCoreChange(({ identities }) => {
      if (!identities) return;
      this.known = null;
      this.revision += 1;
    });
  }

  /** Partner by identity key. */
  all(): Promise<ReadonlyMap<string, string>> {
    return (this.known ??= loadIdentities(this.core.database));
  }
}

let identitiesKept: KeptIdentities | null = null;

/** The identities, in memory once for everybody who reads them. */
export function keptIdentities(core: Core): KeptIdentities {
  return (identitiesKept ??= new KeptIdentities(core));
}
