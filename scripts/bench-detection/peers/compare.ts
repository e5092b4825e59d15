import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Mutant } from '../../../contracts/mutants/mutant.ts'
import { measurePeer, type PeerResult } from './measure-peer.ts'
import type { Peer, PeerConfiguration } from './peer.ts'
import { toSample } from './sample.ts'
import { installSchemathesis } from './schemathesis.ts'

/** Seconds after which one run of a peer is interrupted. */
export const boundSeconds = 30
/** Mutants that every peer is tried with. */
export const sampleSize = 16

export interface PeerRow extends PeerResult, Pick<Peer, 'version'>, Pick<PeerConfiguration, 'notes' | 'command'> {
  readonly peer: string
  readonly configuration: string
}

/**
 * Runs the peers on a sample of the mutants, one after the other and at low priority; writes what is known after each
 * configuration. A peer that cannot be had is left out with a line.
 */
export async function comparePeers(
  apiId: string,
  mutants: readonly Mutant[],
  folder: string,
  onStep: (text: string) => void,
): Promise<readonly PeerRow[]> {
  const document = fileURLToPath(new URL(`../../../generated/${apiId}/openapi.json`, import.meta.url))
  const cache = join(folder, 'peers')
  await mkdir(cache, { recursive: true })
  const sample = toSample(mutants, sampleSize)
  const rows: PeerRow[] = []
  for (const install of [installSchemathesis]) {
    const peer = await install(cache, document, boundSeconds).catch((error: unknown) => {
      onStep(`skipped: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
      return undefined
    })
    for (const configuration of peer?.configurations ?? []) {
      if (!peer) continue
      const { name, notes, command } = configuration
      onStep(`${peer.name} ${peer.version}, ${name}`)
      const result = await measurePeer(apiId, configuration, sample, cache, onStep)
      rows.push({ peer: peer.name, version: peer.version, configuration: name, notes, command, ...result })
      await writeFile(join(folder, 'peers.json'), `${JSON.stringify(rows, undefined, 2)}\n`)
    }
  }
  return rows
}
