import { cancelWork } from '../../../app/activity';
import { useActivity, useDesk } from '../../../app/desk';
import { WorkProgress } from '../../../ui/work-progress';

interface BackupProgressProps {
  readonly title: string;
  /** What is counted. */
  readonly unit: 'MB' | 'rows';
}

/** How far a backup is, while it is written, tested or restored; Escape and Cancel end it. */
export function BackupProgress({ title, unit }: BackupProgressProps) {
  const { shell, activity } = useDesk();
  const work = useActivity(({ running }) => running.backup);
  if (work === undefined) return null;
  const { words, done, total } = work.step ?? { words: '', done: 0, total: null };
  return (
    <WorkProgress
      title={title}
      unit={unit}
      words={words}
      done={done}
      total={total}
      cancelling={work.cancelling}
      onCancel={() => cancelWork(activity, shell, 'backup')}
    />
  );
}
