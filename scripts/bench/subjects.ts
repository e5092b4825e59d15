import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
const toPath = (path: string) => fileURLToPath(new URL(path, root))

/** The command line of the built package and of the sources. */
export const [builtCli, sourceCli] = [toPath('dist/bin/faas-contracts.cjs'), toPath('scripts/cli.ts')]

/** Starts Prism with the same document. */
export const prismCommand: readonly string[] = [
  createRequire(import.meta.url).resolve('@stoplight/prism-cli'),
  'mock',
  '--host',
  '127.0.0.1',
  '--verboseLevel',
  'error',
  toPath('generated/aliyun-fc-2016-08-15/openapi.json'),
]
