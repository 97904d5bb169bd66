import type { DataSource } from '../../../app/data-cache';
import type { KeyedList } from '../../../app/lists/list-keys';
import { changePlace } from '../../../app/lists/list-place';
import { copyTable } from '../../../app/lists/take-out';
import { goTo } from '../../../app/routes';
import { selectedRows } from './copy-rows';
import { partnersList } from './list-state';
import type { PartnerList } from './use-partner-list';

/** The list of partners as its keys and clicks know it. */
export function keyedPartners(partners: PartnerList, data: DataSource): KeyedList {
  const { window, state, question } = partners;
  return {
    list: partnersList,
    title: 'Partners',
    lines: state.lines,
    keyAt: (at) => window.lineAt(at)?.key,
    openPanel: (at) => openPanel(partners, at),
    follow: (at) => openPanel(partners, at),
    openPage: (at) => openPage(partners, at),
    allKeys: () => data.call('lists.partnerKeys', { question }),
    copy: () => copyTable(() => selectedRows(partners, data)),
  };
}

/** Opens a line beside the list; a company has its partners instead of a page. */
export function openPanel({ window, settings }: PartnerList, at: number): void {
  const row = window.lineAt(at);
  const isPage = row !== undefined && settings.level !== 'company';
  changePlace(partnersList, {
    cursor: at,
    anchor: at,
    open: isPage ? (row.partner ?? row.key) : null,
  });
}

/** Opens a line as a page. */
export function openPage({ window, settings }: PartnerList, at: number): void {
  const row = window.lineAt(at);
  if (row !== undefined && settings.level !== 'company') {
    goTo({ area: 'partner', id: row.partner ?? row.key });
  }
}
