import { Button } from '@mantine/core';
import { useDesk } from '../../app/desk';
import { showFailure } from '../../ui/notify';

/** The way from a sample to a desk of one's own, and back: each is a folder, and Quarterdeck starts anew with it. */
export function OpenOtherDesk() {
  const { shell } = useDesk();
  return (
    <Button
      variant="default"
      onClick={() => void shell.call('app.openProfile', {}).catch(showFailure)}
    >
      Open another desk…
    </Button>
  );
}
