import { Stepper } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMainState } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { EmptyState } from '../../../ui/states';
import { OpenOtherDesk } from '../open-other-desk';
import { AccountsStep } from './accounts-step';
import { ReadingStep } from './reading-step';
import { TermsStep } from './terms-step';
import { TotalsStep } from './totals-step';

interface Step {
  readonly name: string;
  readonly title: string;
  readonly label: string;
  readonly words: string;
  readonly draw: () => ReactNode;
}

const steps: readonly Step[] = [
  {
    name: 'accounts',
    title: 'Connect a network',
    label: 'Accounts',
    words: 'A token shows every account that it opens. Nothing is kept before you connect.',
    draw: () => <AccountsStep />,
  },
  {
    name: 'reading',
    title: 'Reading the networks',
    label: 'Reading',
    words: 'Clicks first, then sales, newest month first. Everything read stays on this computer.',
    draw: () => <ReadingStep />,
  },
  {
    name: 'terms',
    title: 'What no network tells',
    label: 'Terms and goals',
    words: 'Rates, cookie window, validation, fee, basis and goals of every program, in one table.',
    draw: () => <TermsStep />,
  },
  {
    name: 'totals',
    title: 'The clients’ own sales',
    label: 'Client totals',
    words: 'All sales of a client by month: the base of the affiliate share of its sales.',
    draw: () => <TotalsStep />,
  },
];

/** Sets a desk up, step by step; each step can be come back to at any time. */
export function SetUpScreen({ step }: { readonly step: string }) {
  const isSample = useMainState(({ info }) => info?.profile === 'sample');
  const found = steps.findIndex(({ name }) => name === step);
  const active = found < 0 ? 0 : found;
  const shown = steps[active];
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{shown?.title}</h1>
          <p className="quiet">{shown?.words}</p>
        </div>
      </header>
      <Stepper
        active={active}
        size="xs"
        className="set-up-steps"
        onStepClick={(index) => goTo({ area: 'set-up', step: steps[index]?.name ?? 'accounts' })}
      >
        {steps.map(({ name, label }, index) => (
          <Stepper.Step
            key={name}
            label={label}
            aria-current={index === active ? 'step' : undefined}
          />
        ))}
      </Stepper>
      {isSample && shown?.name === 'accounts' ? (
        <EmptyState title="This desk holds a sample agency" action={<OpenOtherDesk />}>
          It stays one, so that made-up figures never stand beside a client’s. Your own accounts get
          a desk of their own: an empty folder is all it needs.
        </EmptyState>
      ) : (
        shown?.draw()
      )}
    </div>
  );
}
