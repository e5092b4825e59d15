import { noContent, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { event, output } from '../examples/invocation.ts'
import { errorType, InvokeResponse, invocationType, invokeEvent, logResult, logType } from '../models/invocation.ts'
import { functionName, qualifier, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 InvokeFunction. */
export const invokeFunction = operation({
  id: 'InvokeFunction',
  tag: 'Function',
  summary: 'Invoke a function',
  description:
    'Invokes a function and returns its output. An asynchronous invocation returns status 202 at once, and the function runs later. If the function fails, the status is 200, and X-Fc-Error-Type is present.',
  method: 'post',
  path: '/services/{serviceName}/functions/{functionName}/invocations',
  qualifiedPath: '/services/{serviceName}.{qualifier}/functions/{functionName}/invocations',
  source: apiSpecification,
  quirks: ['A25', 'A27', 'A31', 'W8', 'W27'],
  params: {
    path: { serviceName, qualifier, functionName },
    header: { 'X-Fc-Invocation-Type': invocationType, 'X-Fc-Log-Type': logType },
  },
  body: {
    mediaType: 'application/octet-stream',
    schema: invokeEvent,
    required: false,
    description: 'The event, in any format. If the body is absent, the event is empty.',
    examples: { event },
  },
  success: {
    200: response(InvokeResponse, {
      description: 'The output of the function.',
      mediaType: 'application/octet-stream',
      headers: { 'X-Fc-Error-Type': errorType, 'X-Fc-Log-Result': logResult },
      examples: { output },
    }),
    202: noContent('The event was accepted. The function runs later.'),
  },
  errors: [...denied, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound', 'InternalServerError'],
  observedErrors: ['InvalidArgument', 'EntityTooLarge', ...anywhere],
})
