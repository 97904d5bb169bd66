import { Accordion } from '@mantine/core';
import { useState } from 'react';
import { useKind } from '../kind';
import { HistorySection } from './history-section';

interface RecordHistoryProps {
  readonly kind: string;
  readonly id: string;
  /** Of the part of the page, such as 'History of the program'. */
  readonly title: string;
  /** It stands open where it is all there is. */
  readonly isOpen?: boolean;
}

/** The history of a record at the foot of a page that was made by hand; it is read when somebody opens it. */
export function RecordHistory({
  kind,
  id,
  title,
  isOpen: isFirstOpen = false,
}: RecordHistoryProps) {
  const definition = useKind(kind);
  const [isOpen, setOpen] = useState(isFirstOpen);
  return (
    <Accordion
      className="files record-history"
      chevronPosition="right"
      defaultValue={isFirstOpen ? 'history' : null}
      onChange={(opened) => setOpen(opened !== null)}
    >
      <Accordion.Item value="history">
        <Accordion.Control>{title}</Accordion.Control>
        <Accordion.Panel>
          {isOpen && definition !== undefined ? (
            <HistorySection definition={definition} id={id} label={title} />
          ) : null}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
