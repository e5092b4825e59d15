import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fillPath } from '../../../schemas/core/lib/path-template.ts'
import { toCalls, toKnown } from './calls.ts'
import { addExamples } from './document.ts'
import { dreddHooks } from './dredd-hooks.ts'
import { installNpm } from './install-npm.ts'
import type { Peer, PeerConfiguration, PeerFinding } from './peer.ts'
import { runBounded } from './run-bounded.ts'

const version = '14.1.0'

/** Installs Dredd in its own folder unless it is there. Rejects if the installation fails. */
export async function installDredd(cache: string): Promise<Peer> {
  const folder = join(cache, 'dredd')
  const program = await installNpm(folder, 'dredd', version, 'bin/dredd')
  const toConfiguration = (
    name: PeerConfiguration['name'],
    notes: string,
    isSeeded: boolean,
    flags: readonly string[],
  ): PeerConfiguration => ({
    name,
    notes,
    isSeeded,
    command: ['dredd openapi.json <address>', ...flags].join(' '),
    async run({ url, document, folder: work, limit }) {
      const calls = toCalls(document)
      await writeFile(join(work, 'openapi.json'), JSON.stringify(isSeeded ? addExamples(document, toKnown) : document))
      await writeFile(join(work, 'calls.json'), JSON.stringify({ base: new URL(url).pathname, calls }))
      await writeFile(join(work, 'hooks.cjs'), dreddHooks)
      const report = join(work, 'report.xml')
      const command = [process.execPath, program, 'openapi.json', url, '--reporter', 'xunit', '--output', report]
      const ended = await runBounded([...command, '--loglevel', 'error', ...flags], work, limit)
      const xml = existsSync(report) ? await readFile(report, 'utf8') : ''
      const places = new Map(
        Object.entries(document.paths).flatMap(([template, item]) =>
          Object.entries(item).map(([method, { operationId }]) => {
            const path = fillPath(template, (name) => toKnown(operationId, name))
            return [`${method.toUpperCase()} ${path}`, `${method.toUpperCase()} ${template}`] as const
          }),
        ),
      )
      return {
        findings: toDreddFindings(xml, places),
        passed: toDreddPassed(xml, places),
        seconds: ended.seconds,
        isCut: ended.isCut,
      }
    },
  })
  return {
    name: 'Dredd',
    version,
    configurations: [
      toConfiguration('default', 'an empty server', false, []),
      toConfiguration(
        'best effort',
        'seeded server, an example for each path parameter, hooks that send the request for each status, sorted',
        true,
        ['--sorted', '--hookfiles=./hooks.cjs'],
      ),
    ],
  }
}

/** The passed transactions, each with the start of the text that its failure would have. */
export function toDreddPassed(xml: string, places: ReadonlyMap<string, string>): readonly PeerFinding[] {
  const cases = xml.matchAll(/<testcase name="([A-Z]+) \((\d+)\) ([^"]*)"[^>]*\/>/g)
  return [...cases].map(([, method = '', status = '', path = '']) => {
    const bare = `${method} ${path.split('?')[0]}`
    return { operation: places.get(bare) ?? bare, what: `${status}: ` }
  })
}

/** The failed transactions with their reasons. `places` maps paths to path templates. */
export function toDreddFindings(xml: string, places: ReadonlyMap<string, string>): readonly PeerFinding[] {
  const cases = xml.matchAll(/<testcase name="([A-Z]+) \((\d+)\) ([^"]*)"[^>]*><failure><!\[CDATA\[([\s\S]*?)\]\]>/g)
  return [...cases].flatMap(([, method = '', status = '', path = '', text = '']) => {
    const bare = `${method} ${path.split('?')[0]}`
    const operation = places.get(bare) ?? bare
    const message = text.split('\nRequest:')[0] ?? '' // the request and response follow
    const reasons = [...message.matchAll(/^((?:statusCode|body|headers): .*|Error: .+?)(?: 127\.0\.0\.1:\d+)?$/gm)].map(
      ([, reason = '']) => reason,
    )
    return (reasons.length === 0 ? ['failed'] : [...new Set(reasons)]).map((reason) => ({
      operation,
      what: `${status}: ${reason}`,
    }))
  })
}
