import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { PersonQuestion } from '../../../../shared/ipc/privacy';
import { keyOf } from '../../../../shared/privacy/mentions';
import { useDeskQuery } from '../../../app/desk';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { PersonFound } from './person-found';

const asked = [
  { name: 'name', label: 'Name', placeholder: 'Jane Roe' },
  { name: 'email', label: 'E-mail', placeholder: 'jane@roe.example' },
  { name: 'handle', label: 'Handle or address on the web', placeholder: '@janeroe' },
  { name: 'phone', label: 'Telephone', placeholder: '+49 170 1234567' },
] as const;
type Asked = (typeof asked)[number]['name'];

const nobody: Readonly<Record<Asked, string>> = { name: '', email: '', handle: '', phone: '' };

/** Everything that this desk holds of one person: found, given out as a file, erased for good. */
export function PersonalDataScreen() {
  const [texts, setTexts] = useState(nobody);
  const [question, setQuestion] = useState<PersonQuestion | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { value, failure, retry } = useDeskQuery('privacy.find', question);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const terms = Object.values(texts)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const short = terms.find((term) => keyOf(term) === null);
    if (terms.length === 0) setError('Enter at least one of these.');
    else if (short !== undefined) {
      setError(`‘${short}’ is too short to tell anybody by, or longer than five words.`);
    } else {
      setError(null);
      setQuestion({ terms, records: [] });
    }
  };
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Personal data</h1>
          <p className="quiet">
            Finds a person in all records, notes, the journal, what waits to be sent and the rows of
            networks and files.
          </p>
        </div>
      </header>
      <form className="person-form" onSubmit={submit}>
        {asked.map(({ name, label, placeholder }) => (
          <TextInput
            key={name}
            size="xs"
            label={label}
            placeholder={placeholder}
            maxLength={300}
            value={texts[name]}
            onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
          />
        ))}
        <Button type="submit" size="xs">
          Find
        </Button>
      </form>
      {error === null ? null : (
        <p className="bad" role="alert">
          {error}
        </p>
      )}
      {failure ? (
        <FailureState
          title="The person could not be looked for"
          failure={failure}
          onRetry={retry}
        />
      ) : question === null ? (
        <EmptyState title="Whose data?">
          Enter what the person is known by. Nothing is changed until you say so.
        </EmptyState>
      ) : value === undefined ? (
        <TableSkeleton rows={6} />
      ) : (
        <PersonFound
          key={question.terms.join()}
          question={question}
          report={value}
          onAsk={setQuestion}
        />
      )}
    </div>
  );
}
