import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#EAF5F9',
  '#D2E8F0',
  '#A6D2E1',
  '#7CC1D8',
  '#58B4CF',
  '#3596B4',
  '#1A7592',
  '#0B5A72',
  '#084A5E',
  '#063746',
];

const gray: MantineColorsTuple = [
  '#F6F8F9',
  '#EEF1F4',
  '#E1E6EA',
  '#CFD7DD',
  '#B0BBC4',
  '#7C8893',
  '#4A5661',
  '#3B454F',
  '#2A323A',
  '#171D23',
];

const dark: MantineColorsTuple = [
  '#E4E9ED',
  '#C6CED6',
  '#A9B4BE',
  '#7C8894',
  '#3A444E',
  '#2C353D',
  '#1F262D',
  '#14191F',
  '#0F1419',
  '#0A0E12',
];

/** Quiet surfaces, one accent, 4 px grid, tabular figures everywhere. Light and dark are both designed. */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: '#171D23',
  defaultRadius: 6,
  fontFamily:
    '"Inter Variable", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans KR", "Noto Sans SC", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // Reasons and exact figures have to be reachable by keyboard and touch, not by hover alone.
    Tooltip: {
      defaultProps: {
        events: { hover: true, focus: true, touch: true },
        openDelay: 250,
        multiline: true,
        maw: 320,
      },
    },
    // A form draws the choices of a field when it is opened, not those of all fields at once.
    Combobox: { defaultProps: { keepMounted: false } },
    // Choices open inside the screen's landmark, and a year of quarters fits without scrolling.
    Select: {
      defaultProps: {
        checkIconPosition: 'right',
        comboboxProps: { withinPortal: false },
        maxDropdownHeight: 340,
      },
    },
    Autocomplete: { defaultProps: { comboboxProps: { withinPortal: false } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Progress: { defaultProps: { transitionDuration: 120 } },
  },
});

/** Names for what a colour means, so that no style names a shade. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--desk-canvas': '#FFFFFF',
    '--desk-frame': '#F6F8F9',
    '--desk-raised': '#FFFFFF',
    '--desk-line': '#E1E6EA',
    '--desk-line-strong': '#CFD7DD',
    '--desk-text': '#171D23',
    '--desk-quiet': '#4A5661',
    '--desk-hover': '#F3F6F8',
    '--desk-selected': '#E3EFF4',
    '--desk-accent': '#0B5A72',
    '--desk-good': '#0B6B3A',
    '--desk-bad': '#A8201A',
    '--desk-caution': '#7A4B00',
    '--desk-caution-surface': '#FFF6E3',
    '--desk-caution-line': '#F0DDB3',
    '--mantine-color-dimmed': '#4A5661',
    '--mantine-color-error': '#A8201A',
    '--mantine-color-placeholder': '#6B7782',
  },
  dark: {
    '--desk-canvas': '#14191F',
    '--desk-frame': '#0F1419',
    '--desk-raised': '#191F26',
    '--desk-line': '#2A323A',
    '--desk-line-strong': '#3A444E',
    '--desk-text': '#E4E9ED',
    '--desk-quiet': '#A9B4BE',
    '--desk-hover': '#1B2229',
    '--desk-selected': '#17303A',
    '--desk-accent': '#58B4CF',
    '--desk-good': '#5CC98D',
    '--desk-bad': '#FF9A90',
    '--desk-caution': '#EDBB5F',
    '--desk-caution-surface': '#2A2314',
    '--desk-caution-line': '#4A3D1E',
    '--mantine-color-dimmed': '#A9B4BE',
    '--mantine-color-error': '#FF9A90',
    '--mantine-color-placeholder': '#8A96A2',
  },
});
