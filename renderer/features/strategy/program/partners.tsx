import type { ProgramPage, ProgramPart } from '../../../../shared/domain/program-page';
import { hrefOf } from '../../../app/routes';
import { BarChart } from '../../../ui/charts';
import { ChangeWords } from '../../../ui/figure';
import { formatAmount, formatCount, formatPercent, unknownMark } from '../../../ui/format';
import { nameInWords, shortWords, valueWords } from '../../../ui/metric-words';
import { numeric, TableHead } from '../../../ui/table-head';
import { ordersWord } from '../../../ui/words';
import { addressOf, firstSettings } from '../../performance';

interface Labels {
  readonly label: string;
  readonly previousLabel: string;
}

interface PartProps {
  readonly page: ProgramPage;
  readonly labels: Labels;
}

const mostTypes = 6;

/** Which types of partners bring the revenue. */
export function PartnerTypes({ page, labels }: PartProps) {
  const { types, currency } = page;
  if (types.length === 0) {
    return (
      <section className="panel" aria-label="Partner mix">
        <h2>No revenue by partner type</h2>
        <p className="quiet">Nothing was sold in these days, or it has not been read.</p>
      </section>
    );
  }
  const shown = types.slice(0, types.length === mostTypes + 1 ? mostTypes + 1 : mostTypes);
  const rest = types.slice(shown.length);
  const line = (pick: (part: ProgramPart) => number | null): (number | null)[] => [
    ...shown.map(pick),
    ...(rest.length === 0 ? [] : [sum(rest.map(pick))]),
  ];
  const words = valueWords('revenue', currency);
  return (
    <section className="panel" aria-label="Partner mix">
      <BarChart
        title={mixTitle(page)}
        note={`Revenue tracked by partner type, ${currency ?? ''}; grey is ${labels.previousLabel}`}
        height={24 + line(() => 0).length * 34}
        categories={[
          ...shown.map(({ type }) => nameInWords('partnerType', type)),
          ...(rest.length === 0 ? [] : ['Other']),
        ]}
        series={[
          { name: labels.label, role: 'current', values: line(({ value }) => value) },
          {
            name: labels.previousLabel,
            role: 'previous',
            values: line(({ previous }) => previous),
          },
        ]}
        format={(value) => `${currency ?? ''} ${words(value)}`.trim()}
        formatShort={shortWords('revenue', currency)}
      />
    </section>
  );
}

function mixTitle({ types }: ProgramPage): string {
  const total = sum(types.map(({ value }) => value));
  const [first] = types;
  if (total === null || total <= 0 || first?.value === null || first === undefined) {
    return 'Revenue by partner type';
  }
  return `${nameInWords('partnerType', first.type)} partners bring ${formatPercent(first.value / total, 0)} of revenue`;
}

/** The largest partners with their change. */
export function TopPartners({ page, labels, program }: PartProps & { readonly program: string }) {
  const { partners, partnerCount, currency, model } = page;
  return (
    <section className="panel" aria-label="Top partners">
      <h2>{topTitle(page)}</h2>
      <p className="quiet">
        Revenue tracked{currency === null ? '' : `, ${currency}`}; change against{' '}
        {labels.previousLabel}
      </p>
      {partners.length === 0 ? (
        <p>No partner sold anything in these days.</p>
      ) : (
        <table className="grid flat top-partners">
          <TableHead
            columns={['Partner', numeric('Revenue'), numeric('Change'), numeric(ordersWord(model))]}
          />
          <tbody>
            {partners.map((partner) => (
              <tr key={partner.id}>
                <th scope="row" className="name">
                  {partner.id === '' || partner.id.includes('|') ? (
                    nameInWords('partner', partner.name)
                  ) : (
                    <a href={hrefOf({ area: 'partner', id: partner.id })}>
                      {nameInWords('partner', partner.name)}
                    </a>
                  )}
                </th>
                <td className="number strong">
                  {partner.value === null || currency === null
                    ? unknownMark
                    : formatAmount({ amountMinor: partner.value, currency })}
                </td>
                <td className="number">
                  <ChangeWords figure={changeOf(partner)} />
                </td>
                <td className="number">
                  {partner.orders === null ? unknownMark : formatCount(partner.orders)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {partnerCount > partners.length ? (
        <p>
          <a
            href={addressOf({
              ...firstSettings,
              by: ['partner'],
              filters: [{ dimension: 'program', value: program, label: page.name }],
            })}
          >
            All {formatCount(partnerCount)} partners with revenue
          </a>
        </p>
      ) : null}
    </section>
  );
}

function topTitle({ partners, figures }: ProgramPage): string {
  const revenue = figures.find(({ metric, basis }) => metric === 'revenue' && basis === 'tracked');
  const top = sum(partners.slice(0, 5).map(({ value }) => value));
  const total = revenue?.value ?? null;
  if (total === null || top === null || total <= 0 || partners.length < 5) return 'Top partners';
  return `The five largest partners bring ${formatPercent(top / total, 0)} of revenue`;
}

type Change = { readonly value: number } | { readonly value: null; readonly reason: string };

function changeOf({ value, previous }: ProgramPart): Change {
  if (value === null || previous === null) {
    return { value: null, reason: 'One of the two periods is not known.' };
  }
  if (previous === 0) return { value: null, reason: 'There was nothing in the period before.' };
  return { value: value / previous - 1 };
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (all, value) => (all === null || value === null ? null : all + value),
    0,
  );
}
