import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ListedOverlap } from '../../../../shared/domain/file-sources';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { notifyUndo } from '../../../app/undo';
import { daysInWords } from '../../../ui/metric-words';
import { showFailure } from '../../../ui/notify';

interface OverlapsProps {
  /** Only those of one program. */
  readonly program?: string;
}

/** Days that two sources have: which one counts, from when, is a person's word. Nothing where there are none. */
export function Overlaps({ program }: OverlapsProps) {
  const known = useDeskQuery('sources.list', {});
  const overlaps = (known.value?.overlaps ?? []).filter(
    ({ programId }) => program === undefined || programId === program,
  );
  return <OverlapList overlaps={overlaps} />;
}

/** The same of overlaps that are at hand. */
export function OverlapList({ overlaps }: { readonly overlaps: readonly ListedOverlap[] }) {
  const undecided = overlaps.filter(({ isDecided }) => !isDecided).length;
  if (overlaps.length === 0) return null;
  return (
    <section className="sync-part overlaps" aria-label="Days that two sources have">
      <h2>Days that two sources have</h2>
      <p className="quiet">
        {undecided === 0
          ? 'Every one is decided. A later decision takes the place of an earlier one.'
          : 'Only one of them counts: the earlier one, until you decide.'}
      </p>
      <ul>
        {overlaps.map((overlap) => (
          <OverlapLine
            key={`${overlap.programId} ${overlap.resource} ${overlap.from} ${overlap.counts}`}
            overlap={overlap}
          />
        ))}
      </ul>
    </section>
  );
}

function OverlapLine({ overlap }: { readonly overlap: ListedOverlap }) {
  const { data } = useDesk();
  const { program, programId, resource, from, to, sources, counts, isDecided } = overlap;
  const [source, setSource] = useState(counts);
  const [start, setStart] = useState(from);
  const isOutside = !/^\d{4}-\d{2}-\d{2}$/.test(start) || start < from || start > to;
  const named = `${resource} of ${program}`;
  const decide = async (): Promise<void> => {
    try {
      const { member } = await data.call('person.get', {});
      const values = { source, program: programId, resource, from: start, to };
      const { entry } = await data.call('records.write', {
        changes: [
          {
            op: 'create',
            kind: 'overlap-decision',
            values: {
              ...values,
              decidedAt: Date.now(),
              ...(member === null ? {} : { by: member.id }),
            },
          },
        ],
        origin: 'person',
        reason: `Decide which source counts for ${named}`,
      });
      const name = sources.find(({ id }) => id === source)?.name ?? 'The source';
      notifyUndo(`${name} counts for ${named} from ${start} on.`, entry);
    } catch (thrown) {
      showFailure(thrown);
    }
  };
  return (
    <li>
      <div className="overlap-words">
        <strong>{program}</strong>
        <span className="quiet">
          {resource === 'traffic' ? 'Traffic' : 'Transactions'} of {daysInWords({ from, to })};{' '}
          {sources.find(({ id }) => id === counts)?.name ?? 'a source'} counts
          {isDecided ? ', decided' : ', because it was there first'}
        </span>
      </div>
      <Select
        size="xs"
        label="Counts"
        aria-label={`Source that counts for ${named}`}
        allowDeselect={false}
        data={sources.map(({ id: value, name: label }) => ({ value, label }))}
        value={source}
        onChange={(value) => {
          if (value !== null) setSource(value);
        }}
      />
      <TextInput
        size="xs"
        type="date"
        label="From"
        aria-label={`From which day, for ${named}`}
        min={from}
        max={to}
        value={start}
        error={isOutside}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant={isDecided ? 'default' : 'filled'}
        disabled={isOutside || (isDecided && source === counts)}
        aria-label={`Decide on ${named}`}
        onClick={() => void decide()}
      >
        Decide
      </Button>
    </li>
  );
}
