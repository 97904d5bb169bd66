import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import {
  matchQuestions,
  matchQuestionSchema,
  type Match,
  type MatchList,
  type MatchQuestion,
} from '../../../../shared/domain/matches';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { notifyUndo } from '../../../app/undo';
import { formatCount, formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { useRowKeys } from '../../../app/row-keys';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { GroupsList } from './groups-list';
import { MatchDetail } from './match-detail';
import { questionWords, reasonsInWords, scoreInWords } from './match-words';

/** As many as anybody decides in one go; the next ones follow. */
const mostShown = 200;

/** Records that look alike, one after the other. */
export function DuplicatesScreen() {
  const [shown, setShown] = useState<MatchQuestion | 'grouped'>('partner');
  const question = shown === 'grouped' ? 'partner' : shown;
  const {
    value: list,
    failure,
    retry,
  } = useDeskQuery('matches.list', {
    question,
    limit: mostShown,
  });
  const label = (asked: MatchQuestion): string =>
    list === undefined
      ? questionWords[asked].label
      : `${questionWords[asked].label} ${formatCount(list.open[asked])}`;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Possible duplicates</h1>
          <p className="quiet" aria-live="polite">
            {list === undefined
              ? 'Comparing…'
              : matchQuestions
                  .map((each) => questionWords[each].pairs(list.open[each]))
                  .join(' · ')}
          </p>
        </div>
        <div className="page-actions">
          {list !== undefined && shown !== 'grouped' ? (
            <GroupCertain question={shown} count={list.certain} />
          ) : null}
        </div>
      </header>
      <SegmentedControl
        aria-label="What looks alike"
        size="xs"
        className="match-questions"
        data={[
          ...matchQuestions.map((value) => ({ value, label: label(value) })),
          { value: 'grouped', label: 'Grouped' },
        ]}
        value={shown}
        onChange={(value) => setShown(matchQuestionSchema.safeParse(value).data ?? 'grouped')}
      />
      {failure === undefined ? null : (
        <FailureState title="Duplicates can’t be looked for" failure={failure} onRetry={retry} />
      )}
      {shown === 'grouped' ? (
        <GroupsList />
      ) : list === undefined ? (
        failure === undefined && <TableSkeleton rows={8} />
      ) : (
        <Matches key={shown} list={list} question={shown} />
      )}
    </div>
  );
}

function GroupCertain({
  question,
  count,
}: {
  readonly question: MatchQuestion;
  readonly count: number;
}) {
  const { data } = useDesk();
  const [isBusy, setBusy] = useState(false);
  if (count === 0) return null;
  const run = (): void => {
    setBusy(true);
    data
      .call('matches.groupCertain', { question })
      .then(({ entry, grouped }) => {
        const done = question === 'belongs' ? 'Company set for' : 'Grouped';
        notifyUndo(`${done} ${formatCounted(grouped, 'partner or company', 'records')}.`, entry);
      })
      .catch(showFailure)
      .finally(() => setBusy(false));
  };
  return (
    <Button size="xs" loading={isBusy} onClick={run}>
      {question === 'belongs' ? 'Set' : 'Group'}{' '}
      {formatCounted(count, 'certain one', 'certain ones')}
    </Button>
  );
}

function Matches({
  list,
  question,
}: {
  readonly list: MatchList;
  readonly question: MatchQuestion;
}) {
  const { matches } = list;
  const rows = useRowKeys();
  const [chosen, setChosen] = useState({ pair: '', place: 0 });
  const found = matches.findIndex(({ pair }) => pair === chosen.pair);
  // What was decided is gone; the one that takes its place is next.
  const at = found >= 0 ? found : Math.min(chosen.place, matches.length - 1);
  const match = matches[at];
  useEffect(() => {
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    rows.current?.querySelectorAll<HTMLElement>('[data-row]')[at]?.focus({ preventScroll: true });
  }, [at, match?.pair, rows]);
  if (match === undefined) {
    return (
      <EmptyState title="Nothing looks alike">
        Records with the same site, mailbox, profile or name stand here, such as “Trail Notes and
        Trail Notes UK · same name”. Shared hosts, link pages and free mailboxes are no reason.
      </EmptyState>
    );
  }
  return (
    <div className="matches" ref={rows}>
      <ul className="entries match-list" aria-label={questionWords[question].label}>
        {matches.map((each, place) => (
          <MatchRow
            key={each.pair}
            match={each}
            isChosen={each.pair === match.pair}
            onChoose={() => setChosen({ pair: each.pair, place })}
          />
        ))}
      </ul>
      <MatchDetail key={match.pair} match={match} />
    </div>
  );
}

interface MatchRowProps {
  readonly match: Match;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function MatchRow({ match, isChosen, onChoose }: MatchRowProps) {
  return (
    <li>
      <button
        type="button"
        data-row
        className="match-row"
        aria-current={isChosen || undefined}
        onClick={onChoose}
        onFocus={onChoose}
      >
        <span className="match-names one-line">
          {match.one.name} <span className="quiet">·</span> {match.other.name}
        </span>
        <span className="quiet one-line">{reasonsInWords(match)}</span>
        <span className={match.isCertain ? 'match-score certain' : 'match-score'}>
          {scoreInWords(match)}
        </span>
      </button>
    </li>
  );
}
