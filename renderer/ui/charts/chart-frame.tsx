import { useId, type ReactNode } from 'react';
import { unknownMark } from '../format';
import type { ChartProps } from './model';

interface ChartFrameProps extends ChartProps {
  readonly children: ReactNode;
}

/** A drawing with its sentence above, and the same figures as a table for who can't see it. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, note, categories, series, format, height, unfinished = 0, children } = props;
  const id = useId();
  const open = categories.length - unfinished;
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        {note === undefined ? null : <p className="quiet">{note}</p>}
      </figcaption>
      <div className="chart-drawing" style={{ height }} aria-hidden="true">
        {children}
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <td />
              {series.map(({ name }, index) => (
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, index) => (
              <tr key={index}>
                <th scope="row">
                  {category}
                  {index >= open ? ' (not over yet)' : ''}
                </th>
                {series.map(({ values }, place) => {
                  const value = values[index] ?? null;
                  return <td key={place}>{value === null ? unknownMark : format(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
