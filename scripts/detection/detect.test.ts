import { beforeAll, expect, test } from 'vitest'
import type { Mutant, Server } from '../../contracts/mutants/mutant.ts'
import { subjects } from '../../contracts/mutants/subjects.ts'
import { toMutants } from '../../contracts/mutants/to-mutants.ts'
import { detect, watchDefects } from './detect.ts'
import { groupBy } from './group-by.ts'
import { runSuite } from './run-suite.ts'
import { createRecorder } from './traffic.ts'

const apiId = 'huawei-functiongraph-v2'
const mutants = subjects.filter(({ api }) => api.id === apiId).flatMap(toMutants)
const find = (id: string) => mutants.find((mutant) => mutant.id === id) as Mutant // an id of the list
const dropField = find('drop-field @ UpdateFunctionConfig 200 memory_size')
const { wrap: record, exchanges: traffic } = createRecorder()
const baseline = { traffic, known: new Set<string>() }

beforeAll(async () => {
  const fits = ({ id }: { readonly id: string }) => id === 'UpdateFunctionConfig › memory_size-is-stored-as-sent'
  await runSuite({ apiId, wrap: record, fits })
})

test('a mutant is detected by a check that names its operation', async () => {
  const detection = await detect(apiId, dropField, baseline)
  expect(detection).toMatchObject({ operator: 'drop-field', kind: 'response field', operation: 'UpdateFunctionConfig' })
  expect(detection.detectedBy).toMatch(/^UpdateFunctionConfig › /)
  expect(detection.defect).toBeUndefined()
})

test('the emulator itself is not detected', async () => {
  const detection = await detect(apiId, { ...dropField, kind: 'request field', wrap: (server) => server }, baseline)
  expect(detection.detectedBy).toBeUndefined()
  expect(detection.failed).toEqual([])
}, 60_000)

test('a check that fails on the conforming server does not count', async () => {
  const { detectedBy = '' } = await detect(apiId, dropField, baseline)
  const again = await detect(apiId, dropField, { traffic, known: new Set([detectedBy]) })
  expect(again.failed).not.toContain(detectedBy)
}, 60_000)

test('a mutant that changes no response of the conforming server sends nothing', async () => {
  expect(traffic.length).toBeGreaterThan(2)
  const idle = { ...dropField, wrap: (server: Server): Server => server }
  expect(await detect(apiId, idle, baseline)).toMatchObject({ hasNoEffect: true, requests: 0 })
})

test('an operator that throws is reported with operator and site, and is not detected', async () => {
  const failing: Mutant = {
    ...dropField,
    wrap: () => {
      let calls = 0
      return async () => {
        calls += 1
        if (calls === 1) throw new TypeError('body is undefined')
        // Without the exception, the suite would detect this.
        return { status: 500, headers: [], body: new Uint8Array() }
      }
    },
  }
  const detection = await detect(apiId, failing, baseline)
  expect(detection.defect).toMatch(
    /^the mutant drop-field @ UpdateFunctionConfig 200 memory_size failed at [A-Z]+ http\S+: body is undefined$/,
  )
  expect(detection.detectedBy).toBeUndefined()
})

test.each(subjects.map((subject) => [subject.api.id, subject] as const))(
  '%s: no operator throws in the first checks of its operation',
  async (id, subject) => {
    const failed: string[] = []
    for (const [, [mutant]] of groupBy(toMutants(subject), ({ operator }) => operator)) {
      if (!mutant) continue
      const { wrap, defects } = watchDefects(mutant)
      let count = 0
      const fits = ({ operation }: { readonly operation: string }) => {
        if (operation !== mutant.operation) return false
        count += 1
        return count <= 3
      }
      await runSuite({ apiId: id, wrap, auth: mutant.auth, fits })
      failed.push(...defects)
    }
    expect(failed).toEqual([])
  },
  120_000,
)
