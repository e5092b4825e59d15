import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { layers } from '../examples/layer.ts'
import { ListLayersOutput } from '../models/layer.ts'
import { layerPaging } from '../models/layer-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListLayers. */
export const listLayers = operation({
  id: 'ListLayers',
  tag: 'Layer',
  summary: 'List layers',
  description: 'Lists the latest version of each layer, sorted by name, in pages.',
  method: 'get',
  path: '/layers',
  source: definition,
  quirks: ['E36'],
  params: { path: {}, query: layerPaging, header: headers },
  success: { 200: response(ListLayersOutput, { description: 'A page of layers.', examples: { layers } }) },
  errors: [],
  observedErrors: anywhere,
})
