import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { ExploreRow } from '../../../../shared/domain/explore';
import { useDesk } from '../../../app/desk';
import { formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { asCsv, asTabs, basisNotice, plainTable } from './table-text';
import type { Asked } from './use-explorer';

/** Rows that are read in one call. */
const pageSize = 5_000;

interface TableActionsProps {
  readonly asked: Asked;
  readonly labels: { readonly current: string; readonly previous: string };
}

/** Takes the whole table elsewhere: to the clipboard, or to a file. */
export function TableActions({ asked, labels }: TableActionsProps) {
  const { data, shell } = useDesk();
  const [busy, setBusy] = useState(false);

  const allRows = async (): Promise<ExploreRow[]> => {
    const rows: ExploreRow[] = [];
    for (;;) {
      const page = await data.call('explore', {
        ...asked.question,
        offset: rows.length,
        limit: pageSize,
      });
      rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.count) return rows;
    }
  };
  const run = (work: () => Promise<string | null>): void => {
    setBusy(true);
    work()
      .then((words) => {
        if (words !== null) notifications.show({ message: words });
      }, showFailure)
      .finally(() => setBusy(false));
  };
  const copy = async (): Promise<string> => {
    const rows = await allRows();
    await navigator.clipboard.writeText(asTabs(plainTable(asked, rows, labels)));
    return `${formatCounted(rows.length, 'row', 'rows')} copied.`;
  };
  const save = async (): Promise<string | null> => {
    const rows = await allRows();
    const content = asCsv(plainTable(asked, rows, labels), basisNotice(asked, asked.answer));
    const { file } = await shell.call('tables.save', {
      name: `Explorer ${labels.current}`,
      content,
    });
    return file === null ? null : `${formatCounted(rows.length, 'row', 'rows')} written to ${file}`;
  };

  return (
    <>
      <Button
        variant="default"
        size="xs"
        disabled={busy}
        leftSection={<IconCopy size={14} stroke={1.6} aria-hidden="true" />}
        onClick={() => run(copy)}
      >
        Copy table
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={busy}
        leftSection={<IconFileSpreadsheet size={14} stroke={1.6} aria-hidden="true" />}
        onClick={() => run(save)}
      >
        Save as CSV
      </Button>
    </>
  );
}
