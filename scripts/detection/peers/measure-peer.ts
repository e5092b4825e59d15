import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findContract } from '../../../contracts/apis.ts'
import type { BenignMutant, Mutant, Wrap } from '../../../contracts/mutants/mutant.ts'
import type { ApiId } from '../../../mocks/apis.ts'
import { toCount } from '../../../schemas/core/lib/count.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { serveMutant } from '../server.ts'
import { cutDocument, type Document } from './document.ts'
import { exampleSeed } from './fixtures.ts'
import type { PeerConfiguration, PeerFinding, PeerRun } from './peer.ts'

/** The result of a peer in one configuration. */
export interface PeerResult {
  readonly detected: readonly { readonly id: string; readonly by: readonly string[] }[]
  readonly missed: readonly string[]
  /** Findings on the conforming server. */
  readonly falseAlarms: readonly PeerFinding[]
  /** Findings on benign servers that the conforming server does not have. */
  readonly benignAlarms: readonly (PeerFinding & { readonly id: string })[]
  /** Of the runs against the conforming server. */
  readonly requests: number
  readonly seconds: number
  /** Of all runs. */
  readonly allSeconds: number
  /** Runs that were interrupted at the bound. */
  readonly cut: number
  readonly runs: number
}

type PeerOnly = 'allSeconds' | 'cut' | 'runs'

/** The result of a tool in one configuration. Only peers have the properties of `PeerOnly`. */
export interface PeerRow extends Omit<PeerResult, PeerOnly>, Partial<Pick<PeerResult, PeerOnly>> {
  readonly peer: string
  readonly version: string
  readonly configuration: string
  readonly notes: string
  readonly command: string
}

export interface Subjects {
  readonly apiId: string
  readonly document: Document
  readonly mutants: readonly Mutant[]
  readonly benign: readonly BenignMutant[]
  /** The tag of the operations that are tested on benign servers. */
  readonly benignTag: string
  readonly boundSeconds: number
}

/**
 * Runs a peer against the conforming server, tag by tag, and against each mutant with the operations that have the tag
 * of the broken operation. A mutant is detected if the peer reports a finding for that operation that it does not report
 * for the conforming server.
 */
export async function measurePeer(
  { apiId, document, mutants, benign, benignTag, boundSeconds }: Subjects,
  configuration: PeerConfiguration,
  scratch: string,
  onStep: (text: string) => void,
): Promise<PeerResult> {
  const { api } = findContract(apiId)
  const operations: readonly Operation[] = Object.values(api.operations)
  const all: (PeerRun & { readonly requests: number })[] = []
  const runOn = async (tag: string, wrap?: Wrap) => {
    const seed = configuration.isSeeded ? exampleSeed : undefined
    const server = await serveMutant({ apis: [apiId as ApiId], seed }, wrap)
    const folder = join(scratch, 'work')
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const url = server.url + api.dialect.basePath
    if (configuration.isSeeded) await changeService(url)
    const before = server.requests()
    const limit = { seconds: boundSeconds, hasBegun: () => server.requests() > before }
    const run = await configuration.run({ url, document: cutDocument(document, tag), folder, limit })
    const requests = server.requests() - before
    await server.close()
    all.push({ ...run, requests })
    return { ...run, requests }
  }
  const baselines = new Map<string, PeerRun & { readonly requests: number }>()
  for (const tag of new Set(operations.map((operation) => operation.tag))) {
    const run = await runOn(tag)
    baselines.set(tag, run)
    onStep(
      `conforming, ${tag}: ${toCount(run.findings.length, 'finding')}, ${toCount(run.requests, 'request')}, ${run.seconds.toFixed(0)} s`,
    )
  }
  // The default configuration of a tool may stop before the first request. A prepared configuration must not.
  if (configuration.isSeeded && [...baselines.values()].every(({ requests }) => requests === 0)) {
    throw new Error(`${configuration.command} sent no request`)
  }
  const toNews = (tag: string, findings: readonly PeerFinding[]) => {
    const baseline = baselines.get(tag)
    const met = new Set(baseline?.findings.map(toText))
    return findings.filter((finding) => !met.has(toText(finding)) && hasPassed(baseline?.passed, finding))
  }
  const detected: PeerResult['detected'][number][] = []
  const missed: string[] = []
  for (const mutant of mutants) {
    const operation = operations.find(({ id }) => id === mutant.operation)
    if (!operation) throw new Error(`${mutant.id} has an unknown operation`)
    const run = await runOn(operation.tag, mutant.wrap)
    const names = [mutant.operation, ...(mutant.alsoNamed ?? [])]
    const places = operations.filter(({ id }) => names.includes(id)).flatMap(toPlaces)
    const news = toNews(operation.tag, run.findings).filter((finding) => places.includes(finding.operation))
    const by = [...new Set(news.map(({ what }) => what))].slice(0, 5)
    if (by.length > 0) detected.push({ id: mutant.id, by })
    else missed.push(mutant.id)
    onStep(`${by.length > 0 ? 'detected' : 'missed'} ${mutant.id}, ${run.seconds.toFixed(0)} s: ${by.join('; ')}`)
  }
  const benignAlarms: PeerResult['benignAlarms'][number][] = []
  for (const { id, wrap } of benign) {
    const run = await runOn(benignTag, wrap)
    const news = toNews(benignTag, run.findings)
    benignAlarms.push(...news.map((finding) => ({ id, ...finding })))
    onStep(`benign ${id}: ${toCount(news.length, 'finding')}`)
  }
  const baselineRuns = [...baselines.values()]
  const sum = (runs: readonly PeerRun[]) => Math.round(runs.reduce((total, { seconds }) => total + seconds, 0))
  return {
    detected,
    missed,
    falseAlarms: baselineRuns.flatMap(({ findings }) => findings),
    benignAlarms,
    requests: baselineRuns.reduce((total, { requests }) => total + requests, 0),
    seconds: sum(baselineRuns),
    allSeconds: sum(all),
    cut: all.filter(({ isCut }) => isCut).length,
    runs: all.length,
  }
}

/** Changes a service. Publishing a version is rejected if nothing has changed since the last version. */
async function changeService(url: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ description: 'as in the example' })
  const signal = AbortSignal.timeout(2000)
  await fetch(`${url}/services/demo-service`, { method: 'PUT', headers, body, signal }).catch(() => undefined)
}

/** Whether the test of a finding passed on the conforming server. If the bound prevented the test there, a failure proves nothing. */
function hasPassed(passed: PeerRun['passed'], finding: PeerFinding): boolean {
  if (!passed) return true
  return passed.some(
    (test) =>
      toText(finding) === toText(test) || (test.what.endsWith(': ') && toText(finding).startsWith(toText(test))),
  )
}

function toText({ operation, what }: PeerFinding): string {
  return `${operation}: ${what}`
}

function toPlaces({ method, path, qualifiedPath }: Operation): readonly string[] {
  return [path, qualifiedPath].flatMap((item) => (item === undefined ? [] : [`${method.toUpperCase()} ${item}`]))
}
