import type { SandboxData } from '../data';
import { campaignRows } from './campaigns';
import { clientRows } from './clients';
import { commissionRows } from './commissions';
import { complianceRows } from './compliance';
import { educationRows } from './education';
import { outreachRows } from './outreach';
import { partnerRows } from './partners';
import { performanceRows } from './performance';
import { recruitmentRows } from './recruitment';
import { relationRows } from './relations';
import { settingOf, type BookRow } from './setting';
import { strategyRows } from './strategy';
import { teamRows } from './team';
import { technologyRows } from './technology';

export { companiesOf } from './partners';

/** Everything else that stands in the agency's books, each row after those to which it refers. */
export function bookRows(data: SandboxData): readonly BookRow[] {
  // The large workspace is for measuring, and is measured as it always was.
  if (data.size === 'large') return [];
  const setting = settingOf(data);
  return [
    strategyRows,
    commissionRows,
    teamRows,
    outreachRows,
    recruitmentRows,
    partnerRows,
    relationRows,
    campaignRows,
    performanceRows,
    clientRows,
    complianceRows,
    technologyRows,
    educationRows,
  ].flatMap((write) => write(setting));
}
