import { json, operation, response } from '../../core/operation.ts'
import { cite } from '../../core/source.ts'
import { anywhere, everywhere } from '../errors.ts'
import { customImageRequest, functionConfig, gpuRequest, mountRequest } from '../examples/function-config.ts'
import { FunctionConfig } from '../models/function-config.ts'
import { functionPath } from '../models/parameters.ts'
import { UpdateFunctionConfigRequest } from '../models/update-function-config-request.ts'
import { metadataReference } from '../sources.ts'

/** Source: 001 Modifying the Metadata of a Function. */
export const updateFunctionConfig = operation({
  id: 'UpdateFunctionConfig',
  tag: 'Function',
  summary: 'Update the settings of a function',
  description: 'Updates the settings of a function, such as runtime, memory, timeout, network, mounts and logs.',
  method: 'put',
  path: '/{project_id}/fgs/functions/{function_urn}/config',
  source: cite(metadataReference, 'Modifying the Metadata of a Function'),
  quirks: ['D17', 'D28', 'D29', 'D30'],
  params: { path: functionPath },
  body: json(UpdateFunctionConfigRequest, {
    description: 'The new settings.',
    examples: { mount: mountRequest, gpu: gpuRequest, customImage: customImageRequest },
    quirks: ['D30'],
  }),
  success: {
    200: response(FunctionConfig, {
      description: 'The settings were updated. The response contains the function.',
      examples: { function: functionConfig },
    }),
  },
  errors: [...everywhere, 'FSS.1051'],
  observedErrors: [
    ...anywhere,
    'FSS.1002',
    'FSS.1003',
    'FSS.1005',
    'FSS.1007',
    'FSS.1008',
    'FSS.1009',
    'FSS.1017',
    'FSS.1018',
    'FSS.1026',
    'FSS.1039',
    'FSS.1075',
    'FSS.1052',
  ],
})
