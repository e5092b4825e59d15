import { join } from 'node:path'
import { root } from './pages.ts'

/** The command line, which the set-up of the tests bundles from its sources. */
export const cli = join(root, 'build', 'test-cli', 'cli.js')
