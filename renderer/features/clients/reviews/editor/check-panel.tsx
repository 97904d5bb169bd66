import { Button } from '@mantine/core';
import type { Finding } from '../../../../../shared/documents/review/draft';
import type { DeskFailure } from '../../../../../shared/kernel/result';
import { Sign } from '../../../../ui/figure';
import { FailureState, TableSkeleton } from '../../../../ui/states';

interface CheckPanelProps {
  readonly findings: readonly Finding[] | undefined;
  readonly failure: DeskFailure | undefined;
  readonly checked: boolean;
  readonly onRetry: () => void;
  readonly onJump: (finding: Finding) => void;
  readonly onChecked: (checked: boolean) => void;
}

/** What was found when the draft was looked over, what keeps it from being finished first; each leads to its place. */
export function CheckPanel(props: CheckPanelProps) {
  const { findings, failure, checked, onRetry, onJump, onChecked } = props;
  if (findings === undefined) {
    return failure ? (
      <FailureState title="The draft could not be checked" failure={failure} onRetry={onRetry} />
    ) : (
      <TableSkeleton rows={4} />
    );
  }
  const blocking = findings.filter((finding) => finding.blocking);
  const others = findings.filter((finding) => !finding.blocking);
  return (
    <div className="checks">
      {findings.length === 0 ? (
        <p>
          <Sign tone="good" words="Nothing was found." /> Totals, sources, names, dates, figures in
          texts and verdicts were looked at.
        </p>
      ) : null}
      <Findings title="Before it can be finished" findings={blocking} onJump={onJump} />
      <Findings title="Worth a look" findings={others} onJump={onJump} />
      <div className="checks-second">
        <p className="quiet">
          {checked
            ? 'A second person has looked at it. Any change takes the mark away.'
            : 'A second person reads it and marks it, before it is finished.'}
        </p>
        <Button
          variant="default"
          size="xs"
          disabled={!checked && blocking.length > 0}
          onClick={() => onChecked(!checked)}
        >
          {checked ? 'Take the mark away' : 'Mark as checked'}
        </Button>
      </div>
    </div>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly onJump: (finding: Finding) => void;
}

function Findings({ title, findings, onJump }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{`${title} (${findings.length})`}</h3>
      <ul className="check-list">
        {findings.map((finding, index) => (
          <li key={index}>
            <button type="button" className="check" onClick={() => onJump(finding)}>
              <Sign
                tone={finding.blocking ? 'bad' : 'caution'}
                words={finding.blocking ? 'Must' : 'Look'}
              />
              <span>{finding.sentence}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
