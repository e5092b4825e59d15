import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { enumOf, withDefault } from '../../core/wire.ts'
import { NextToken } from './next-token.ts'

/** The order of a list of versions. The source states only the default. Source: 004 ListVersions, direction. */
export const Direction = enumOf(['BACKWARD'], { observed: ['FORWARD'] }).meta({
  examples: ['BACKWARD'],
  description: 'Order of the list. BACKWARD: the newest version comes first. FORWARD: the oldest version comes first.',
  'x-quirk': ['A28', 'A29'],
})
export const direction = withDefault(Direction, 'BACKWARD')

/** Request body of PublishVersion. In the source, the body is a string. Source: 004 PublishVersion, Body. */
export const PublishVersionFields = z
  .object({
    description: z
      .string()
      .meta({ description: 'Description of the version.', examples: ['my service version'], 'x-quirk': ['A9'] })
      .optional(),
    Description: z
      .string()
      .meta({
        ...observed,
        description:
          'Description of the version. Only the Go SDK sends this field. If both fields are present, description applies.',
        'x-quirk': ['W14'],
        'x-alias-of': 'description',
        'x-go-name': 'CapitalDescription', // in Go, both field names become the same name
      })
      .optional(),
  })
  .meta({ description: 'Description of a version to publish.' })

/** No operation uses this definition. Source: 004 Definitions, Version. */
export const Version = z
  .object({
    versionId: z.string().meta({ description: 'Id of the version.', examples: ['1'] }),
    description: z
      .string()
      .meta({ description: 'Description of the version.', examples: ['my service version'] })
      .optional(),
  })
  .meta({ description: 'A version. No operation uses this definition of the API specification.', 'x-quirk': ['A9'] })

/** A version in responses. Source: 004 Definitions, VersionResponse. */
export const VersionResponse = z
  .object({
    createdTime: z
      .string()
      .meta({ description: 'Time when the version was published, in UTC.', examples: ['2016-08-15T15:00:00.000+0000'] })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        description: 'Time when the version was last updated, in UTC.',
        examples: ['2016-08-15T17:00:00.000+0000'],
      })
      .optional(),
    versionId: z
      .string()
      .meta({
        description: 'Id of the version: a number, as a string. Numbers increase within a service.',
        'x-quirk': ['A34'],
      })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Description of the version.', 'x-quirk': ['A34'] })
      .optional(),
  })
  .meta({ description: 'A version of a service.' })

/** Source: 004 ListVersions, Response 200. */
export const VersionPage = z
  .object({
    nextToken: NextToken.optional(),
    versions: z
      .array(VersionResponse)
      .meta({ description: 'Versions on this page, in the requested order.' })
      .optional(),
    direction: z
      .string()
      .meta({ description: 'Order of this list.', 'x-quirk': ['A29'] })
      .optional(),
  })
  .meta({ description: 'One page of versions.' })
