import { MultiSelect, Select } from '@mantine/core';
import { dimensionSchema, metricSchema, type Dimension } from '../../../../shared/domain/query';
import type { Status } from '../../../../shared/domain/vocabulary';
import type { ExploreSettings } from './settings';
import { dimensionLabels, metricLabel, statusLabels } from '../../../ui/metric-words';

interface ControlsProps {
  readonly settings: ExploreSettings;
  /** The models of the programs that are asked about. */
  readonly models: readonly string[];
  readonly onChange: (change: Partial<ExploreSettings>) => void;
}

const dimensionChoices = dimensionSchema.options.map((value) => ({
  value,
  label: dimensionLabels[value],
}));
const usual: readonly Status[] = ['pending', 'approved'];
const statusChoices = (['pending', 'approved', 'declined', 'unknown'] as const).map((value) => ({
  value,
  label: statusLabels[value],
}));

/** What is asked: metrics, by one or two dimensions, of which statuses. */
export function Controls({ settings, models, onChange }: ControlsProps) {
  const { metrics, by, statuses } = settings;
  const [first, second] = by;
  return (
    <div className="explore-controls" role="group" aria-label="Question">
      <MultiSelect
        label="Metrics"
        size="xs"
        className="explore-metrics"
        data={metricSchema.options.map((value) => ({ value, label: metricLabel(value, models) }))}
        value={[...metrics]}
        maxValues={8}
        hidePickedOptions
        comboboxProps={{ withinPortal: false }}
        onChange={(values) => {
          const chosen = metricSchema.array().min(1).safeParse(values);
          if (chosen.success) onChange({ metrics: chosen.data });
        }}
      />
      <DimensionChoice
        label="By"
        value={first ?? null}
        other={second ?? null}
        onChange={(dimension) => {
          if (dimension !== null) onChange({ by: second ? [dimension, second] : [dimension] });
        }}
      />
      <DimensionChoice
        label="and by"
        value={second ?? null}
        other={first ?? null}
        isOptional
        onChange={(dimension) => {
          const base = first ?? 'program';
          onChange({ by: dimension === null ? [base] : [base, dimension] });
        }}
      />
      <MultiSelect
        label="Statuses"
        size="xs"
        className="explore-statuses"
        data={statusChoices}
        value={[...(statuses ?? usual)]}
        hidePickedOptions
        comboboxProps={{ withinPortal: false }}
        onChange={(values) => {
          const chosen = statusChoices.flatMap(({ value }) =>
            values.includes(value) ? [value] : [],
          );
          if (chosen.length > 0) onChange({ statuses: chosen });
        }}
      />
    </div>
  );
}

interface DimensionChoiceProps {
  readonly label: string;
  readonly value: Dimension | null;
  readonly other: Dimension | null;
  readonly isOptional?: boolean;
  readonly onChange: (dimension: Dimension | null) => void;
}

function DimensionChoice(props: DimensionChoiceProps) {
  const { label, value, other, isOptional = false, onChange } = props;
  return (
    <Select
      label={label}
      size="xs"
      className="explore-dimension"
      placeholder="nothing else"
      data={dimensionChoices.filter((choice) => choice.value !== other)}
      value={value}
      clearable={isOptional}
      allowDeselect={isOptional}
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      onChange={(chosen) => onChange(dimensionSchema.safeParse(chosen).data ?? null)}
    />
  );
}
