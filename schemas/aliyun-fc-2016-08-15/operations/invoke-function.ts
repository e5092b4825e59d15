import { noContent, operation, response } from '../../core/operation.ts'
import { cite } from '../../core/source.ts'
import { anywhere, denied } from '../errors.ts'
import { event, output } from '../examples/invocation.ts'
import { errorType, InvokeEvent, InvokeResponse, invocationType, logResult, logType } from '../models/invocation.ts'
import { functionName, qualifier, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 InvokeFunction. */
export const invokeFunction = operation({
  id: 'InvokeFunction',
  tag: 'Function',
  summary: 'Run a function',
  description:
    'Runs a function and responses what it returned, or, when asynchronous, only accepts the event. A function that fails still returns 200, with X-Fc-Error-Type.',
  method: 'post',
  path: '/services/{serviceName}/functions/{functionName}/invocations',
  qualifiedPath: '/services/{serviceName}.{qualifier}/functions/{functionName}/invocations',
  source: cite(apiSpecification, 'InvokeFunction'),
  quirks: ['A25', 'A27', 'A31', 'W8'],
  params: {
    path: { serviceName, qualifier, functionName },
    header: { 'X-Fc-Invocation-Type': invocationType, 'X-Fc-Log-Type': logType },
  },
  body: {
    mediaType: 'application/octet-stream',
    schema: InvokeEvent,
    required: false,
    description: 'The event, in any format. Without a body the event is empty.',
    examples: { event },
  },
  success: {
    200: response(InvokeResponse, {
      description: 'The function was run.',
      mediaType: 'application/octet-stream',
      headers: { 'X-Fc-Error-Type': errorType, 'X-Fc-Log-Result': logResult },
      examples: { output },
    }),
    202: noContent('The event was accepted; the function will run soon.'),
  },
  errors: [...denied, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound', 'InternalServerError'],
  observedErrors: ['InvalidArgument', 'EntityTooLarge', ...anywhere],
})
