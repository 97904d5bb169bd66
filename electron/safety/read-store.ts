import { storeTables, type StoreReading, type StoreTable } from '../../shared/ipc/safety';
import type { SafetyRoom } from './room';

/** What a store holds, as it was at one moment. */
export interface ReadStore {
  readonly reading: StoreReading;
  /** Lines of one table each, the tables in the order of a snapshot. */
  readonly pieces: readonly Uint8Array[];
}

/** Reads a store, or some tables of it, as it is at one moment, whoever has it open; a snapshot takes the pieces one by one. */
export async function readStore(
  { data }: SafetyRoom,
  database: string,
  tables?: StoreTable[],
): Promise<StoreReading> {
  return data.call('store.begin', tables === undefined ? { database } : { database, tables });
}

/** The pieces of the reading that was begun last; `onShare` hears which share of them was taken. */
export async function* piecesOf(
  { data }: SafetyRoom,
  { pieces }: StoreReading,
  onShare: (share: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const take = (piece: number): Promise<Uint8Array> | null => {
    const taken = piece < pieces ? data.call('store.piece', { piece }) : null;
    // Whoever waits for it hears of its failure; somebody may not go on to it.
    taken?.catch(() => undefined);
    return taken;
  };
  let next = take(0);
  for (let piece = 0; next !== null; piece += 1) {
    onShare(piece / pieces);
    const bytes = await next;
    // The next one crosses while this one is worked on.
    next = take(piece + 1);
    yield bytes;
  }
}

/** Reads all of a store, or some tables of it, to its end; `onPiece` gets each piece as it comes. */
export async function readWhole(
  room: SafetyRoom,
  database: string,
  onPiece: (piece: Uint8Array) => void = () => undefined,
  tables?: StoreTable[],
): Promise<ReadStore> {
  const reading = await readStore(room, database, tables);
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(room, reading)) {
    onPiece(piece);
    pieces.push(piece);
  }
  return { reading, pieces };
}

/** Tables that the end of a restore writes to: the device, the clock, what waited to be sent. */
const written: StoreTable[] = ['meta', 'outbox'];

/** A store that was read before the end of its restore, with what that end has written. */
export async function withItsEnd(
  room: SafetyRoom,
  database: string,
  compared: ReadStore,
): Promise<ReadStore> {
  const end = await readWhole(room, database, undefined, written);
  const pieces = storeTables.flatMap((table) => {
    const { pieces: from } = written.includes(table) ? end : compared;
    return from.filter((piece) => isOf(table, piece));
  });
  const { schema, profile } = end.reading;
  return { reading: { ...compared.reading, schema, profile }, pieces };
}

function isOf(table: StoreTable, piece: Uint8Array): boolean {
  const mark = Buffer.from(`${table}\t`);
  return mark.equals(piece.subarray(0, mark.length));
}
