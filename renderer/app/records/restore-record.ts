import { showFailure } from '../../ui/notify';
import type { DataSource } from '../data-cache';
import { notifyUndo } from '../undo';
import { formatCounted } from '../../ui/format';
import { notifications } from '@mantine/notifications';

/** Brings deleted records back with what went with them, and says what had to stay; gives whether it could be done. */
export async function restoreRecords(data: DataSource, ids: readonly string[]): Promise<boolean> {
  try {
    const { entry, restored, kept } = await data.call('trash.restore', { ids: [...ids] });
    notifyUndo(`${formatCounted(restored, 'record is', 'records are')} back.`, entry);
    if (kept.length > 0) notifications.show({ message: kept.join(' '), autoClose: false });
    return true;
  } catch (thrown) {
    showFailure(thrown);
    return false;
  }
}
