import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useStore } from 'zustand';
import { cssVariables, theme } from '../ui/theme';
import { App } from './app';
import { DeskContext, type Desk } from './desk';
import { ErrorBoundary } from './error-boundary';
import { formatState } from './format-state';

interface WindowProps {
  readonly desk: Desk;
  /** The nonce that the content security policy gave this page for style elements. */
  readonly styleNonce: string;
}

/** The whole window. */
export function Window({ desk, styleNonce }: WindowProps) {
  // Figures are written by plain functions; a new way of writing them draws the window anew.
  const { locale } = useStore(formatState);
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
          <App key={locale} />
        </ErrorBoundary>
      </DeskContext>
    </MantineProvider>
  );
}
