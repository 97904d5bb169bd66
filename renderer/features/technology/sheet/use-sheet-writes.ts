import { useDesk } from '../../../app/desk';
import { notifyUndo } from '../../../app/undo';
import { formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { refusalOf, type EditPlan } from './sheet-model';

/** Writes what was typed or pasted as one change with one way back. Answers whether it was written. */
export function useSheetWrites(reason: string): (plan: EditPlan) => Promise<boolean> {
  const { data } = useDesk();
  return async (plan) => {
    if (plan.errors.length > 0 || refusalOf(plan) !== null) return false;
    if (plan.changes.length === 0) return true;
    try {
      const { entry } = await data.call('records.write', {
        changes: [...plan.changes],
        origin: 'person',
        reason,
      });
      const cells = formatCounted(plan.filled + plan.changed, 'cell', 'cells');
      notifyUndo(`${cells} written.`, entry);
      return true;
    } catch (thrown) {
      showFailure(thrown);
      return false;
    }
  };
}
