import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { subjects as apis } from '../../../contracts/mutants/subjects.ts'
import { toBenignMutants, toMutants } from '../../../contracts/mutants/to-mutants.ts'
import { toSample } from '../sample.ts'
import { readDocument } from './document.ts'
import { installDredd } from './dredd.ts'
import { measurePeer, type PeerRow } from './measure-peer.ts'
import { measureOurs } from './ours.ts'
import type { Peer, PeerConfiguration } from './peer.ts'
import { installSchemathesis } from './schemathesis.ts'
import { installSpecmatic } from './specmatic.ts'

/** The extent of a comparison. */
export interface Extent {
  /** The number of mutants. */
  readonly sampleSize: number
  /** Seconds after which one run of a peer is interrupted. */
  readonly boundSeconds: number
  readonly seed: string
}

/** The whole comparison, as plain JSON. */
export interface Comparison extends Extent {
  readonly sample: readonly string[]
  /** The number of mutants that the sample was taken from. */
  readonly population: number
  readonly benign: readonly string[]
  readonly benignTag: string
  readonly rows: readonly PeerRow[]
}

/** Benign servers that change the look of responses. These cause most false alarms. */
const benignOperators = ['times-in-other-zone', 'other-error-messages']
const benignTag = 'Service'

/**
 * Runs this suite and the peers on a sample of the mutants, one after another. Saves the rows after each configuration
 * and reuses saved rows of the same extent. A peer that cannot be installed is skipped with a message. Mutants of
 * servers that verify signatures are excluded, because no peer signs requests.
 */
export async function comparePeers(
  apiId: string,
  folder: string,
  { sampleSize, boundSeconds, seed }: Extent,
  onStep: (text: string) => void,
): Promise<Comparison> {
  const cache = join(folder, 'peers')
  await mkdir(cache, { recursive: true })
  const subject = apis.find(({ api }) => api.id === apiId)
  if (!subject) throw new Error(`there are no mutants of ${apiId}`)
  const drawn = toMutants(subject).filter(({ auth }) => !auth)
  const sample = toSample(drawn, sampleSize, seed)
  const selected = benignOperators.flatMap((name) =>
    toBenignMutants(subject)
      .filter(({ operator }) => operator === name)
      .slice(0, 1),
  )
  const extent = {
    sampleSize,
    boundSeconds,
    seed,
    sample: sample.map(({ id }) => id),
    population: drawn.length,
    benign: selected.map(({ id }) => id),
    benignTag,
  }
  const file = join(folder, 'peers.json')
  const rows = [...(await readRows(file, extent))]
  const isKnown = (peer: string, name: string) => rows.some((row) => row.peer === peer && row.configuration === name)
  const save = async (row: PeerRow) => {
    rows.push(row)
    await writeFile(file, `${JSON.stringify({ ...extent, rows }, undefined, 2)}\n`)
  }
  if (!isKnown('this suite', '')) await save(await measureOurs(apiId, sample, selected))
  const path = fileURLToPath(new URL(`../../../generated/${apiId}/openapi-3.0.yaml`, import.meta.url))
  const subjects = {
    apiId,
    document: await readDocument(path),
    mutants: sample,
    benign: selected,
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
  const { rows = [], ...was } = JSON.parse(text) as Partial<Comparison> // written by `save`
  return JSON.stringify(was) === JSON.stringify(extent) ? rows : []
}
