import { defineConfig } from 'vitest/config'

const cluster = './test/support/cluster.ts'

export default defineConfig({
  test: {
    // Two cores are the smallest machine that the whole run must suit; half of a file's time it waits for the database.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit+integration',
          include: ['{main,contracts,platform,domains,web,scripts,demo,test}/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**', '**/node_modules/**'],
          globalSetup: cluster,
          testTimeout: 20_000,
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: cluster,
          testTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 120_000,
          isolate: false,
        },
      },
    ],
  },
})
