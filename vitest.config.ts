import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // jieba takes 250 MB and more than a second to load: one process for all test files loads it once.
    pool: 'forks',
    maxWorkers: 2,
    // A machine with other work takes long.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 90_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/cli.ts', 'src/main.ts', 'src/demo.ts'],
      reporter: ['text-summary'],
    },
  },
});
