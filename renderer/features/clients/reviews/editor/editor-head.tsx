import { Button } from '@mantine/core';
import { memo } from 'react';
import { quarterName } from '../../../../../shared/domain/period';
import { useDeskQuery } from '../../../../app/desk';
import { usePlaceName } from '../../../../app/place-name';
import { goTo } from '../../../../app/routes';
import { Sign } from '../../../../ui/figure';
import { calendarOf, daysOf, stateWords, wordsOf } from '../review-rows';
import { ReviewWalk } from '../review-walk';
import { FinishButton, FinishProgress } from './finish';
import type { DraftDesk } from './use-draft';

interface EditorHeadProps {
  readonly id: string;
  readonly client: string;
  /** Of the period. */
  readonly label: string;
  readonly pages: number;
  readonly state: DraftDesk['state'];
  readonly unsaved: DraftDesk['unsaved'];
  /** The review that was made of it; empty while it is not finished. */
  readonly review: string;
  readonly onRefused: () => void;
}

/** Whose review of which period it is, how far it is, and how it is finished. */
export const EditorHead = memo((props: EditorHeadProps) => {
  const { id, client, label, pages, state, unsaved, review, onRefused } = props;
  const record = useDeskQuery('records.get', { kind: 'client', id: client }).value;
  const name = record ? wordsOf(record, 'name') : '';
  const days = daysOf(label, calendarOf(record ?? undefined));
  const title = `${name}, ${quarterName(label) ?? days}`;
  usePlaceName(title);
  return (
    <header className="editor-head">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="quiet">
            <Sign tone={state === 'finished' ? 'good' : 'caution'} words={stateWords[state]} /> ·{' '}
            {days} · {pages} pages · {unsaved === undefined ? 'saved as you type' : 'not saved yet'}
          </p>
        </div>
        <div className="page-actions">
          {review === '' ? null : (
            <Button variant="default" onClick={() => goTo({ area: 'review', id: review })}>
              Open the finished review
            </Button>
          )}
          <ReviewWalk id={id} />
          <FinishButton draft={id} client={client} period={label} onRefused={onRefused} />
        </div>
      </div>
      {unsaved === undefined ? null : (
        <p className="bad form-failure" role="alert">
          What you typed last is not stored yet: {unsaved.message}{' '}
          <span className="mono">{unsaved.code}</span>
        </p>
      )}
      <FinishProgress />
    </header>
  );
});
