import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { preloadWindow } from './preload-window.mjs';
import { defineConfig } from 'vite';

const renderer = fileURLToPath(new URL('../../renderer', import.meta.url));

/** The page: the window (index.html) and the page without interface that only hosts the data worker (headless.html). */
export default defineConfig({
  root: renderer,
  base: './',
  cacheDir: fileURLToPath(new URL('../../.cache/vite', import.meta.url)),
  publicDir: false,
  plugins: [react(), preloadWindow],
  worker: { format: 'es' },
  build: {
    target: 'chrome114',
    emptyOutDir: true,
    sourcemap: true,
    // Fonts and images stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: {
        index: `${renderer}/index.html`,
        headless: `${renderer}/headless.html`,
      },
    },
  },
});
