import { quirk } from '../../core/quirk.ts'
import { both, code } from './touched.ts'

/** Contradictions about mandatory fields. */
export const conditionQuirks = [
  quirk({
    id: 'D11',
    operations: both,
    says: 'concurrent_num is mandatory in requests, but only for v2. Both response examples have no concurrent_num.',
    does: 'concurrent_num is optional in responses.',
    source: ['001:572', '001:576', '001:1601', '002:585'],
    decision: 'Response tables have no mandatory field. For requests, see Y3.',
  }),
  quirk({
    id: 'D12',
    operations: both,
    says: 'Some fields are mandatory in the column, but conditional in the text. For other fields, it is the reverse.',
    does: 'The column applies. In addition, mount_share_path is required for ecs, code_filename for jar and zip, and code_url for obs. The conditions of xrole, initializer_handler, initializer_timeout, heartbeat_handler and enterprise_project_id are in their descriptions.',
    source: ['001:523', '001:539', '001:246', '001:254', '001:363', '001:182', '001:291', '002:108', '002:100'],
    decision:
      'mount_type, mount_resource and local_mount_path are in an item of func_mounts, so their condition is always true. A condition that does not depend on a field of the request cannot be checked. For code_url, the text says "enter". Without code_url, an obs update has no code, so it is required.',
  }),
  quirk({
    id: 'D13',
    operations: both,
    says: 'Response tables also contain the sentence "this parameter is mandatory when".',
    does: 'No field of a response is required.',
    source: ['001:993', '001:1204', '002:235'],
    decision: 'The sentences are copied from the requests and do not apply to responses.',
  }),
  quirk({
    id: 'D14',
    operations: code,
    says: 'func_code is mandatory for every code_type, but the code of an obs update is at code_url, and both fields of func_code are optional. Its text in the request is "Response body of the FuncCode struct."',
    does: 'func_code is required for inline, zip and jar, and optional for obs.',
    source: ['002:112', '002:116', '002:100', '002:138', '002:146'],
    decision: 'An empty object has no information. The text is a mistake.',
    differs: { '002:110': ['required'] },
  }),
]
