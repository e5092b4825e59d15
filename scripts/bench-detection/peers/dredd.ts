import { fillPath } from '../../../schemas/core/lib/path-template.ts'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toCalls, toKnown } from './calls.ts'
import { giveExamples } from './document.ts'
import { dreddHooks } from './dredd-hooks.ts'
import { installNpm } from './install-npm.ts'
import type { Peer, PeerConfiguration, PeerFinding } from './peer.ts'
import { runBounded } from './run-bounded.ts'

const version = '14.1.0'

/** Installs Dredd into a folder of its own, once. Rejects where it cannot be had. */
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
      await writeFile(join(work, 'openapi.json'), JSON.stringify(isSeeded ? giveExamples(document, toKnown) : document))
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
        'seeded server, an example at each path parameter, hooks that send what causes each status, sorted',
        true,
        ['--sorted', '--hookfiles=./hooks.cjs'],
      ),
    ],
  }
}

/** Every transaction that passed, in the words in which its failure would begin. */
export function toDreddPassed(xml: string, places: ReadonlyMap<string, string>): readonly PeerFinding[] {
  const cases = xml.matchAll(/<testcase name="([A-Z]+) \((\d+)\) ([^"]*)"[^>]*\/>/g)
  return [...cases].map(([, method = '', status = '', path = '']) => {
    const bare = `${method} ${path.split('?')[0]}`
    return { operation: places.get(bare) ?? bare, what: `${status}: ` }
  })
}

/** Every transaction that failed, with each of its reasons; `places` leads from its path to the template. */
export function toDreddFindings(xml: string, places: ReadonlyMap<string, string>): readonly PeerFinding[] {
  const cases = xml.matchAll(/<testcase name="([A-Z]+) \((\d+)\) ([^"]*)"[^>]*><failure><!\[CDATA\[([\s\S]*?)\]\]>/g)
  return [...cases].flatMap(([, method = '', status = '', path = '', text = '']) => {
    const bare = `${method} ${path.split('?')[0]}`
    const operation = places.get(bare) ?? bare
    const message = text.split('\nRequest:')[0] ?? '' // what was sent and returned follows, in the same words
    const reasons = [...message.matchAll(/^((?:statusCode|body|headers): .*|Error: .+?)(?: 127\.0\.0\.1:\d+)?$/gm)].map(
      ([, reason = '']) => reason,
    )
    return (reasons.length === 0 ? ['failed'] : [...new Set(reasons)]).map((reason) => ({
      operation,
      what: `${status}: ${reason}`,
    }))
  })
}
