import { quirk } from '../../core/quirk.ts'
import { config } from './touched.ts'

/** Differences between the sources and real clients and servers, and contradictions that were found later. */
export const wireQuirks = [
  quirk({
    id: 'Y1',
    operations: [],
    says: 'The header X-Auth-Token is mandatory.',
    does: 'A request has the token, or a signature in Authorization. The document has both as security schemes, not as parameters.',
    source: ['001:52', '002:51'],
    decision: 'Clients with an access key sign their requests and have no token.',
    differs: { '001:52': ['place'], '002:51': ['place'] },
  }),
  quirk({
    id: 'Y2',
    operations: config,
    says: 'func_name is mandatory.',
    does: 'func_name is optional.',
    source: ['001:80'],
    decision: 'The URN already contains the function name. Terraform sends no func_name. The SDKs send it.',
    differs: { '001:80': ['required'] },
  }),
  quirk({
    id: 'Y3',
    operations: config,
    says: 'In strategy_config, concurrency and concurrent_num are mandatory.',
    does: 'Each field is optional.',
    source: ['001:559', '001:570'],
    decision: 'Clients send each field without the other.',
    differs: { '001:559': ['required'], '001:570': ['required'] },
  }),
  quirk({
    id: 'Y4',
    operations: [],
    says: 'Responses have the statuses 200, 400, 401, 403, 404 and 500, and no headers.',
    does: 'For code that is too large, the response is 413. Servers that throttle or are overloaded respond with 429 or 503. Every response has the header X-Request-Id. All have the mark observed. For an unknown path or method, the response is 400 FSS.0400, which is inferred.',
    source: ['001:1606', '002:599'],
    decision:
      'Real servers return these statuses and X-Request-Id. For an unknown path, nothing is known, and clients need an error of this API.',
  }),
  quirk({
    id: 'Y5',
    operations: config,
    says: 'namespace is the project id, but in the example, it differs from the project id in func_urn.',
    does: 'In the example, namespace is the project id of the URN.',
    source: ['001:784', '001:1570', '001:1573'],
    decision: 'A function has one project, and its URN contains the project id.',
  }),
  quirk({
    id: 'Y6',
    operations: [],
    says: 'Fields have one name each. An optional field may be absent.',
    does: 'The mock accepts names in another case, at every level. The exact name takes precedence, then the last variant. null stands for an absent value, and so does an optional object without its required fields. Names in maps stay. In strict mode, the mock rejects all of these.',
    source: ['001:80', '002:94'],
    decision: 'Nothing is known about the servers. The mock treats the bodies of all APIs in the same way.',
  }),
]
