import { uuidv7 } from '../../../shared/kernel/ids';
import { DeskError } from '../../../shared/kernel/result';
import { currentCore } from '../core/current';
import { writeRecords } from '../core/write';
import { loadPartnerBase } from './base';

/**
 * Makes a partner of a publisher of whom only the network's id is known. Throws ALREADY_KNOWN when somebody stands behind
 * the id.
 */
export async function adoptPublisher(key: string, name: string): Promise<{ partner: string }> {
  const { partnerOf } = await loadPartnerBase();
  if (partnerOf(key) !== null) {
    throw new DeskError(
      'ALREADY_KNOWN',
      'This publisher is a partner already. Nothing was changed.',
    );
  }
  const core = currentCore();
  const partner = uuidv7(core.chance);
  await writeRecords(core, {
    changes: [{ op: 'create', kind: 'partner', id: partner, values: { name } }],
    identities: [{ key, partner }],
    origin: 'person',
    reason: `Publisher ${name} kept as a partner`,
  });
  return { partner };
}
