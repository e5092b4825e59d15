import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{schemas,mocks,contracts,scripts}/**/*.test.ts'],
    // Statements about types (`*.test-d.ts`) are tests too; the compiler runs them.
    typecheck: { enabled: true, include: ['{schemas,mocks,contracts,scripts}/**/*.test-d.ts'] },
    // Coloured output would depend on where the tests run.
    env: { NO_COLOR: '1' },
    testTimeout: 20_000,
  },
})
