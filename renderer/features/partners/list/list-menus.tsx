import { memo } from 'react';
import {
  partnerColumnNames,
  partnerColumns,
  type PartnerColumn,
} from '../../../../shared/domain/partner-list';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { textOf } from '../../../../shared/ipc/record-values';
import { ColumnsMenu } from '../../../app/lists/columns-menu';
import { SavedViews, showView } from '../../../app/lists/saved-views';
import { changeSettings, listSettings, listSettingsSchema } from './list-state';

const choices = partnerColumnNames
  .filter((column) => column !== 'name')
  .map((value) => ({ value, label: partnerColumns[value].label }));

/** Which columns stand in the list of partners. */
export function PartnerColumns({ columns }: { readonly columns: readonly PartnerColumn[] }) {
  return <ColumnsMenu choices={choices} columns={columns} onChange={changeColumns} />;
}

function changeColumns(columns: PartnerColumn[]): void {
  changeSettings({ columns });
}

/** Lists of partners under a name. */
export const PartnerViews = memo(() => (
  <SavedViews
    screen="partners"
    example="Coupon partners without a sale"
    schema={listSettingsSchema}
    current={listSettings.getState}
    onShow={changeSettings}
  />
));

/** Shows what a record says: a saved view, or a company's partners. */
export function showInList(record: DeskRecord): void {
  if (record.kind === 'view') showView(record, listSettingsSchema, changeSettings);
  else {
    changeSettings({
      level: 'partner',
      search: '',
      filters: [{ column: 'company', op: 'is', words: [textOf(record, 'name') ?? ''] }],
    });
  }
}
