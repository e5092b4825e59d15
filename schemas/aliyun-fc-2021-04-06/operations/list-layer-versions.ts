import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { layerVersions } from '../examples/layer.ts'
import { ListLayerVersionsOutput } from '../models/layer.ts'
import { layerName, layerVersionPaging } from '../models/layer-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListLayerVersions. */
export const listLayerVersions = operation({
  id: 'ListLayerVersions',
  tag: 'Layer',
  summary: 'List the versions of a layer',
  description:
    'Lists the versions of a layer in ascending order, in pages. Official public layers have no list of versions.',
  method: 'get',
  path: '/layers/{layerName}/versions',
  source: definition,
  params: { path: { layerName }, query: layerVersionPaging, header: headers },
  success: {
    200: response(ListLayerVersionsOutput, { description: 'A page of versions.', examples: { layerVersions } }),
  },
  errors: [],
  observedErrors: [...anywhere, 'LayerNotFound'],
})
