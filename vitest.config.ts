import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const tests = '{schemas,mocks,contracts,scripts,tests}/**/*.test.ts'
/** These tests change nothing global, so they share workers. A worker for each file would take half a second. */
const units = '{schemas,mocks/core,mocks/aliyun-*,mocks/huawei-*,contracts,scripts,tests/suite}/**/*.test.ts'

export default defineConfig({
  test: {
    // Coloured output would depend on where the tests run.
    env: { NO_COLOR: '1' },
    // Long enough for a machine that is busy with something else; what hangs is still found.
    testTimeout: 60_000,
    // vitest leaves one processor free, which on two halves the speed.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'units', include: [units], isolate: false } },
      {
        extends: true,
        test: {
          name: 'all',
          include: [tests],
          exclude: [units],
          globalSetup: 'tests/testing/bundle-cli.ts',
          // Statements about types (`*.test-d.ts`) are tests too; the compiler runs them.
          typecheck: { enabled: true, include: [tests.replace('.test.', '.test-d.')] },
        },
      },
      {
        // The tests of MSW also run with the oldest supported version. It is installed as `msw2`.
        extends: true,
        resolve: { alias: [{ find: /^msw(?=$|\/)/, replacement: 'msw2' }] },
        test: { name: 'msw 2', include: ['mocks/adapters/msw/msw*.test.ts'], env: { MSW_MAJOR: '2' } },
      },
    ],
  },
})
