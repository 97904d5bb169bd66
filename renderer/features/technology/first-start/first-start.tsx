import { Button } from '@mantine/core';
import { IconCompass, IconPlugConnected } from '@tabler/icons-react';
import { cancelWork, runWork } from '../../../app/activity';
import { useActivity, useDesk } from '../../../app/desk';
import { refreshMainState } from '../../../app/main-state';
import { goTo } from '../../../app/routes';
import { WorkProgress } from '../../../ui/work-progress';

/** The sample agency of the first start: 8 clients, 20 programs. Its seed is fixed, so everybody sees the same one. */
const sample = { size: 'small', seed: 1 } as const;

/** An empty desk: look around in a made-up agency, or begin with one's own. */
export function FirstStart() {
  const { shell, activity, main } = useDesk();
  const running = useActivity((state) => state.running);
  const step = useActivity((state) => state.step);
  const cancelling = useActivity((state) => state.cancelling);
  const failed = useActivity((state) => state.failure);

  const explore = async (): Promise<void> => {
    await runWork(activity, 'sample', () => shell.call('explore.sample', sample));
    await refreshMainState(main, shell);
  };

  return (
    <div className="page welcome">
      <header>
        <h1>Welcome to Quarterdeck</h1>
        <p className="quiet">
          Every client’s programs on one desk, on this computer. Nothing is sent anywhere unless you
          say so.
        </p>
      </header>
      {running === 'sample' ? (
        <WorkProgress
          title="Reading the sample agency"
          words={step?.words ?? 'Starting the two sample networks'}
          done={step?.done ?? 0}
          total={step?.total ?? null}
          cancelling={cancelling}
          onCancel={() => cancelWork(activity, shell)}
        />
      ) : (
        <div className="welcome-choices">
          <section className="welcome-choice">
            <IconCompass size={24} stroke={1.5} aria-hidden="true" />
            <h2>Explore a sample agency</h2>
            <p className="quiet">
              8 clients, 20 programs on Awin and PartnerStack, two years of made-up sales, read from
              two networks that run on this computer. No account needed. This desk then stays a
              sample; your own data gets a desk of its own.
            </p>
            <Button variant="default" onClick={() => void explore()}>
              Explore a sample agency
            </Button>
          </section>
          <section className="welcome-choice">
            <IconPlugConnected size={24} stroke={1.5} aria-hidden="true" />
            <h2>Connect a network</h2>
            <p className="quiet">
              Your Awin or PartnerStack account, with a token that you make there. The last 24
              months are read; the token goes into this computer’s key store and is shown to nobody.
            </p>
            <Button onClick={() => goTo({ area: 'connect' })}>Connect a network</Button>
          </section>
        </div>
      )}
      {failed?.work === 'sample' ? (
        <p className="bad" role="alert">
          {failed.failure.message} <span className="mono">{failed.failure.code}</span>
        </p>
      ) : null}
    </div>
  );
}
