import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { createdLayerVersion, createLayerVersionRequest } from '../examples/layer.ts'
import { CreateLayerVersionInput, CreateLayerVersionOutput } from '../models/layer.ts'
import { layerEtag, newLayerName } from '../models/layer-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF CreateLayerVersion. */
export const createLayerVersion = operation({
  id: 'CreateLayerVersion',
  tag: 'Layer',
  summary: 'Create a version of a layer',
  description: 'Publishes the next version of a layer. The first version creates the layer.',
  method: 'post',
  path: '/layers/{layerName}/versions',
  source: definition,
  quirks: ['E35'],
  params: { path: { layerName: newLayerName }, header: headers },
  body: json(CreateLayerVersionInput, {
    description: 'The version to create.',
    quirks: ['E34'],
    examples: { layer: createLayerVersionRequest },
  }),
  success: {
    200: response(CreateLayerVersionOutput, {
      description: 'The version was created.',
      headers: { ETag: layerEtag },
      examples: { layer: createdLayerVersion },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge'],
})
