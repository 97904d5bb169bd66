import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Match, MatchDecision } from '../../../../shared/domain/matches';
import { useDesk } from '../../../app/desk';
import { useKeys } from '../../../app/keys';
import { hrefOf, pageOf } from '../../../app/routes';
import { notifyUndo } from '../../../app/undo';
import { showFailure } from '../../../ui/notify';
import { GroupingForm } from './grouping-form';
import { doubtsInWords, reasonsInWords, scoreInWords } from './match-words';

/** One suggestion with everything that decides it. */
export function MatchDetail({ match }: { readonly match: Match }) {
  const { data } = useDesk();
  const { question, one, other, pair } = match;
  const decide = (decision: MatchDecision): void => {
    const words =
      decision === 'different'
        ? `${one.name} and ${other.name} are not the same.`
        : 'You will be asked again in 30 days.';
    data
      .call('matches.decide', { pair, decision })
      .then(({ entry }) => notifyUndo(words, entry))
      .catch(showFailure);
  };
  const no = question === 'belongs' ? 'Does not belong' : 'Not the same';
  useKeys('Possible duplicates', [
    { keys: 'd', words: no, run: () => decide('different') },
    { keys: 'l', words: 'Later', run: () => decide('later') },
  ]);
  const others = (
    <>
      <Button size="xs" variant="default" onClick={() => decide('different')}>
        {no}
      </Button>
      <Button size="xs" variant="default" onClick={() => decide('later')}>
        Later
      </Button>
    </>
  );
  const doubts = doubtsInWords(match);
  return (
    <section className="match-detail" aria-label="What they have in common">
      <h2>
        <a href={hrefOf(pageOf(question === 'company' ? 'company' : 'partner', one.id))}>
          {one.name}
        </a>{' '}
        <span className="quiet">{question === 'belongs' ? 'of' : 'and'}</span>{' '}
        <a href={hrefOf(pageOf(question === 'partner' ? 'partner' : 'company', other.id))}>
          {other.name}
        </a>
      </h2>
      <p>
        <strong>{scoreInWords(match)}</strong>: {reasonsInWords(match)}
        {doubts === '' ? '' : <span className="quiet"> · against it: {doubts}</span>}
      </p>
      {question === 'belongs' ? (
        <Belongs match={match}>{others}</Belongs>
      ) : (
        <GroupingForm key={pair} kind={question} keep={one.id} part={other.id}>
          {others}
        </GroupingForm>
      )}
    </section>
  );
}

/** A partner gets the company that signs for it. */
function Belongs({ match, children }: { readonly match: Match; readonly children: ReactNode }) {
  const { data } = useDesk();
  const { one, other } = match;
  const assign = (): void => {
    data
      .call('records.write', {
        changes: [{ op: 'set', kind: 'partner', id: one.id, values: { company: other.id } }],
        origin: 'person',
        reason: `${one.name} belongs to ${other.name}`,
      })
      .then(({ entry }) => notifyUndo(`${one.name} belongs to ${other.name} now.`, entry))
      .catch(showFailure);
  };
  useKeys('Possible duplicates', [{ keys: 's', words: 'Belongs to it', run: assign }]);
  return (
    <div className="grouping">
      <p className="quiet">
        {other.name} would sign and be paid for {one.name}: its figures count among the company’s in
        the list of partners.
      </p>
      <div className="grouping-actions">
        <Button size="xs" onClick={assign}>
          Belongs to it
        </Button>
        {children}
      </div>
    </div>
  );
}
