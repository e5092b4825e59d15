import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Peer, PeerConfiguration, PeerFinding } from './peer.ts'
import { runBounded } from './run-bounded.ts'

const run = promisify(execFile)

/** Installs Schemathesis into a folder of its own, once. Rejects where it cannot be had. */
export async function installSchemathesis(cache: string, document: string, boundSeconds: number): Promise<Peer> {
  const folder = join(cache, 'schemathesis')
  const program = join(folder, 'bin', 'st')
  if (!existsSync(program)) {
    await run('python3', ['-m', 'venv', folder])
    await run(join(folder, 'bin', 'pip'), ['install', '--quiet', 'schemathesis==4.32.5'])
  }
  const { stdout } = await run(program, ['--version'])
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? 'unknown'
  const toConfiguration = (
    name: PeerConfiguration['name'],
    notes: string,
    isSeeded: boolean,
    flags: readonly string[],
  ): PeerConfiguration => ({
    name,
    notes,
    isSeeded,
    command: ['st run openapi.json --url <address> --include-operation-id <operation> --seed 1', ...flags].join(' '),
    async run({ url, operations, folder: work }) {
      const reports = join(work, 'reports')
      await rm(reports, { recursive: true, force: true })
      await mkdir(reports, { recursive: true })
      if (isSeeded) await writeFile(join(work, 'schemathesis.toml'), settings)
      const chosen = operations.flatMap(toIds).flatMap((id) => ['--include-operation-id', id])
      const command = [program, 'run', document, '--url', url, '--seed', '1', '--no-color', ...chosen, ...flags]
      const ended = await runBounded([...command, '--report', 'junit', '--report-dir', reports], work, boundSeconds)
      const [file] = (await readdir(reports)).filter((entry) => entry.endsWith('.xml'))
      const xml = file === undefined ? '' : await readFile(join(reports, file), 'utf8')
      return { findings: toFindings(xml), seconds: ended.seconds, isCut: ended.isCut }
    },
  })
  return {
    name: 'Schemathesis',
    version,
    configurations: [
      toConfiguration('default', 'an empty server', false, []),
      toConfiguration(
        'best effort',
        'a server with the resources of the examples, their names as parameters, checks off that the pages do not ask for',
        true,
        ['--exclude-checks', 'ignored_auth,unsupported_method,allow_header_conformance'],
      ),
    ],
  }
}

/** The names that the seeded server has. */
const settings = `[parameters]
serviceName = "demo-service"
functionName = "helloworld"
triggerName = "image_resize"
aliasName = "my-alias"
qualifier = "1"
`

/** The plain path and the qualified one. */
function toIds({ id, qualifiedPath }: Operation): readonly string[] {
  return qualifiedPath === undefined ? [id] : [id, `${id}ByQualifier`]
}

/** Each test case is an operation; each of its failures names what kinds of fault it is, in lines that begin alike. */
function toFindings(xml: string): readonly PeerFinding[] {
  return [...xml.matchAll(/<testcase [^>]*?name="([^"]*)"[^>]*?>([\s\S]*?)<\/testcase>/g)].flatMap(
    ([, name = '', inner = '']) => {
      const kinds = [...inner.matchAll(/- (ST\d+ [^\n&<]+)/g)].map(([, what = '']) => what.trim())
      return [...new Set(kinds)].map((what) => ({ operation: name, what }))
    },
  )
}
