import { Button, Skeleton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { formatCount } from '../../ui/format';
import { openFileReader, type AttachedFileReader } from './file-reader';
import { readKeptBytes } from './kept-bytes';
import { problemOf, Unshown, useLoaded } from './loaded';

/** As many pages as are drawn before somebody asks for more. */
const pagesAtOnce = 10;
const openMilliseconds = 15_000;
const pageMilliseconds = 15_000;
/** Sharp on a screen with two points for each pixel, in the wider of the two places where a file is shown. */
const pageWidth = 1_200;

interface PdfPagesProps {
  readonly sha256: string;
  readonly name: string;
}

/** The pages of a PDF as pictures, drawn apart from the window. */
export function PdfPages({ sha256, name }: PdfPagesProps) {
  const { value, problem } = useLoaded(
    async (shell) => {
      const bytes = await (await readKeptBytes(shell, sha256)).arrayBuffer();
      const reader = openFileReader();
      try {
        const { pages } = await reader.ask({ task: 'open', bytes }, openMilliseconds);
        return { reader, pages };
      } catch (thrown) {
        reader.close();
        throw thrown;
      }
    },
    ({ reader }) => reader.close(),
  );
  const [most, setMost] = useState(pagesAtOnce);
  if (problem !== null) return <Unshown problem={problem} />;
  if (value === null) return <Skeleton height={320} radius={6} aria-label="Loading the pages" />;
  const { reader, pages } = value;
  const shown = Math.min(most, pages);
  return (
    <div className="pdf-pages" role="group" aria-label={`Pages of ${name}`}>
      {Array.from({ length: shown }, (_, at) => (
        <PdfPage key={at} reader={reader} page={at + 1} of={pages} />
      ))}
      {pages > shown ? (
        <Button variant="default" size="xs" onClick={() => setMost(most + pagesAtOnce)}>
          Show more of {formatCount(pages)} pages
        </Button>
      ) : null}
    </div>
  );
}

interface PdfPageProps {
  readonly reader: AttachedFileReader;
  readonly page: number;
  readonly of: number;
}

function PdfPage({ reader, page, of }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | { readonly problem: string }>('drawing');
  useEffect(() => {
    let isGone = false;
    reader.ask({ task: 'page', page, width: pageWidth }, pageMilliseconds * page).then(
      ({ bitmap }) => {
        if (isGone || canvas.current === null) {
          bitmap.close();
          return;
        }
        Object.assign(canvas.current, { width: bitmap.width, height: bitmap.height });
        canvas.current.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
        setState('drawn');
      },
      (thrown: unknown) => {
        if (!isGone) setState({ problem: problemOf(thrown) });
      },
    );
    return () => {
      isGone = true;
    };
  }, [reader, page]);
  if (typeof state === 'object') return <Unshown problem={state.problem} />;
  return (
    <figure className="pdf-page" aria-busy={state === 'drawing'}>
      <canvas ref={canvas} role="img" aria-label={`Page ${page} of ${of}`} />
      <figcaption className="quiet">
        {page} of {formatCount(of)}
      </figcaption>
    </figure>
  );
}
