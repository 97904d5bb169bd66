import { Button } from '@mantine/core';
import type { PartnerPage } from '../../../../shared/domain/partner-page';
import { partnerTypeName } from '../../../../shared/domain/partner-type-names';
import { useDesk } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { showFailure } from '../../../ui/notify';
import { networkName } from '../../../ui/words';
import { useSeparate } from '../duplicates/groups-list';
import { statusWords, tierName } from '../partner-words';
import { textOf } from './use-partner';

/** Who this is: type, company, sites, and the ids under which the networks know it. */
export function PartnerFacts({ page }: { readonly page: PartnerPage }) {
  const { record, company, accounts, status, parts } = page;
  const facts: string[] = [];
  if (record !== null) {
    if (textOf(record, 'type') !== '') facts.push(partnerTypeName(textOf(record, 'type')));
    if (textOf(record, 'tier') !== '') facts.push(`${tierName(textOf(record, 'tier'))} tier`);
    if (textOf(record, 'country') !== '') facts.push(textOf(record, 'country'));
  }
  if (company !== null) facts.push(`of ${company.name}`);
  facts.push(statusWords(status).toLowerCase());
  const sites = [
    ...new Set([
      ...(record === null ? [] : [textOf(record, 'domain')]),
      ...accounts.flatMap(({ site }) => site ?? []),
    ]),
  ].filter(Boolean);
  return (
    <div className="partner-facts">
      <p>{facts.join(' · ')}</p>
      {sites.length > 0 ? <p className="quiet">{sites.join(', ')}</p> : null}
      <ul className="partner-ids" aria-label="Network accounts">
        {accounts.map((account) => (
          <li key={account.key} title={account.programs.join(', ')}>
            <span className="quiet">{networkName(account.network)}</span>{' '}
            <span className="mono">{account.networkId}</span>
            {account.status === 'joined' ? null : (
              <span className="quiet"> · {statusWords(account.status).toLowerCase()}</span>
            )}
          </li>
        ))}
      </ul>
      {parts.length > 0 ? <Parts page={page} /> : null}
    </div>
  );
}

/** Partners that a person joined into this one; each can stand alone again. */
function Parts({ page }: { readonly page: PartnerPage }) {
  const separate = useSeparate();
  return (
    <p className="partner-parts">
      <span className="quiet">Joined by hand:</span>
      {page.parts.map(({ id, name }) => (
        <span key={id}>
          {name}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => separate('partner', id)}>
            Separate
          </Button>
        </span>
      ))}
    </p>
  );
}

/** Somebody of whom only the network's id is known becomes a partner about whom one can write. */
export function AdoptPublisher({ page }: { readonly page: PartnerPage }) {
  const { data } = useDesk();
  const adopt = (): void => {
    data
      .call('partners.adopt', { key: page.id, name: page.name })
      .then(({ partner }) => goTo({ area: 'partner', id: partner }))
      .catch(showFailure);
  };
  return (
    <section className="state">
      <h2>Only the network’s id is known</h2>
      <p className="quiet">
        This publisher left before the first sync, so the network no longer says who it was. Its
        sales are here all the same. Keep it as a partner to give it a name, notes and contacts.
      </p>
      <div className="state-actions">
        <Button onClick={adopt}>Keep as a partner</Button>
      </div>
    </section>
  );
}
