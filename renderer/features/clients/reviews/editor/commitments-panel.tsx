import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Verdict } from '../../../../../shared/documents/review/data';
import type { CommitmentToJudge } from '../../../../../shared/ipc/data-contract';
import type { DeskFailure } from '../../../../../shared/kernel/result';
import { formatDay, parseDay, utcDay } from '../../../../../shared/kernel/days';
import { useDesk } from '../../../../app/desk';
import { notifyUndo } from '../../../../app/undo';
import { showFailure } from '../../../../ui/notify';
import { FailureState, TableSkeleton } from '../../../../ui/states';
import { formatDayInWords } from '../../../../ui/times';
import { useTypedText } from '../../typed-text';
import { lastChange } from '../../typed-value';

const verdictWords: Readonly<Record<Verdict, string>> = {
  delivered: 'Delivered',
  partly: 'Partly',
  not: 'Not delivered',
  'not-verifiable': 'Not verifiable',
};
const verdicts = Object.keys(verdictWords) as Verdict[];

interface CommitmentsPanelProps {
  readonly lines: readonly CommitmentToJudge[] | undefined;
  readonly failure: DeskFailure | undefined;
  readonly onChanged: () => void;
}

/** What both sides promised and was due: judged one by one, beside what the figures say. */
export function CommitmentsPanel({ lines, failure, onChanged }: CommitmentsPanelProps) {
  if (lines === undefined) {
    return failure ? (
      <FailureState
        title="The commitments could not be read"
        failure={failure}
        onRetry={onChanged}
      />
    ) : (
      <TableSkeleton rows={4} />
    );
  }
  if (lines.length === 0) {
    return (
      <p className="quiet">Nothing that either side promised was due by the end of the period.</p>
    );
  }
  const open = lines.filter(({ verdict }) => verdict === null).length;
  return (
    <div className="judging">
      <p className={open > 0 ? 'caution' : 'quiet'}>
        {open === 0
          ? `All ${lines.length} are judged.`
          : `${open} of ${lines.length} wait for a verdict. The review can be finished when all are judged.`}
      </p>
      {lines.map((line) => (
        <Commitment key={line.id} line={line} onChanged={onChanged} />
      ))}
    </div>
  );
}

interface CommitmentProps {
  readonly line: CommitmentToJudge;
  readonly onChanged: () => void;
}

function Commitment({ line, onChanged }: CommitmentProps) {
  const { data } = useDesk();
  // Shown at once; what the record says counts as soon as it says something else than before.
  const [asked, setAsked] = useState<{
    readonly over: Verdict | null;
    readonly to: Verdict;
  } | null>(null);
  const shown = asked !== null && asked.over === line.verdict ? asked.to : line.verdict;
  const judge = async (verdict: Verdict): Promise<void> => {
    setAsked({ over: line.verdict, to: verdict });
    try {
      const { entry } = await data.call('records.write', {
        origin: 'person',
        reason: `Judged: ${line.promise}`.slice(0, 500),
        changes: [
          {
            op: 'set',
            kind: 'commitment',
            id: line.id,
            values: { verdict, judgedOn: formatDay(utcDay(Date.now())) },
          },
        ],
      });
      onChanged();
      notifyUndo(`${verdictWords[verdict]}: ${line.promise}`, entry);
    } catch (thrown) {
      setAsked(null);
      showFailure(thrown);
    }
  };
  const dueOn = parseDay(line.dueOn);
  const about = [
    line.side === 'client' ? 'Client' : 'We',
    line.owner,
    line.program,
    dueOn === null ? '' : `due ${formatDayInWords(dueOn)}`,
  ].filter((words) => words !== '');
  return (
    <section className="judged" aria-label={line.promise}>
      <h3>{line.promise}</h3>
      <p className="quiet">{about.join(' · ')}</p>
      <Evidence line={line} />
      <Radio.Group
        label="Verdict"
        value={shown ?? ''}
        onChange={(value) => {
          const verdict = verdicts.find((each) => each === value);
          if (verdict) void judge(verdict);
        }}
      >
        <div className="judged-verdicts">
          {verdicts.map((verdict) => (
            <Radio key={verdict} size="xs" value={verdict} label={verdictWords[verdict]} />
          ))}
        </div>
      </Radio.Group>
      <Note line={line} onChanged={onChanged} />
    </section>
  );
}

/** Baseline, target and what the period's figures say. */
function Evidence({ line }: { readonly line: CommitmentToJudge }) {
  if (line.measure === '') return <p className="quiet">No measure was agreed.</p>;
  const rows = [
    { name: 'Baseline', words: line.baseline },
    { name: 'Target', words: line.target },
    { name: line.period, words: line.actual === '' ? `n/a: ${line.reason}` : line.actual },
  ].filter(({ words }) => words !== '');
  return (
    <dl className="judged-evidence" aria-label={`Evidence: ${line.measure}`}>
      <dt>Measure</dt>
      <dd>{line.measure}</dd>
      {rows.map(({ name, words }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Saved as it is typed. */
function Note({ line, onChanged }: CommitmentProps) {
  const { data } = useDesk();
  const { words, type } = useTypedText(line.note, line.updatedAt, async (next) => {
    const { records } = await data.call('records.write', {
      origin: 'person',
      reason: 'Note on a commitment',
      batch: `commitment-note ${line.id}`,
      changes: [
        {
          op: 'set',
          kind: 'commitment',
          id: line.id,
          values: { evidence: next.trim() === '' ? null : next },
        },
      ],
    });
    onChanged();
    return lastChange(records);
  });
  return (
    <Textarea
      label="Evidence"
      autosize
      minRows={1}
      maxRows={6}
      value={words}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}
