import { Button, Radio } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type {
  Comparison,
  Difference,
  FieldChoice,
  Grouping,
} from '../../../../shared/domain/matches';
import type { KindDefinition } from '../../../../shared/records/definition';
import { kindOf } from '../../../../shared/records/index';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { useKeys } from '../../../app/keys';
import { notifyUndo } from '../../../app/undo';
import { formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { valueText } from '../../records';

interface GroupingFormProps {
  readonly kind: Grouping['kind'];
  /** The one that would stay, until a person turns the two around. */
  readonly keep: string;
  readonly part: string;
  readonly onGrouped?: () => void;
  /** What else can be decided about the two. */
  readonly children?: ReactNode;
}

/** Two records side by side, field by field, and the decision that they are one. */
export function GroupingForm({ kind, keep, part, onGrouped, children }: GroupingFormProps) {
  const { data } = useDesk();
  const [isTurned, setTurned] = useState(false);
  const [choices, setChoices] = useState<Readonly<Record<string, FieldChoice>>>({});
  const [isBusy, setBusy] = useState(false);
  const asked: Grouping = isTurned ? { kind, keep: part, part: keep } : { kind, keep, part };
  const { value: found, failure, retry } = useDeskQuery('matches.compare', asked);
  const group = (): void => {
    if (isBusy || found?.keep !== asked.keep) return;
    setBusy(true);
    data
      .call('matches.group', { ...asked, choices })
      .then(({ entry, moved }) => {
        const with_ = moved === 0 ? '' : `, with ${formatCounted(moved, 'record', 'records')}`;
        notifyUndo(`${found.partName} is part of ${found.keepName} now${with_}.`, entry);
        onGrouped?.();
      })
      .catch(showFailure)
      .finally(() => setBusy(false));
  };
  useKeys('Possible duplicates', [{ keys: 's', words: `Same ${kind}`, run: group }]);
  if (failure !== undefined) {
    return <FailureState title="The two can’t be compared" failure={failure} onRetry={retry} />;
  }
  if (found === undefined) return <TableSkeleton rows={6} />;
  const definition = kindOf(kind);
  return (
    <div className="grouping">
      {found.fields.length === 0 ? (
        <p className="quiet">They say the same in every field.</p>
      ) : (
        <table className="grid grouping-fields">
          <caption className="visually-hidden">Fields in which the two differ</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">
                {found.keepName} <small className="quiet">stays</small>
              </th>
              <th scope="col">
                {found.partName} <small className="quiet">becomes part of it</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.fields.map((difference) => (
              <FieldRow
                key={difference.field}
                difference={difference}
                definition={definition}
                comparison={found}
                choice={choices[difference.field] ?? difference.standard}
                onChoose={(choice) => setChoices({ ...choices, [difference.field]: choice })}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className="quiet">
        By itself the value of {found.keepName} stands; where it has none, the other’s; lists and
        long texts are joined. {movedInWords(found)} It can be separated again exactly.
      </p>
      <div className="grouping-actions">
        <Button size="xs" loading={isBusy} onClick={group}>
          Same {kind}
        </Button>
        {children}
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setTurned(!isTurned);
            setChoices({});
          }}
        >
          Keep {found.partName} instead
        </Button>
      </div>
    </div>
  );
}

function movedInWords({ relations, accounts, partName }: Comparison): string {
  const moved = [
    ...(accounts.part === 0
      ? []
      : [formatCounted(accounts.part, 'network account', 'network accounts')]),
    ...relations.map(({ kind, count }) => {
      const { label, plural } = kindOf(kind);
      return formatCounted(count, label.toLowerCase(), plural.toLowerCase());
    }),
  ];
  return moved.length === 0
    ? `Nothing refers to ${partName}.`
    : `With ${partName} go ${moved.join(', ')}.`;
}

interface FieldRowProps {
  readonly difference: Difference;
  readonly definition: KindDefinition;
  readonly comparison: Comparison;
  readonly choice: FieldChoice;
  readonly onChoose: (choice: FieldChoice) => void;
}

function FieldRow({ difference, definition, comparison, choice, onChoose }: FieldRowProps) {
  const { names, keepName, partName } = comparison;
  const { field: name, one, other, canBeBoth } = difference;
  const field = definition.fields[name];
  if (field === undefined) return null;
  const words = (value: Difference['one']): string => valueText(field, value, names);
  const hasBoth = one !== null && other !== null;
  const radio = (value: FieldChoice, label: string, of: string): ReactNode =>
    label === '' ? (
      <span className="quiet">–</span>
    ) : !hasBoth ? (
      // There is nothing to choose from: what only one of them says stands.
      label
    ) : (
      <Radio
        size="xs"
        name={`stands-${name}`}
        checked={choice === value}
        onChange={() => onChoose(value)}
        label={label}
        aria-label={`${field.label} of ${of}: ${label}`}
      />
    );
  return (
    <tr>
      <th scope="row">{field.label}</th>
      <td>
        {radio('one', words(one), keepName)}
        {canBeBoth ? radio('both', 'Both', 'both') : null}
      </td>
      <td>{radio('other', words(other), partName)}</td>
    </tr>
  );
}
