import type { ReactNode } from 'react';
import { formatCount } from '../../../ui/format';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

/** A part of a record's page under its title. */
export function Section({ title, count, children }: SectionProps) {
  return (
    <section className="partner-section" aria-label={title}>
      <h2>
        {title}
        {count === undefined || count === 0 ? null : (
          <small className="quiet"> {formatCount(count)}</small>
        )}
      </h2>
      {children}
    </section>
  );
}
