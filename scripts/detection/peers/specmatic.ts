import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toCalls } from './calls.ts'
import { type Document, dropExamples } from './document.ts'
import { fresh } from './fixtures.ts'
import { installNpm } from './install-npm.ts'
import type { Peer, PeerConfiguration, PeerFinding } from './peer.ts'
import { runBounded } from './run-bounded.ts'

const run = promisify(execFile)
const version = '2.55.1'

/** Installs Specmatic in its own folder unless it is there. Rejects if Java is missing or the installation fails. */
export async function installSpecmatic(cache: string): Promise<Peer> {
  await run('java', ['-version'])
  const folder = join(cache, 'specmatic')
  const program = await installNpm(folder, 'specmatic', version, 'specmatic.jar')
  // Java needs most of a short run to start, so its loaded classes are cached between runs
  const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto']
  const archive = join(folder, 'classes.jsa')
  const toConfiguration = (
    name: PeerConfiguration['name'],
    notes: string,
    isSeeded: boolean,
    flags: readonly string[],
  ): PeerConfiguration => ({
    name,
    notes,
    isSeeded,
    command: [
      ...(isSeeded ? ['SPECMATIC_GENERATIVE_TESTS=true'] : []),
      'java -jar specmatic.jar test openapi.json --testBaseURL=<address>',
      ...flags,
    ].join(' '),
    async run({ url, document, folder: work, limit }) {
      await writeFile(join(work, 'openapi.json'), JSON.stringify(isSeeded ? dropExamples(document) : document))
      if (isSeeded) await writeExamples(document, join(work, 'examples'))
      const share = existsSync(archive) ? `-XX:SharedArchiveFile=${archive}` : `-XX:ArchiveClassesAtExit=${archive}`
      const command = ['java', ...quick, share, '-jar', program, 'test', 'openapi.json', `--testBaseURL=${url}`]
      const env: Readonly<Record<string, string>> = isSeeded ? { SPECMATIC_GENERATIVE_TESTS: 'true' } : {}
      const ended = await runBounded([...command, ...flags], work, limit, env)
      const findings = toSpecmaticFindings(ended.output)
      const passed = toSpecmaticFindings(ended.output, 'has SUCCEEDED')
      return { findings, passed, seconds: ended.seconds, isCut: ended.isCut }
    },
  })
  return {
    name: 'Specmatic',
    version,
    configurations: [
      toConfiguration('default', 'an empty server, the examples in the document', false, []),
      toConfiguration(
        'best effort',
        'seeded server, an example file for each success and each request error, generative tests',
        true,
        ['--examples=examples'],
      ),
    ],
  }
}

/** Writes one file per call, except for 400, which the generative tests cover. */
async function writeExamples(document: Document, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { operationId, method, path, query, headers, body, status, response } of toCalls(document)) {
    if (status === 400) continue
    const example = {
      'http-request': {
        method,
        path,
        headers,
        ...(query !== undefined && { query: Object.fromEntries(new URLSearchParams(query)) }),
        ...(body !== undefined && { body: isCreated(operationId, status) ? drawName(body, fresh[operationId]) : body }),
      },
      'http-response': {
        status,
        ...(response !== undefined && { headers: { 'Content-Type': 'application/json' }, body: response }),
      },
    }
    await writeFile(join(folder, `${operationId}-${status}.json`), JSON.stringify(example))
  }
}

function isCreated(operationId: string, status: number): boolean {
  return operationId in fresh && status === 200
}

/** `(string)` makes Specmatic generate the name, so that at least the first create from an example succeeds. */
function drawName(body: unknown, names: Readonly<Record<string, string>> = {}): unknown {
  return {
    ...(typeof body === 'object' && body),
    ...Object.fromEntries(Object.keys(names).map((name) => [name, '(string)'])),
  }
}

/** The tests with this ending. */
export function toSpecmaticFindings(output: string, ending = 'has FAILED|was ABORTED'): readonly PeerFinding[] {
  const line = new RegExp(`Scenario: ([A-Z]+) (\\S+) -> (.*) (?:${ending})$`, 'gm')
  const findings = [...output.matchAll(line)].map(([, method = '', path = '', what = '']) => ({
    operation: `${method} ${path.replaceAll(/\((\w+):\w+\)/g, '{$1}')}`,
    what,
  }))
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}
