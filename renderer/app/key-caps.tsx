import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useMainState } from './desk';
import { keysInWords } from './key-words';

/** The key that leads into a list's search, at the end of its empty field. */
export function SearchKey() {
  return (
    <Kbd size="xs" aria-hidden="true">
      /
    </Kbd>
  );
}

/** Keys as caps. */
export function KeyCaps({ keys }: { readonly keys: string }) {
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
