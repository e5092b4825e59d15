import { findContract } from '../../contracts/apis.ts'
import { type CheckRunOptions, createCheckRun } from '../../contracts/core/check-run.ts'
import { createTarget } from '../../contracts/core/http/target.ts'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import { toSigning } from '../../contracts/core/signing/signer.ts'
import { access } from '../../contracts/mutants/access.ts'
import { createEdits } from '../../contracts/mutants/edits.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import type { MutableResponse } from '../../contracts/mutants/response.ts'
import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { createMovingClock } from '../../scripts/detection/moving-clock.ts'
import { createServerOf } from '../../scripts/detection/server.ts'
import { toSubject } from '../../scripts/detection/subject.ts'
import { toTransport } from '../../scripts/detection/transport.ts'

const fc2016 = aliyunFc20160815.id

/** Makes faults of an emulator of FC 2016-08-15. */
export const edits = createEdits(aliyunFc20160815)

/** A JSON response of a fault. */
export function toJsonResponse(status: number, body: unknown): MutableResponse {
  return { status, headers: [['Content-Type', 'application/json']], body: Buffer.from(JSON.stringify(body)) }
}

/** A response of a fault without a body. */
export function toEmptyResponse(status: number): MutableResponse {
  return { status, headers: [], body: new Uint8Array() }
}

interface ChecksOn {
  /** Default: FC 2016-08-15. */
  readonly apiId?: string
  /** One fault of the emulator. */
  readonly wrap?: Wrap
  /** The run signs its requests. With `off`, the emulator does not verify signatures. */
  readonly auth?: 'verify' | 'off'
  /** Selects checks by id. */
  readonly fits: (id: string) => boolean
  readonly options?: Partial<CheckRunOptions>
}

/** Runs the selected checks against a new emulator in this process, one after another. */
export async function runChecksOn({
  apiId = fc2016,
  wrap,
  auth,
  fits,
  options,
}: ChecksOn): Promise<readonly Outcome[]> {
  const contract = findContract(apiId)
  const { mock, supplied } = toSubject(apiId, auth === 'verify')
  const signing = toSigning(contract.api.dialect, auth ? access.credentials : undefined, access.account)
  const { clock, pause } = createMovingClock()
  const target = createTarget({
    api: contract.api,
    baseUrl: 'http://127.0.0.1',
    transport: toTransport(createServerOf({ ...mock, clock }, wrap)),
    ...(signing.signer && { signer: signing.signer }),
  })
  const fixed = { runId: 'test', seed: 'test', budgetMs: 120_000, pause }
  const run = createCheckRun({ contract, target, signing, supplied, ...fixed, ...options })
  const outcomes: Outcome[] = []
  for (const check of contract.checks.filter(({ id }) => fits(id))) outcomes.push(await run.run(check))
  target.close()
  return outcomes
}
