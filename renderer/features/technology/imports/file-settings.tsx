import { NumberInput, Select, TextInput } from '@mantine/core';
import type { FileShape, SaidSettings } from '../../../../shared/ipc/imports';

interface FileSettingsProps {
  readonly shape: FileShape;
  readonly disabled: boolean;
  readonly onSay: (said: SaidSettings) => void;
}

const delimiters = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Vertical bar' },
];
const encodings = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Western (Windows-1252)' },
  { value: 'utf-16le', label: 'UTF-16' },
  { value: 'utf-16be', label: 'UTF-16, big endian' },
];
const decimals = [
  { value: 'point', label: '1,234.50' },
  { value: 'comma', label: '1.234,50' },
];
const orders = [
  { value: 'dmy', label: 'Day first' },
  { value: 'mdy', label: 'Month first' },
];

/** What was detected of a file; everything can be said otherwise. */
export function FileSettings({ shape, disabled, onSay }: FileSettingsProps) {
  const { settings, sheets } = shape;
  const common = { size: 'xs', disabled, allowDeselect: false } as const;
  return (
    <div className="file-settings">
      {sheets.length > 1 ? (
        <Select
          {...common}
          label="Sheet"
          data={[...sheets]}
          value={settings.sheet}
          onChange={(sheet) => onSay({ sheet })}
        />
      ) : null}
      {settings.delimiter === null ? null : (
        <Select
          {...common}
          label="Between cells"
          data={delimiters}
          value={settings.delimiter}
          onChange={(value) => onSay({ delimiter: wordOf(delimiterWords, value) })}
        />
      )}
      {settings.encoding === null ? null : (
        <Select
          {...common}
          label="Characters"
          data={encodings}
          value={settings.encoding}
          onChange={(value) => onSay({ encoding: wordOf(encodingWords, value) })}
        />
      )}
      <NumberInput
        key={settings.headerRow}
        size="xs"
        disabled={disabled}
        label="Headers in row"
        min={1}
        max={1_000}
        allowDecimal={false}
        defaultValue={settings.headerRow}
        onBlur={(event) => {
          const headerRow = Number(event.currentTarget.value);
          if (Number.isInteger(headerRow) && headerRow >= 1 && headerRow !== settings.headerRow) {
            onSay({ headerRow });
          }
        }}
      />
      <Select
        {...common}
        label="Numbers"
        placeholder="Please say"
        data={decimals}
        value={settings.decimal}
        onChange={(value) => onSay({ decimal: value === 'comma' ? 'comma' : 'point' })}
      />
      <Select
        {...common}
        label="Dates"
        placeholder={
          shape.columns.some(({ dates }) => dates === 'unclear') ? 'Please say' : 'Clear'
        }
        data={orders}
        value={settings.dates}
        onChange={(value) => onSay({ dates: value === 'mdy' ? 'mdy' : 'dmy' })}
      />
      <TextInput
        key={settings.currency}
        size="xs"
        disabled={disabled}
        label="Currency"
        placeholder="As in the cells"
        maxLength={3}
        defaultValue={settings.currency ?? ''}
        onBlur={(event) => {
          const currency = event.currentTarget.value.trim().toUpperCase();
          if (/^[A-Z]{3}$/.test(currency) && currency !== settings.currency) onSay({ currency });
        }}
      />
    </div>
  );
}

const delimiterWords = [',', ';', '\t', '|'] as const;
const encodingWords = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

function wordOf<Word extends string>(words: readonly Word[], value: string | null): Word | null {
  return words.find((word) => word === value) ?? null;
}
