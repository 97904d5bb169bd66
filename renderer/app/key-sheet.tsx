import { Modal } from '@mantine/core';
import { useStore } from 'zustand';
import { KeyCaps } from './key-caps';
import { groupsOf } from './key-groups';
import { keysElsewhere } from './key-register';
import { keyLayers } from './key-layers';

interface KeySheetProps {
  readonly onClose: () => void;
}

/** Every key: those of the present screen, its own first, then what they mean elsewhere. */
export function KeySheet({ onClose }: KeySheetProps) {
  const here = groupsOf(useStore(keyLayers, ({ layers }) => layers));
  const groups = [
    ...here.map(({ group, bindings }) => ({ group, keys: bindings })),
    ...keysElsewhere(here.map(({ group }) => group)),
  ];
  return (
    <Modal.Root opened onClose={onClose} size={760} centered>
      <Modal.Overlay />
      <Modal.Content>
        <div className="key-sheet-head">
          <Modal.Title>Keys</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <div className="key-groups">
          {groups.map(({ group, keys: own }) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <dl className="keys">
                {own.map(({ keys, words }) => (
                  <div key={keys}>
                    <dt>
                      <KeyCaps keys={keys} />
                    </dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
