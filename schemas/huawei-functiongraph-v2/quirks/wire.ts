import { quirk } from '../../core/quirk.ts'
import { config } from './touched.ts'

/** Where real clients and servers do otherwise than the pages, or more, and what the list of contradictions lacks. */
export const wireQuirks = [
  quirk({
    id: 'Y1',
    operations: [],
    says: 'The header X-Auth-Token is mandatory.',
    does: 'A request carries the token or a signature in Authorization; either authenticates. Both stand in the document as security schemes and not as parameters.',
    source: ['001:52', '002:51'],
    decision: 'Clients with an access key sign their requests and have no token.',
    differs: { '001:52': ['place'], '002:51': ['place'] },
  }),
  quirk({
    id: 'Y2',
    operations: config,
    says: 'func_name is mandatory.',
    does: 'It may be left out.',
    source: ['001:80'],
    decision: 'The URN names the function already. Terraform sends no func_name, the SDKs do.',
    differs: { '001:80': ['required'] },
  }),
  quirk({
    id: 'Y3',
    operations: config,
    says: 'concurrency and concurrent_num are both mandatory in strategy_config.',
    does: 'Either may be left out.',
    source: ['001:559', '001:570'],
    decision: 'Clients send either alone.',
    differs: { '001:559': ['required'], '001:570': ['required'] },
  }),
  quirk({
    id: 'Y4',
    operations: [],
    says: 'Returns have the statuses 200, 400, 401, 403, 404 and 500 and no headers.',
    does: 'Code that is too large is returned with 413, and every response has the header X-Request-Id; both are marked. An unknown path or method is returned with 400 and FSS.0400, which is inferred.',
    source: ['001:1606', '002:599'],
    decision:
      'Real servers return the first two; for the third nothing is known, and a client needs an error of this API.',
  }),
  quirk({
    id: 'Y5',
    operations: config,
    says: 'namespace is the id of the project, but in the example it is another one than in func_urn.',
    does: 'The example has the id of the URN in both.',
    source: ['001:784', '001:1570', '001:1573'],
    decision: 'A function has one project, and its URN names it.',
  }),
]
