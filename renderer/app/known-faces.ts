import { z } from 'zod';
import { createKeptStore } from './kept-state';

/** The faces that this desk's names have needed; kept over restarts. */
const knownFaces = createKeptStore('faces', z.strictObject({ names: z.array(z.string()) }), {
  names: [],
});

/**
 * Loads the faces that names of this desk needed before, one in each pause: the largest has ten megabytes, and whoever types
 * would wait for it with the first such name. The first time a face is loaded when a letter needs it.
 */
export async function loadKnownFaces(): Promise<void> {
  const faces = [...document.fonts];
  const { names } = knownFaces.getState();
  const note = (): void => {
    const loaded = faces.filter(({ status }) => status === 'loaded').map(nameOf);
    knownFaces.setState({ names: [...new Set([...names, ...loaded])] });
  };
  note();
  document.fonts.addEventListener('loadingdone', note);
  for (const face of faces) {
    if (face.status !== 'unloaded' || !names.includes(nameOf(face))) continue;
    await new Promise((resolve) => requestIdleCallback(resolve));
    // One that can't be read is asked for again by the letter that needs it.
    await face.load().catch(() => undefined);
  }
}

function nameOf({ family, unicodeRange }: FontFace): string {
  return `${family} ${unicodeRange}`;
}
