import { networkNames, type ProgramNetwork } from '../domain/vocabulary';
import type { FileResource } from '../domain/file-sources';
import { comparableHeader } from './table-shape';

/** What a file of a network's own words holds. */
interface NetworkFile {
  readonly network: ProgramNetwork;
  readonly holds: FileResource | 'partner';
  /** Headers that stand together in nothing else. */
  readonly fields: readonly string[];
}

/**
 * By the words that the networks document for their reports and interfaces: files that people saved from them keep these as
 * headers. One line for each form that a network has given a report.
 */
const networkFiles: readonly NetworkFile[] = [
  {
    network: 'awin',
    holds: 'transactions',
    fields: ['publisherId', 'commissionStatus', 'transactionDate', 'voucherCodeUsed'],
  },
  {
    network: 'awin',
    holds: 'traffic',
    fields: ['publisherId', 'publisherName', 'impressions', 'clicks'],
  },
  {
    network: 'impact',
    holds: 'transactions',
    fields: ['MediaPartnerId', 'ActionTrackerName', 'Payout', 'LockingDate'],
  },
  {
    network: 'impact',
    holds: 'transactions',
    fields: ['Action Id', 'Media Partner', 'Action Cost', 'Event Date'],
  },
  {
    network: 'cj',
    holds: 'transactions',
    fields: ['commissionId', 'publisherId', 'actionStatus', 'postingDate'],
  },
  {
    network: 'everflow',
    holds: 'transactions',
    fields: ['conversion_id', 'payout', 'sale_amount', 'coupon_code'],
  },
  {
    network: 'partnerstack',
    holds: 'partner',
    fields: ['partner_key', 'email', 'first_name', 'last_name'],
  },
  {
    network: 'shareasale',
    holds: 'transactions',
    fields: ['Trans ID', 'Trans Date', 'Trans Amount', 'Voided', 'Locked'],
  },
  {
    network: 'rakuten',
    holds: 'transactions',
    fields: ['Publisher ID', 'Order ID', 'Transaction Date', 'Gross Sales', 'Gross Commissions'],
  },
  {
    network: 'rakuten',
    holds: 'transactions',
    fields: ['Publisher ID', 'Order ID', 'Transaction Date', 'Sales', 'Total Commission'],
  },
  {
    network: 'rakuten',
    holds: 'traffic',
    fields: ['Publisher ID', '# of Impressions', '# of Clicks'],
  },
  {
    network: 'commission-factory',
    holds: 'transactions',
    fields: ['AffiliateId', 'DateCreated', 'SaleValue', 'TrafficSource', 'OrderId'],
  },
  {
    network: 'tapfiliate',
    holds: 'transactions',
    fields: ['Conversion ID', 'External ID', 'Affiliate ID', 'Created at', 'Amount'],
  },
  {
    network: 'refersion',
    holds: 'transactions',
    fields: ['Conversion ID', 'Affiliate Code', 'Payment Status', 'Order Total'],
  },
];

/** The network's file that this is, when all of its telling headers are there; null for any other file. */
export function recognizeNetworkFile(
  headers: readonly string[],
): Pick<NetworkFile, 'network' | 'holds'> | null {
  const known = new Set(headers.map(networkHeader));
  const found = networkFiles.find(({ fields }) =>
    fields.every((field) => known.has(networkHeader(field))),
  );
  return found ? { network: found.network, holds: found.holds } : null;
}

function networkHeader(header: string): string {
  return comparableHeader(header.replace(/\bID\b/g, 'Id'));
}

/** Where a network's file goes; null for any other file. */
export function networkFileKind(headers: readonly string[]): string | null {
  return recognizeNetworkFile(headers)?.holds ?? null;
}

/** What the file is, in words that go on after its size. */
export function networkFileWords(headers: readonly string[]): string | null {
  const file = recognizeNetworkFile(headers);
  if (file === null) return null;
  const holds = file.holds === 'partner' ? 'partners' : file.holds;
  return `it reads like ${holds} of ${networkNames[file.network]}`;
}
