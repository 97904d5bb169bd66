import { Button } from '@mantine/core';
import { networkName } from '../../../ui/words';
import type { AskingState } from './use-asking';

interface AskingLineProps {
  readonly network: string;
  readonly asking: AskingState;
}

/** What is being asked and how often it was tried, with a way to stop; or that it was stopped. Empty otherwise. */
export function AskingLine({
  network,
  asking: { isAsking, asked, failure, cancel },
}: AskingLineProps) {
  if (!isAsking) {
    return failure?.code === 'CANCELLED' ? (
      <p className="quiet form-failure" role="status">
        {failure.message}
      </p>
    ) : null;
  }
  const name = networkName(network);
  return (
    <div className="asking form-failure">
      <p className="quiet" role="status">
        {asked === null
          ? `Asking ${name}.`
          : asked.tries === 1
            ? `Asking ${name} at ${asked.address}.`
            : `${name} does not answer at ${asked.address}: try ${asked.tries} of ${asked.mostTries}.`}
      </p>
      <Button variant="default" size="xs" onClick={cancel}>
        Stop asking
      </Button>
    </div>
  );
}
