import { partnerTypeName } from '../../../../shared/domain/partner-type-names';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { useRecordEditor } from '../../../app/records/record-editor';
import { RecordForm } from '../../../app/records/record-form';
import { tierName } from '../partner-words';

/** What we know of the partner itself, whatever program it is in. */
export function DetailsSection({ record }: { readonly record: DeskRecord }) {
  const editor = useRecordEditor({ kind: 'partner', record });
  return (
    <RecordForm
      editor={editor}
      label="Details"
      fields={[
        'name',
        { field: 'type', choiceLabel: partnerTypeName },
        { field: 'company', creatable: true, placeholder: 'Who signs and is paid' },
        'owner',
        { field: 'tier', choiceLabel: tierName },
        'domain',
        { field: 'sites', placeholder: 'Further sites' },
        'email',
        'country',
        'tags',
        'about',
      ]}
    />
  );
}
