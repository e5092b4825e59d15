import { type FaultCase, fitting, named } from '../../testing/detect.ts'
import { parseRow, rowIn } from '../../testing/fake-server.ts'
import { breakDown, isOfRun, isReading, on, onSuccess, paths, toRow } from './alterations.ts'
import { toCommonFaults } from './common-faults.ts'
import { urn } from './fake.ts'

/** The faults of FunctionGraph v2 servers that the checks must find. */
export const cases: readonly FaultCase[] = [
  ...toCommonFaults('UpdateFunctionConfig'),
  ...toCommonFaults('UpdateFunctionCode'),
  {
    name: 'UpdateFunctionConfig changes nothing',
    fault: {
      before: (request, state) => {
        if (!paths.UpdateFunctionConfig.test(request.path) || isOfRun(request) || isReading(request)) return
        const { runtime, handler, timeout, memory_size } = toRow(state)
        if (parseRow(request.body)) request.body = JSON.stringify({ runtime, handler, timeout, memory_size })
      },
    },
    fails: (check) =>
      /^(answers-.*-as-it-was-set|keeps-fields-together-.*)$/.test(check.name) ||
      named(
        'changes-a-setting-that-was-set-before',
        'keeps-a-text-to-the-character',
        'accepts-20-entries-of-user-data',
        'accepts-user-data-just-below-4-kb',
      )(check),
  },
  {
    name: 'UpdateFunctionConfig loses the description where user data is set',
    fault: onSuccess('UpdateFunctionConfig', (answer, { body }) => {
      const row = rowIn(answer)
      if (/"user_data"/.test(body)) delete row.description
    }),
    fails: ({ name, clause }) => name.startsWith('keeps-fields-together-') && /description.*user_data/.test(clause),
  },
  {
    name: 'UpdateFunctionConfig answers a text that nobody sent',
    fault: onSuccess('UpdateFunctionConfig', (answer) => Object.assign(rowIn(answer), { description: 'another' })),
    fails: named('notes-what-becomes-of-a-setting-that-is-not-named'),
  },
  {
    name: 'UpdateFunctionConfig loses the code, and the ids',
    fault: onSuccess('UpdateFunctionConfig', (answer, { count }) =>
      Object.assign(rowIn(answer), { digest: String(count), func_id: String(count) }),
    ),
    fails: named('leaves-the-code', 'answers-ids-that-stay'),
  },
  {
    name: 'UpdateFunctionConfig answers one cpu and one version to all',
    fault: onSuccess('UpdateFunctionConfig', (answer) => Object.assign(rowIn(answer), { cpu: 100, version: '1' })),
    fails: named(
      'answers-more-cpu-for-more-memory',
      'answers-the-observed-cpu',
      'answers-the-version-of-the-function-itself',
    ),
  },
  {
    name: 'UpdateFunctionConfig answers other ids of logs and users',
    fault: onSuccess('UpdateFunctionConfig', (answer) => {
      const row = rowIn(answer)
      if (row.log_group_id !== undefined) row.log_group_id = 'another'
      if (row.mount_config) row.mount_config = { mount_user: { user_id: 7, user_group_id: 7 } }
    }),
    fails: named('answers-the-ids-of-the-logs', 'takes-the-ids-of-a-mount-user-in-one-of-two-types'),
  },
  {
    name: 'UpdateFunctionConfig breaks down at all that is open or refused',
    fault: on(
      'UpdateFunctionConfig',
      () => true,
      (answer, request) => {
        if (!isReading(request)) breakDown(answer)
      },
    ),
    fails: (check) =>
      check.operation === 'UpdateFunctionConfig' &&
      /^(answers-(a-handler|one-half|the-other-half|settings-without|user-data-as|a-field-that)|refuses-.*user-data)/.test(
        check.name,
      ),
  },
  {
    name: 'UpdateFunctionCode measures the base64 text',
    fault: onSuccess('UpdateFunctionCode', (answer) => {
      const row = rowIn(answer)
      row.code_size = Number(row.code_size) * 2
      row.digest = 'the digest'
      row.func_code = { file: 'bm90aGluZw==' }
    }),
    fails: named(
      'answers-size-and-digest-of-an-archive',
      'answers-size-and-digest-of-inline-code',
      'is-seen-in-the-settings',
      'answers-the-code-that-was-sent',
    ),
  },
  {
    name: 'UpdateFunctionConfig escapes, and takes the first value for good, and 0 for nothing',
    fault: onSuccess('UpdateFunctionConfig', (answer) => {
      const row = rowIn(answer)
      if (row.description !== undefined) row.description = String(row.description).replaceAll('&', '&amp;')
      if (row.strategy_config) row.strategy_config = { concurrency: -1, concurrent_num: 1 }
      for (const field of ['xrole', 'app_xrole']) if (row[field] !== undefined) row[field] = 'first-agency'
    }),
    fails: fitting('UpdateFunctionConfig', /^keeps-every-value-of-/),
  },
  {
    name: 'UpdateFunctionCode sorts dependencies',
    fault: onSuccess('UpdateFunctionCode', (answer) => {
      const { depend_version_list: list } = rowIn(answer)
      if (Array.isArray(list)) rowIn(answer).depend_version_list = list.toSorted()
    }),
    fails: fitting('UpdateFunctionCode', /^keeps-every-value-of-/),
  },
  {
    name: 'UpdateFunctionCode trims texts',
    fault: {
      before: (request) => {
        const row = parseRow(request.body)
        if (typeof row?.code_filename !== 'string') return
        request.body = JSON.stringify({ ...row, code_filename: row.code_filename.trim() })
      },
    },
    fails: named('keeps-a-file-name-to-the-character'),
  },
  {
    name: 'UpdateFunctionCode changes settings',
    fault: onSuccess('UpdateFunctionCode', (_, __, state) => {
      state.set(urn, { ...toRow(state), ephemeral_storage: 512 })
    }),
    fails: named('leaves-the-settings'),
  },
  {
    name: 'UpdateFunctionCode answers another runtime, address and dependency',
    fault: onSuccess('UpdateFunctionCode', (answer) => {
      Object.assign(rowIn(answer), { runtime: 'Java8', code_url: 'https://elsewhere', depend_version_list: ['1'] })
    }),
    fails: named(
      'answers-the-runtime-of-the-function',
      'names-the-versions-of-dependencies',
      'answers-the-address-of-code-in-obs',
    ),
  },
  {
    name: 'UpdateFunctionCode breaks down at code that is empty, or none',
    fault: on('UpdateFunctionCode', () => true, breakDown),
    fails: (check) =>
      check.operation === 'UpdateFunctionCode' &&
      (check.name === 'answers-code-that-is-empty' ||
        /^(refuses|answers)-(code-that-is-not|an-archive|a-jar|inline)/.test(check.name)),
  },
]
