import type { Operation } from '../../schemas/core/operation.ts'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { fail, toText } from '../core/assertions/expect.ts'
import { type JsonObject, readObject, toStatusText } from '../core/assertions/expect-response.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'
import type { Send } from '../core/cleanup/cleanup-log.ts'
import type { Reference, PathValues, Surroundings } from '../core/reference/reference.ts'
import { SetupError, SkipSignal } from '../core/signals.ts'
import { toZip } from '../core/generate/zip.ts'
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

/** Every change names all of these: what becomes of a setting that is not named is open. */
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

/** No page lists the codes (D29). */
const anyBadRequest: Tolerance = {
  about: 'the code for a bad body',
  codes: ['FSS.0400', ...Object.values(api.dialect.invalidCodes ?? {})],
  undocumented: [400],
}
const open = () => anyBadRequest

/** Sequences of changes of one function that the team lends. */
export const reference: Reference = {
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
  kinds: [
    {
      writes: [updateFunctionCode],
      // A change to settings shows the code, too.
      read: updateFunctionConfig,
      readBody: Object.fromEntries(Object.entries(settings).map(([field, [usual]]) => [field, usual])),
      names: ['project_id', 'function_urn'],
    },
  ],
  fields: {
    ids: ['func_id', 'resource_id'],
    names: {},
    created: [],
    modified: ['last_modified'],
    free: ['func_urn', 'func_code', 'code_url', 'image_name', 'version', 'dependencies', 'project_name'],
    derived: ['code_size', 'digest'],
  },
  missing: {},
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
      (reason) => new SkipSignal(`${reason}: the model needs the same`),
    )
    const first = await equip(send.target, values, (reason) => new SetupError(reason))
    const [expected, actual] = [second, first].map(readObject)
    const wrong = ['code_size', 'digest'].find(
      (field) => actual?.[field] !== undefined && actual[field] !== expected?.[field],
    )
    if (wrong === undefined) return
    // All that follows would differ, and would look like the fault of what shows it.
    const [wanted, got] = [expected, actual].map((result) => `${wrong} ${toText(result?.[wrong])}`)
    fail(codeBlame, { expected: `what the model returns: ${wanted}`, actual: got ?? '' }, first)
  },
}

const codeBlame = {
  operation: updateFunctionCode.id,
  clause: '002 Modifying the Code of a Function, Table 5: code_size, digest',
}

/** The same settings and code on both sides, whatever they were. */
async function equip(send: Send, values: PathValues, toError: (reason: string) => Error): Promise<Exchange> {
  const at = { name: () => '', made: () => undefined, pooled: values }
  const first = Object.entries(settings).map(([field, [usual]]) => [
    field,
    typeof usual === 'function' ? usual(at) : usual,
  ])
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
