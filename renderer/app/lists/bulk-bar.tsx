import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../ui/format';
import { WorkProgress } from '../../ui/work-progress';
import { bulkWork, cancelBulkWork } from '../records/write-for-all';

interface BulkBarProps {
  /** What is selected, in small letters: `partners`. */
  readonly plural: string;
  readonly count: number;
  /** What can be done with all of them. */
  readonly children: ReactNode;
  readonly onCopy: () => void;
  readonly onClear: () => void;
}

/** What can be done with all selected lines at once, however many; while it is done, how far it is. */
export function BulkBar({ plural, count, children, onCopy, onClear }: BulkBarProps) {
  const work = useStore(bulkWork, (state) => state.work);
  if (work !== null) {
    return (
      <div className="bulk-bar bulk-work">
        <WorkProgress
          title={`Editing ${work.noun[1]}`}
          unit={work.noun[1]}
          words={work.words}
          done={work.done}
          total={work.total}
          cancelling={work.cancelling}
          onCancel={cancelBulkWork}
        />
      </div>
    );
  }
  return (
    <div className="bulk-bar" role="toolbar" aria-label={`Selected ${plural}`}>
      <strong aria-live="polite">{formatCount(count)} selected</strong>
      {children}
      <span className="bulk-spring" />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCopy size={14} stroke={1.6} aria-hidden="true" />}
        onClick={onCopy}
      >
        Copy
      </Button>
      <Button variant="subtle" size="xs" onClick={onClear}>
        Clear selection
      </Button>
    </div>
  );
}
