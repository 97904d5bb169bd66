import { shipped } from './shipped';

type Severity = 's1' | 's2' | 's3';

/** The breaches of the field, how grave they are, and the days that a partner has to mend them. */
export const violationTypes = shipped('violation-type', [
  type(
    'C1',
    'Missing or unclear disclosure',
    's2',
    5,
    'Capture of the page, place of the first link',
  ),
  type(
    'C2',
    'Misleading claim, fake review or false scarcity',
    's1',
    2,
    'Capture beside the approved copy',
  ),
  type('P1', 'Brand bidding', 's2', 3, 'Search result with keyword, place, time and rank'),
  type(
    'P2',
    'Ad hijacking or direct linking',
    's1',
    1,
    'Ad with its chain of redirects',
    'Hold the commission',
  ),
  type('P3', 'Broad match without negative keywords', 's3', 5, 'Search result'),
  type('V1', 'Unauthorized or leaked code', 's2', 3, 'Register of codes beside the page'),
  type('V2', 'Expired or invented code', 's3', 5, 'Capture of the page'),
  type(
    'T1',
    'Cookie stuffing or forced click',
    's1',
    0,
    'Click log: rate and time to order',
    'Hold the commission',
  ),
  type(
    'T2',
    'Browser software without stand-down',
    's1',
    2,
    'Recorded session with its parameters',
  ),
  type(
    'T3',
    'Self-referral, double account or abuse of incentives',
    's2',
    3,
    'Equal addresses, refunds above 25 %',
  ),
  type('T4', 'Hidden sub-network or source of traffic', 's2', 5, 'Sub-ids and referrers'),
  type('T5', 'Bots or invalid traffic', 's2', 3, 'Bursts of clicks, no orders, other countries'),
  type('B1', 'Brand guideline ignored', 's3', 7, 'Capture: logo, old creative, wrong price'),
  type(
    'B2',
    'Brand impersonation or look-alike domain',
    's1',
    1,
    'Registration of the domain, capture',
  ),
  type('B3', 'Unsafe context', 's1', 1, 'Capture of the page'),
  type('E1', 'Spam or e-mail without opt-out', 's1', 1, 'Headers of the message'),
  type(
    'D1',
    'Breach of data protection',
    's1',
    3,
    'The facts, in writing',
    'The authority has to hear within 72 hours where the GDPR applies',
  ),
  type('G1', 'Wrong country, age or product', 's2', 3, 'Capture of the page'),
]);

function type(
  code: string,
  name: string,
  severity: Severity,
  clockDays: number,
  evidence: string,
  action?: string,
) {
  const values = { id: code.toLowerCase(), code, name: `${code} ${name}`, severity, clockDays };
  return { ...values, evidence, ...(action === undefined ? {} : { action }) };
}
