import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '../../../../../shared/documents/review/draft';
import { cancelWork, runWork } from '../../../../app/activity';
import { useActivity, useDesk } from '../../../../app/desk';
import { goTo, routeOf } from '../../../../app/routes';
import { showFailure } from '../../../../ui/notify';
import { WorkProgress } from '../../../../ui/work-progress';

interface FinishProps {
  readonly draft: string;
  readonly client: string;
  readonly period: string;
  /** The draft is not ready: shows why. */
  readonly onRefused: (blocking: readonly Finding[]) => void;
}

/** Finishes a review: looked over once more, then written as PDF and PowerPoint and frozen. */
export function FinishButton({ draft, client, period, onRefused }: FinishProps) {
  const { data, shell, activity } = useDesk();
  const making = useActivity(({ running }) => running.review);
  const [checking, setChecking] = useState(false);
  const finish = async (): Promise<void> => {
    setChecking(true);
    try {
      const { findings } = await data.call('reviews.preflight', { draft });
      const blocking = findings.filter((finding) => finding.blocking);
      if (blocking.length > 0) {
        onRefused(blocking);
        return;
      }
      const made = await runWork(activity, shell, 'review', () =>
        shell.call('reviews.export', { client, period, draft }),
      );
      // Who has gone elsewhere meanwhile finds it in the list.
      const here = routeOf(window.location.hash);
      if (made !== null && here.area === 'review-draft' && here.id === draft) {
        goTo({ area: 'review', id: made.review });
      }
    } catch (thrown) {
      showFailure(thrown);
    } finally {
      setChecking(false);
    }
  };
  const isBusy = checking || making !== undefined;
  // A button that is really disabled would lose the keyboard.
  return (
    <Button
      {...(isBusy ? { 'data-disabled': true } : {})}
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) void finish();
      }}
    >
      Finish &amp; export
    </Button>
  );
}

/** How far the files are, with a way to stop; why they failed, until the next try. */
export function FinishProgress() {
  const { shell, activity } = useDesk();
  const making = useActivity(({ running }) => running.review);
  const failure = useActivity(({ failures }) => failures.review);
  if (making) {
    return (
      <WorkProgress
        title="Making the review"
        unit="steps"
        words={making.step?.words ?? 'Gathering the figures'}
        done={making.step?.done ?? 0}
        total={making.step?.total ?? null}
        cancelling={making.cancelling}
        onCancel={() => cancelWork(activity, shell, 'review')}
      />
    );
  }
  if (!failure) return null;
  return (
    <p className="bad form-failure" role="alert">
      {failure.message} <span className="mono">{failure.code}</span>
    </p>
  );
}
