import { SegmentedControl, Select, useMantineColorScheme } from '@mantine/core';
import { useStore } from 'zustand';
import { utcDay } from '../../../../shared/kernel/days';
import { formatState } from '../../../app/format-state';
import { formatMoney } from '../../../ui/format';
import { displayLocales, type DisplayLocale } from '../../../ui/locale';
import { formatInstant, formatDayInWords } from '../../../ui/times';
import { useNow } from '../../../ui/use-now';

const localeNames: Readonly<Record<DisplayLocale, string>> = {
  'en-GB': 'British: 1,234.50 · 22 Nov 2026',
  'en-US': 'American: 1,234.50 · Nov 22, 2026',
  de: 'German: 1.234,50 · 22.11.2026',
  fr: 'French: 1 234,50 · 22/11/2026',
};

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
] as const;

/** Theme, and how numbers, dates and amounts are written. */
export function AppearancePart() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { locale } = useStore(formatState);
  const now = useNow();
  const example = formatMoney({ amountMinor: -1_234_567, currency: 'EUR' });
  return (
    <>
      <div className="settings-field">
        <span className="settings-label" id="theme-label">
          Theme
        </span>
        <SegmentedControl
          aria-labelledby="theme-label"
          data={[...themes]}
          value={colorScheme}
          onChange={setColorScheme}
        />
      </div>
      <Select
        label="Numbers, dates and amounts"
        description={`Such as ${example} on ${formatDayInWords(utcDay(now))}; it is ${formatInstant(now)}.`}
        data={displayLocales.map((value) => ({ value, label: localeNames[value] }))}
        value={locale}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = displayLocales.find((each) => each === value);
          if (chosen !== undefined) formatState.setState({ locale: chosen });
        }}
      />
    </>
  );
}
