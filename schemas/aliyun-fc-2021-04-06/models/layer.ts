import { z } from 'zod'
import { int32, int64, intEnum } from '../../core/wire.ts'
import { Code } from './code.ts'
import { LayerRuntime } from './layer-runtimes.ts'

const compatibleRuntime = z.array(LayerRuntime).meta({ description: 'Runtimes that the layer supports.' })

const layerName = z.string().meta({ description: 'Name of the layer.', examples: ['MyLayer'] })

const version = int32().meta({ 'x-quirk': ['E4'], description: 'Number of the version.', examples: [1] })

const description = z.string().meta({ description: 'Description of the version.', examples: ['the first layer'] })

const codeSize = int64().meta({ description: 'Size of the code package in bytes.', examples: [421] })

const codeChecksum = z.string().meta({
  description: 'CRC-64 (ECMA-182) of the code package, as a decimal number.',
  examples: ['2825179536350123456'],
})

const arn = z.string().meta({
  'x-quirk': ['E9'],
  deprecated: true,
  description: 'Resource name of the version. Use arnV2 instead.',
  examples: ['188077086902#MyLayer#1'],
})

export const LayerACL = intEnum([0, 1], 'ACL').meta({
  'x-quirk': ['E5'],
  description: 'Access to the layer. 0: private. 1: public. Official layers are public.',
  examples: [0],
  format: 'int32',
})

const location = z.string().meta({
  description: 'Download URL of the code.',
  examples: ['https://xyz.oss-cnxxx.aliyuncs.com/xxx/xxx/xxx'],
})

const repositoryType = z.string().meta({ description: 'Where the code is stored.', examples: ['OSS'] })

/** Source: FC-DEF LayerCode. */
export const LayerCode = z
  .object({
    repositoryType: repositoryType.optional(),
    location: location.meta({ 'x-quirk': ['E6'] }).optional(),
  })
  .meta({ description: 'Where the code of a layer version is stored.' })

/** Source: FC-DEF OutputCodeLocation. */
export const OutputCodeLocation = z
  .object({ repositoryType: repositoryType.optional(), location: location.optional() })
  .meta({ description: 'Where the code of a new layer version is stored.' })

/** Source: FC-DEF Layer. */
export const Layer = z
  .object({
    layerName: layerName.optional(),
    version: version.optional(),
    description: description.optional(),
    code: LayerCode.meta({ description: 'Code package of the version.' }).optional(),
    codeSize: codeSize.meta({ 'x-quirk': ['E1'] }).optional(),
    codeChecksum: codeChecksum.optional(),
    createTime: z
      .string()
      .meta({ description: 'Time when the version was created, in UTC.', examples: ['2022-01-01T11:08:00Z'] })
      .optional(),
    acl: LayerACL.optional(),
    arn: arn.optional(),
    arnV2: z
      .string()
      .meta({
        description:
          'Resource name of the version: `acs:fc:{region}:{accountID}:layers/{layerName}/versions/{layerVersion}`.',
        examples: ['acs:fc:cn-beijing:186824123456:layers/fc_layer/versions/1'],
      })
      .optional(),
    license: z
      .string()
      .meta({ description: 'License of the layer.', examples: ['MIT'] })
      .optional(),
    compatibleRuntime: compatibleRuntime.optional(),
  })
  .meta({ description: 'A version of a layer.' })

/** Source: FC-DEF CreateLayerVersion, body. */
export const CreateLayerVersionInput = z
  .object({
    description: z
      .string()
      .max(256)
      .meta({ description: 'Description of the version, at most 256 characters.', examples: ['test'] })
      .optional(),
    compatibleRuntime: compatibleRuntime.optional(),
    Code: Code.meta({ 'x-quirk': ['E2'], description: 'Code of the layer.' }),
  })
  .meta({ description: 'A layer version to create.' })

/** Source: FC-DEF CreateLayerVersion, response 200. */
export const CreateLayerVersionOutput = z
  .object({
    layerName: layerName.optional(),
    version: version.optional(),
    description: description.optional(),
    code: OutputCodeLocation.meta({ description: 'Code package of the version.' }).optional(),
    codesize: codeSize.meta({ 'x-quirk': ['E1'] }).optional(),
    codeChecksum: codeChecksum.optional(),
    createTime: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
      .meta({
        description: 'Time when the version was created, in UTC, as `yyyy-MM-ddTHH:mm:ssZ`.',
        examples: ['2022-01-01T11:08:00Z'],
      })
      .optional(),
    acl: LayerACL.optional(),
    compatibleRuntime: compatibleRuntime.optional(),
    arn: arn.meta({ description: 'Resource name of the version.' }).optional(),
  })
  .meta({ description: 'The layer version that was created.' })

/** Source: FC-DEF ListLayers, response 200. */
export const ListLayersOutput = z
  .object({
    layers: z
      .array(Layer)
      .meta({ description: 'Latest version of each layer on this page, sorted by name.' })
      .optional(),
    nextToken: z
      .string()
      .meta({ description: 'Token for the next page. Absent on the last page.', examples: ['next-layer-name'] })
      .optional(),
  })
  .meta({ description: 'One page of layers.' })

/** Source: FC-DEF ListLayerVersions, response 200. */
export const ListLayerVersionsOutput = z
  .object({
    layers: z.array(Layer).meta({ description: 'Versions of the layer on this page, in ascending order.' }).optional(),
    nextVersion: int32()
      .meta({ description: 'First version of the next page. Absent on the last page.', examples: [21] })
      .optional(),
  })
  .meta({ description: 'One page of the versions of a layer.' })
