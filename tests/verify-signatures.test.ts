import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { findContract } from '../contracts/apis.ts'
import { createCheckRun } from '../contracts/core/check-run.ts'
import type { Fixtures } from '../contracts/core/fixtures/fixtures.ts'
import { openTarget } from '../contracts/core/http/open-target.ts'
import type { Outcome } from '../contracts/core/report/outcome.ts'
import { renderOutcome } from '../contracts/core/report/terminal.ts'
import { toSigning } from '../contracts/core/signing/signer.ts'
import { createMock } from '../mocks/adapters/fetch/fetch.ts'
import { listen } from '../mocks/adapters/http/listen.ts'

const credentials = { accessKeyId: 'test-id', accessKeySecret: 'test-secret' }
const urn = 'urn:fss:cn-north-4:7aad83af3e8d42e99ac194e8419e2c9b:function:default:fgsTest'

/**
 * `verify`: the emulator verifies each signature. `off`: it verifies none. `any-signature`: it accepts any signature.
 * `unsigned`: it verifies signatures of its own scheme, and accepts requests without one.
 */
type Gate = 'verify' | 'off' | 'any-signature' | 'unsigned'

async function start(gate: Gate) {
  const settings = { credentials: [{ id: credentials.accessKeyId, secret: credentials.accessKeySecret }] }
  const verifying = createMock({ auth: { mode: gate === 'any-signature' ? 'present' : 'verify', ...settings } })
  const open = createMock()
  const isKept = gate === 'verify' || gate === 'any-signature'
  const server = createServer(async (request, response) => {
    const { method = 'GET', rawHeaders } = request
    const pairs = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : []))
    const body = await text(request)
    const init = { method, headers: pairs as [string, string][], ...(body && { body }) } // each pair has two texts
    const url = `http://${request.headers.host}${request.url}`
    const verified = gate === 'off' ? undefined : await verifying.fetch(url, init)
    const isOwn = /^(FC|ACS3-HMAC-SHA256|SDK-HMAC-SHA256) .*[:=].{8}/.test(request.headers.authorization ?? '')
    const isRejected = verified !== undefined && [401, 403].includes(verified.status)
    const result = isRejected && (isKept || isOwn) ? verified : await open.fetch(url, init)
    response.writeHead(result.status, Object.fromEntries(result.headers)).end(Buffer.from(await result.arrayBuffer()))
  })
  return await listen(server, 0, '127.0.0.1')
}

const apis: readonly { readonly apiId: string; readonly supplied: Fixtures }[] = [
  { apiId: 'aliyun-fc-2016-08-15', supplied: {} },
  { apiId: 'aliyun-fc-2021-04-06', supplied: { serviceName: ['demo'], removeWith: ['aliyun-fc-2016-08-15'] } },
  { apiId: 'huawei-functiongraph-v2', supplied: { functionUrn: [urn], runtime: ['Node.js18.15'] } },
]

describe.each(apis)('$apiId', ({ apiId, supplied }) => {
  const found = new Map<Gate, readonly Outcome[]>()
  const gates: readonly Gate[] = ['verify', 'off', 'any-signature', 'unsigned']

  beforeAll(async () => {
    for (const gate of gates) found.set(gate, await runChecks(gate))
  }, 120_000)

  async function runChecks(gate: Gate): Promise<readonly Outcome[]> {
    const { url, close } = await start(gate)
    const contract = findContract(apiId)
    const signing = toSigning(contract.api.dialect, credentials, undefined)
    const target = openTarget(contract, { baseUrl: url, credentials })
    const service = findContract('aliyun-fc-2016-08-15')
    const helper = openTarget(service, { baseUrl: url, credentials })
    const create = Object.values(service.api.operations).find(({ id }) => id === 'CreateService')
    if (create && apiId === 'aliyun-fc-2021-04-06') await helper.send(create, { body: { serviceName: 'demo' } })
    const run = createCheckRun({ contract, target, signing, runId: 'test', seed: 'test', budgetMs: 60_000, supplied })
    const outcomes: Outcome[] = []
    for (const check of contract.checks.filter(({ feature }) => feature === 'Signature')) {
      // The operations of the large API are similar, so a part of them is enough.
      if (/^(ListServices|CreateService|GetFunction|Create|Update)/.test(check.id)) outcomes.push(await run.run(check))
    }
    target.close()
    helper.close()
    await close()
    return outcomes
  }

  const names = (gate: Gate, status: Outcome['status']) =>
    (found.get(gate) ?? []).filter((outcome) => outcome.status === status).map(({ check }) => check.name)

  test('a server that verifies signatures passes', () => {
    const wrong = (found.get('verify') ?? []).filter(({ status }) => status === 'failed' || status === 'errored')
    expect(wrong.map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)).toEqual([])
    expect(names('verify', 'passed').length).toBeGreaterThan(15)
  })

  test('the checks are skipped if the server does not verify signatures', () => {
    const outcomes = found.get('off') ?? []
    expect(outcomes.filter(({ status }) => status !== 'skipped').map(({ check }) => check.id)).toEqual([])
    expect(JSON.stringify(outcomes[0])).toContain('the target accepts unsigned requests')
  })

  test('a server that accepts any signature fails every check of a wrong signature', () => {
    const failed = new Set(names('any-signature', 'failed'))
    const scheme = findContract(apiId).checks.filter(({ feature }) => feature === 'Signature')
    const wanted = scheme
      .map(({ name }) => name)
      .filter((name) =>
        /^(signature-(with|of)-|unknown-key|slow-clock|fast-clock|changed-date|added-header|weaker-hash)/.test(name),
      )
    expect(wanted.filter((name) => !failed.has(name))).toEqual([])
    expect(wanted.length).toBeGreaterThan(6)
  })

  test('a server that accepts requests without a signature of its scheme fails these checks', () => {
    expect(names('unsigned', 'failed')).toEqual(
      expect.arrayContaining(['unsigned-request-is-rejected', 'token-of-other-type-is-rejected']),
    )
  })
})
