import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { layerVersion as example } from '../examples/layer.ts'
import { Layer } from '../models/layer.ts'
import { layerEtag, layerName, layerVersion } from '../models/layer-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetLayerVersion. */
export const getLayerVersion = operation({
  id: 'GetLayerVersion',
  tag: 'Layer',
  summary: 'Get a version of a layer',
  description: 'Returns a version of a layer, with the download URL of its code.',
  method: 'get',
  path: '/layers/{layerName}/versions/{version}',
  source: definition,
  params: { path: { layerName, version: layerVersion }, header: headers },
  success: {
    200: response(Layer, {
      description: 'The version of the layer.',
      headers: { ETag: layerEtag },
      examples: { layer: example },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'LayerNotFound', 'LayerVersionNotFound'],
})
