import { checklists } from './checklists';
import { commissionTypes } from './commission-types';
import { partnerSubtypes } from './partner-subtypes';
import { pipelineStages } from './pipeline-stages';
import type { ShippedRecord } from './shipped';
import { violationTypes } from './violation-types';

export type { ShippedRecord } from './shipped';

/** The lists that every desk begins with and that people change as they like; ids never change between versions. */
export const shippedRecords: readonly ShippedRecord[] = [
  ...pipelineStages,
  ...violationTypes,
  ...partnerSubtypes,
  ...commissionTypes,
  ...checklists,
];

/** Is this a kind of which every desk holds records before anybody has written one? */
export function isShipped(kind: string): boolean {
  return shippedRecords.some((record) => record.kind === kind);
}
