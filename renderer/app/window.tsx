import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { cssVariables, theme } from '../ui/theme';
import { App } from './app';
import { DeskContext, type Desk } from './desk';
import { ErrorBoundary } from './error-boundary';

interface WindowProps {
  readonly desk: Desk;
  /** The nonce that the content security policy gave this page for style elements. */
  readonly styleNonce: string;
}

/** The whole window. */
export function Window({ desk, styleNonce }: WindowProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <DeskContext value={desk}>
        <Notifications position="bottom-right" />
        <ErrorBoundary place="window">
          <App />
        </ErrorBoundary>
      </DeskContext>
    </MantineProvider>
  );
}
