import { Modal } from '@mantine/core';
import { useStore } from 'zustand';
import { KeyCaps } from './key-caps';
import { groupsOf } from './key-groups';
import { keyLayers } from './key-layers';

interface KeySheetProps {
  readonly onClose: () => void;
}

/** Every key that works on the present screen, the screen's own first. */
export function KeySheet({ onClose }: KeySheetProps) {
  const groups = groupsOf(useStore(keyLayers, ({ layers }) => layers));
  return (
    <Modal.Root opened onClose={onClose} size={760} centered>
      <Modal.Overlay />
      <Modal.Content>
        <div className="key-sheet-head">
          <Modal.Title>Keys</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <div className="key-groups">
          {groups.map(({ group, bindings }) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <dl className="keys">
                {bindings.map(({ keys, words }) => (
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
