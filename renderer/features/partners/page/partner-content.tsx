import { Button } from '@mantine/core';
import { memo, type ComponentType, type ReactNode } from 'react';
import { useDesk } from '../../../app/desk';
import { restoreRecords } from '../../../app/records/restore-record';
import { AttachmentsSection } from '../../../app/attachments';
import { formatCount } from '../../../ui/format';
import { RecordHistory } from '../../records';
import { CommitmentsSection } from './commitments-section';
import { ContactsSection } from './contacts-section';
import { DetailsSection } from './details-section';
import { FilesSection } from './files-section';
import { NotesSection } from './notes-section';
import { AdoptPublisher, PartnerFacts } from './partner-head';
import { ProgramNumbers } from './program-numbers';
import { Suggestions } from './same-partner';
import { TimelineSection } from './timeline-section';
import { textOf, type PartnerView } from './use-partner';

/** A section is drawn anew when one of these parts of the view changes: not with every word of a note. */
function sectionOf(
  Drawn: ComponentType<{ readonly view: PartnerView }>,
  ...parts: readonly (keyof PartnerView)[]
) {
  return memo(Drawn, (before, now) => parts.every((part) => before.view[part] === now.view[part]));
}

const Facts = memo(PartnerFacts);
const Numbers = memo(ProgramNumbers);
const Suggested = memo(Suggestions);
const Details = memo(DetailsSection);
const Contacts = sectionOf(ContactsSection, 'page', 'contacts');
const Commitments = sectionOf(CommitmentsSection, 'page', 'commitments');
const Attachments = memo(AttachmentsSection);
const Files = sectionOf(FilesSection, 'page');

interface PartnerContentProps {
  readonly view: PartnerView;
  /** `page`: figures beside what is written; `panel`: everything in one column. */
  readonly layout: 'page' | 'panel';
}

/** All that is known of a partner; the same in the side panel and on its page. */
export function PartnerContent({ view, layout }: PartnerContentProps) {
  const { page } = view;
  const isDeleted = page.record?.deleted === true;
  const record = isDeleted ? null : page.record;
  const figures = (
    <>
      <Section title="By program">
        <Numbers page={page} />
      </Section>
      {isSubNetwork(view) ? <Sources view={view} /> : null}
    </>
  );
  const written =
    page.record !== null && isDeleted ? (
      <DeletedPartner id={page.record.id} />
    ) : record === null ? (
      <AdoptPublisher page={page} />
    ) : (
      <>
        <Section title="Notes">
          <NotesSection view={view} />
        </Section>
        <Section title="Commitments">
          <Commitments view={view} />
        </Section>
        <Section title="Contacts">
          <Contacts view={view} />
        </Section>
        <Attachments record={record.id} />
      </>
    );
  const files =
    page.programs.length === 0 || record === null ? null : (
      <Section title="Files by program">
        <Files view={view} />
      </Section>
    );
  const timeline = (
    <Section title="Timeline">
      <TimelineSection view={view} />
    </Section>
  );
  const details =
    record === null ? null : (
      <Section title="Details">
        <Details record={record} />
        <RecordHistory kind="partner" id={record.id} title="History of the partner" />
      </Section>
    );
  return (
    <div className={`partner-content as-${layout}`}>
      <Facts page={page} />
      <Suggested page={page} />
      {layout === 'page' ? (
        <div className="partner-columns">
          <div>
            {figures}
            {files}
            {timeline}
          </div>
          <div>
            {written}
            {details}
          </div>
        </div>
      ) : (
        <>
          {figures}
          {written}
          {files}
          {details}
          {timeline}
        </>
      )}
    </div>
  );
}

/** A network still knows whom somebody deleted here: its figures stay, what was written is in the trash. */
function DeletedPartner({ id }: { readonly id: string }) {
  const { data } = useDesk();
  return (
    <Section title="Deleted">
      <p>This partner was deleted on this desk. What was written about it is in the trash.</p>
      <Button size="xs" onClick={() => void restoreRecords(data, [id])}>
        Restore it
      </Button>
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="partner-section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function isSubNetwork({ page: { record, programs } }: PartnerView): boolean {
  const isOne = record !== null && textOf(record, 'type') === 'sub-network';
  return (
    isOne || programs.some(({ file }) => file !== null && textOf(file, 'type') === 'sub-network')
  );
}

/** Behind a sub-network stand publishers of its own, whom no network names. */
function Sources({ view }: { readonly view: PartnerView }) {
  const orders = view.page.programs
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + line.orders, 0);
  return (
    <Section title="Sources">
      <p>
        Share unknown: <strong>100 %</strong> of {formatCount(orders)} orders and payments. The
        networks report this account as one; which of its own publishers sent them is not in the
        data.
      </p>
    </Section>
  );
}
