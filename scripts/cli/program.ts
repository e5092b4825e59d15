import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { exitCode } from './exit.ts'
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
  if (args.length === 0) {
    program.outputHelp({ error: true })
    return exitCode.wrongUse
  }
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
  return error instanceof WrongUseError ? exitCode.wrongUse : exitCode.couldNotRun
}

const examples = {
  list: 'faas-contracts list aliyun-fc-2016-08-15',
  spec: 'faas-contracts spec huawei-functiongraph-v2 --openapi 3.0 > functiongraph.yaml',
  mock: 'faas-contracts mock --port 4010',
  verify: 'faas-contracts verify aliyun-fc-2016-08-15 --url http://127.0.0.1:4010',
} as const

function createProgram(end: (code: number) => void): Command {
  const program = new Command('faas-contracts')
    .description('Serverless-function management APIs as contracts: documents, a mock, and checks for implementations.')
    .version(readVersion())
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'faas-contracts: ')) })
    .addHelpText(
      'after',
      `\nExamples:\n${Object.values(examples)
        .map((line) => `  $ ${line}`)
        .join('\n')}`,
    )
    .addHelpText('after', '\nExit codes: 0 done or conformant, 1 violations, 2 wrong use, 3 could not run.')
  const verb = (name: keyof typeof examples, args: string, description: string) =>
    program
      .command(`${name} ${args}`.trim())
      .description(description)
      .addHelpText('after', `\nExample:\n  $ ${examples[name]}`)

  verb('list', '[api]', 'list the APIs, or the operations of one').action((api: string | undefined) => end(list(api)))

  verb('spec', '<api>', 'print an OpenAPI document')
    .addOption(new Option('--openapi <version>', 'version of OpenAPI').choices(['3.1', '3.0']).default('3.1'))
    .addOption(new Option('--format <format>', 'notation').choices(['yaml', 'json']).default('yaml'))
    .action(async (api: string, options: SpecOptions) => end(await spec(api, options)))

  const engines = ['emulator', 'prism']
  verb('mock', '', 'serve all APIs on one port')
    .option('--port <number>', 'port to listen on; 0 picks a free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(
      new Option('--engine <engine>', 'stateful emulator, or Prism and the examples')
        .choices(engines)
        .default('emulator'),
    )
    .action(async (options: MockOptions) => end(await mock(options)))

  verb('verify', '<api>', 'check an implementation against the contract')
    .requiredOption('--url <base>', "where the implementation listens, without the API's base path")
    .option('--operation <id>', 'only the checks of this operation')
    .option('--grep <text>', 'only the checks whose name contains this text')
    .option('--seed <text>', 'what everything that is invented follows from')
    .option('--timeout <ms>', 'longest wait for one answer, in milliseconds (default: 10000)', toMilliseconds)
    .action(async (api: string, options: VerifyOptions) => end(await verify(api, options)))

  return program
}

function toPort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('It is a whole number from 0 to 65535.')
  return Number(text)
}

function toMilliseconds(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('It is a whole number above 0.')
  return Number(text)
}
