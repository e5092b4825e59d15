import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { expectState, givenState } from '../checks/sample.ts'
import { isObject, type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance, type Tolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { check } from './check.ts'
import { functionSample } from './samples.ts'
import { change, toCodeFacts } from './state.ts'
import { tolerances } from './tolerances.ts'

const { updateFunctionConfig, updateFunctionCode } = api.operations

const core = { operation: updateFunctionConfig, level: 'core' } as const
const table = '001 Modifying the Metadata of a Function, Table 3'
const response = '001 Modifying the Metadata of a Function, Table 13'

/** Settings that every region accepts. None is a default. */
const settings: JsonObject = {
  timeout: 77,
  memory_size: 512,
  description: 'a function of a contract run',
  user_data: '{"host":"192.168.0.1"}',
  initializer_handler: 'index.initializer',
  initializer_timeout: 31,
  pre_stop_handler: 'index.stop',
  pre_stop_timeout: 11,
  ephemeral_storage: 10240,
  enable_dynamic_memory: true,
  strategy_config: { concurrency: 12, concurrent_num: 3 },
}

/** An implementation-defined value. If the target rejects it, nothing changes. */
function open(name: string, clause: string, quirk: string, tolerance: Tolerance, toFields: () => JsonObject) {
  return check(name, {
    ...core,
    clause: `${table}: ${clause}`,
    quirk,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const before = await givenState(context, functionSample, path)
      const result = await change(context, path, toFields())
      if (!expectTolerance(context, result, tolerance)) await expectState(context, functionSample, path, before)
    },
  })
}

/** The checks of UpdateFunctionConfig that are not generic. Source: 001. */
export const updateFunctionConfigChecks: readonly Check[] = [
  ...Object.entries(settings).map(([field, value]) =>
    check(`${field}-is-returned-as-set`, {
      ...core,
      clause: `${table}: ${field}; ${response}: ${field}`,
      async run(context) {
        const path = await context.fixture.givenFunction()
        const partners = field.endsWith('_handler') || field.endsWith('_timeout') ? settings : { [field]: value }
        const result = await change(context, path, partners)
        context.expectFields(result, context.expectResponse(result, 200), { [field]: value }, 'absent-fails')
      },
    }),
  ),
  check('setting-can-be-changed-again', {
    ...core,
    clause: `${table}; ${response}`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      await context.fixture.givenSettings(path, { description: 'the first', memory_size: 256 })
      const changed = { description: 'the second', memory_size: 768 }
      const result = await change(context, path, changed)
      context.expectFields(result, context.expectResponse(result, 200), changed, 'absent-fails')
    },
  }),
  check('unnamed-setting-is-handled', {
    ...core,
    clause: `${table}: fields that are not mandatory (the effect of their absence is implementation-defined)`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      await context.fixture.givenSettings(path, { description: 'named before', xrole: '' })
      const result = await change(context, path, {})
      const { description } = context.expectResponse(result, 200)
      const kept = description === 'named before'
      const isOpen = kept || description === undefined || description === ''
      const finding = { expected: 'the text as it was, or none', actual: JSON.stringify(description) }
      context.expectThat(isOpen, finding, result)
      context.note('a setting that is absent from a change', kept ? 'kept' : 'removed')
    },
  }),
  check('settings-update-keeps-code', {
    ...core,
    clause: `${response}: code_type, code_filename, code_size, digest`,
    async run(context) {
      const { fixture } = context
      const path = await fixture.givenFunction()
      // The expected values come from the response to the code, because a read is a change of settings.
      const body = fixture.archive('the code to be left', { code_filename: 'left.zip' })
      const result = await context.given(context.target.send(updateFunctionCode, { path, body }))
      const before = toCodeFacts(readObject(result))
      await fixture.givenSettings(path, settings)
      await expectState(context, functionSample, path, before)
    },
  }),
  check('cpu-grows-with-memory', {
    ...core,
    quirk: 'D8',
    clause: `${response}: cpu grows with memory_size`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const small = await context.given(change(context, path, { memory_size: 128 }))
      const large = await context.given(change(context, path, { memory_size: 4096 }))
      const [low, high] = [readObject(small).cpu, readObject(large).cpu]
      if (low === undefined || high === undefined) return context.note('cpu in the response', 'left out')
      const finding = { expected: 'more cpu for 4096 MB than for 128', actual: `${String(low)}, then ${String(high)}` }
      context.expectThat(Number(high) > Number(low), finding, large)
    },
  }),
  check('cpu-matches-observed-formula', {
    ...core,
    level: 'extended',
    quirk: 'D8',
    clause: `${response}: cpu, 100 millicores for 128 MB (and 200 more in its example: quirk D8)`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const result = await context.given(change(context, path, { memory_size: 1024 }))
      const { cpu } = readObject(result)
      if (cpu === undefined) context.skip('the response has no cpu')
      const finding = { expected: 'cpu 800, or 1000 as in the example', actual: `cpu ${String(cpu)}` }
      context.expectThat(cpu === 800 || cpu === 1000, finding, result)
      context.note('the cpu of 1024 MB', String(cpu))
    },
  }),
  check('version-is-that-of-the-function', {
    ...core,
    quirk: 'D7',
    clause: `${response}: version (quirk D7)`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const result = await context.given(change(context, path, {}))
      const { version } = readObject(result)
      if (version === undefined) return context.note('version in the response', 'left out')
      const isVersion = version === 'latest' || /^v\d{8}-\d{6}$/.test(String(version))
      const finding = { expected: 'latest, or vYYYYMMDD-HHMMSS', actual: String(version) }
      context.expectThat(isVersion, finding, result)
    },
  }),
  check('ids-are-stable', {
    ...core,
    clause: `${response}: func_id, resource_id`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const { func_id, resource_id } = readObject(await context.given(change(context, path, {})))
      const again = await context.target.send(updateFunctionConfig, {
        path,
        body: context.fixture.settings(path, { description: 'again' }),
      })
      const before = { ...(func_id !== undefined && { func_id }), ...(resource_id !== undefined && { resource_id }) }
      context.expectFields(again, context.expectResponse(again, 200), before, 'absent-fails')
    },
  }),
  check('log-ids-are-returned', {
    ...core,
    level: 'extended',
    quirk: 'D16',
    clause: `${table}: log_config; ${response}: log_group_id, log_stream_id (quirk D16)`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const log_config = { group_name: 'a', group_id: 'group-1', stream_name: 'b', stream_id: 'stream-1' }
      const result = await change(context, path, { log_config })
      if (result.response.status === 400) context.skip('the target rejects a reference to something outside of it')
      const ids = { log_group_id: 'group-1', log_stream_id: 'stream-1' }
      context.expectFields(result, context.expectResponse(result, 200), ids, 'absent-passes')
    },
  }),
  check('mount-user-ids-are-accepted', {
    ...core,
    level: 'extended',
    quirk: 'D5',
    clause: `${table}: user_id, user_group_id (number and text: quirk D5)`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const mount = {
        mount_type: 'sfsTurbo',
        mount_resource: '268xxx-d3xx-4cxx-98xx-d1dbxxx',
        local_mount_path: '/mnt',
      }
      const taken: string[] = []
      for (const user_id of [1003, '1003']) {
        const mount_user = { user_id, user_group_id: user_id }
        const result = await change(context, path, { mount_config: { mount_user, func_mounts: [mount] } })
        if (!expectTolerance(context, result, tolerances.mountUser)) continue
        taken.push(typeof user_id)
        const shown = readObject(result).mount_config
        const user = isObject(shown) && isObject(shown.mount_user) ? shown.mount_user.user_id : undefined
        const finding = { expected: 'user_id 1003', actual: `user_id ${JSON.stringify(user)}` }
        context.expectThat(user === undefined || String(user) === '1003', finding, result)
      }
      if (taken.length === 0) context.skip('the target rejects a reference to something outside of it')
      context.note('the type of a user_id', taken.join(' and '))
    },
  }),
  open('long-handler-is-handled', 'handler (quirk D2)', 'D2', tolerances.longHandler, () => ({
    handler: `index.${'a'.repeat(122)}`,
  })),
  open('handler-without-period-is-handled', 'handler (quirk D3)', 'D3', tolerances.plainHandler, () => ({
    handler: 'bootstrap',
  })),
  open('partial-strategy-config-is-handled', 'strategy_config (quirk Y3)', 'Y3', tolerances.partialStrategy, () => ({
    strategy_config: { concurrency: 5 },
  })),
  open('partial-strategy-config-completes', 'strategy_config (quirk Y3)', 'Y3', tolerances.partialStrategy, () => ({
    strategy_config: { concurrent_num: 2 },
  })),
  open('settings-without-name-are-handled', 'func_name (quirk Y2)', 'Y2', tolerances.noName, () => ({
    func_name: undefined,
  })),
  open('user-data-pair-is-handled', 'user_data (quirk D24)', 'D24', tolerances.pairData, () => ({
    user_data: 'Host=192.168.0.1',
  })),
]
