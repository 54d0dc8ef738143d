import { defineConfig } from 'vitest/config';

const unit = (name: string) => ({
  extends: true as const,
  // Generous, since the machine that runs them may be busy: a test that hangs still ends.
  test: { name, root: `./${name}`, include: ['src/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});

export default defineConfig({
  test: {
    // Every core: a browser test waits more than it works, and one worker alone would take a third longer.
    maxWorkers: '100%',
    // Unit tests sit beside their sources; tests/ holds what crosses packages and starts servers and browsers.
    projects: [
      unit('shared'),
      unit('server'),
      unit('client'),
      {
        extends: true,
        test: {
          name: 'tests',
          root: './tests',
          include: ['{src,bench,soak}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
