import type { Constraint } from '../../schemas/core/constraints.ts'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { givenPath, toReadInput } from '../checks/sample.ts'
import { isObject, type JsonObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import { toConstraintChecks } from '../core/generate/constraint-checks.ts'
import { toPairwiseChecks } from '../core/generate/pairwise-checks.ts'
import { toZip } from '../core/generate/zip.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { toArchive } from './fixtures.ts'
import { functionSample } from './samples.ts'
import { toFieldTolerance } from './tolerances.ts'

const { updateFunctionConfig, updateFunctionCode } = api.operations

/** A change of settings to their present values returns the function. */
const common = {
  api,
  read: updateFunctionConfig,
  toPath: ({ path }: { readonly path?: Readonly<Record<string, string>> }) => path,
  toReading: (path: Readonly<Record<string, string>>, context: CoreContext) =>
    toReadInput(context, functionSample, path),
  leaves: 'earlier-state',
  unshown: ['last_modified', 'image_name', 'encrypted_user_data'],
  withObserved: true,
  expectRejection,
} as const

export const constraintChecks: readonly Check[] = [
  ...toConstraintChecks({
    ...common,
    operation: updateFunctionConfig,
    shows: 'response',
    base: givenSettings,
    change: { description: 'a text beside a rejected value' },
    complete: withPartners,
    // Other checks cover quirks: the longest handler (D2) and ids that are a string or a number (D5). The
    // defaults apply to new functions, and the Java hooks need a Java function.
    except:
      /accepts-handler-maxLength|accepts-mount_config.mount_user|-default-absent$|accepts-(heartbeat|restore_hook)/,
    mayReject: /mount_config|gpu_|custom_image|func_vpc/,
  }),
  ...toConstraintChecks({
    ...common,
    operation: updateFunctionCode,
    base: async (context) => {
      const { file } = toArchive(`a response ${Math.floor(context.random() * 1e9)}`)
      const body = { code_type: 'zip', code_filename: 'index.zip', func_code: { file } }
      return { path: await givenPath(context, functionSample), body }
    },
    complete: withFittingCode,
    // Other checks cover code that is not in base64.
    except: /file-format-/,
    mayReject: /obs|code_url/,
  }),
]

/** Optional settings in every combination of two. The effect of an absent setting is implementation-defined. */
export const pairwiseChecks: readonly Check[] = toPairwiseChecks({
  operation: updateFunctionConfig,
  base: givenSettings,
  fields: {
    description: [undefined, 'a text'],
    timeout: [30, 77],
    memory_size: [256, 512],
    ephemeral_storage: [undefined, 512, 10240],
    initializer_timeout: [undefined, 31],
    pre_stop_timeout: [undefined, 11],
    enable_dynamic_memory: [undefined, true, false],
    strategy_config: [undefined, { concurrency: 12, concurrent_num: 3 }],
    user_data: [undefined, '{"host":"192.168.0.1"}'],
  },
  complete: withPartners,
})

async function givenSettings(context: CoreContext) {
  return toReadInput(context, functionSample, await givenPath(context, functionSample))
}

function expectRejection(context: CoreContext, refused: Exchange, { path, rule, kind }: Constraint): void {
  const names = path.filter((step) => typeof step === 'string').join('.')
  const ruled = kind === 'rule' ? (rule.match(/[a-z]\w*_\w+/g) ?? []) : []
  const fields = ruled.map((field) => (names === '' ? field : `${names}.${field}`))
  expectTolerance(context, refused, toFieldTolerance([names === '' ? 'body' : names, ...fields]))
}

/** Fields that the source requires together: both of a strategy (Y3), a timeout for each handler (D12). */
function withPartners(body: JsonObject): JsonObject {
  const { strategy_config, initializer_handler, initializer_timeout, pre_stop_handler, pre_stop_timeout } = body
  return {
    ...body,
    ...(isObject(strategy_config) && { strategy_config: { concurrency: -1, concurrent_num: 1, ...strategy_config } }),
    ...(initializer_handler !== undefined && initializer_timeout === undefined && { initializer_timeout: 30 }),
    ...(initializer_timeout !== undefined &&
      initializer_handler === undefined && { initializer_handler: 'index.init' }),
    ...(pre_stop_handler !== undefined && pre_stop_timeout === undefined && { pre_stop_timeout: 10 }),
    ...(pre_stop_timeout !== undefined && pre_stop_handler === undefined && { pre_stop_handler: 'index.stop' }),
  }
}

/** Code in the form of code_type, and a code_url for code in OBS. */
function withFittingCode(body: JsonObject): JsonObject {
  const { func_code, code_type } = body
  if (!isObject(func_code)) return body
  if (code_type === 'obs') {
    const { func_code: _, ...others } = body
    return others
  }
  if (func_code.file !== undefined && typeof func_code.file !== 'string') return body
  return { ...body, func_code: { ...func_code, file: code_type === 'inline' ? sourceFile : archiveFile } }
}

const source = 'def handler(event, context):\n    return event\n'
const sourceFile = Buffer.from(source).toString('base64')
const archiveFile = Buffer.from(toZip({ 'index.py': source })).toString('base64')
