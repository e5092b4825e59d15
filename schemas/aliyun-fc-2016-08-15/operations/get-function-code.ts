import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { functionCode } from '../examples/function.ts'
import { FunctionCodeResponse } from '../models/code.ts'
import { functionName, qualifier, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 GetFunctionCode. */
export const getFunctionCode = operation({
  id: 'GetFunctionCode',
  tag: 'Function',
  summary: "Get the code's download URL",
  description: 'Returns the download URL and the checksum of the code of a function. The URL is signed and expires.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/code',
  qualifiedPath: '/services/{serviceName}.{qualifier}/functions/{functionName}/code',
  source: apiSpecification,
  quirks: ['A25', 'A26'],
  params: { path: { serviceName, qualifier, functionName } },
  success: {
    200: response(FunctionCodeResponse, {
      description: 'The download URL of the code.',
      examples: { code: functionCode },
    }),
  },
  errors: [...denied, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound', 'InternalServerError'],
  observedErrors: ['InvalidArgument', ...anywhere],
})
