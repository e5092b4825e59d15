import { json, operation, response } from '../../core/operation.ts'
import { cite } from '../../core/source.ts'
import { anywhere, everywhere } from '../errors.ts'
import { functionCode, inlineRequest, zipRequest } from '../examples/function-code.ts'
import { FunctionCode } from '../models/function-code.ts'
import { functionPath } from '../models/parameters.ts'
import { UpdateFunctionCodeRequest } from '../models/update-function-code-request.ts'
import { codeReference } from '../sources.ts'

/** Source: 002 Modifying the Code of a Function. */
export const updateFunctionCode = operation({
  id: 'UpdateFunctionCode',
  tag: 'Function',
  summary: 'Update the code of a function',
  description: 'Replaces the code and the dependencies of a function.',
  method: 'put',
  path: '/{project_id}/fgs/functions/{function_urn}/code',
  source: cite(codeReference, 'Modifying the Code of a Function'),
  quirks: ['D17', 'D26', 'D27', 'D28', 'D29', 'D30'],
  params: { path: functionPath },
  body: json(UpdateFunctionCodeRequest, {
    description: 'The new code.',
    examples: { inline: inlineRequest, zip: zipRequest },
    quirks: ['D30'],
  }),
  success: {
    200: response(FunctionCode, {
      description: 'The code was replaced. The response contains the function.',
      examples: { function: functionCode },
    }),
  },
  errors: [...everywhere, 'FSS.1052'],
  observedErrors: [...anywhere, 'FSS.1006', 'FSS.1010', 'FSS.1011', 'FSS.1012', 'FSS.1051', 'FSS.1071', 'FSS.1072'],
})
