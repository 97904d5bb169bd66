import { Button, SegmentedControl, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { runWork } from '../../../app/activity';
import { useActivity, useDesk } from '../../../app/desk';
import { FailureState } from '../../../ui/states';
import { exportKinds, rowsWords } from './import-words';

const everything = { value: '', label: 'Everything' };
const formats = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
];

/** Records of one kind, or all of them, into a file. */
export function ExportPart() {
  const { shell, activity } = useDesk();
  const isBusy = useActivity(({ running }) => (running.export ?? running.import) !== undefined);
  const failure = useActivity(({ failures }) => failures.export);
  const [kind, setKind] = useState('');
  const [format, setFormat] = useState<'xlsx' | 'csv' | 'json'>('xlsx');
  const isFolder = kind === '' && format === 'csv';
  const save = (): void => {
    const asked = { kind: kind === '' ? null : kind, format };
    void runWork(activity, shell, 'export', () => shell.call('data.export', asked)).then(
      (saved) => {
        if (saved === null || saved.file === null) return;
        notifications.show({ message: `${rowsWords(saved.rows)} written to ${saved.file}.` });
      },
    );
  };
  return (
    <>
      <div className="export-line">
        <Select
          size="sm"
          label="What"
          searchable
          allowDeselect={false}
          data={[everything, ...exportKinds]}
          value={kind}
          onChange={(value) => setKind(value ?? '')}
        />
        <SegmentedControl
          aria-label="Format"
          data={formats}
          value={format}
          onChange={(value) => setFormat(value === 'csv' || value === 'json' ? value : 'xlsx')}
        />
        <Button variant="default" disabled={isBusy} onClick={save}>
          {isFolder ? 'Save as a folder…' : 'Save as a file…'}
        </Button>
      </div>
      <p className="quiet">
        {isFolder
          ? 'A CSV file holds one kind of record: everything is a folder with a file for each.'
          : 'Text that a spreadsheet would take for a formula is marked, and comes back as it was.'}
      </p>
      {failure ? <FailureState title="The file was not written" failure={failure} /> : null}
    </>
  );
}
