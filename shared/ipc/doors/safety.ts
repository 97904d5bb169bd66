import { z } from 'zod';
import { personQuestionSchema, type ErasedPerson } from '../privacy';
import {
  snapshotReasons,
  type BackupPreview,
  type DrillRecord,
  type RestoredDesk,
  type SafetyState,
  type SnapshotInfo,
  type VerifyReport,
  type WrittenBackup,
} from '../safety';

const nothing = z.strictObject({});

/** It goes from the form to main, is used once and kept nowhere. */
const passphraseSchema = z.string().min(1).max(1_000);

/** Copies, backups and the way back; one person’s data. */
export const safetyDoors = {
  'safety.state': nothing,
  /** Takes a snapshot before something that changes much; when it fails, that must not be done. */
  'safety.snapshot': z.strictObject({ reason: z.enum(snapshotReasons) }),
  /** Puts a snapshot back; null is everything that is on the disk. The page is to be loaded anew. */
  'safety.restore': z.strictObject({ snapshot: z.string().max(200).nullable() }),
  /** The person goes on with a store that lacks something, or with an empty one; the page is to be loaded anew. */
  'safety.goOn': nothing,
  'safety.startEmpty': nothing,
  /** Reads everything that protects this desk to its end. */
  'safety.verify': nothing,
  /** Asks for the folder that gets a copy of every snapshot, or stops copying. */
  'safety.secondFolder': z.strictObject({ choose: z.boolean() }),
  /** Asks where to, and writes a backup there; null when the person thought better of it. */
  'safety.backup': z.strictObject({ passphrase: passphraseSchema }),
  /** Asks for a backup and says what restoring it would do. */
  'safety.openBackup': z.strictObject({ passphrase: passphraseSchema }),
  /** Restores the backup that was opened; the page is to be loaded anew. */
  'safety.restoreBackup': nothing,
  'safety.forgetBackup': nothing,
  /** Asks for a backup, opens it read-only and compares counts and hashes. */
  'safety.drill': z.strictObject({ passphrase: passphraseSchema }),
  /** Stops a backup that is written, read or restored; no half file and no half store is left. */
  'safety.cancel': nothing,
  /** Writes what is held of a person where the user says: as data, and as text beside it. */
  'privacy.saveFile': personQuestionSchema,
  /** Erases a person from everything; the page is to be loaded anew. */
  'privacy.erase': personQuestionSchema,
  /** Which of some texts name somebody who was erased here; null where nobody ever was, whatever the texts. */
  'privacy.erasedIn': z.strictObject({ texts: z.array(z.string()).max(2_000) }),
} as const;

export interface SafetyDoorValues {
  readonly 'privacy.saveFile': { readonly file: string | null };
  readonly 'privacy.erase': ErasedPerson;
  readonly 'privacy.erasedIn': readonly boolean[] | null;
  readonly 'safety.state': SafetyState;
  readonly 'safety.snapshot': SnapshotInfo;
  readonly 'safety.restore': RestoredDesk;
  readonly 'safety.goOn': null;
  readonly 'safety.startEmpty': null;
  readonly 'safety.verify': VerifyReport;
  readonly 'safety.secondFolder': null;
  readonly 'safety.backup': WrittenBackup | null;
  readonly 'safety.openBackup': BackupPreview | null;
  readonly 'safety.restoreBackup': RestoredDesk;
  readonly 'safety.forgetBackup': null;
  readonly 'safety.drill': DrillRecord | null;
  readonly 'safety.cancel': null;
}
