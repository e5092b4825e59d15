import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { layerName, layerVersion } from '../models/layer-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteLayerVersion. */
export const deleteLayerVersion = operation({
  id: 'DeleteLayerVersion',
  tag: 'Layer',
  summary: 'Delete a version of a layer',
  description: 'Deletes a version of a layer. Functions that use the version keep it.',
  method: 'delete',
  path: '/layers/{layerName}/versions/{version}',
  source: definition,
  quirks: ['E7', 'E35'],
  params: { path: { layerName, version: layerVersion }, header: headers },
  success: { 200: noContent('The version was deleted.') },
  errors: [],
  observedErrors: [...anywhere, 'LayerNotFound', 'LayerVersionNotFound'],
})
