import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { renderOutcome } from '../contracts/core/report/terminal.ts'
import { runContract } from '../contracts/index.ts'
import type { Wrap } from '../contracts/mutants/mutant.ts'
import type { Profile } from '../contracts/settings/settings.ts'
import { listen } from '../mocks/adapters/http/listen.ts'
import { createCertificate } from '../mocks/adapters/testing/certificate.ts'
import { serveMutant } from '../scripts/detection/server.ts'
import { toSubject } from '../scripts/detection/subject.ts'

interface Verified {
  readonly apiId?: string
  readonly strict?: boolean
  readonly wrap?: Wrap
  readonly profile?: Profile
  readonly grep: string
}

/** Runs the checks whose id contains `grep` against a mock. */
async function verify({ apiId = 'aliyun-fc-2016-08-15', strict = false, wrap, profile = 'observed', grep }: Verified) {
  const { mock, supplied } = toSubject(apiId, false)
  const server = await serveMutant({ ...mock, strict }, wrap)
  onTestFinished(server.close)
  const { outcomes } = await runContract({
    apiId,
    url: server.url,
    fixtures: supplied,
    profile,
    grep,
    reference: false,
  })
  return outcomes
}

const lenient = [
  ['aliyun-fc-2016-08-15', 'CreateFunction › field-name-in-other-case-is-handled'],
  ['aliyun-fc-2016-08-15', 'UpdateService › object-of-nulls-is-handled'],
  ['aliyun-fc-2021-04-06', 'CreateFunction › field-name-in-other-case-is-handled'],
  ['huawei-functiongraph-v2', 'UpdateFunctionConfig › object-of-nulls-is-handled'],
] as const

test.each(lenient)(
  'C05: what real clients send is implementation-defined for observed: %s, %s',
  async (apiId, grep) => {
    for (const strict of [false, true]) {
      const [outcome] = await verify({ apiId, grep, strict })
      expect(outcome?.status).toBe('passed')
      expect(outcome?.observations).toHaveLength(1)
    }
  },
)

test.each(lenient)(
  'C05: to accept what the source does not allow is a violation for documented: %s, %s',
  async (apiId, grep) => {
    const [accepted] = await verify({ apiId, grep, profile: 'documented' })
    expect(accepted && renderOutcome(accepted)).toMatch(/expected {2}status 400[\s\S]*actual {4}status 200/)
  },
)

/** A service in a list has nasConfig, and every vpcConfig has role. */
const withObservedFields: Wrap = (server) => async (request) => {
  const response = await server(request)
  const isList = request.method === 'GET' && /\/services(\?|$)/.test(request.url)
  if (!isList || response.status !== 200) return response
  const { services, ...rest } = JSON.parse(Buffer.from(response.body).toString())
  const nasConfig = { userId: 1, groupId: 1, mountPoints: [{ serverAddr: 'a.test:/', mountDir: '/mnt' }] }
  const vpcConfig = { vpcId: 'v', vSwitchIds: ['a'], securityGroupId: 's', role: 'acs:ram::1:role/x' }
  const entries = services.map((service: object) => ({ ...service, nasConfig, vpcConfig }))
  return { ...response, body: Buffer.from(JSON.stringify({ ...rest, services: entries })) }
}

test.each(['observed', 'documented'] as const)(
  'C04: a list with nasConfig and vpcConfig.role is valid (quirk A18): %s',
  async (profile) => {
    const outcomes = await verify({ wrap: withObservedFields, grep: 'ListServices › response-', profile })
    expect(outcomes.map(({ status }) => status)).toContain('passed')
    expect(outcomes.filter(({ status }) => status === 'failed').map((outcome) => renderOutcome(outcome))).toEqual([])
  },
)

test('C17: --ca trusts a private authority, and without it the reason is one line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-ca-'))
  const { cert, key } = await createCertificate()
  const ca = join(folder, 'ca.pem')
  await writeFile(ca, cert)
  const server = createServer({ cert, key }, (_, response) => response.writeHead(403).end('{}'))
  const { port, close } = await listen(server, 0, '127.0.0.1')
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  const options = {
    apiId: 'aliyun-fc-2016-08-15',
    url: `https://127.0.0.1:${port}`,
    operation: ['GetService'],
  } as const
  const [trusted] = (await runContract({ ...options, ca })).outcomes
  expect(trusted && renderOutcome(trusted)).toContain('status 403')
  const [untrusted] = (await runContract(options)).outcomes
  expect(untrusted && renderOutcome(untrusted)).toMatch(
    /^could not run \(unreachable\): no connection: self-signed certificate.* \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/,
  )
  await writeFile(ca, 'no certificate')
  await expect(runContract({ ...options, ca })).rejects.toThrow(/ca\.pem contains no certificate in PEM/)
})
