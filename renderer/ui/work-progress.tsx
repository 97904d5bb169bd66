import { Button, Progress } from '@mantine/core';
import { formatCount, formatPercent } from './format';

interface WorkProgressProps {
  readonly title: string;
  /** What is counted: `3 of 20 programs`. */
  readonly unit: string;
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

/** Long work: a determinate bar, what is being done, how much is left, cancel. */
export function WorkProgress(props: WorkProgressProps) {
  const { title, unit, words, done, total, cancelling, onCancel } = props;
  const share = total === null || total <= 0 ? null : Math.min(1, done / total);
  return (
    <section className="work" aria-label={title}>
      <div className="work-head">
        <h2>{title}</h2>
        <Button variant="default" size="xs" disabled={cancelling} onClick={onCancel}>
          {cancelling ? 'Stopping…' : 'Cancel'}
        </Button>
      </div>
      <Progress value={share === null ? 0 : share * 100} aria-label={title} size={6} radius={3} />
      <p className="work-words quiet" aria-live="polite">
        <span className="one-line">{words}</span>
        <span className="work-count">
          {share === null
            ? ''
            : `${formatCount(Math.floor(done))} of ${formatCount(total ?? 0)} ${unit} · ${formatPercent(share, 0)}`}
        </span>
      </p>
    </section>
  );
}
