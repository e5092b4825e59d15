import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findContract } from '../../../contracts/apis.ts'
import type { Mutant, Wrap } from '../../../contracts/mutants/mutant.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { serveMutant } from '../server.ts'
import type { PeerConfiguration, PeerFinding, PeerRun } from './peer.ts'
import { exampleSeed } from './seed.ts'

/** What a peer made of the sample in one configuration. */
export interface PeerResult {
  readonly detected: readonly string[]
  readonly missed: readonly string[]
  /** Kinds of fault that it found on the unbroken server, by operation. */
  readonly falseAlarms: readonly PeerFinding[]
  /** Of the runs against the unbroken server. */
  readonly requests: number
  readonly seconds: number
  /** Runs that were stopped at the bound. */
  readonly cut: number
  readonly runs: number
}

/**
 * Runs a peer against the unbroken server, group by group of operations, and against each mutant with the group of the
 * operation at fault. A mutant is detected where the peer names that operation with a kind of fault that it does not
 * find on the unbroken server.
 */
export async function measurePeer(
  apiId: string,
  configuration: PeerConfiguration,
  mutants: readonly Mutant[],
  scratch: string,
  onStep: (text: string) => void,
): Promise<PeerResult> {
  const operations: readonly Operation[] = Object.values(findContract(apiId).api.operations)
  const baselines = new Map<string, PeerRun & { readonly requests: number }>()
  const all: PeerRun[] = []
  const runOn = async (tag: string, wrap?: Wrap) => {
    const seed = configuration.isSeeded ? exampleSeed : undefined
    const server = await serveMutant({ apis: [apiId], seed }, wrap)
    const folder = join(scratch, 'work')
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const group = operations.filter((operation) => operation.tag === tag)
    const base = findContract(apiId).api.dialect.basePath
    const run = await configuration.run({ url: server.url + base, operations: group, folder })
    const requests = server.requests()
    await server.close()
    all.push(run)
    return { ...run, requests }
  }
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  for (const tag of tags) {
    const run = await runOn(tag)
    baselines.set(tag, run)
    onStep(`unbroken, ${tag}: ${run.findings.length} findings, ${run.requests} requests, ${run.seconds.toFixed(0)} s`)
  }
  const detected: string[] = []
  const missed: string[] = []
  for (const mutant of mutants) {
    const operation = operations.find(({ id }) => id === mutant.operation)
    if (!operation) throw new Error(`${mutant.id} breaks no operation`)
    const run = await runOn(operation.tag, mutant.wrap)
    const known = new Set(baselines.get(operation.tag)?.findings.map(toText))
    const names = [mutant.operation, ...(mutant.alsoNamed ?? [])]
    const places = operations.filter(({ id }) => names.includes(id)).flatMap(toPlaces)
    const news = run.findings.filter((finding) => places.includes(finding.operation) && !known.has(toText(finding)))
    const isDetected = news.length > 0
    ;(isDetected ? detected : missed).push(mutant.id)
    onStep(`${isDetected ? 'detected' : 'missed'} ${mutant.id}: ${news.map(({ what }) => what).join('; ')}`)
  }
  const unbroken = [...baselines.values()]
  return {
    detected,
    missed,
    falseAlarms: unbroken.flatMap(({ findings }) => findings),
    requests: unbroken.reduce((sum, { requests }) => sum + requests, 0),
    seconds: Math.round(unbroken.reduce((sum, { seconds }) => sum + seconds, 0)),
    cut: all.filter(({ isCut }) => isCut).length,
    runs: all.length,
  }
}

function toText({ operation, what }: PeerFinding): string {
  return `${operation}: ${what}`
}

function toPlaces({ method, path, qualifiedPath }: Operation): readonly string[] {
  return [path, qualifiedPath].flatMap((item) => (item === undefined ? [] : [`${method.toUpperCase()} ${item}`]))
}
