import { Fragment } from 'react';
import type {
  PartnerPage,
  PartnerProgram,
  PartnerProgramLine,
} from '../../../../shared/domain/partner-page';
import { programModelSchema } from '../../../../shared/domain/vocabulary';
import { useScope } from '../../../app/scope';
import { ChangeWords, FigureWords, Why } from '../../../ui/figure';
import { formatAmount, formatCount } from '../../../ui/format';
import { Sparkline } from '../../../ui/sparkline';
import { numeric, TableHead } from '../../../ui/table-head';
import { modelName, networkName, ordersWord } from '../../../ui/words';
import { statusWords } from '../partner-words';

/** What each program had of this partner, one line per currency. Nothing is added over programs, models or currencies. */
export function ProgramNumbers({ page }: { readonly page: PartnerPage }) {
  const { period } = useScope();
  if (page.programs.length === 0) {
    return <p className="quiet">It has no account in any program yet, so there are no figures.</p>;
  }
  return (
    <>
      {programModelSchema.options.map((model) => {
        const programs = page.programs
          .filter((program) => program.model === model)
          .sort((one, other) => mainRevenue(other) - mainRevenue(one));
        if (programs.length === 0) return null;
        const orders = ordersWord(model);
        return (
          <div
            className="grid-scroll"
            key={model}
            tabIndex={0}
            role="region"
            aria-label={`${modelName(model)} programs`}
          >
            <table className="grid partner-numbers">
              <caption className="visually-hidden">
                {modelName(model)} programs in {period.label}, change against {period.previousLabel}
              </caption>
              <TableHead
                columns={[
                  `${modelName(model)} program`,
                  numeric('Revenue'),
                  numeric('Change'),
                  numeric(orders),
                  numeric(model === 'b2b' ? 'Rewards' : 'Commission'),
                  numeric('Clicks'),
                  '12 months',
                ]}
              />
              <tbody>
                {programs.map((program) => (
                  <Fragment key={`${program.source}${program.networkId}`}>
                    {program.lines.map((line, at) => (
                      <Line key={line.currency} program={program} line={line} isFirst={at === 0} />
                    ))}
                    {program.lines.length === 0 ? (
                      <Line program={program} line={null} isFirst />
                    ) : null}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
      <p className="quiet partner-basis">
        {period.label}, pending and approved, by transaction date; change against{' '}
        {period.previousLabel}.
      </p>
    </>
  );
}

function mainRevenue({ lines }: PartnerProgram): number {
  return Math.max(0, ...lines.map(({ revenue }) => revenue));
}

interface LineProps {
  readonly program: PartnerProgram;
  readonly line: PartnerProgramLine | null;
  readonly isFirst: boolean;
}

function Line({ program, line, isFirst }: LineProps) {
  const name = program.program;
  const account = `${networkName(program.network)} ${program.networkId}`;
  return (
    <tr>
      <th scope="row" title={`${program.client} · ${account}`}>
        {isFirst ? (
          <>
            {name}
            {program.status === 'joined' ? null : (
              <small className="quiet"> {statusWords(program.status).toLowerCase()}</small>
            )}
          </>
        ) : (
          <span className="visually-hidden">{name}, in a further currency</span>
        )}
      </th>
      {line === null ? (
        <td colSpan={6} className="quiet">
          Nothing sold yet
        </td>
      ) : (
        <Figures program={program} line={line} />
      )}
    </tr>
  );
}

function Figures({
  program,
  line,
}: {
  readonly program: PartnerProgram;
  readonly line: PartnerProgramLine;
}) {
  const { currency, revenue, previousRevenue, orders, commission, clicks, months } = line;
  const unread = !program.isWhole;
  return (
    <>
      <td className="number strong">
        <small className="quiet">{currency}</small>{' '}
        {formatAmount({ amountMinor: revenue, currency })}
        {unread ? (
          <>
            {' '}
            <Why words="partly" reason="Some days of this period have not been read yet." />
          </>
        ) : null}
      </td>
      <td className="number">
        <ChangeWords figure={changeOf(revenue, unread ? null : previousRevenue)} />
      </td>
      <td className="number">{formatCount(orders)}</td>
      <td className="number">{formatAmount({ amountMinor: commission, currency })}</td>
      <td className="number">
        <FigureWords
          figure={
            clicks === null
              ? { value: null, reason: 'The network does not say, or not for these days.' }
              : { value: clicks }
          }
          format={formatCount}
        />
      </td>
      <td className="partner-trend">
        <Sparkline
          values={months}
          label={`${program.program}: revenue of twelve months in ${currency}`}
        />
      </td>
    </>
  );
}

function changeOf(
  revenue: number,
  previous: number | null,
): { readonly value: number } | { readonly value: null; readonly reason: string } {
  if (previous === null) return { value: null, reason: 'Not every day has been read.' };
  if (previous === 0) return { value: null, reason: 'There was no revenue in the comparison.' };
  return { value: revenue / previous - 1 };
}
