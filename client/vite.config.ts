import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Puts a packed copy beside every script and style sheet, so that the server packs none while it serves. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  generateBundle(_, bundle) {
    for (const [fileName, part] of Object.entries(bundle)) {
      if (!/\.(?:js|css)$/.test(fileName)) continue;
      const source = gzipSync(part.type === 'chunk' ? part.code : part.source, { level: 9 });
      this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source });
    }
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
        // In a chunk of its own, zod is configured before any chunk with schemas runs.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|zod-without-eval/ }] },
      },
    },
  },
});
