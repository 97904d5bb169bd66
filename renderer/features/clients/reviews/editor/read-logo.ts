import { clientLogoSchema } from '../../../../../shared/documents/logo';
import type { Logo } from '../../../../../shared/documents/model';

const mostBytes = 200_000;
/** An SVG is drawn once for files that can't hold it; wide enough for a cover. */
const rasterWidth = 800;

/** Reads a picture as a client's logo, or says in a sentence why it can't be one. */
export async function readLogo(
  file: File,
): Promise<{ readonly logo: Logo } | { readonly problem: string }> {
  const type = logoTypeOf(file.type);
  if (type === null) return { problem: 'This is no PNG, JPEG or SVG. Choose another picture.' };
  if (file.size > mostBytes) {
    return { problem: 'The picture is larger than 200 kB. Save it smaller and choose it again.' };
  }
  try {
    const picture = await drawn(file);
    const logo: Logo = {
      type,
      base64: await base64Of(file),
      width: picture.naturalWidth || rasterWidth,
      height: picture.naturalHeight || rasterWidth / 2,
      ...(type === 'image/svg+xml' ? { raster: await rasterOf(picture) } : {}),
    };
    const checked = clientLogoSchema.safeParse(logo);
    if (checked.success) return { logo };
    return { problem: 'The picture holds more than a picture, or is not what its name says.' };
  } catch {
    return { problem: 'The picture could not be read. Choose another one.' };
  }
}

function logoTypeOf(type: string): Logo['type'] | null {
  return type === 'image/png' || type === 'image/jpeg' || type === 'image/svg+xml' ? type : null;
}

async function drawn(file: File): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return picture;
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return btoa(characters.join(''));
}

async function rasterOf(picture: HTMLImageElement): Promise<string> {
  const ratio = picture.naturalHeight / picture.naturalWidth || 0.5;
  const canvas = new OffscreenCanvas(rasterWidth, Math.max(1, Math.round(rasterWidth * ratio)));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return base64Of(await canvas.convertToBlob({ type: 'image/png' }));
}
