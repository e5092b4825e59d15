import { fileURLToPath } from 'node:url'
import { toFunctionBody, toFunctionName } from './function-body.ts'
import { type LoadGenerator, toLoadGenerator } from './load.ts'
import { atLeast, forInformation, type Row, toNumber } from './row.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { interleave, median, medianRatio } from './statistics.ts'
import { builtCli, prismCommand } from './subjects.ts'

export interface ThroughputPlan {
  readonly rounds: number
  /** Duration of one round at one server. */
  readonly seconds: number
}

/** Compares the requests per second of the mock with a bare `node:http` server that returns the same bytes, and with Prism. */
export async function measureThroughput(plan: ThroughputPlan): Promise<Row[]> {
  const mock = await startServer([builtCli, 'mock', '--quiet'], `${basePath}${services}`)
  const prism = await startServer(prismCommand, services)
  try {
    await prepare(mock)
    const generator = await toLoadGenerator()
    const rows: Row[] = []
    for (const subject of [readSubject, createSubject]) {
      rows.push(...(await compare(subject, generator, mock, prism, plan)))
    }
    return rows
  } finally {
    await Promise.all([mock.stop(), prism.stop()])
  }
}

interface Subject {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The body of the nth request. */
  readonly toBody?: (number: number) => string
  /** Minimum ratio to the bare server. */
  readonly bound: number
}

const [basePath, services, functions] = ['/2016-08-15', '/services', '/services/bench/functions']

const readSubject: Subject = {
  name: 'GetFunction',
  method: 'GET',
  path: `${functions}/${toFunctionName(0)}`,
  bound: 0.6,
}

const createSubject: Subject = {
  name: 'CreateFunction',
  method: 'POST',
  path: functions,
  toBody: toFunctionBody,
  bound: 0.5,
}

/** Resets the mock and creates one service with the function that is read. */
async function prepare({ url }: ServerProcess): Promise<void> {
  await expectOk(fetch(`${url}/_mock/reset`, { method: 'POST' }))
  const post = (path: string, body: string) => fetch(url + basePath + path, { method: 'POST', headers, body })
  await expectOk(post(services, JSON.stringify({ serviceName: 'bench' })))
  await expectOk(post(functions, toFunctionBody(0)))
}

const headers = { 'content-type': 'application/json', authorization: 'any' }

async function expectOk(result: Promise<Response>): Promise<Response> {
  const response = await result
  if (!response.ok) throw new Error(`${response.url} returned ${response.status}: ${await response.text()}`)
  return response
}

async function compare(
  subject: Subject,
  generator: LoadGenerator,
  mock: ServerProcess,
  prism: ServerProcess,
  { rounds, seconds }: ThroughputPlan,
): Promise<Row[]> {
  const bare = await startBare(subject, mock)
  try {
    const load = (server: ServerProcess, path: string, length: number) =>
      toLoad(generator, server, { ...subject, path }, length)
    const path = basePath + subject.path
    const runs = [
      () => load(bare, path, seconds),
      async () => {
        await prepare(mock)
        return load(mock, path, seconds)
      },
      () => load(prism, subject.path, seconds),
    ] as const
    await interleave(2, runs) // warms up the code of every server
    const [ofBare, ofMock, ofPrism] = await interleave(rounds, runs)
    return [
      toRow(
        `${subject.name}, requests/s (${generator.name}), mock / bare \`node:http\``,
        ofMock,
        ofBare,
        subject.bound,
      ),
      toRow(`${subject.name}, requests/s (${generator.name}), mock / Prism`, ofMock, ofPrism),
    ]
  } finally {
    await bare.stop()
  }
}

/** A bare server that returns what the mock returns. */
async function startBare({ method, path, toBody }: Subject, { url }: ServerProcess): Promise<ServerProcess> {
  const body = toBody?.(1) ?? null
  const response = await expectOk(fetch(url + basePath + path, { method, headers, body }))
  const [text, kept] = [await response.text(), Object.fromEntries(response.headers)]
  for (const name of ['date', 'connection', 'keep-alive']) delete kept[name] // node:http adds its own
  const file = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
  return startServer([file, '--response', JSON.stringify({ headers: kept, body: text })], '/')
}

/** The result of one round at one server. */
interface Load {
  readonly perSecond: number
  /** Processor time of the server per request, in microseconds. */
  readonly cpuMicros: number
}

async function toLoad(
  generator: LoadGenerator,
  server: ServerProcess,
  { method, path, toBody }: Subject,
  duration: number,
): Promise<Load> {
  const before = await server.cpuMs()
  const { responded, seconds } = await generator.load({
    url: server.url + path,
    method,
    headers: toBody ? headers : { authorization: headers.authorization },
    seconds: duration,
    ...(toBody && { body: toParts(toBody) }),
  })
  const after = await server.cpuMs()
  return {
    perSecond: responded / seconds,
    cpuMicros: (((after ?? Number.NaN) - (before ?? Number.NaN)) * 1000) / responded,
  }
}

/** The parts of a body before and after its number. */
function toParts(toBody: (number: number) => string): readonly [string, string] {
  const [before = '', after = ''] = toBody(0).split(toFunctionName(0))
  return [before + toFunctionName(0).replace(/\d+$/, ''), after]
}

function toRow(what: string, ours: readonly Load[], theirs: readonly Load[], bound?: number): Row {
  const rates = [ours, theirs].map((loads) => loads.map(({ perSecond }) => perSecond))
  const costs = [ours, theirs].map((loads) => loads.map(({ cpuMicros }) => cpuMicros))
  const [our = [], their = []] = rates
  const [ourCost = [], theirCost = []] = costs
  const speeds = `${toNumber(median(our))} and ${toNumber(median(their))}`
  const byCpu = toNumber(medianRatio(theirCost, ourCost))
  const ratio = medianRatio(our, their)
  const details = `${speeds}; ratio of processor times ${byCpu}`
  return bound === undefined ? forInformation(what, ratio, '', details) : atLeast(what, ratio, bound, details)
}
