import type { WeeklyNote } from '../../../../shared/documents/weekly-note/note';
import type { Mover } from '../../../../shared/documents/weekly-note/movers';
import type { Change } from '../../../../shared/documents/model';
import { numeric, TableHead } from '../../../ui/table-head';

/** The mail as its reader will see it. */
export function MailView({ note, to }: { readonly note: WeeklyNote; readonly to: string }) {
  const { labels } = note;
  return (
    <article className="note-mail" aria-label="Mail">
      <dl className="note-mail-head">
        <dt>To</dt>
        <dd>{to === '' ? 'nobody yet: the mail program will ask' : to}</dd>
        <dt>Subject</dt>
        <dd>{note.subject}</dd>
      </dl>
      {note.opening === '' ? null : <p className="note-opening">{note.opening}</p>}
      <h2>{note.verdict}</h2>
      <Figures note={note} />
      <Lines title={labels.pace} lines={note.pace.map(({ name, words }) => `${name}: ${words}`)} />
      <Movers title={labels.risers} movers={note.risers} />
      <Movers title={labels.fallers} movers={note.fallers} />
      <Lines title={labels.done} lines={note.done} />
      <Lines title={labels.needed} lines={note.needed} />
      {note.gaps === '' ? null : <p className="caution">{note.gaps}</p>}
      <p className="quiet note-source">{note.source}</p>
    </article>
  );
}

function Figures({ note }: { readonly note: WeeklyNote }) {
  const { labels } = note;
  if (note.rows.length === 0) return null;
  const parts = [...new Set(note.rows.map(({ part }) => part))];
  return (
    <div className="grid-scroll">
      <table className="grid flat note-figures">
        <caption className="visually-hidden">This week against last week and last year</caption>
        <TableHead
          columns={[
            labels.figure,
            numeric(labels.week),
            numeric(labels.before),
            numeric(labels.change),
            numeric(labels.lastYear),
            numeric(labels.change),
          ]}
        />
        {parts.map((part) => (
          <tbody key={part}>
            {part === '' ? null : (
              <tr className="note-part">
                <th scope="rowgroup" colSpan={6}>
                  {part}
                </th>
              </tr>
            )}
            {note.rows
              .filter((row) => row.part === part)
              .map((row) => (
                <tr key={row.label}>
                  <th scope="row">{row.label}</th>
                  <td className="number strong">{row.now}</td>
                  <td className="number">{row.before}</td>
                  <ChangeCell change={row.beforeChange} />
                  <td className="number">{row.lastYear}</td>
                  <ChangeCell change={row.lastYearChange} />
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ChangeCell({ change: { words, tone } }: { readonly change: Change }) {
  const name = tone === 'good' ? 'good' : tone === 'bad' ? 'bad' : tone === 'quiet' ? 'quiet' : '';
  return <td className={`number ${name}`}>{words}</td>;
}

function Movers({ title, movers }: { readonly title: string; readonly movers: readonly Mover[] }) {
  if (movers.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {movers.map(({ partner, currency, model, words, reason }) => (
          <li key={`${partner} ${currency} ${model}`}>
            <strong>{partner}</strong> {words}: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
