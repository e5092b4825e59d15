import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { isPublic, layerName } from '../models/layer-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF PutLayerACL. */
export const putLayerAcl = operation({
  id: 'PutLayerACL',
  tag: 'Layer',
  summary: 'Set the access to a layer',
  description: 'Makes all versions of a layer public or private.',
  method: 'put',
  path: '/layers/{layerName}/acl',
  source: definition,
  quirks: ['E7', 'E36'],
  params: { path: { layerName }, query: { public: isPublic }, header: headers },
  success: { 200: noContent('The access was set.') },
  errors: [],
  observedErrors: [...anywhere, 'LayerNotFound'],
})
