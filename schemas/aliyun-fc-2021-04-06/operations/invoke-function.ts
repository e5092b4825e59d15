import { z } from 'zod'
import { noContent, operation, response } from '../../core/operation.ts'
import { withDefault } from '../../core/wire.ts'
import { anywhere } from '../errors.ts'
import { event, output } from '../examples/invocation.ts'
import { InvokeOutput, invocationHeaders, invocationResultHeaders, invokeEvent } from '../models/invocation.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF InvokeFunction. */
export const invokeFunction = operation({
  id: 'InvokeFunction',
  tag: 'Function',
  summary: 'Invoke a function',
  description:
    'Invokes a function and returns its output. An asynchronous invocation returns status 202 at once, and the function runs later. If the function fails, the status is 200, and X-Fc-Error-Type is present.',
  method: 'post',
  path: '/services/{serviceName}/functions/{functionName}/invocations',
  source: definition,
  quirks: ['D4', 'D17'],
  params: {
    path: { serviceName, functionName },
    query: {
      qualifier: withDefault(
        z.string().meta({
          description: 'Version id or alias name of the service. LATEST is the unpublished state.',
          examples: ['demoQualifier'],
        }),
        'LATEST',
      ),
    },
    header: { ...invocationHeaders, ...headers },
  },
  body: {
    mediaType: 'application/octet-stream',
    schema: invokeEvent,
    required: false,
    description: 'The event, in any format. If the body is absent, the event is empty.',
    examples: { event },
  },
  success: {
    200: response(InvokeOutput, {
      description: 'The output of the function.',
      mediaType: 'application/octet-stream',
      headers: invocationResultHeaders,
      examples: { output },
    }),
    202: noContent('The event was accepted. The function runs later.'),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'StatefulAsyncInvocationAlreadyExists',
  ],
  errorStatuses: [403, 404, 500],
})
