import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { styleText } from 'node:util'
import type { Listening } from '../../mocks/doors/listen.ts'
import { apis } from '../../schemas/apis.ts'
import { exitCode } from './exit.ts'
import { generatedPath } from './package-root.ts'

export interface MockOptions {
  readonly port: number
  readonly host: string
  readonly engine: 'emulator' | 'prism'
}

/** Serves all APIs on one port until it is told to stop. Rejects, before anything is served, when it cannot. */
export async function mock(options: MockOptions): Promise<number> {
  const served = await start(options)
  for (const line of toGreeting(served.url, options.engine)) console.log(line)
  await untilStopped()
  await served.close()
  return exitCode.done
}

/** Each engine is loaded when it is chosen: neither pays for the other's start. */
async function start({ port, host, engine }: MockOptions): Promise<Listening> {
  if (engine === 'emulator') {
    const { serve } = await import('../../mocks/doors/node.ts')
    return await serve({ port, host })
  }
  const { servePrism } = await import('../../mocks/doors/prism.ts')
  const documents = apis.map(async ({ id, dialect }) => ({
    basePath: dialect.basePath,
    document: JSON.parse(await readFile(generatedPath(id, 'openapi.json'), 'utf8')) as object, // our own file
  }))
  return await servePrism({ port, host, documents: await Promise.all(documents) })
}

function toGreeting(url: string, engine: MockOptions['engine']): string[] {
  const command = `curl -i -X POST ${url}/2016-08-15/services -H 'content-type: application/json' -d '{"serviceName":"demo-service"}'`
  return [
    `${styleText('bold', engine === 'emulator' ? 'The mock' : "Prism with the documents' examples")} listens on ${styleText('cyan', url)}`,
    ...apis.map(({ dialect, title }) => `  ${url}${dialect.basePath}  ${title}`),
    'Try it:',
    `  ${command}`,
    `Documents: ${relative(process.cwd(), generatedPath('')) || '.'}/<api>/openapi.yaml, or: faas-contracts spec <api>`,
    ...(engine === 'emulator' ? [`What is stateful and what answers from examples: ${url}/_mock/coverage`] : []),
    'Stop it with Ctrl+C.',
  ]
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
