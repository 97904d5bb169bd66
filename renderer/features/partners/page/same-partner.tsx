import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PartnerQuestion } from '../../../../shared/domain/partner-list';
import type { PartnerPage } from '../../../../shared/domain/partner-page';
import { useDeskQuery } from '../../../app/desk';
import { useScope } from '../../../app/scope';
import { PopoverButton } from '../../../ui/popover-button';
import { GroupingForm } from '../duplicates/grouping-form';
import { comparedDays } from '../list/use-partner-list';

const mostFound = 8;

/** Partners of the same site or mailbox are offered; a name alone is no reason. */
export function Suggestions({ page }: { readonly page: PartnerPage }) {
  const [other, setOther] = useState<string | null>(null);
  if (page.suggestions.length === 0) return null;
  return (
    <>
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
              aria-label={`Compare ${name}`}
              onClick={() => setOther(id)}
            >
              Compare…
            </Button>
          </li>
        ))}
      </ul>
      {other === null ? null : (
        <GroupingDialog page={page} other={other} onClose={() => setOther(null)} />
      )}
    </>
  );
}

/** Finds the other partner by name, site or id. */
export function SamePartner({ page }: { readonly page: PartnerPage }) {
  const [other, setOther] = useState<string | null>(null);
  return (
    <>
      <PopoverButton label="Same partner…" position="bottom-end" width={320}>
        {(close) => (
          <FindPartner
            page={page}
            onFound={(id) => {
              close();
              setOther(id);
            }}
          />
        )}
      </PopoverButton>
      {other === null ? null : (
        <GroupingDialog page={page} other={other} onClose={() => setOther(null)} />
      )}
    </>
  );
}

function FindPartner({
  page,
  onFound,
}: {
  readonly page: PartnerPage;
  readonly onFound: (id: string) => void;
}) {
  const { period } = useScope();
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
        description="You see both side by side before they become one."
        placeholder="Name, site or id"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      <ul className="found-partners">
        {rows.map(({ partner, name, domain, accounts }) => (
          <li key={partner}>
            <button type="button" className="view-name" onClick={() => onFound(partner ?? '')}>
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

/** Both side by side, and the decision that they are one. Its head is no landmark: the window has one of its own. */
function GroupingDialog({
  page,
  other,
  onClose,
}: {
  readonly page: PartnerPage;
  readonly other: string;
  readonly onClose: () => void;
}) {
  return (
    <Modal.Root opened centered size={720} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="key-sheet-head">
          <Modal.Title>Same partner as {page.name}?</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>
          <GroupingForm kind="partner" keep={page.id} part={other} onGrouped={onClose}>
            <Button size="xs" variant="default" onClick={onClose}>
              Cancel
            </Button>
          </GroupingForm>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
