import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { functionCode } from '../examples/function.ts'
import { FunctionCode } from '../models/function-code.ts'
import { functionName, headers, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetFunctionCode. */
export const getFunctionCode = operation({
  id: 'GetFunctionCode',
  tag: 'Function',
  summary: 'Get the download URL of the code',
  description: 'Returns the download URL and the checksum of the code of a function. The URL is signed and expires.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/code',
  source: definition,
  params: { path: { serviceName, functionName }, query: { qualifier }, header: headers },
  success: {
    200: response(FunctionCode, {
      description: 'The download URL of the code.',
      examples: { code: functionCode },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound'],
  errorStatuses: [403, 404, 500],
})
