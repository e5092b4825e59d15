import type { Operation } from '../../schemas/core/operation.ts'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { resources } from '../../schemas/huawei-functiongraph-v2/resources.ts'
import { fail, toText } from '../core/assertions/expect.ts'
import { type JsonObject, readObject, toStatusText } from '../core/assertions/expect-response.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'
import type { Send } from '../core/cleanup/cleanup-log.ts'
import { toZip } from '../core/generate/zip.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { toReference } from '../core/reference/from-resources.ts'
import type { PathValues, Surroundings } from '../core/reference/reference.ts'
import { SetupError, SkipSignal } from '../core/signals.ts'
import { toLeastSettings, toPath } from './fixtures.ts'

const { updateFunctionConfig, updateFunctionCode } = api.operations

const pooled =
  (name: string) =>
  ({ pooled: values }: Surroundings) =>
    values[name]
const path = { project_id: [pooled('project_id')], function_urn: [pooled('function_urn')] }

const source = (result: string) => `def handler(event, context):\n    return ${JSON.stringify(result)}\n`
const toFile = (bytes: Uint8Array) => ({ file: Buffer.from(bytes).toString('base64') })
const archives = ['one', 'two'].map((result) => toFile(toZip({ 'index.py': source(result) })))
const sources = ['one', 'two'].map((result) => toFile(Buffer.from(source(result))))

/** Every request contains all of these: what an absent setting means is implementation-defined. */
const settings = {
  func_name: [pooled('func_name')],
  runtime: [pooled('runtime')],
  handler: ['index.handler', 'index.main'],
  timeout: [30, 40, 259200],
  memory_size: [128, 256, 1024],
  description: ['a first text', 'a second text', 'a third text'],
  user_data: ['{"first":"one"}', '{"second":"two","third":"three"}'],
  strategy_config: [
    { concurrency: -1, concurrent_num: 1 },
    { concurrency: 10, concurrent_num: 2 },
  ],
}

/** The first value of each setting. */
const usual = Object.fromEntries(Object.entries(settings).map(([field, [value]]) => [field, value]))

/** The sources state no error codes (D29). */
const anyBadRequest: Tolerance = {
  about: 'the code for an invalid body',
  codes: ['FSS.0400', ...Object.values(api.dialect.invalidCodes ?? {})],
  undocumented: [400],
}
const open = () => anyBadRequest

/** Random changes of one function of the fixture. */
export const reference = toReference(resources, {
  calls: [
    { operation: updateFunctionConfig, weight: 3, path, body: { required: settings, optional: {} }, open },
    {
      operation: updateFunctionCode,
      weight: 2,
      path,
      body: { required: { code_type: ['zip'], code_filename: ['index.zip'], func_code: archives }, optional: {} },
      open,
    },
    {
      operation: updateFunctionCode,
      weight: 1,
      path,
      body: { required: { code_type: ['inline'], code_filename: ['index.py'], func_code: sources }, optional: {} },
      open,
    },
  ],
  // A change of settings returns the code, too.
  readBody: usual,
  fields: {
    ids: ['resource_id'],
    modified: ['last_modified'],
    free: ['func_urn', 'func_code', 'code_url', 'image_name', 'version', 'dependencies', 'project_name'],
    derived: ['code_size', 'digest'],
  },
  wrongTag: { about: 'no operation has a condition', codes: [] },
  async pool({ supplied, acquire }) {
    const urn = await acquire('functionUrn')
    const { func_name, runtime } = toLeastSettings(urn, supplied)
    return { ...toPath(urn), func_name: String(func_name), runtime: String(runtime) }
  },
  async prepare(send, values) {
    const second = await equip(
      send.reference,
      values,
      (reason) => new SkipSignal(`${reason}: the reference implementation needs the same function`),
    )
    const first = await equip(send.target, values, (reason) => new SetupError(reason))
    const [expected, actual] = [second, first].map(readObject)
    const wrong = ['code_size', 'digest'].find(
      (field) => actual?.[field] !== undefined && actual[field] !== expected?.[field],
    )
    if (wrong === undefined) return
    // Every later comparison would differ, and another operation would look wrong.
    const [wanted, got] = [expected, actual].map((result) => `${wrong} ${toText(result?.[wrong])}`)
    fail(codeBlame, { expected: `the response of the reference implementation: ${wanted}`, actual: got ?? '' }, first)
  },
})

const codeBlame = {
  operation: updateFunctionCode.id,
  clause: '002 Modifying the Code of a Function, Table 5: code_size, digest',
}

/** Gives the function the same settings and code on both sides. */
async function equip(send: Send, values: PathValues, toError: (reason: string) => Error): Promise<Exchange> {
  const at = { name: () => '', made: () => undefined, pooled: values }
  const first = Object.entries(usual).map(([field, value]) => [field, typeof value === 'function' ? value(at) : value])
  const change = async (operation: Operation, body: JsonObject) => {
    const result = await send(operation, { path: toPath(values.function_urn ?? ''), body })
    if (result.response.status === 200) return result
    throw toError(`${operation.id} of ${values.function_urn} returns ${toStatusText(api, result)}`)
  }
  await change(updateFunctionConfig, Object.fromEntries(first))
  return await change(updateFunctionCode, {
    code_type: 'zip',
    code_filename: 'index.zip',
    func_code: archives[0],
  })
}
