import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ExploreFilter } from './settings';
import { dimensionLabels, nameInWords } from '../../../ui/metric-words';

interface FilterListProps {
  readonly filters: readonly ExploreFilter[];
  readonly onChange: (filters: ExploreFilter[]) => void;
}

/** What the table is narrowed to, in words that can be taken away one by one. */
export function FilterList({ filters, onChange }: FilterListProps) {
  if (filters.length === 0) return null;
  return (
    <div className="explore-filters">
      <ul aria-label="Filters">
        {filters.map((filter, at) => {
          const words = `${dimensionLabels[filter.dimension]} is ${nameInWords(filter.dimension, filter.label)}`;
          return (
            <li key={`${filter.dimension} ${String(at)}`}>
              <span>{words}</span>
              <ActionIcon
                variant="subtle"
                size={20}
                aria-label={`Remove: ${words}`}
                onClick={() => onChange(filters.filter((_, place) => place !== at))}
              >
                <IconX size={12} stroke={2} aria-hidden="true" />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {filters.length > 1 ? (
        <Button variant="subtle" size="xs" onClick={() => onChange([])}>
          Remove all
        </Button>
      ) : null}
    </div>
  );
}
