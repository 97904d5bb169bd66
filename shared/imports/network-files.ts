import { comparableHeader } from './table-shape';

/** What a file of a network's own words holds. */
interface NetworkFile {
  readonly network: string;
  readonly holds: 'transactions' | 'partners';
  /** Field names of the network's interface that stand together in nothing else. */
  readonly fields: readonly string[];
}

/** By the names that the networks' interfaces document; files that people saved from them keep these names as headers. */
const networkFiles: readonly NetworkFile[] = [
  {
    network: 'Awin',
    holds: 'transactions',
    fields: ['publisherId', 'commissionStatus', 'transactionDate', 'voucherCodeUsed'],
  },
  {
    network: 'impact.com',
    holds: 'transactions',
    fields: ['MediaPartnerId', 'ActionTrackerName', 'Payout', 'LockingDate'],
  },
  {
    network: 'CJ',
    holds: 'transactions',
    fields: ['commissionId', 'publisherId', 'actionStatus', 'postingDate'],
  },
  {
    network: 'Everflow',
    holds: 'transactions',
    fields: ['conversion_id', 'payout', 'sale_amount', 'coupon_code'],
  },
  {
    network: 'PartnerStack',
    holds: 'partners',
    fields: ['partner_key', 'email', 'first_name', 'last_name'],
  },
];

/** The network whose file this is, when all of its telling headers are there; null for any other file. */
function recognizeNetworkFile(
  headers: readonly string[],
): Pick<NetworkFile, 'network' | 'holds'> | null {
  const known = new Set(headers.map(comparableHeader));
  const found = networkFiles.find(({ fields }) =>
    fields.every((field) => known.has(comparableHeader(field))),
  );
  return found ? { network: found.network, holds: found.holds } : null;
}

/** The same in words that go on after the size of a file. */
export function networkFileWords(headers: readonly string[]): string | null {
  const file = recognizeNetworkFile(headers);
  if (file === null) return null;
  const source = `it reads like ${file.holds} of ${file.network}`;
  return file.holds === 'transactions'
    ? `${source}: figures come from a connected account, this file becomes records only`
    : source;
}
