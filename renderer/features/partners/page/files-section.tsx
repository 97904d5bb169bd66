import { Accordion } from '@mantine/core';
import { useState } from 'react';
import type { PartnerProgram } from '../../../../shared/domain/partner-page';
import { partnerTypeName } from '../../../../shared/domain/partner-type-names';
import { useDeskQuery } from '../../../app/desk';
import { useRecordEditor } from '../../../app/records/record-editor';
import { RecordForm } from '../../../app/records/record-form';
import { RecordHistory } from '../../records';
import { networkName } from '../../../ui/words';
import { tierName } from '../partner-words';
import { textOf, type PartnerView } from './use-partner';

/** What was agreed in each program: who looks after it, on what terms. */
export function FilesSection({ view }: { readonly view: PartnerView }) {
  const { programs } = view.page;
  const [open, setOpen] = useState<string | null>(null);
  if (programs.length === 0) {
    return <p className="quiet">There is a file for each program once the partner is in one.</p>;
  }
  return (
    <Accordion
      variant="default"
      chevronPosition="left"
      className="files"
      value={open}
      onChange={setOpen}
    >
      {programs.map((program) => (
        <Accordion.Item key={program.fileId} value={program.fileId}>
          <Accordion.Control>
            <span className="file-name">{program.program}</span>
            <FileSummary program={program} />
          </Accordion.Control>
          <Accordion.Panel>
            {open === program.fileId ? <FileForm program={program} /> : null}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function FileSummary({
  program: { file, network, networkId },
}: {
  readonly program: PartnerProgram;
}) {
  const team = useDeskQuery('records.list', file === null ? null : { kind: 'team-member' });
  if (file === null) {
    return (
      <span className="quiet">
        {networkName(network)} {networkId}
      </span>
    );
  }
  const owner = team.value?.find(({ id }) => id === textOf(file, 'owner'));
  const tier = textOf(file, 'tier');
  const words = [
    owner === undefined ? '' : textOf(owner, 'name'),
    tier === '' ? '' : tierName(tier),
    textOf(file, 'agreedRate'),
  ].filter(Boolean);
  return <span className="quiet">{words.join(' · ')}</span>;
}

function FileForm({ program }: { readonly program: PartnerProgram }) {
  const editor = useRecordEditor({
    kind: 'partnership-file',
    record: program.file,
    place: program.fileId,
    newId: program.fileId,
    defaults: { partnership: program.fileId },
  });
  return (
    <>
      <RecordForm
        editor={editor}
        label={`File of ${program.program}`}
        fields={[
          { field: 'agreedRate', placeholder: 'Such as 8 % of sale, net of VAT' },
          { field: 'owner' },
          { field: 'tier', choiceLabel: tierName },
          { field: 'type', choiceLabel: partnerTypeName },
          { field: 'tags' },
          { field: 'note' },
        ]}
      />
      {program.file === null ? null : (
        <RecordHistory
          kind="partnership-file"
          id={program.fileId}
          title={`History of the file of ${program.program}`}
        />
      )}
    </>
  );
}
