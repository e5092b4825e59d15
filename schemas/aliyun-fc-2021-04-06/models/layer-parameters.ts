import { z } from 'zod'
import { int32 } from '../../core/wire.ts'
import { limit, paging } from './parameters.ts'

export const layerName = z.string().meta({ description: 'Name of the layer.', examples: ['MyLayer'] })

/** Only CreateLayerVersion states the limit (E10). */
export const newLayerName = z
  .string()
  .max(128)
  .meta({ 'x-quirk': ['E10'], description: 'Name of the layer, at most 128 characters.', examples: ['MyLayer'] })

export const layerVersion = z
  .string()
  .meta({ 'x-quirk': ['E4'], description: 'Number of the version.', examples: ['1'] })

/** The query of ListLayers. */
export const layerPaging = {
  ...paging,
  public: z
    .boolean()
    .meta({ 'x-quirk': ['E8'], description: 'If true, lists only public layers.', examples: [true] })
    .default(false),
  official: z
    .boolean()
    .meta({
      'x-quirk': ['E8'],
      description: 'If true, lists the official public layers, and `public` has no effect.',
      examples: [true],
    })
    .default(false),
}

/** The query of ListLayerVersions. */
export const layerVersionPaging = {
  startVersion: int32()
    .meta({ description: 'First version of the list, inclusive.', examples: [1] })
    .optional(),
  limit,
}

/** The query of PutLayerACL. */
export const isPublic = z
  .boolean()
  .meta({
    'x-quirk': ['E5'],
    description: 'true: the layer is public. false: the layer is private.',
    examples: [true],
  })
  .optional()

export const layerEtag = z
  .string()
  .meta({ description: 'ETag of the version.', examples: ['738136ea26b79cee660862cd7628e1bc'] })
  .optional()
