import { quirk } from '../../core/quirk.ts'
import { both, code } from './touched.ts'

/** What is mandatory, and when. */
export const conditionQuirks = [
  quirk({
    id: 'D11',
    operations: both,
    says: 'concurrent_num is mandatory in requests and for v2 alone; both examples of responses leave it out.',
    does: 'Returns may leave it out.',
    source: ['001:572', '001:576', '001:1601', '002:585'],
    decision: 'Tables of responses make nothing mandatory, and the examples count. Y3 has the decision for requests.',
  }),
  quirk({
    id: 'D12',
    operations: both,
    says: 'Some fields are mandatory in the column and only under a condition in the text, others the other way round.',
    does: 'What the column says holds. On top of it mount_share_path is needed for ecs, code_filename for jar and zip, code_url for obs. The conditions on xrole, initializer_handler, initializer_timeout, heartbeat_handler and enterprise_project_id stand in their descriptions.',
    source: ['001:523', '001:539', '001:246', '001:254', '001:363', '001:182', '001:291', '002:108', '002:100'],
    decision:
      'mount_type, mount_resource and local_mount_path belong to an item of func_mounts, so their condition is always met. The conditions that no field of the request shows cannot be checked. For code_url the text says "enter", not mandatory; without it an obs update names no code, so it is needed.',
  }),
  quirk({
    id: 'D13',
    operations: both,
    says: 'The sentences "this parameter is mandatory when" stand in the tables of responses too.',
    does: 'Nothing is required in a response.',
    source: ['001:993', '001:1204', '002:235'],
    decision: 'They were carried over from the requests and mean nothing there.',
  }),
  quirk({
    id: 'D14',
    operations: code,
    says: 'func_code is mandatory for every code_type, though the code of an obs update is at code_url and both its fields are optional. Its text in the request is "Response body of the FuncCode struct."',
    does: 'func_code is needed for inline, zip and jar, and may be left out for obs.',
    source: ['002:112', '002:116', '002:100', '002:138', '002:146'],
    decision: 'An empty object says no more than none. The text is a slip.',
    differs: { '002:110': ['required'] },
  }),
]
