import type { ReactNode } from 'react';
import { hrefOf } from '../../../app/routes';
import { ChangeWords, FigureWords, Sign, Why } from '../../../ui/figure';
import { formatAmount, formatCount, unknownMark } from '../../../ui/format';
import { connectionInWords, networkName, ordersWord } from '../../../ui/words';
import type { PortfolioLine, ProgramFigures } from './figures';
import type { RankedProgram } from './order';
import { PaceWords } from './pace-words';

interface PortfolioTableProps {
  /** All of one model, in the order in which they need somebody. */
  readonly programs: readonly RankedProgram[];
  readonly model: string;
  readonly previousLabel: string;
  /** Goals are known; until then no pace is shown. */
  readonly isPaced: boolean;
  /** ms UTC; freshness is told against it. */
  readonly now: number;
}

/** The programs of one model, most urgent first, one line per currency; each says why it stands where it stands. */
export function PortfolioTable(props: PortfolioTableProps) {
  const { programs, model, previousLabel, isPaced, now } = props;
  const orders = ordersWord(model);
  return (
    <div className="grid-scroll whole-page">
      <table className="grid flat portfolio">
        <caption className="visually-hidden">
          Tracked and validated revenue, pace, {orders.toLowerCase()}, commission and clicks of
          every program
        </caption>
        <colgroup>
          <col className="column-program" />
          <col className="column-currency" />
          <col className="column-amount" />
          <col className="column-change" />
          <col className="column-amount" />
          <col className="column-pace" />
          <col className="column-count" />
          <col className="column-commission" />
          <col className="column-count" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              Program<small>client</small>
            </th>
            <th scope="col">
              <span className="visually-hidden">Currency</span>
            </th>
            <Heading label="Tracked" note="with pending" />
            <Heading label="Change" note={`vs ${previousLabel}`} />
            <Heading label="Validated" note="approved" />
            <Heading label="Pace" note="to goal" />
            <Heading label={orders} note="tracked" />
            <Heading label="Commission" note="tracked" />
            <Heading label="Clicks" note="program" />
            <th scope="col">Data</th>
          </tr>
        </thead>
        {programs.map((ranked) => (
          <tbody key={ranked.program.connection.id}>
            {ranked.program.lines.map((line, index) => (
              <tr key={line.currency ?? ''}>
                <ProgramName ranked={ranked} isFirst={index === 0} />
                <FigureCells
                  line={line}
                  pace={index === 0 && isPaced ? <PaceWords goal={ranked.goal} /> : null}
                />
                <td className="no-wrap">
                  {index === 0 ? <Freshness program={ranked.program} now={now} /> : null}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Heading({ label, note }: { readonly label: string; readonly note: string }) {
  return (
    <th scope="col" className="number">
      {label}
      <small>{note}</small>
    </th>
  );
}

interface ProgramNameProps {
  readonly ranked: RankedProgram;
  readonly isFirst: boolean;
}

function ProgramName({ ranked, isFirst }: ProgramNameProps) {
  const { program, client, standing } = ranked;
  const name = program.connection.program;
  if (!isFirst) {
    return (
      <th scope="row" className="name">
        <span className="visually-hidden">{name}, in a further currency</span>
      </th>
    );
  }
  return (
    <th scope="row" className="name" title={name}>
      <a className="strong" href={hrefOf({ area: 'program', id: program.connection.programId })}>
        {name}
      </a>
      <span className="sub">
        {client}
        {standing.reason === '' ? '' : ' · '}
        {standing.reason === '' ? null : <span className="bad">{standing.reason}</span>}
      </span>
    </th>
  );
}

interface FigureCellsProps {
  readonly line: PortfolioLine;
  readonly pace: ReactNode;
}

function FigureCells({ line, pace }: FigureCellsProps) {
  return (
    <>
      <td className="currency">
        {line.currency ?? <Why words={unknownMark} reason="No sale has told a currency yet." />}
      </td>
      <td className="number strong">
        <FigureWords figure={line.tracked} format={formatAmount} />
      </td>
      <td className="number">
        <ChangeWords figure={line.change} />
      </td>
      <td className="number">
        <FigureWords figure={line.validated} format={formatAmount} />
      </td>
      <td className="number">{pace}</td>
      <td className="number">
        <FigureWords figure={line.orders} format={formatCount} />
      </td>
      <td className="number">
        <FigureWords figure={line.commission} format={formatAmount} />
      </td>
      <td className="number">
        <FigureWords figure={line.clicks} format={formatCount} />
      </td>
    </>
  );
}

/** How fresh the program's figures are; the whole sentence, with the network, is on hover. */
function Freshness({ program, now }: { readonly program: ProgramFigures; readonly now: number }) {
  const { connection, gap } = program;
  const { words, short, tone } = connectionInWords(connection, now);
  const network = networkName(connection.network);
  const isSure = gap === null || tone !== 'good';
  return (
    <span title={`${network}: ${words}${gap === null ? '' : `; ${gap}`}`}>
      <Sign tone={isSure ? tone : 'caution'} words={isSure ? short : 'incomplete'} />
    </span>
  );
}
