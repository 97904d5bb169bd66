import { Button, Progress } from '@mantine/core';
import { formatBytes, formatCount, formatPercent } from './format';

/** The unit that is written as people know it: `48 MB`. */
const bytes = 'bytes';

interface WorkProgressProps {
  readonly title: string;
  /** What is counted: `3 of 20 programs`. */
  readonly unit: string;
  /** How far all of the work is, where the rest is said of one step alone. */
  readonly share?: number | undefined;
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

/** Long work: a determinate bar, what is being done, how much is left, cancel. */
export function WorkProgress(props: WorkProgressProps) {
  const { title, unit, words, done, total, cancelling, onCancel } = props;
  const within = total === null || total <= 0 ? null : Math.min(1, done / total);
  const share = props.share ?? within;
  const count =
    within === null
      ? null
      : `${countOf(done, unit)} of ${countOf(total ?? 0, unit)}${unitOf(unit)}`;
  const isStep = props.share !== undefined;
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
        <span className="one-line">{joined(words, isStep ? count : null)}</span>
        <span className="work-count">
          {joined(isStep ? null : count, share === null ? null : formatPercent(share, 0))}
        </span>
      </p>
    </section>
  );
}

function countOf(count: number, unit: string): string {
  return unit === bytes ? formatBytes(count) : formatCount(Math.floor(count));
}

function unitOf(unit: string): string {
  return unit === bytes ? '' : ` ${unit}`;
}

function joined(one: string | null, other: string | null): string {
  return [one, other].filter((part) => part !== null).join(' · ');
}
