/**
 * The window's code is asked for by the small script that starts the data worker; this lets the page fetch it at once,
 * beside that script.
 */
export const preloadWindow = {
  name: 'preload-window',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, filename }) {
      if (bundle === undefined || !filename.endsWith('index.html')) return [];
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const window = chunks.find(({ facadeModuleId }) =>
        facadeModuleId?.endsWith('renderer/open-window.tsx'),
      );
      if (window === undefined) throw new Error("The window's code is in no chunk of its own.");
      const files = [window.fileName, ...window.imports].filter((file) => !html.includes(file));
      return files.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      }));
    },
  },
};
