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
  file('awin', 'transactions', 'publisherId, commissionStatus, transactionDate, voucherCodeUsed'),
  file('awin', 'traffic', 'publisherId, publisherName, impressions, clicks'),
  file('impact', 'transactions', 'MediaPartnerId, ActionTrackerName, Payout, LockingDate'),
  file('impact', 'transactions', 'Action Id, Media Partner, Action Cost, Event Date'),
  file('cj', 'transactions', 'commissionId, publisherId, actionStatus, postingDate'),
  file('everflow', 'transactions', 'conversion_id, payout, sale_amount, coupon_code'),
  file('partnerstack', 'partner', 'partner_key, email, first_name, last_name'),
  file('shareasale', 'transactions', 'Trans ID, Trans Date, Trans Amount, Voided, Locked'),
  file(
    'rakuten',
    'transactions',
    'Publisher ID, Order ID, Transaction Date, Gross Sales, Gross Commissions',
  ),
  file(
    'rakuten',
    'transactions',
    'Publisher ID, Order ID, Transaction Date, Sales, Total Commission',
  ),
  file('rakuten', 'traffic', 'Publisher ID, # of Impressions, # of Clicks'),
  file(
    'commission-factory',
    'transactions',
    'AffiliateId, DateCreated, SaleValue, TrafficSource, OrderId',
  ),
  file(
    'tapfiliate',
    'transactions',
    'Conversion ID, External ID, Affiliate ID, Created at, Amount',
  ),
  file('refersion', 'transactions', 'Conversion ID, Affiliate Code, Payment Status, Order Total'),
];

function file(network: ProgramNetwork, holds: NetworkFile['holds'], headers: string): NetworkFile {
  return { network, holds, fields: headers.split(', ') };
}

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
