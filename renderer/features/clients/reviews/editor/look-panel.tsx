import { Button, ColorInput, FileButton, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Logo } from '../../../../../shared/documents/model';
import {
  leastContrast,
  leastMarkContrast,
  readableColor,
} from '../../../../../shared/documents/review/theme';
import type { DeskRecord, FieldValue } from '../../../../../shared/ipc/desk-records';
import { documentLanguages } from '../../../../../shared/documents/review/words/locales';
import { clientLogoSchema } from '../../../../../shared/documents/logo';
import { useDesk } from '../../../../app/desk';
import { notifyUndo } from '../../../../app/undo';
import { showFailure } from '../../../../ui/notify';
import { useTypedText } from '../../typed-text';
import { lastChange } from '../../typed-value';
import { wordsOf } from '../review-rows';
import { readLogo } from './read-logo';

const languageNames: Readonly<Record<(typeof documentLanguages)[number], string>> = {
  'en-US': 'English (US)',
  'en-GB': 'English (UK)',
  de: 'German',
  fr: 'French',
};
const languages = documentLanguages.map((value) => ({ value, label: languageNames[value] }));

interface LookPanelProps {
  readonly client: DeskRecord;
  readonly onChanged: () => void;
}

/** How this client's documents look: logo, colors with what they are worth on white, footer, language. */
export function LookPanel({ client, onChanged }: LookPanelProps) {
  const { data } = useDesk();
  const set = async (field: string, value: FieldValue, words: string): Promise<void> => {
    try {
      const { entry } = await data.call('records.write', {
        origin: 'person',
        reason: words,
        changes: [{ op: 'set', kind: 'client', id: client.id, values: { [field]: value } }],
      });
      onChanged();
      notifyUndo(words, entry);
    } catch (thrown) {
      showFailure(thrown);
    }
  };
  const stored = wordsOf(client, 'documentFooter');
  const footer = useTypedText(stored, client.updatedAt, async (next) => {
    const { records } = await data.call('records.write', {
      origin: 'person',
      reason: 'Footer of documents',
      batch: `document-footer ${client.id}`,
      changes: [
        {
          op: 'set',
          kind: 'client',
          id: client.id,
          values: { documentFooter: next.trim() === '' ? null : next },
        },
      ],
    });
    onChanged();
    return lastChange(records);
  });
  const accent = wordsOf(client, 'accent');
  const second = wordsOf(client, 'secondColor');
  return (
    <div className="look">
      <p className="quiet">For every document of this client.</p>
      <LogoField
        logo={clientLogoSchema.safeParse(client.values['logo']).data ?? null}
        onChange={(logo) =>
          void set('logo', logo && fieldOf(logo), logo ? 'Logo changed' : 'Logo removed')
        }
      />
      <ColorField
        label="Color"
        value={accent}
        onChange={(color) => void set('accent', color, 'Color changed')}
      />
      {accent === '' ? null : <ContrastVerdict color={accent} />}
      <ColorField
        label="Second color"
        value={second}
        onChange={(color) => void set('secondColor', color, 'Second color changed')}
      />
      {second === '' ? null : <ContrastVerdict color={second} isOnlyMarks />}
      <TextInput
        label="Footer"
        description="Instead of client, kind of document and period"
        maxLength={300}
        value={footer.words}
        onChange={({ currentTarget }) => footer.type(currentTarget.value)}
      />
      <Select
        label="Language"
        description="Words, numbers and dates; your own texts stay as they are"
        data={languages}
        value={wordsOf(client, 'documentLanguage') || 'en-US'}
        allowDeselect={false}
        onChange={(language) => void set('documentLanguage', language, 'Language changed')}
      />
    </div>
  );
}

function fieldOf({ type, base64, width, height, raster }: Logo): FieldValue {
  return { type, base64, width, height, ...(raster === undefined ? {} : { raster }) };
}

interface ContrastVerdictProps {
  readonly color: string;
  /** It is used for bars and marks, never for text. */
  readonly isOnlyMarks?: boolean;
}

/** Can the color be read as text, or seen as a mark, on white, and what is printed where it can't? */
function ContrastVerdict({ color, isOnlyMarks = false }: ContrastVerdictProps) {
  const { contrast, used, adjusted } = readableColor(
    color,
    isOnlyMarks ? leastMarkContrast : leastContrast,
  );
  const ratio = `${contrast.toFixed(1)} : 1 on white`;
  const [good, bad] = isOnlyMarks
    ? ['clear enough for bars and marks', 'too pale for bars and marks']
    : ['readable', 'too pale to be read as text'];
  return (
    <p className={adjusted ? 'caution' : 'quiet'} role="status">
      {adjusted ? `${ratio}: ${bad}, so ${used} is printed.` : `${ratio}: ${good}.`}
    </p>
  );
}

interface ColorFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (color: string | null) => void;
}

/** Stored when the person has settled on a color, not on the way there. */
function ColorField({ label, value, onChange }: ColorFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const settle = (color: string): void => {
    setDraft(null);
    if (color === value) return;
    if (color === '') onChange(null);
    else if (/^#[0-9A-Fa-f]{6}$/.test(color)) onChange(color.toUpperCase());
  };
  return (
    <ColorInput
      label={label}
      placeholder="#0B5A72"
      format="hex"
      withEyeDropper={false}
      popoverProps={{ withinPortal: false }}
      value={draft ?? value}
      onChange={setDraft}
      onChangeEnd={settle}
      onBlur={({ currentTarget }) => settle(currentTarget.value)}
    />
  );
}

interface LogoFieldProps {
  readonly logo: Omit<Logo, 'raster'> | null;
  readonly onChange: (logo: Logo | null) => void;
}

function LogoField({ logo, onChange }: LogoFieldProps) {
  const [problem, setProblem] = useState('');
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const read = await readLogo(file);
    setProblem('problem' in read ? read.problem : '');
    if ('logo' in read) onChange(read.logo);
  };
  return (
    <div className="look-logo">
      <span className="form-label">Logo</span>
      {logo === null ? null : (
        <img
          alt="The client’s logo"
          src={`data:${logo.type};base64,${logo.base64}`}
          className="look-logo-picture"
        />
      )}
      <div className="slot-actions">
        <FileButton
          accept="image/png,image/jpeg,image/svg+xml"
          onChange={(file) => void take(file)}
        >
          {(props) => (
            <Button {...props} variant="default" size="xs">
              {logo === null ? 'Choose a picture…' : 'Change…'}
            </Button>
          )}
        </FileButton>
        {logo === null ? null : (
          <Button variant="default" size="xs" onClick={() => onChange(null)}>
            Remove
          </Button>
        )}
      </div>
      {problem === '' ? (
        <p className="quiet">PNG, JPEG or SVG, at most 200 kB</p>
      ) : (
        <p className="bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
