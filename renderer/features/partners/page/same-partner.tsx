import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PartnerQuestion } from '../../../../shared/domain/partner-list';
import type { PartnerPage } from '../../../../shared/domain/partner-page';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { useScope } from '../../../app/scope';
import { notifyUndo } from '../../../app/undo';
import { showFailure } from '../../../ui/notify';
import { comparedDays } from '../list/use-partner-list';

const mostFound = 8;

/** Joins another partner into this one by hand. Nothing is erased: the other can be separated again. */
function useJoin(page: PartnerPage): (id: string, name: string) => void {
  const { data } = useDesk();
  return (id, name) => {
    data
      .call('records.write', {
        changes: [{ op: 'set', kind: 'partner', id, values: { sameAs: page.id } }],
        origin: 'person',
        reason: `${name} is the same partner as ${page.name}`,
      })
      .then(({ entry }) => notifyUndo(`${name} is part of ${page.name} now.`, entry))
      .catch(showFailure);
  };
}

/** Partners of the same site or mailbox are offered; a name alone is no reason. */
export function Suggestions({ page }: { readonly page: PartnerPage }) {
  const join = useJoin(page);
  if (page.suggestions.length === 0) return null;
  return (
    <ul className="suggestions" aria-label="Maybe the same partner">
      {page.suggestions.map(({ id, name, reason }) => (
        <li key={id}>
          <span>
            Maybe the same partner: <strong>{name}</strong>{' '}
            <span className="quiet">({reason})</span>
          </span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Join ${name}`}
            onClick={() => join(id, name)}
          >
            Join
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Finds the other partner by name, site or id. */
export function SamePartner({ page }: { readonly page: PartnerPage }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={320}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <Button variant="default" size="xs" onClick={() => setOpen((was) => !was)}>
          Same partner…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen ? <FindPartner page={page} onJoined={() => setOpen(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

function FindPartner({
  page,
  onJoined,
}: {
  readonly page: PartnerPage;
  readonly onJoined: () => void;
}) {
  const { period } = useScope();
  const join = useJoin(page);
  const [search, setSearch] = useState('');
  const question: PartnerQuestion = {
    level: 'partner',
    days: comparedDays(period),
    measure: null,
    search,
    filters: [],
    sort: { column: 'name', direction: 'ascending' },
  };
  const found = useDeskQuery(
    'lists.partners',
    search.trim().length < 2 ? null : { question, offset: 0, limit: mostFound },
  );
  const rows = (found.value?.rows ?? []).filter(
    ({ partner }) => partner !== null && partner !== page.id,
  );
  return (
    <>
      <TextInput
        size="xs"
        label={`Who else is ${page.name}?`}
        description="It becomes part of this partner, with its accounts, notes and contacts. It can be separated again."
        placeholder="Name, site or id"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      <ul className="found-partners">
        {rows.map(({ partner, name, domain, accounts }) => (
          <li key={partner}>
            <button
              type="button"
              className="view-name"
              onClick={() => {
                join(partner ?? '', name);
                onJoined();
              }}
            >
              {name} <span className="quiet">{domain ?? accounts[0] ?? ''}</span>
            </button>
          </li>
        ))}
      </ul>
      {search.trim().length >= 2 && found.value !== undefined && rows.length === 0 ? (
        <p className="quiet">Nobody else is found.</p>
      ) : null}
    </>
  );
}
