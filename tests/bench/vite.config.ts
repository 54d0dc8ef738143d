import { defineConfig } from 'vite';

// Bundled like the server: loaders that compile while running slow the code down that is to be measured.
export default defineConfig({
  ssr: { noExternal: [/^@kefu\//] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: '../../build/bench',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'main.ts',
        'echo-server': 'processes/echo-server.ts',
        'dojo-server': 'processes/dojo-server.ts',
        'load-generator': 'load/load-generator.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
