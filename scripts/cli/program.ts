import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { toSafeText } from '../../contracts/core/report/safe-text.ts'
import { credentialVariables } from '../../contracts/core/signing/credentials.ts'
import { examples, partialSettings } from './command-facts.ts'
import { exitCode } from './exit.ts'
import { checkFlagValues } from './flag-values.ts'
import { keyVariables, type MockFlags } from './mock-flags.ts'
import { readVersion } from './package-root.ts'
import type { ProxyFlags } from './proxy.ts'
import type { SpecOptions } from './spec.ts'
import type { TrafficFlags } from './traffic.ts'

/**
 * Runs one command line and returns its exit code: 0 done or conformant, 1 violations, 2 wrong use, 3 could not run.
 * Each command loads its own modules when it is called, so that the mock starts fast.
 */
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
    // `help verify` is `verify --help`: only then are the flags of the settings added.
    const [first, second] = args
    const words = first === 'help' && second !== undefined ? [second, '--help'] : args
    program.hook('preSubcommand', (_, subcommand) => checkFlagValues(subcommand, words))
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    return toExitCode(error)
  }
}

function toExitCode(error: unknown): number {
  // Commander has already printed its own line. Help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrongUse
  console.error(toSafeText(`faas-contracts: ${error instanceof Error ? error.message : String(error)}`))
  return error instanceof WrongUseError ? exitCode.wrongUse : exitCode.couldNotRun
}

const exitCodeHelp = 'Exit codes: 0 done or conformant, 1 violations, 2 wrong use, 3 could not run.'

function createProgram(end: (code: number) => void): Command {
  const program = new Command('faas-contracts')
    .description(
      'Contracts for serverless management APIs: OpenAPI documents, a stateful mock and a contract-test suite.',
    )
    .version(readVersion())
    .exitOverride()
    // Some flags are added later, so commander would not list `[options]` for every command.
    .configureHelp({ subcommandTerm: (subcommand) => `${subcommand.name()} ${subcommand.usage()}` })
    .configureOutput({ outputError: (text, write) => write(toOneLine(text, 'faas-contracts')) })
    .addHelpText('after', `\n${toExampleText(Object.values(examples).map(([first]) => first))}\n\n${exitCodeHelp}`)
  const command = (name: keyof typeof examples, args: string, description: string) =>
    program
      .command(`${name} ${args}`.trim())
      .description(description)
      .configureOutput({ outputError: (text, write) => write(toOneLine(text, `faas-contracts ${name}`)) })
      .addHelpText('after', `\n${toExampleText(examples[name])}`)

  command('list', '[api]', 'list the APIs, or the operations of one API').action(async (api: string | undefined) =>
    end((await import('./list.ts')).list(api)),
  )

  command('spec', '<api>', 'print an OpenAPI document')
    .addOption(new Option('--openapi <version>', 'version of OpenAPI').choices(['3.1', '3.0']).default('3.1'))
    .addOption(new Option('--format <format>', 'output format').choices(['yaml', 'json']).default('yaml'))
    .addOption(
      new Option('--profile <profile>', 'documented: leave out everything with a mark')
        .choices(['documented', 'observed'])
        .default('observed'),
    )
    .option('--one-spelling', 'leave out the second name of each field that has two names')
    .action(async (api: string, options: SpecOptions) => end(await (await import('./spec.ts')).spec(api, options)))

  addMockFlags(command('mock', '', 'serve all APIs on one port')).action(async (flags: MockFlags) =>
    end(await (await import('./mock.ts')).mock(flags)),
  )

  command('verify', '<api>', 'run the contract suite against a server')
    .addHelpText(
      'after',
      `\nExit codes: 0 conformant, 1 violations or outdated known failures, 2 wrong use, 3 could not run.
\nCredentials come from the environment only: ${Object.values(credentialVariables).join(', ')}.`,
    )
    .action(async (api: string, flags: object) => end(await (await import('./verify.ts')).verify(api, { ...flags })))

  addTrafficFlags(
    command('traffic', '<api> <files...>', 'check exchanges that other tools recorded, in HAR files'),
  ).action(async (api: string, files: string[], flags: TrafficFlags) =>
    end(await (await import('./traffic.ts')).traffic(api, files, flags)),
  )

  addTrafficFlags(
    command('proxy', '<api>', 'check the exchanges between a client and a server while they occur')
      .requiredOption('--upstream <url>', 'address of the server, to which the proxy forwards all requests')
      .option('--port <number>', 'port to listen on; 0 selects a free port', toPort, 4011)
      .option('--rewrite-host', 'send the host of the upstream in the header Host, instead of what the client sends')
      .option('--fail-fast', 'stop after the first violation')
      .option('--record <file>', 'write the resources that the traffic shows as a seed for the mock'),
  ).action(async (api: string, flags: ProxyFlags) => end(await (await import('./proxy.ts')).proxy(api, flags)))

  command('cleanup', '', 'remove what an interrupted run of verify left behind')
    .option(
      '--forget <run>',
      'delete the cleanup log of this run, but not its resources; repeat the flag for several',
      collect,
    )
    .action(async (flags: object) => end(await (await import('./cleanup.ts')).cleanup({ ...flags })))

  command('merge', '<reports...>', 'join the reports of a run that --shard split')
    .requiredOption('--report <folder>', 'folder for the joined report')
    .action(async (paths: string[], options: { report: string }) =>
      end(await (await import('./merge.ts')).merge(paths, options)),
    )

  const report = command('report', '', 'compare reports, or print their schema')
  report
    .command('diff <before> <after>')
    .description('print what changed; exit code 1 if a check fails that passed before')
    .action(async (before: string, after: string) => end(await (await import('./report.ts')).reportDiff(before, after)))
  report
    .command('schema')
    .description('print the JSON Schema of report.json')
    .action(async () => end((await import('./report.ts')).reportSchema()))

  // The schema of the settings is loaded only for the commands that use it.
  program.hook('preSubcommand', async (_, subcommand) => {
    const name = subcommand.name()
    if (name !== 'verify' && !Object.hasOwn(partialSettings, name)) return
    const { addSettingFlags } = await import('./verify-flags.ts')
    addSettingFlags(subcommand, partialSettings[name])
  })
  return program
}

function addTrafficFlags(command: Command): Command {
  return command
    .option('--check-requests', 'report requests that violate their schema as violations, too')
    .option(
      '--compare-states',
      'also compare the responses with each other; only if no other client changes the server meanwhile',
    )
}

function addMockFlags(command: Command): Command {
  return command
    .optionsGroup('Address:')
    .option('--port <number>', 'port to listen on; 0 selects a free port', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--public-url <url>', 'URL at which clients reach the mock behind a proxy')
    .option('--cert <file>', 'serve HTTPS with this certificate, in PEM')
    .option('--key <file>', 'private key of the certificate, in PEM')
    .optionsGroup('Authentication:')
    .addOption(
      new Option(
        '--auth <mode>',
        'off: ignore credentials; present: require credentials; verify: verify signatures and tokens (default: off)',
      ).choices(['off', 'present', 'verify']),
    )
    .option('--credentials <id:secret>', 'valid access key; repeat the flag for several', collect)
    .option('--token <token>', 'valid value of X-Auth-Token; repeat the flag for several', collect)
    .option('--explain-auth', 'print why a signature is wrong, with the string that the client must sign')
    .option(
      '--control-token <token>',
      'token that /_mock/ requires in X-Mock-Token (default: none on loopback, otherwise a random token)',
    )
    .optionsGroup('Behaviour:')
    .addOption(
      new Option('--engine <engine>', "emulator: stateful; prism: serve the documents' examples with Prism")
        .choices(['emulator', 'prism'])
        .default('emulator'),
    )
    .option('--strict', 'reject undocumented fields, parameters and values')
    .option('--deterministic <seed>', 'return the same ids, ETags and times for the same requests')
    .optionsGroup('Output:')
    .option('--quiet', 'print no line for a request')
    .option('--verbose', 'also print the rule that a request violates')
    .addOption(
      new Option('--log <format>', 'format of the line for a request (default: text)').choices(['text', 'json']),
    )
    .optionsGroup('State:')
    .option('--state <file>', 'keep the state in this file after a restart')
    .option('--seed-file <file>', 'file with the resources to start with, in JSON or YAML')
    .addHelpText('after', `\nAn access key can also be in ${keyVariables.id} and ${keyVariables.secret}.`)
}

/** The error of commander as one line: `unknown option '--prot'; did you mean --port?; see: faas-contracts mock --help`. */
function toOneLine(text: string, command: string): string {
  const line = text
    .trimEnd()
    .replace(/^error: /, 'faas-contracts: ')
    .replace(/\n\(Did you mean (.*)\?\)$/, '; did you mean $1?')
    .replace(/\.$/, '')
  return `${line}; see: ${command} --help\n`
}

function toExampleText(lines: readonly string[]): string {
  return [lines.length === 1 ? 'Example:' : 'Examples:', ...lines.map((line) => `  $ ${line}`)].join('\n')
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value]
}

function toPort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535')
  }
  return Number(text)
}
