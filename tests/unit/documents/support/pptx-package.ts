import JSZip from 'jszip';
import path from 'node:path';

/** The parts of a presentation by name; XML as text. */
export async function openPackage(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const { name, dir } of Object.values(zip.files)) {
    const file = zip.file(name);
    if (dir || file === null) continue;
    parts.set(name, await file.async(/\.(xml|rels)$/.test(name) ? 'string' : 'binarystring'));
  }
  return parts;
}

/** What PowerPoint would have to repair: empty for a sound package. */
export function packageFaults(parts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const types = parts.get('[Content_Types].xml') ?? '';
  const extensions = new Set(captures(types, /<Default Extension="([^"]+)"/g));
  const overrides = new Set(captures(types, /<Override PartName="\/([^"]+)"/g));
  for (const name of overrides)
    if (!parts.has(name)) faults.push(`content type of a missing part ${name}`);
  for (const [name, text] of parts) {
    if (!overrides.has(name) && !extensions.has(/[^.]*$/.exec(name)?.[0] ?? ''))
      faults.push(`${name} has no content type`);
    if (!/\.(xml|rels)$/.test(name)) continue;
    const broken = unbalanced(text);
    if (broken !== '') faults.push(`${name}: ${broken}`);
    if (name.endsWith('.rels')) faults.push(...missingTargets(name, text, parts));
    const rels = parts.get(`${path.dirname(name)}/_rels/${path.basename(name)}.rels`) ?? '';
    for (const id of captures(text, /\sr:(?:id|embed)="([^"]+)"/g))
      if (!rels.includes(`Id="${id}"`)) faults.push(`${name}: no relation ${id}`);
    const shapes = captures(text, /<p:cNvPr id="(\d+)"/g);
    if (new Set(shapes).size !== shapes.length) faults.push(`${name}: two shapes of one number`);
    for (const paragraph of captures(text, /<a:p>(.*?)<\/a:p>/gs)) {
      const count = paragraph.match(/<a:pPr\b/g)?.length ?? 0;
      if (count > 1) faults.push(`${name}: a paragraph with ${String(count)} sets of properties`);
    }
  }
  return faults;
}

function missingTargets(name: string, text: string, parts: ReadonlyMap<string, string>): string[] {
  const folder = path.posix.dirname(path.posix.dirname(name));
  return captures(text, /Target="([^"]+)"/g)
    .map((target) =>
      target.startsWith('/')
        ? target.slice(1)
        : path.posix.normalize(path.posix.join(folder, target)),
    )
    .filter((target) => !parts.has(target))
    .map((target) => `${name}: nothing at ${target}`);
}

/** Says where tags don't close each other; a reader of the XML would stop there. */
function unbalanced(text: string): string {
  const open: string[] = [];
  for (const [tag, close, name = '', single] of text.matchAll(
    /<(\/)?([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/)?>/g,
  )) {
    if (close === undefined && single === undefined) open.push(name);
    if (close !== undefined && open.pop() !== name) return `${tag} closes nothing`;
  }
  if (open.length > 0) return `${open.at(-1) ?? ''} stays open`;
  const bare = /&(?!amp;|lt;|gt;|quot;|apos;|#)/.exec(text);
  return bare ? `a bare & at ${String(bare.index)}` : '';
}

function captures(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, found = '']) => found);
}
