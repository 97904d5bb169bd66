import { Button, FileButton } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useFileDrop } from '../../../ui/use-file-drop';

interface FileDropProps {
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a spreadsheet on, or to choose one. */
export function FileDrop({ disabled, onFile }: FileDropProps) {
  const drop = useFileDrop(([file]) => {
    if (file && !disabled) onFile(file);
  });
  return (
    <div className="file-drop" {...drop}>
      <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />
      <p>
        Drop a CSV file or an Excel workbook here
        <span className="quiet">Nothing is written before you have seen what will happen.</span>
      </p>
      <FileButton
        accept=".csv,.tsv,.txt,.xlsx"
        inputProps={{ 'aria-label': 'File to import' }}
        onChange={(file) => {
          if (file) onFile(file);
        }}
      >
        {(props) => (
          <Button {...props} disabled={disabled}>
            Choose a file…
          </Button>
        )}
      </FileButton>
    </div>
  );
}
