import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  erasureListsSchema,
  withErased,
  type ErasureList,
  type ErasureLists,
} from '../../shared/privacy/erasure-list';
import { writeFileAtomicallySync } from '../files';
import { hashing } from './hashing';

/** The first list is this desk's own. */
const fileSchema = z.object({ lists: erasureListsSchema });

/** Who was erased here, as hashes; kept beside the copies, so that it outlives the store and every restore. */
export function readErased(path: string): ErasureList[] {
  try {
    return fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data?.lists ?? [];
  } catch {
    return [];
  }
}

/** Keeps the lists. */
export function writeErased(path: string, lists: ErasureLists): void {
  writeFileAtomicallySync(path, `${JSON.stringify({ lists })}\n`);
}

/** The lists with more people on this desk's own. */
export async function addErased(
  lists: ErasureLists,
  keys: readonly string[],
): Promise<ErasureList[]> {
  const [own = { key: randomBytes(32).toString('hex'), entries: [] }, ...others] = lists;
  return [await withErased(own, keys, Date.now(), hashing), ...others];
}
