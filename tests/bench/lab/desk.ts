import { setCurrentCore } from '../../../renderer/data/core/current';
import { openCore } from '../../../renderer/data/core/open-core';
import { loadDirectory, type Directory, type ProgramEntry } from '../../../renderer/data/directory';
import { exportFacts, openFacts } from '../../../renderer/data/facts';
import type { SourceSeries } from '../../../renderer/data/facts/series';
import { loadSeries } from '../../../renderer/data/facts/series-cache';
import type { ExportPage } from '../../../shared/ipc/data-contract';

let opened: Promise<Directory> | null = null;

/** Both stores of the profile, read by the page itself beside the worker that answers questions. */
function directory(): Promise<Directory> {
  opened ??= (async () => {
    setCurrentCore(await openCore());
    await openFacts();
    return loadDirectory();
  })();
  return opened;
}

/** The programs as questions see them. */
export async function programs(): Promise<readonly ProgramEntry[]> {
  return (await directory()).programs;
}

/**
 * One page of all rows of a kind, for another engine to be asked the same: as exported, but the partner is named by its
 * id, followed by its type and name.
 */
export async function factRows(
  kind: 'transaction' | 'traffic',
  after: string | null,
): Promise<ExportPage> {
  const { programs: all, partnerOf } = await directory();
  return exportFacts(kind, after, {
    programs: all,
    partnerOf: (source, networkId) => {
      const found = partnerOf(source, networkId);
      return (
        found && { ...found, partner: JSON.stringify([found.partnerId, found.type, found.partner]) }
      );
    },
  });
}

/** Bytes of the columns from which the portfolio is answered. */
export async function columnBytes(): Promise<number> {
  const { programs } = await directory();
  let bytes = 0;
  for (const series of (await loadSeries(programs, 'days')).values()) bytes += bytesOf(series);
  return bytes;
}

function bytesOf({ orders, traffic, trafficByDay }: SourceSeries): number {
  let bytes = 0;
  for (const lines of [orders, traffic, trafficByDay]) {
    for (const column of Object.values(lines) as unknown[]) {
      if (ArrayBuffer.isView(column)) bytes += column.byteLength;
    }
  }
  return bytes;
}
