import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMainState } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { SafetyPart } from '../safety/safety-part';
import { TokenStorePart } from '../sync/token-store-part';
import { AppearancePart } from './appearance-part';
import { PersonPart } from './person-part';
import { StoragePart } from './storage-part';

/** What belongs to this desk and this machine: who works here, how figures read, where everything lies. */
export function SettingsScreen() {
  return (
    <div className="page settings">
      <header className="page-head">
        <div>
          <h1>Settings</h1>
          <p className="quiet">
            Of this desk on this computer. Everything is saved as you choose it.
          </p>
        </div>
      </header>
      <Part title="Person at this desk" about="Every change is written down in this name.">
        <PersonPart />
      </Part>
      <Part
        title="Reading"
        about="How the window looks and writes figures. Documents follow their client’s language."
      >
        <AppearancePart />
      </Part>
      <Part title="Tokens" about="What opens the accounts on the networks.">
        <Tokens />
      </Part>
      <Part
        title="Import & export"
        about="Records from spreadsheets and exports, and everything out again."
      >
        <div>
          <Button variant="default" onClick={() => goTo({ area: 'imports' })}>
            Import or export…
          </Button>
        </div>
      </Part>
      <Part
        title="Safety"
        about="Copies of everything that people entered, and the way back from them."
      >
        <SafetyPart />
      </Part>
      <Part
        title="Privacy"
        about="What is held of one person, as a file for them; and its erasure, for good."
      >
        <div>
          <Button variant="default" onClick={() => goTo({ area: 'personal-data' })}>
            Find a person…
          </Button>
        </div>
      </Part>
      <Part title="Storage" about="The databases, documents and logs of this desk.">
        <StoragePart />
      </Part>
    </div>
  );
}

/** Before the first connection there is nothing to move; the sample’s networks give their own tokens. */
function Tokens() {
  const isSample = useMainState(({ info }) => info?.profile === 'sample');
  const isUndecided = useMainState(({ tokenStore }) => tokenStore?.choiceNeeded ?? true);
  if (!isUndecided) return <TokenStorePart />;
  return (
    <p className="quiet">
      {isSample
        ? 'A sample keeps no tokens: its networks are part of Quarterdeck.'
        : 'None are kept yet. Where they go is asked when the first network is connected.'}
    </p>
  );
}

interface PartProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

function Part({ title, about, children }: PartProps) {
  return (
    <section className="settings-part" aria-label={title}>
      <div>
        <h2>{title}</h2>
        <p className="quiet">{about}</p>
      </div>
      <div className="settings-fields">{children}</div>
    </section>
  );
}
