import { defineConfig } from 'vite';

// One bundle of our own code; the dependencies stay in node_modules, where native ones must be anyway.
export default defineConfig({
  ssr: { noExternal: ['@kefu/shared'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        cli: 'src/cli/main.ts',
        learner: 'src/teaching/learner.ts',
        listener: 'src/hearing/listener-thread.ts',
        pupil: 'src/teaching/pupil.ts',
        prover: 'src/cli/prover.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
