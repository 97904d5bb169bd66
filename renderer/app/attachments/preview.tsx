import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { mostPreviewBytes, previewOf } from '../../../shared/domain/attachments';
import type { AttachmentVersion } from '../../../shared/records/relationships/attachment';
import { formatBytes } from '../../ui/format';
import { openFileReader } from './file-reader';
import { readKeptBytes } from './kept-bytes';
import { Unshown, useLoaded } from './loaded';
import { PdfPages } from './pdf-pages';

/** How a file looks; for what can't be shown here, why not. */
export function Preview({ file }: { readonly file: AttachmentVersion }) {
  const shownAs = previewOf(file.mediaType);
  if (shownAs === null) {
    return <p className="quiet">Files of this type are shown by their own program, not here.</p>;
  }
  if (file.bytes > mostPreviewBytes) {
    return (
      <p className="quiet">
        With {formatBytes(file.bytes)} this file is too large to be shown here. Open it instead.
      </p>
    );
  }
  switch (shownAs) {
    case 'image':
      return <Picture key={file.sha256} file={file} />;
    case 'pdf':
      return <PdfPages key={file.sha256} sha256={file.sha256} name={file.name} />;
    case 'text':
      return <PlainText key={file.sha256} file={file} />;
  }
}

/** As an image of the page, in which nothing that a file holds is run. */
function Picture({ file }: { readonly file: AttachmentVersion }) {
  const { value, problem } = useLoaded(
    async (shell) => {
      const bytes = await readKeptBytes(shell, file.sha256);
      return URL.createObjectURL(bytes.slice(0, bytes.size, file.mediaType));
    },
    (address) => URL.revokeObjectURL(address),
  );
  const [isBroken, setBroken] = useState(false);
  if (problem !== null || isBroken) {
    return <Unshown problem={problem ?? 'The picture is damaged, or no picture.'} />;
  }
  if (value === null) return <Skeleton height={200} radius={6} aria-label="Loading the picture" />;
  return (
    <img
      className="attachment-picture"
      src={value}
      alt={file.name}
      onError={() => setBroken(true)}
    />
  );
}

/** As much of a text as one looks at to know what it is, in characters. */
const shownCharacters = 20_000;
const textMilliseconds = 5_000;

function PlainText({ file }: { readonly file: AttachmentVersion }) {
  const { value, problem } = useLoaded(async (shell) => {
    const bytes = await (await readKeptBytes(shell, file.sha256)).arrayBuffer();
    const reader = openFileReader();
    try {
      const task = { task: 'text', bytes, mediaType: 'text/plain', most: shownCharacters } as const;
      return (await reader.ask(task, textMilliseconds)).text;
    } finally {
      reader.close();
    }
  });
  if (problem !== null) return <Unshown problem={problem} />;
  if (value === null) return <Skeleton height={120} radius={6} aria-label="Loading the text" />;
  return (
    <pre className="attachment-text" tabIndex={0} aria-label={`Beginning of ${file.name}`}>
      {value === '' ? 'The file is empty.' : value}
    </pre>
  );
}
