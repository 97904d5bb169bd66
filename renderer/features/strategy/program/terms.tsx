import { Fragment, type ReactNode } from 'react';
import { choiceLabel } from '../../../../shared/domain/record-list';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { textOf } from '../../../../shared/ipc/record-values';
import { formatDay, parseDay, type Day } from '../../../../shared/kernel/days';
import { program as definition } from '../../../../shared/records/strategy/program';
import { useDeskQuery } from '../../../app/desk';
import { hrefOf } from '../../../app/routes';
import { formatDayInWords } from '../../../ui/times';

const shown = [
  'rates',
  'networkFee',
  'amountBasis',
  'paymentTerms',
  'cookieDays',
  'lockingDays',
  'autoValidationDays',
  'market',
  'currency',
  'timeZone',
  'terms',
] as const;

interface TermsProps {
  readonly id: string;
  readonly record: DeskRecord | null;
  readonly today: Day;
}

/**
 * What was agreed: rates, fee, payment and days, as text. Where a commission structure or terms with a date are in force,
 * they are what holds, whatever the program's own record says.
 */
export function Terms({ id, record, today }: TermsProps) {
  const { structures, rules, terms } = useAgreed(id, formatDay(today));
  const standard = structures.find(
    (one) => textOf(one, 'group') === null && textOf(one, 'partner') === null,
  );
  const lines = shown.map((field) => ({
    field,
    label: definition.fields[field]?.label ?? field,
    words:
      (field === 'rates' && structures.length > 0 ? ratesOf(structures, rules) : null) ??
      (field === 'terms' && terms !== null ? <Dated record={terms} /> : null) ??
      wordsOf(field, standard) ??
      wordsOf(field, record),
  }));
  const open = lines.filter(({ words }) => words === null).length;
  return (
    <section className="panel" aria-label="Terms and rates">
      <h2>
        {open === 0
          ? 'Terms and rates'
          : `Terms and rates: ${String(open)} of ${String(lines.length)} not written down`}
      </h2>
      <dl className="facts terms">
        {lines.map(({ field, label, words }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd className={words === null ? 'quiet' : ''}>{words ?? 'not written down'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface Agreed {
  /** In force, those for all partners first. */
  readonly structures: readonly DeskRecord[];
  readonly rules: readonly DeskRecord[];
  readonly terms: DeskRecord | null;
}

/** The commission structures and the terms of a program that are in force on a day, `2026-11-23`. */
function useAgreed(program: string, day: string): Agreed {
  const { value: linked = [] } = useDeskQuery('records.linked', {
    ids: [program],
    kinds: ['commission-structure', 'terms-version'],
  });
  const inForce = linked.filter((one) => textOf(one, 'state') === 'current' && holdsOn(one, day));
  const structures = inForce
    .filter(({ kind }) => kind === 'commission-structure')
    .sort((one, other) => narrowness(one) - narrowness(other));
  const { value: rules = [] } = useDeskQuery(
    'records.linked',
    structures.length === 0
      ? null
      : { ids: structures.map((one) => one.id), kinds: ['commission-rule'] },
  );
  return { structures, rules, terms: inForce.find(({ kind }) => kind === 'terms-version') ?? null };
}

function holdsOn(record: DeskRecord, day: string): boolean {
  return (textOf(record, 'from') ?? day) <= day && (textOf(record, 'to') ?? day) >= day;
}

function narrowness(structure: DeskRecord): number {
  return ['group', 'partner'].filter((field) => textOf(structure, field) !== null).length;
}

/** The rules of each structure as they are written everywhere, under its name. */
function ratesOf(structures: readonly DeskRecord[], rules: readonly DeskRecord[]): ReactNode {
  const orderOf = (rule: DeskRecord): string => textOf(rule, 'order') ?? '';
  return structures.map((structure) => (
    <Fragment key={structure.id}>
      {rules
        .filter((rule) => textOf(rule, 'structure') === structure.id)
        .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
        .map((rule) => (
          <p key={rule.id}>{textOf(rule, 'rule')}</p>
        ))}
      <p>
        <Dated record={structure} />
      </p>
    </Fragment>
  ));
}

/** A way to the record, and since when it holds. */
function Dated({ record }: { readonly record: DeskRecord }) {
  const from = parseDay(textOf(record, 'from') ?? '');
  return (
    <>
      <a href={hrefOf({ area: 'record', kind: record.kind, id: record.id })}>
        {textOf(record, 'name')}
      </a>
      {from === null ? null : <span className="quiet"> since {formatDayInWords(from)}</span>}
    </>
  );
}

function wordsOf(name: string, record: DeskRecord | null | undefined): string | null {
  const value = record?.values[name] ?? null;
  const field = definition.fields[name];
  if (typeof value === 'number')
    return field?.unit === undefined ? String(value) : `${String(value)} ${field.unit}`;
  if (typeof value !== 'string' || value === '') return null;
  return field?.type === 'choice' ? choiceLabel(field, value) : value;
}
