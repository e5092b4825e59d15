import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { CannotRunError, exitCode, UsageError } from './exit.ts'
import { list } from './list.ts'
import { type MockOptions, mock } from './mock.ts'
import { readVersion } from './package-root.ts'
import { type SpecOptions, spec } from './spec.ts'
import { type VerifyOptions, verify } from './verify.ts'

/** Runs one command line and returns its exit code: 0 done or conformant, 1 violations, 2 wrong use, 3 could not run. */
export async function runCli(args: readonly string[]): Promise<number> {
  let code: number = exitCode.done
  const program = createProgram((result) => {
    code = result
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return toExitCode(error)
  }
}

function toExitCode(error: unknown): number {
  // Commander has printed its own line already; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrongUse
  console.error(`faas-contracts: ${error instanceof Error ? error.message : String(error)}`)
  if (error instanceof UsageError) return exitCode.wrongUse
  if (!(error instanceof CannotRunError) && process.env.DEBUG) console.error(error)
  return exitCode.couldNotRun
}

function createProgram(end: (code: number) => void): Command {
  const program = new Command('faas-contracts')
    .description(
      'Serverless-function management APIs as contracts: documents, a mock, and checks for any implementation.',
    )
    .version(readVersion())
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'faas-contracts: ')) })
    .addHelpText('after', '\nExit codes: 0 done or conformant, 1 violations, 2 wrong use, 3 could not run.')

  verb(
    program,
    'list [api]',
    'list the APIs, or the operations of one',
    'faas-contracts list aliyun-fc-2016-08-15',
  ).action((api: string | undefined) => end(list(api)))

  verb(
    program,
    'spec <api>',
    'print an OpenAPI document',
    'faas-contracts spec huawei-functiongraph-v2 --openapi 3.0 > functiongraph.yaml',
  )
    .addOption(new Option('--openapi <version>', 'version of OpenAPI').choices(['3.1', '3.0']).default('3.1'))
    .addOption(new Option('--format <format>', 'notation').choices(['yaml', 'json']).default('yaml'))
    .action(async (api: string, options: SpecOptions) => end(await spec(api, options)))

  verb(program, 'mock', 'serve all APIs on one port', 'faas-contracts mock --port 4010')
    .option('--port <number>', 'port to listen on; 0 picks a free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(
      new Option('--engine <engine>', "stateful emulator, or Prism with the documents' examples")
        .choices(['emulator', 'prism'])
        .default('emulator'),
    )
    .action(async (options: MockOptions) => end(await mock(options)))

  verb(
    program,
    'verify <api>',
    'check an implementation against the contract',
    'faas-contracts verify aliyun-fc-2016-08-15 --url http://127.0.0.1:4010',
  )
    .requiredOption('--url <base>', "where the implementation listens, without the API's base path")
    .option('--operation <id>', 'only the checks of this operation')
    .option('--grep <text>', 'only the checks whose name contains this text')
    .option('--seed <text>', 'seed of everything that is invented', 'faas-contracts')
    .option('--timeout <ms>', 'longest wait for one answer, in milliseconds', toMilliseconds, 10_000)
    .action(async (api: string, options: VerifyOptions) => end(await verify(api, options)))

  return program
}

function verb(program: Command, nameAndArgs: string, description: string, example: string): Command {
  return program
    .command(nameAndArgs)
    .description(description)
    .allowExcessArguments(false)
    .addHelpText('after', `\nExample:\n  $ ${example}`)
}

function toPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('a port is a whole number from 0 to 65535.')
  return port
}

function toMilliseconds(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value === 0) throw new InvalidArgumentError('milliseconds are a whole number above 0.')
  return value
}
