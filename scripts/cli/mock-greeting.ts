import { relative } from 'node:path'
import { styleText } from 'node:util'
import type { Listening } from '../../mocks/adapters/http/listen.ts'
import type { Served } from '../../mocks/adapters/http/node.ts'
import { baseApis } from '../../schemas/base-apis.ts'
import { quoteShell } from '../../schemas/core/lib/shell.ts'
import type { MockFlags } from './mock-flags.ts'
import { generatedPath } from './package-root.ts'

/** The lines that `mock` prints when it listens: addresses, a sample command, and the active options. */
export function toGreeting(served: Listening | Served, flags: MockFlags): string[] {
  const { url } = served
  const isEmulator = flags.engine === 'emulator'
  return [
    `${styleText('bold', isEmulator ? 'The mock' : "Prism with the documents' examples")} listens on ${styleText('cyan', url)}`,
    ...baseApis.map(({ dialect, title }) => `  ${url}${dialect.basePath}  ${title}`),
    'Try it:',
    `  ${toCommand(url, flags)}`,
    `Documents: ${relative(process.cwd(), generatedPath('')) || '.'}/<api>/openapi.yaml, or: npx faas-contracts spec <api>`,
    ...(isEmulator ? [`In a browser: ${url}, with an API reference and the console (${url}/_mock/console)`] : []),
    ...toModes(flags),
    ...('controlToken' in served && served.controlToken !== undefined && flags.controlToken === undefined
      ? [`Control API: send the header X-Mock-Token: ${served.controlToken}`]
      : []),
    'Stop it with Ctrl+C.',
  ]
}

function toCommand(url: string, { cert, auth = 'off' }: MockFlags): string {
  const curl = cert === undefined ? 'curl -i' : 'curl -ik' // the certificate may be self-signed
  if (auth === 'verify') return `${curl} ${url}/_mock/ready` // any other path needs a signature
  const credentials = auth === 'present' ? ` -H ${quoteShell('authorization: FC any:any')}` : ''
  return `${curl} -X POST ${url}/2016-08-15/services -H ${quoteShell('content-type: application/json')}${credentials} -d ${quoteShell(JSON.stringify({ serviceName: 'demo-service' }))}`
}

function toModes({ auth = 'off', strict, deterministic, state, seedFile }: MockFlags): string[] {
  return [
    ...(auth === 'off'
      ? []
      : [`Credentials: ${auth === 'verify' ? 'verified' : 'must be present, any value is accepted'}`]),
    ...(strict ? ['Strict: undocumented fields and parameters are rejected'] : []),
    ...(deterministic === undefined ? [] : [`Deterministic: ids and times depend only on the seed ${deterministic}`]),
    ...(state === undefined ? [] : [`State: kept in ${state}`]),
    ...(seedFile === undefined ? [] : [`Seed: ${seedFile}`]),
  ]
}
