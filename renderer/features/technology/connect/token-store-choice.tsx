import { Radio } from '@mantine/core';

/** What a person can choose on a computer without a key store. */
export type TokenStoreAnswer = 'file' | 'session';

interface TokenStoreChoiceProps {
  readonly value: TokenStoreAnswer | null;
  readonly error: string | null;
  readonly onChange: (value: TokenStoreAnswer) => void;
}

/** This computer offers no key store: says so plainly and asks where the token is to be kept. */
export function TokenStoreChoice({ value, error, onChange }: TokenStoreChoiceProps) {
  return (
    <fieldset className="form-part" data-lacking={error === null ? undefined : true}>
      <legend>Where the token is kept</legend>
      <Radio.Group
        label="This computer offers no key store (such as GNOME Keyring or KWallet)"
        value={value}
        error={error}
        onChange={onChange}
      >
        <div className="form-choices">
          <Radio
            value="file"
            label="In an encrypted file"
            description="Its key lies in a second file that only your user account can read. Whoever can read all your files can read the token; Quarterdeck shows a warning until this changes."
          />
          <Radio
            value="session"
            label="Only until Quarterdeck is closed"
            description="Nothing is written to disk. The token has to be entered again after each start."
          />
        </div>
      </Radio.Group>
    </fieldset>
  );
}
