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
      /^(.*-is-returned-as-set|field-combination-is-stored-.*)$/.test(check.name) ||
      named(
        'setting-can-be-changed-again',
        'text-is-stored-exactly',
        'accepts-20-entries-of-user-data',
        'accepts-user-data-just-below-4-kb',
      )(check),
  },
  {
    name: 'UpdateFunctionConfig loses the description where user data is set',
    fault: onSuccess('UpdateFunctionConfig', (response, { body }) => {
      const row = rowIn(response)
      if (/"user_data"/.test(body)) delete row.description
    }),
    fails: ({ name, clause }) =>
      name.startsWith('field-combination-is-stored-') && /description.*user_data/.test(clause),
  },
  {
    name: 'UpdateFunctionConfig returns a description that no request sent',
    fault: onSuccess('UpdateFunctionConfig', (response) => Object.assign(rowIn(response), { description: 'another' })),
    fails: named('unnamed-setting-is-handled'),
  },
  {
    name: 'UpdateFunctionConfig changes the code and the ids',
    fault: onSuccess('UpdateFunctionConfig', (response, { count }) =>
      Object.assign(rowIn(response), { digest: String(count), func_id: String(count) }),
    ),
    fails: named('settings-update-keeps-code', 'ids-are-stable'),
  },
  {
    name: 'UpdateFunctionConfig always returns the same cpu and version',
    fault: onSuccess('UpdateFunctionConfig', (response) => Object.assign(rowIn(response), { cpu: 100, version: '1' })),
    fails: named('cpu-grows-with-memory', 'cpu-matches-observed-formula', 'version-is-that-of-the-function'),
  },
  {
    name: 'UpdateFunctionConfig returns other ids of logs and users',
    fault: onSuccess('UpdateFunctionConfig', (response) => {
      const row = rowIn(response)
      if (row.log_group_id !== undefined) row.log_group_id = 'another'
      if (row.mount_config) row.mount_config = { mount_user: { user_id: 7, user_group_id: 7 } }
    }),
    fails: named('log-ids-are-returned', 'mount-user-ids-are-accepted'),
  },
  {
    name: 'UpdateFunctionConfig returns 500 for implementation-defined and invalid settings',
    fault: on(
      'UpdateFunctionConfig',
      () => true,
      (response, request) => {
        if (!isReading(request)) breakDown(response)
      },
    ),
    fails: (check) =>
      check.operation === 'UpdateFunctionConfig' &&
      /^((long-handler|handler-without-period|partial-strategy-config|settings-without-name|user-data-pair|null-field)-|more-than-20-user-data|user-data-above)/.test(
        check.name,
      ),
  },
  {
    name: 'UpdateFunctionCode measures the base64 text',
    fault: onSuccess('UpdateFunctionCode', (response) => {
      const row = rowIn(response)
      row.code_size = Number(row.code_size) * 2
      row.digest = 'the digest'
      row.func_code = { file: 'bm90aGluZw==' }
    }),
    fails: named(
      'size-and-digest-match-the-archive',
      'size-and-digest-match-inline-code',
      'code-update-is-seen-in-settings',
      'sent-code-is-returned',
    ),
  },
  {
    name: 'UpdateFunctionConfig escapes texts, keeps the first value and drops 0',
    fault: onSuccess('UpdateFunctionConfig', (response) => {
      const row = rowIn(response)
      if (row.description !== undefined) row.description = String(row.description).replaceAll('&', '&amp;')
      if (row.strategy_config) row.strategy_config = { concurrency: -1, concurrent_num: 1 }
      for (const field of ['xrole', 'app_xrole']) if (row[field] !== undefined) row[field] = 'first-agency'
    }),
    fails: fitting('UpdateFunctionConfig', /^every-value-is-stored-of-/),
  },
  {
    name: 'UpdateFunctionCode sorts dependencies',
    fault: onSuccess('UpdateFunctionCode', (response) => {
      const { depend_version_list: list } = rowIn(response)
      if (Array.isArray(list)) rowIn(response).depend_version_list = list.toSorted()
    }),
    fails: fitting('UpdateFunctionCode', /^every-value-is-stored-of-/),
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
    fails: named('file-name-is-stored-exactly'),
  },
  {
    name: 'UpdateFunctionCode changes settings',
    fault: onSuccess('UpdateFunctionCode', (_, __, state) => {
      state.set(urn, { ...toRow(state), ephemeral_storage: 512 })
    }),
    fails: named('code-update-keeps-settings'),
  },
  {
    name: 'UpdateFunctionCode returns another runtime, address and dependency',
    fault: onSuccess('UpdateFunctionCode', (response) => {
      Object.assign(rowIn(response), { runtime: 'Java8', code_url: 'https://elsewhere', depend_version_list: ['1'] })
    }),
    fails: named('runtime-matches-the-function', 'dependency-versions-are-returned', 'obs-code-url-is-returned'),
  },
  {
    name: 'UpdateFunctionCode returns 500 for empty and invalid code',
    fault: on('UpdateFunctionCode', () => true, breakDown),
    fails: (check) =>
      check.operation === 'UpdateFunctionCode' &&
      (check.name === 'empty-code-is-handled' ||
        /^(non-base64-code|invalid-archive|invalid-jar|plain-text-inline-code|large-inline-code)-is-/.test(check.name)),
  },
]
