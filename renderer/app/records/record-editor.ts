import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { kindOf } from '../../../shared/records/index';
import { showFailure } from '../../ui/notify';
import type { DataSource } from '../data-cache';
import { useDesk } from '../desk';
import { notifyUndo } from '../undo';
import { RecordEditor, type EditorOptions } from './record-editing';

/** An editor of one record for as long as the place is shown; what was typed is saved when it goes away. */
export function useRecordEditor(options: EditorOptions): RecordEditor {
  const { data } = useDesk();
  const { kind, record, place } = options;
  const [made, setMade] = useState<RecordEditor | null>(null);
  const identity = `${kind} ${record?.id ?? place ?? 'new'}`;
  // One editor for each record: its options follow by `update`.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const fresh = useMemo(() => new RecordEditor(data, options), [data, identity]);
  // The one that made the record goes on with it: it knows what was typed and is not in an answer yet.
  const isSame = made !== null && record !== null && made.id === record.id;
  const editor = isSame ? made : fresh;
  if (record === null && made !== fresh) setMade(fresh);
  editor.update(options);
  useSyncExternalStore(editor.subscribe, editor.snapshot);
  useEffect(() => () => editor.leaveAll(), [editor]);
  return editor;
}

/** Deletes a record; the toast takes it back. */
export async function deleteRecord(data: DataSource, record: DeskRecord): Promise<void> {
  const { label } = kindOf(record.kind);
  try {
    const { entry } = await data.call('records.write', {
      changes: [{ op: 'delete', kind: record.kind, id: record.id }],
      origin: 'person',
      reason: `${label} deleted`,
    });
    notifyUndo(`${label} deleted.`, entry);
  } catch (thrown) {
    showFailure(thrown);
  }
}
