import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { credentialVariables } from '../../contracts/core/signing/credentials.ts'
import type { CleanupOptions } from './cleanup.ts'
import { exitCode } from './exit.ts'
import { keyVariables, type MockFlags } from './mock-flags.ts'
import { readVersion } from './package-root.ts'
import type { SpecOptions } from './spec.ts'
import type { VerifyOptions } from './verify-settings.ts'

/**
 * Runs one command line and returns its exit code: 0 done or conformant, 1 violations, 2 wrong use, 3 could not run.
 * Each verb loads what it needs when it is the one: the mock would wait longer for the others than for itself.
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
  verify: `faas-contracts verify aliyun-fc-2016-08-15 --url http://127.0.0.1:4010
  $ faas-contracts verify aliyun-fc-2016-08-15 --report out/ --known-failures known.json
  $ faas-contracts verify aliyun-fc-2016-08-15 --operation CreateAlias --profile documented --no-reference
  $ faas-contracts verify aliyun-fc-2016-08-15 --replay 'CreateAlias › duplicate-name-is-rejected'
  $ faas-contracts verify aliyun-fc-2016-08-15 --shard 1/4 --report shard-1
  $ faas-contracts verify aliyun-fc-2021-04-06 --fixture serviceName=demo --dry-run`,
  cleanup: 'faas-contracts cleanup',
  merge: 'faas-contracts merge shard-1 shard-2 --report out',
  report: 'faas-contracts report diff before/report.json after/report.json',
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

  verb('list', '[api]', 'list the APIs, or the operations of one').action(async (api: string | undefined) =>
    end((await import('./list.ts')).list(api)),
  )

  verb('spec', '<api>', 'print an OpenAPI document')
    .addOption(new Option('--openapi <version>', 'version of OpenAPI').choices(['3.1', '3.0']).default('3.1'))
    .addOption(new Option('--format <format>', 'notation').choices(['yaml', 'json']).default('yaml'))
    .action(async (api: string, options: SpecOptions) => end(await (await import('./spec.ts')).spec(api, options)))

  verb('mock', '', 'serve all APIs on one port')
    .optionsGroup('Where:')
    .option('--port <number>', 'port to listen on; 0 picks a free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--cert <file>', 'serve HTTPS with this certificate, in PEM')
    .option('--key <file>', 'and its private key, in PEM')
    .optionsGroup('Who may ask:')
    .addOption(
      new Option('--auth <mode>', 'whether credentials are asked for, and verified (default: off)').choices([
        'off',
        'present',
        'verify',
      ]),
    )
    .option('--credentials <id:secret>', 'an access key that is known; may be given again', collect)
    .option('--token <token>', 'a value of X-Auth-Token that is known; may be given again', collect)
    .option('--explain-auth', 'show what the mock signs, and what the client did, where a signature is wrong')
    .option('--control-token <token>', 'what /_mock/ asks for in X-Mock-Token; made up beyond loopback')
    .optionsGroup('How it behaves:')
    .addOption(
      new Option('--engine <engine>', 'stateful emulator, or Prism and the examples')
        .choices(['emulator', 'prism'])
        .default('emulator'),
    )
    .option('--strict', 'refuse what the pages do not list')
    .option('--deterministic <seed>', 'repeat ids, ETags and times for the same requests')
    .optionsGroup('What it knows:')
    .option('--state <file>', 'load the state from this file, and keep it there over a restart')
    .option('--seed-file <file>', 'begin with these resources, in JSON or YAML')
    .addHelpText('after', mockHelp)
    .action(async (flags: MockFlags) => end(await (await import('./mock.ts')).mock(flags)))

  verb('verify', '<api>', 'check an implementation against the contract')
    .option('--url <base>', "where the implementation listens, without the API's base path")
    .option('--config <file>', 'configuration, in place of faas-contracts.config.ts or .json in this folder')
    .option(
      '--report <folder>',
      'write report.json, report.html, junit.xml, run.har, results.sarif, badge.json, summary.md',
    )
    .option('--dry-run', 'print what would be checked, and send nothing')
    .option('--operation <id>', 'only the checks of this operation')
    .option('--grep <text>', 'only the checks whose name contains this text')
    .option('--replay <check>', 'only the check of this id')
    .option('--shard <i/n>', 'only one part of the checks; faas-contracts merge joins the reports')
    .option('--seed <text>', 'what everything that is invented follows from')
    .option('--timeout <ms>', 'longest wait for one response, in milliseconds (default: 10000)', toMilliseconds)
    .option('--budget <ms>', 'longest time for all checks, in milliseconds (default: 300000)', toMilliseconds)
    .option(
      '--concurrency <number>',
      'how many checks run at once; 1 for a fragile server (default: 4)',
      toMilliseconds,
    )
    .option('--account <id>', 'account or project that requests are made for')
    .option('--region <id>', "with --account and no --url: the vendor's own address in that region")
    .option('--supported <features>', 'the only features that are claimed, with commas between them', toNames)
    .option('--unsupported <features>', 'features that are not claimed, with commas between them', toNames)
    .addOption(
      new Option(
        '--profile <profile>',
        'insist on the page, or take what real servers do, too (default: observed)',
      ).choices(['documented', 'observed']),
    )
    .option('--name-prefix <text>', 'what every invented name begins with (default: fct)')
    .option('--consistency <ms>', 'how long a write may take until every read sees it (default: 0)', toMilliseconds)
    .option(
      '--allow-undocumented <places>',
      'operations, or places like GetFunction#/layers, whose responses may have properties that nobody lists',
      toNames,
    )
    .option('--fixture <name=value>', 'what the checks need to exist; may be given again', collect)
    .option('--reference <base>', 'another server to compare random sequences of calls with (default: the emulator)')
    .option('--no-reference', 'compare with no other server')
    .option('--reference-runs <number>', 'how many random sequences of calls are made (default: 20)', toMilliseconds)
    .option('--known-failures <file>', 'JSON list of { check, reason } that are accepted for now')
    .option('--cleanup-log <folder>', 'where the run writes down what it makes (default: .faas-contracts)')
    .addHelpText(
      'after',
      `\nExit codes: 0 conformant, 1 violations or stale known failures, 2 wrong use, 3 could not run.
\nCredentials come from the environment alone: ${Object.values(credentialVariables).join(', ')}.`,
    )
    .action(async (api: string, options: VerifyOptions) =>
      end(await (await import('./verify.ts')).verify(api, options)),
    )

  verb('cleanup', '', 'remove what an interrupted verify left behind')
    .option('--cleanup-log <folder>', 'where the run wrote down what it made (default: .faas-contracts)')
    .option('--account <id>', 'account or project that requests are made for')
    .option('--timeout <ms>', 'longest wait for one response, in milliseconds (default: 10000)', toMilliseconds)
    .action(async (options: CleanupOptions) => end(await (await import('./cleanup.ts')).cleanup(options)))

  verb('merge', '<reports...>', 'join the reports of shards into one')
    .requiredOption('--report <folder>', 'where to write the report')
    .action(async (paths: string[], options: { report: string }) =>
      end(await (await import('./merge.ts')).merge(paths, options)),
    )

  const report = verb('report', '', 'compare reports, or print their schema')
  report
    .command('diff <before> <after>')
    .description('what changed; ends with 1 where a check fails that did not')
    .action(async (before: string, after: string) => end(await (await import('./report.ts')).reportDiff(before, after)))
  report
    .command('schema')
    .description('the JSON Schema of report.json')
    .action(async () => end((await import('./report.ts')).reportSchema()))

  return program
}

const mockHelp = `  $ faas-contracts mock --port 4443 --cert cert.pem --key key.pem
  $ faas-contracts mock --auth verify --credentials my-id:my-secret --explain-auth
  $ faas-contracts mock --deterministic 1 --seed-file seed.yaml
  $ faas-contracts mock --state mock-state.json

An access key can also stand in ${keyVariables.id} and ${keyVariables.secret}.`

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value]
}

function toPort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('It is a whole number from 0 to 65535.')
  return Number(text)
}

function toNames(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function toMilliseconds(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('It is a whole number above 0.')
  return Number(text)
}
