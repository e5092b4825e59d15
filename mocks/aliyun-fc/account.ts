import { dialect } from '../../schemas/aliyun-fc-2021-04-06/dialect.ts'
import { readStateKey } from '../core/namespace-name.ts'

const { accountId, region } = dialect.server.variables

/** The account of a request, from the `namespace` of a handler. Requests without an account have that of the documents. */
export function toAccountId(namespace: string): string {
  return readStateKey(namespace).account ?? accountId?.default ?? ''
}

/** The region of all resources: the one in the documents. The mock serves all regions from one state. */
export const regionId = region?.default ?? ''
