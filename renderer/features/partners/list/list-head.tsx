import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { memo } from 'react';
import {
  partnerLevelSchema,
  type Measure,
  type PartnerLevel,
} from '../../../../shared/domain/partner-list';
import { useScope } from '../../../app/scope';
import { formatCount, formatCounted } from '../../../ui/format';
import { modelName } from '../../../ui/words';
import { PartnerColumns, PartnerViews } from './list-menus';
import { changeSettings, type ListSettings } from './list-state';
import type { ListHead } from './use-partner-list';

const levels: readonly { readonly value: PartnerLevel; readonly label: string }[] = [
  { value: 'company', label: 'Companies' },
  { value: 'partner', label: 'Partners' },
  { value: 'account', label: 'Network accounts' },
];

/** What a line of each level is called: one, and several. */
export const nouns: Readonly<Record<PartnerLevel, readonly [string, string]>> = {
  company: ['company', 'companies'],
  partner: ['partner', 'partners'],
  account: ['network account', 'network accounts'],
};

interface HeadProps {
  readonly head: ListHead | null;
  readonly level: PartnerLevel;
  readonly columns: ListSettings['columns'];
  readonly onSave: () => void;
  readonly onAdd: () => void;
}

/** How many partners there are and pass, against which days, and what can be done with the list. */
export const PartnersHead = memo(({ head, level, columns, onSave, onAdd }: HeadProps) => {
  const { period } = useScope();
  const [one, many] = nouns[level];
  const isAll = head !== null && head.matched === head.total;
  return (
    <header className="page-head">
      <div>
        <h1>Partners</h1>
        <p className="quiet" aria-live="polite">
          {head === null
            ? 'Reading…'
            : isAll
              ? formatCounted(head.total, one, many)
              : `${formatCount(head.matched)} of ${formatCounted(head.total, one, many)}`}
          {` · ${period.label} against ${period.previousLabel}`}
        </p>
      </div>
      <HeadActions columns={columns} onSave={onSave} onAdd={onAdd} />
    </header>
  );
});

const HeadActions = memo(
  ({ columns, onSave, onAdd }: Pick<HeadProps, 'columns' | 'onSave' | 'onAdd'>) => (
    <div className="page-actions">
      <PartnerColumns columns={columns} />
      <PartnerViews />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileSpreadsheet size={14} stroke={1.6} aria-hidden="true" />}
        onClick={onSave}
      >
        Save as CSV
      </Button>
      <Button size="xs" onClick={onAdd}>
        Add partner
      </Button>
    </div>
  ),
);

/** The level of who sends customers. */
export const LevelChoice = memo(({ level }: { readonly level: PartnerLevel }) => (
  <SegmentedControl<PartnerLevel>
    aria-label="Level"
    size="xs"
    data={[...levels]}
    value={level}
    onChange={(value) => changeSettings({ level: partnerLevelSchema.parse(value) })}
  />
));

interface MeasureChoiceProps {
  readonly measures: readonly Measure[];
  readonly measure: Measure;
}

/** Figures are of one model in one currency: nothing adds two of either. */
export const MeasureChoice = memo(({ measures, measure }: MeasureChoiceProps) => {
  const word = ({ model, currency }: Measure): string => `${modelName(model)} · ${currency}`;
  return (
    <Select
      aria-label="Figures of"
      title="Figures are of one model in one currency; two are never added."
      size="xs"
      w={132}
      allowDeselect={false}
      data={measures.map(word)}
      value={word(measure)}
      onChange={(value) => {
        const chosen = measures.find((each) => word(each) === value);
        if (chosen !== undefined) changeSettings({ measure: chosen });
      }}
    />
  );
});
