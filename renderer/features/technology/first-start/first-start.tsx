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
  const reading = useActivity(({ running }) => running.sample);
  const failure = useActivity(({ failures }) => failures.sample);

  const explore = async (): Promise<void> => {
    await runWork(activity, shell, 'sample', () => shell.call('explore.sample', sample));
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
      {reading ? (
        <WorkProgress
          title="Reading the sample agency"
          unit="programs"
          words={reading.step?.words ?? 'Starting the two sample networks'}
          done={reading.step?.done ?? 0}
          total={reading.step?.total ?? null}
          cancelling={reading.cancelling}
          onCancel={() => cancelWork(activity, shell, 'sample')}
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
              Awin or PartnerStack, with a token that you make there: it shows every account that it
              opens, and you choose. The last 24 months are read; the token goes into this
              computer’s key store and is shown to nobody.
            </p>
            <Button onClick={() => goTo({ area: 'set-up', step: 'accounts' })}>
              Connect a network
            </Button>
          </section>
        </div>
      )}
      {failure ? (
        <p className="bad" role="alert">
          {failure.message} <span className="mono">{failure.code}</span>
        </p>
      ) : null}
    </div>
  );
}
