import { Kbd, Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useStore } from 'zustand';
import { useMainState } from './desk';
import { keyLayers, type KeyBinding, type KeyLayer } from './key-layers';
import { keysInWords } from './key-words';

interface KeySheetProps {
  readonly onClose: () => void;
}

/** Every key that works on the present screen, the screen's own first. */
export function KeySheet({ onClose }: KeySheetProps) {
  const groups = groupsOf(useStore(keyLayers, ({ layers }) => layers));
  return (
    <Modal opened onClose={onClose} title="Keys" size={760} centered>
      <div className="key-groups">
        {groups.map(({ group, bindings }) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl className="keys">
              {bindings.map(({ keys, words }) => (
                <div key={keys}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** Keys as caps. */
export function Keys({ keys }: { readonly keys: string }) {
  const isMac = useMainState(({ info }) => info?.platform === 'darwin');
  return (
    <span className="key-caps">
      {keysInWords(keys, isMac).map((step, index) => (
        <Fragment key={step.join('+')}>
          {index === 0 ? null : <span className="quiet">then</span>}
          {step.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

/** Layers of one group together, the newest group first; of two bindings for a key the one that gets it. */
export function groupsOf(layers: readonly KeyLayer[]): readonly KeyLayer[] {
  const taken = new Set<string>();
  const groups = new Map<string, KeyBinding[]>();
  for (const { group, bindings } of [...layers].reverse()) {
    const list = groups.get(group) ?? [];
    for (const binding of bindings) {
      if (!taken.has(binding.keys)) list.push(binding);
      taken.add(binding.keys);
    }
    groups.set(group, list);
  }
  return [...groups].flatMap(([group, bindings]) =>
    bindings.length === 0 ? [] : [{ group, bindings }],
  );
}
