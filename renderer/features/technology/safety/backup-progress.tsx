import type { WorkProgress as WorkStep } from '../../../../shared/ipc/work';
import { cancelWork } from '../../../app/activity';
import { useActivity, useDesk } from '../../../app/desk';
import { WorkProgress } from '../../../ui/work-progress';

/** Until main says more. */
const beginning: WorkStep = { words: 'Beginning', done: 0, total: null, share: 0 };

interface BackupProgressProps {
  readonly title: string;
}

/** How far a backup is, while it is written, tested or restored; Escape and Cancel end it. */
export function BackupProgress({ title }: BackupProgressProps) {
  const { shell, activity } = useDesk();
  const work = useActivity(({ running }) => running.backup);
  if (work === undefined) return null;
  const { words, done, total, unit, share } = work.step ?? beginning;
  return (
    <WorkProgress
      title={title}
      unit={unit ?? 'rows'}
      share={share}
      words={words}
      done={done}
      total={total}
      cancelling={work.cancelling}
      onCancel={() => cancelWork(activity, shell, 'backup')}
    />
  );
}
