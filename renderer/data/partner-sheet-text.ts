import { z } from 'zod';
import { partnerTypeSchema, type PartnerType } from '../../shared/domain/vocabulary';

/** A partner as questions name it. */
export interface SheetPartner {
  readonly name: string;
  readonly type: PartnerType | null;
}

/** All that questions have to know of partners, by plain look-ups. */
export interface PartnerSheet {
  /** Living partners by id. */
  readonly partners: Map<string, SheetPartner>;
  /** Partner by identity key. */
  readonly identities: Map<string, string>;
  /** The type that a partnership file gives, by the file's id. */
  readonly typesHere: Map<string, PartnerType>;
  /** Partners that a person said are part of another one, by id. */
  readonly sameAs: Map<string, string>;
}

/** Where both tables stood when a sheet was made. */
export interface Place {
  /** The stamp of the last write. */
  readonly clock: string;
  /** The newest journal entry and the newest sheet of identities. */
  readonly entry: number;
  readonly identities: number;
}

/** A sheet as it was kept. */
export interface KeptPartners {
  readonly sheet: PartnerSheet;
  readonly place: Place;
}

const types = partnerTypeSchema.options;

/** The sheet as columns, which take a fraction of the room and time of objects. Types are places in the list of types. */
const keptSchema = z.object({
  types: z.array(z.string()),
  place: z.object({ clock: z.string(), entry: z.number(), identities: z.number() }),
  // Fifty thousand texts each, written by this very function: that they are lists is enough.
  ids: z.custom<string[]>(Array.isArray),
  names: z.custom<string[]>(Array.isArray),
  typeOf: z.custom<number[]>(Array.isArray),
  keys: z.custom<string[]>(Array.isArray),
  /** For each key the partner's place among the ids, which is a tenth of the text of an id. */
  partnerAt: z.custom<number[]>(Array.isArray),
  /** Partners that identities lead to and that are deleted: their places follow those of the ids. */
  gone: z.array(z.string()),
  files: z.custom<[string, PartnerType][]>(Array.isArray),
  sameAs: z.custom<[string, string][]>(Array.isArray),
});

/** A sheet as one text. */
export function textOfSheet({ sheet, place }: KeptPartners): string {
  const { partners, identities, typesHere, sameAs } = sheet;
  const listed = [...partners.values()];
  const places = new Map<string, number>();
  for (const id of partners.keys()) places.set(id, places.size);
  const gone: string[] = [];
  const placeOfPartner = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    gone.push(id);
    places.set(id, places.size);
    return places.size - 1;
  };
  const kept: z.infer<typeof keptSchema> = {
    types,
    place,
    ids: [...partners.keys()],
    names: listed.map((partner) => partner.name),
    typeOf: listed.map(({ type }) => (type === null ? -1 : types.indexOf(type))),
    keys: [...identities.keys()],
    partnerAt: Array.from(identities.values(), placeOfPartner),
    gone,
    files: [...typesHere],
    sameAs: [...sameAs],
  };
  return JSON.stringify(kept);
}

/** The sheet that was made this text; null for a text of another form, or of another list of types. */
export function sheetOfText(text: string): KeptPartners | null {
  const parsed = keptSchema.safeParse(JSON.parse(text));
  if (!parsed.success || parsed.data.types.join() !== types.join()) return null;
  const { place, ids, names, typeOf, keys, partnerAt, gone, files, sameAs } = parsed.data;
  const partners = new Map<string, SheetPartner>();
  for (let at = 0; at < ids.length; at += 1) {
    const type = types[typeOf[at] ?? -1] ?? null;
    partners.set(ids[at] ?? '', { name: names[at] ?? '', type });
  }
  const identities = new Map<string, string>();
  const everybody = [...ids, ...gone];
  for (let at = 0; at < keys.length; at += 1) {
    identities.set(keys[at] ?? '', everybody[partnerAt[at] ?? -1] ?? '');
  }
  return {
    place,
    sheet: { partners, identities, typesHere: new Map(files), sameAs: new Map(sameAs) },
  };
}
