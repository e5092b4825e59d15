import { readFile } from 'node:fs/promises'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import type { Listening } from '../../mocks/adapters/http/listen.ts'
import type { Served } from '../../mocks/adapters/http/node.ts'
import { StateFileError } from '../../mocks/adapters/http/state-file.ts'
import { ControlError } from '../../mocks/core/control/control-error.ts'
import type { HandledRequest } from '../../mocks/core/emulator-options.ts'
import { baseApis } from '../../schemas/base-apis.ts'
import { exitCode } from './exit.ts'
import { FileError, readSeed, readTls } from './mock-files.ts'
import { checkFlags, type MockFlags, toAuth } from './mock-flags.ts'
import { toGreeting } from './mock-greeting.ts'
import { toJsonLine, toRequestLine } from './mock-request-line.ts'
import { generatedPath } from './package-root.ts'
import { untilStopped } from './until-stopped.ts'

/** Serves all APIs on one port until it is stopped. Rejects, before it serves anything, if it cannot start. */
export async function mock(flags: MockFlags): Promise<number> {
  checkFlags(flags)
  const served = flags.engine === 'prism' ? await startPrism(flags) : await startEmulator(flags)
  for (const line of toGreeting(served, flags)) console.log(line)
  await untilStopped()
  await served.close()
  return exitCode.done
}

/** Each engine is loaded on demand, so that the start is fast. */
async function startEmulator(flags: MockFlags): Promise<Served> {
  const { port, host, cert, key, strict, deterministic, state, seedFile, controlToken, publicUrl } = flags
  const onRequest = flags.quiet
    ? undefined
    : (handled: HandledRequest) => void process.stdout.write(toLine(handled, flags))
  const auth = toAuth(flags, process.env)
  const tls = cert === undefined || key === undefined ? undefined : await readTls(cert, key)
  const seed = seedFile === undefined ? undefined : await readSeed(seedFile)
  const { serve } = await import('../../mocks/adapters/http/node.ts')
  try {
    return await serve({
      port,
      host,
      tls,
      auth,
      strict,
      publicUrl,
      deterministic,
      seed,
      stateFile: state,
      controlToken,
      onRequest,
    })
  } catch (error) {
    if (error instanceof StateFileError) throw new WrongUseError(`--state ${error.message}`, { cause: error })
    // The seed is the only input of the emulator that can be invalid here.
    if (seedFile === undefined || !(error instanceof ControlError)) throw error
    throw new FileError('--seed-file', seedFile, error.message, error)
  }
}

function toLine(handled: HandledRequest, { log, verbose }: MockFlags): string {
  return log === 'json' ? toJsonLine(handled, new Date()) : toRequestLine(handled, verbose)
}

async function startPrism({ port, host }: MockFlags): Promise<Listening> {
  const { servePrism } = await import('../../mocks/adapters/prism/prism.ts')
  const documents = baseApis.map(async ({ id, dialect }) => ({
    basePath: dialect.basePath,
    document: JSON.parse(await readFile(generatedPath(id, 'openapi.json'), 'utf8')) as object, // our own file
  }))
  return await servePrism({ port, host, documents: await Promise.all(documents) })
}
