import { Button } from '@mantine/core';
import { parseDay } from '../../../shared/kernel/days';
import type { SearchGroup, SearchHit } from '../../../shared/ipc/search';
import { kindOf } from '../../../shared/records/index';
import { formatCount } from '../../ui/format';
import { formatDayInWords, formatIfDay } from '../../ui/times';
import { destinationOf, pageOfHit } from '../palette/destinations';
import { hrefOf } from '../routes';
import { useScopeActions } from '../scope';

interface FoundGroupProps {
  readonly group: SearchGroup;
  /** How many lines of it stand here. */
  readonly shown: number;
  /** Shows nothing but this kind. */
  readonly onAll: () => void;
}

/** What was found of one kind. */
export function FoundGroup({ group, shown, onAll }: FoundGroupProps) {
  const { plural } = kindOf(group.kind);
  const hits = group.hits.slice(0, shown);
  return (
    <section className="partner-section" aria-label={plural}>
      <h2>
        {plural} <small className="quiet">{formatCount(group.total)}</small>
      </h2>
      <ul className="entries" aria-label={plural}>
        {hits.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ul>
      {group.total > hits.length && hits.length < group.hits.length ? (
        <Button variant="subtle" size="xs" onClick={onAll}>
          {`All ${formatCount(group.total)} ${plural.toLowerCase()}`}
        </Button>
      ) : group.total > hits.length ? (
        <p className="quiet">
          {`The best ${formatCount(hits.length)} of ${formatCount(group.total)} are shown. One more word finds fewer.`}
        </p>
      ) : null}
    </section>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const scope = useScopeActions();
  const run = destinationOf(hit, scope);
  const page = pageOfHit(hit);
  const day = hit.day === null ? null : parseDay(hit.day);
  const facts = [
    ...(hit.isSimilar ? ['similar'] : []),
    ...(hit.state === null ? [] : [hit.state]),
    ...(day === null ? [] : [formatDayInWords(day)]),
    ...hit.about.filter((each) => each !== hit.day).map(formatIfDay),
  ];
  const name = hit.name === '' ? kindOf(hit.kind).label : hit.name;
  return (
    <li className="related found-line">
      {run === null ? (
        <span>{name}</span>
      ) : (
        <a
          data-row
          href={page === null ? hrefOf({ area: 'portfolio' }) : hrefOf(page)}
          onClick={(event) => {
            // A client narrows the whole desk besides.
            event.preventDefault();
            run();
          }}
        >
          {name}
        </a>
      )}
      <span className="quiet entry-facts">{facts.join(' · ')}</span>
      {hit.excerpt === null ? null : <span className="found-excerpt quiet">{hit.excerpt}</span>}
    </li>
  );
}
