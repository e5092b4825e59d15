import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { enumOf } from '../../core/wire.ts'
import { NextToken } from './next-token.ts'

/**
 * The order of a list of versions. The page names the default alone.
 * Source: 004 ListVersions, direction.
 */
export const direction = enumOf(['BACKWARD'], { observed: ['FORWARD'] })
  .meta({
    description: 'Order of the list: from the newest version to the oldest (BACKWARD), or the other way (FORWARD).',
    'x-quirk': ['A28', 'A29'],
  })
  .default('BACKWARD')

/** Request body of PublishVersion. The page says that it is a bare string. Source: 004 PublishVersion, Body. */
export const PublishVersionFields = z
  .object({
    description: z
      .string()
      .meta({ description: 'Free text about the version.', examples: ['my service version'], 'x-quirk': ['A9'] })
      .optional(),
    Description: z
      .string()
      .meta({
        ...observed,
        description: 'The same in the spelling of one client; description wins over it.',
        'x-quirk': ['W14'],
        'x-go-name': 'CapitalDescription', // Go has one spelling for both
      })
      .optional(),
  })
  .meta({ description: 'What to say about a version to publish.' })

/** No operation uses this definition. Source: 004 Definitions, Version. */
export const Version = z
  .object({
    versionId: z.string().meta({ description: 'Id of the version.', examples: ['1'] }),
    description: z
      .string()
      .meta({ description: 'Free text about the version.', examples: ['my service version'] })
      .optional(),
  })
  .meta({ description: 'A version, by a definition of the page that no operation uses.', 'x-quirk': ['A9'] })

/** A version as the API returns it. Source: 004 Definitions, VersionResponse. */
export const VersionResponse = z
  .object({
    createdTime: z
      .string()
      .meta({ description: 'When the version was published, in UTC.', examples: ['2016-08-15T15:00:00.000+0000'] })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({ description: 'When the version was last updated, in UTC.', examples: ['2016-08-15T17:00:00.000+0000'] })
      .optional(),
    versionId: z
      .string()
      .meta({ description: 'Id of the version: a number that counts up in its service.', 'x-quirk': ['A34'] })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Free text about the version.', 'x-quirk': ['A34'] })
      .optional(),
  })
  .meta({ description: 'A version of a service.' })

/** Source: 004 ListVersions, Response 200. */
export const VersionPage = z
  .object({
    nextToken: NextToken.optional(),
    versions: z
      .array(VersionResponse)
      .meta({ description: 'Versions of this page, in the order asked for.' })
      .optional(),
    direction: z
      .string()
      .meta({ description: 'Order of this list.', 'x-quirk': ['A29'] })
      .optional(),
  })
  .meta({ description: 'One page of versions.' })
