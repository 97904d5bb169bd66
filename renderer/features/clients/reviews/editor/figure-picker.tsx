import { Button, Combobox, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { LiveFigure } from '../../../../../shared/documents/review/draft';

interface FigurePickerProps {
  readonly figures: readonly LiveFigure[];
  readonly opened: boolean;
  readonly onOpen: () => void;
  /** With the figure that was chosen; without one the person thought better of it. */
  readonly onClose: (figure?: LiveFigure) => void;
}

/** More than can be read at once; the search narrows them. */
const offered = 40;

/** Finds a figure by the words of its name and puts it into the text. */
export function FigurePicker({ figures, opened, onOpen, onClose }: FigurePickerProps) {
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    opened,
    onOpenedChange: (next) => {
      if (!next) close();
    },
  });
  const { focusSearchInput, selectFirstOption } = combobox;
  const close = (figure?: LiveFigure): void => {
    setSearch('');
    onClose(figure);
  };
  useEffect(() => {
    if (opened) focusSearchInput();
  }, [opened, focusSearchInput]);
  useEffect(() => {
    // The options of these words are there now.
    if (opened) selectFirstOption();
  }, [opened, search, selectFirstOption]);
  // A closed list costs nothing while one types in the text.
  const found = opened ? matching(figures, search).slice(0, offered) : [];
  return (
    <Combobox
      store={combobox}
      width={296}
      position="top-start"
      withinPortal={false}
      onOptionSubmit={(key) => close(figures.find((each) => each.key === key))}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          size="xs"
          aria-haspopup="listbox"
          aria-expanded={opened}
          title="Insert a figure ({ in the text)"
          onClick={() => (opened ? close() : onOpen())}
        >
          Insert figure
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label="Find a figure"
          placeholder="Revenue, EUR, Q3"
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <Combobox.Options className="figure-options" tabIndex={0} aria-label="Figures">
          {found.length === 0 ? (
            <Combobox.Empty>No figure has these words.</Combobox.Empty>
          ) : (
            found.map((figure) => (
              <Combobox.Option key={figure.key} value={figure.key} title={figure.definition}>
                <span className="figure-option">
                  <span className="one-line">{figure.name}</span>
                  <strong>{figure.words}</strong>
                </span>
              </Combobox.Option>
            ))
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function matching(figures: readonly LiveFigure[], search: string): readonly LiveFigure[] {
  const words = search
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  return figures.filter(({ name, key }) => {
    const text = `${name} ${key}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
