import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { alias, aliasOfOneVersion, createAliasRequest } from '../examples/alias.ts'
import { Alias, CreateAliasInput } from '../models/alias.ts'
import { etagOf } from '../models/headers.ts'
import { headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF CreateAlias. */
export const createAlias = operation({
  id: 'CreateAlias',
  tag: 'Alias',
  summary: 'Create an alias',
  description: 'Creates an alias for a version. The alias can send a part of its invocations to a second version.',
  method: 'post',
  path: '/services/{serviceName}/aliases',
  source: definition,
  quirks: ['D1', 'D14', 'X5'],
  params: { path: { serviceName }, header: headers },
  body: json(CreateAliasInput, {
    description: 'The alias to create.',
    examples: { oneVersion: aliasOfOneVersion, alias: createAliasRequest },
  }),
  success: {
    200: response(Alias, {
      description: 'The alias was created.',
      headers: { ETag: etagOf('alias') },
      examples: { alias },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ServiceNotFound', 'VersionNotFound', 'AliasAlreadyExists'],
  errorStatuses: [400, 403, 404, 409, 500],
})
