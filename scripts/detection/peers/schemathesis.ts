import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { known, spare } from './fixtures.ts'
import type { Peer, PeerConfiguration, PeerFinding } from './peer.ts'
import { runBounded } from './run-bounded.ts'

const run = promisify(execFile)

/** Installs Schemathesis in its own folder unless it is there. Rejects if the installation fails. */
export async function installSchemathesis(cache: string): Promise<Peer> {
  const folder = join(cache, 'schemathesis')
  const program = join(folder, 'bin', 'st')
  if (!existsSync(program)) {
    await run('python3', ['-m', 'venv', folder])
    await run(join(folder, 'bin', 'pip'), ['install', '--quiet', 'schemathesis==4.32.5'])
  }
  const { stdout } = await run(program, ['--version'])
  const toConfiguration = (
    name: PeerConfiguration['name'],
    notes: string,
    isSeeded: boolean,
    flags: readonly string[],
  ): PeerConfiguration => ({
    name,
    notes,
    isSeeded,
    command: ['st run openapi.json --url <address> --seed 1', ...flags].join(' '),
    async run({ url, document, folder: work, limit }) {
      const reports = join(work, 'reports')
      await mkdir(reports, { recursive: true })
      await writeFile(join(work, 'openapi.json'), JSON.stringify(document))
      if (isSeeded) await writeFile(join(work, 'schemathesis.toml'), toSettings())
      const command = [program, 'run', 'openapi.json', '--url', url, '--seed', '1', '--no-color', ...flags]
      const ended = await runBounded([...command, '--report', 'junit', '--report-dir', reports], work, limit)
      const [file] = (await readdir(reports)).filter((entry) => entry.endsWith('.xml'))
      const xml = file === undefined ? '' : await readFile(join(reports, file), 'utf8')
      return { findings: toSchemathesisFindings(xml), seconds: ended.seconds, isCut: ended.isCut }
    },
  })
  return {
    name: 'Schemathesis',
    version: /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? 'unknown',
    configurations: [
      toConfiguration('default', 'an empty server', false, []),
      toConfiguration(
        'best effort',
        'seeded server, dictionaries of its names, an Authorization header, all phases, without checks that the sources do not require',
        true,
        [
          '--phases examples,coverage,fuzzing,stateful',
          '--continue-on-failure --max-examples 10 --no-shrink --header Authorization:FC',
          '--exclude-checks ignored_auth,missing_required_header,unsupported_method,allow_header_conformance',
        ].flatMap((text) => text.split(' ')),
      ),
    ],
  }
}

/** Settings that mostly use names of the seeded server. They permit 412, which a generated If-Match must cause. */
function toSettings(): string {
  const bind = (key: string, value: string) => `"path.${key}" = { dictionary = "${value}", probability = 0.9 }`
  const values = [...new Set([...Object.values(known), ...Object.values(spare).flatMap(Object.values)])]
  return [
    '[checks.positive_data_acceptance]',
    'expected-statuses = ["2xx", "3xx", 401, 403, 404, 409, 412, 429, "5xx"]',
    ...values.map((value) => `[dictionaries.${toWord(value)}]\nvalues = ["${value}"]`),
    '[parameters]',
    ...Object.entries(known).map(([key, value]) => bind(key, toWord(value))),
    ...Object.entries(spare).flatMap(([operationId, entries]) => [
      '[[operations]]',
      `include-operation-id = "${operationId}"`,
      '[operations.parameters]',
      ...Object.entries({ ...known, ...entries })
        .filter(([key]) => key in entries)
        .map(([key, value]) => bind(key, toWord(value))),
    ]),
    '',
  ].join('\n')
}

function toWord(value: string): string {
  return `d_${value.replaceAll('-', '_')}`
}

/** Each test case is an operation. Each failure lists its kinds, one per line, in a fixed format. */
export function toSchemathesisFindings(xml: string): readonly PeerFinding[] {
  return [...xml.matchAll(/<testcase [^>]*?name="([^"]*)"[^>]*?(?<!\/)>([\s\S]*?)<\/testcase>/g)].flatMap(
    ([, name = '', inner = '']) => {
      const kinds = [...inner.matchAll(/^- (ST\d+ [^\n&<]+)[\s\S]*?(?:\n\[(\d+)\]|\n\n\d+\. |<\/failure>)/gm)]
      const words = kinds.map(([, what = '', status]) => (status ? `${what.trim()}, at ${status}` : what.trim()))
      return [...new Set(words)].map((what) => ({ operation: name, what }))
    },
  )
}
