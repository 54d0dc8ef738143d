import { defineConfig } from 'vitest/config';

const unit = (name: string) => ({
  extends: true as const,
  test: { name, root: `./${name}`, include: ['src/**/*.test.{ts,tsx}'] },
});

export default defineConfig({
  test: {
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
          include: ['src/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
