import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Puts a packed copy beside every script and style sheet, so that the server packs none while it serves. What is
 * packed must be what is written: until then Vite still puts in the names of the chunks that a chunk loads.
 */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  async writeBundle({ dir = 'dist' }, bundle) {
    const files = Object.keys(bundle).filter((name) => /\.(?:js|css)$/.test(name));
    const pack = async (file: string) =>
      writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
    await Promise.all(files.map((name) => pack(join(dir, name))));
  },
};

export default defineConfig({
  plugins: [react(), packed],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // In a chunk of its own, zod is configured before any chunk with schemas runs.
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|zod-without-eval/ },
            // Two dozen crumbs that every page needs would each be a request.
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
            // What every page shows, and no more: each page brings its own requests and texts.
            {
              name: 'base',
              test: /client[\\/]src[\\/](?:ui[\\/](?!data-table|filter-select|bar)|net[\\/](?:call|failure|session|stored)|i18n[\\/](?:index|zh[\\/]common))/,
            },
          ],
        },
      },
    },
  },
});
