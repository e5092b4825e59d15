import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MutantSet } from '../../../contracts/mutants/mutants.ts'
import { readDocument } from './document.ts'
import { installDredd } from './dredd.ts'
import { measurePeer, type PeerResult } from './measure-peer.ts'
import { measureOurs } from './ours.ts'
import type { Peer, PeerConfiguration } from './peer.ts'
import { toStratifiedSample } from './sample.ts'
import { installSchemathesis } from './schemathesis.ts'
import { installSpecmatic } from './specmatic.ts'

/** How much is run. */
export interface Extent {
  /** Mutants that every tool is tried with. */
  readonly sampleSize: number
  /** Seconds after which one run of a peer is interrupted. */
  readonly boundSeconds: number
}

type Only = 'allSeconds' | 'cut' | 'runs'

/** What a tool made of the sample in one configuration; what stands under `Only` is asked of peers alone. */
export interface PeerRow extends Omit<PeerResult, Only>, Partial<Pick<PeerResult, Only>> {
  readonly peer: string
  readonly version: string
  readonly configuration: string
  readonly notes: string
  readonly command: string
}

/** The comparison, as plain JSON. */
export interface Comparison extends Extent {
  readonly sample: readonly string[]
  /** Mutants that the sample was drawn from. */
  readonly population: number
  readonly benign: readonly string[]
  readonly benignTag: string
  readonly rows: readonly PeerRow[]
}

/** Benign servers that change what a response looks like, which is where false alarms come from. */
const benignLines = ['G05', 'G19']
const benignTag = 'Service'

/**
 * Runs this suite and the peers on a sample of the mutants, one after the other. Writes what is known
 * after each configuration, and takes up from there what was run before to the same extent. A peer that cannot be
 * had is left out with a line. Mutants of a server that asks for signatures are left out: no peer signs.
 */
export async function comparePeers(
  { apiId, mutants, benign }: MutantSet,
  folder: string,
  { sampleSize, boundSeconds }: Extent,
  onStep: (text: string) => void,
): Promise<Comparison> {
  const cache = join(folder, 'peers')
  await mkdir(cache, { recursive: true })
  const drawn = mutants.filter(({ auth }) => !auth)
  const sample = toStratifiedSample(drawn, sampleSize)
  const chosen = benign.filter(({ line }) => benignLines.includes(line))
  const extent = {
    sampleSize,
    boundSeconds,
    sample: sample.map(({ id }) => id),
    population: drawn.length,
    benign: chosen.map(({ id }) => id),
    benignTag,
  }
  const file = join(folder, 'peers.json')
  const rows = [...(await readRows(file, extent))]
  const isKnown = (peer: string, name: string) => rows.some((row) => row.peer === peer && row.configuration === name)
  const save = async (row: PeerRow) => {
    rows.push(row)
    await writeFile(file, `${JSON.stringify({ ...extent, rows }, undefined, 2)}\n`)
  }
  if (!isKnown('this suite', '')) await save(await measureOurs(apiId, sample, chosen))
  const path = fileURLToPath(new URL(`../../../generated/${apiId}/openapi-3.0.yaml`, import.meta.url))
  const subjects = {
    apiId,
    document: await readDocument(path),
    mutants: sample,
    benign: chosen,
    benignTag,
    boundSeconds,
  }
  const peers: Peer[] = []
  for (const install of [installDredd, installSpecmatic, installSchemathesis]) {
    await install(cache).then(
      (peer) => peers.push(peer),
      (error: unknown) => onStep(`skipped: ${error instanceof Error ? error.message.split('\n')[0] : error}`),
    )
  }
  for (const name of ['best effort', 'default'] as const satisfies readonly PeerConfiguration['name'][]) {
    for (const { name: peer, version, configurations } of peers) {
      const configuration = configurations.find((item) => item.name === name)
      if (!configuration || isKnown(peer, name)) continue
      onStep(`${peer} ${version}, ${name}`)
      const result = await measurePeer(subjects, configuration, cache, onStep)
      const { notes, command } = configuration
      await save({ peer, version, configuration: name, notes, command, ...result })
    }
  }
  return { ...extent, rows }
}

async function readRows(file: string, extent: Omit<Comparison, 'rows'>): Promise<readonly PeerRow[]> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  const { rows = [], ...was } = JSON.parse(text) as Partial<Comparison> // what was written below
  return JSON.stringify(was) === JSON.stringify(extent) ? rows : []
}
