import { z } from 'zod'
import { withDefault } from '../../core/wire.ts'
import { NextToken } from './next-token.ts'

const description = z
  .string()
  .meta({ description: 'Description of the version.', examples: ['test_description'] })
  .optional()

/** The order of a list of versions. Source: FC-DEF ListServiceVersions, direction. */
export const Direction = z.enum(['BACKWARD', 'FORWARD']).meta({
  description: 'Order of the list. BACKWARD: the newest version comes first. FORWARD: the oldest version comes first.',
  examples: ['BACKWARD'],
})
export const direction = withDefault(Direction, 'BACKWARD')

/** Source: FC-DEF PublishServiceVersion, body. */
export const PublishServiceVersionInput = z
  .object({ description })
  .meta({ description: 'Description of a version to publish.' })

/** Source: FC-DEF PublishServiceVersion and ListServiceVersions, 200. */
export const Version = z
  .object({
    versionId: z
      .string()
      .meta({
        description: 'Id of the version: a number, as a string. Numbers increase within a service.',
        examples: ['1'],
      })
      .optional(),
    description,
    createdTime: z
      .string()
      .meta({
        description: 'Time when the version was published, in UTC.',
        examples: ['2016-08-15T16:06:05.000+0000', '2020-03-16T06:23:50Z'],
        'x-quirk': ['D9'],
      })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        description: 'Time when the version was last updated, in UTC.',
        examples: ['2016-08-15T16:06:05.000+0000', '2020-07-15T06:12:31Z'],
        'x-quirk': ['D9'],
      })
      .optional(),
  })
  .meta({ description: 'A version of a service.' })

/** Source: FC-DEF ListServiceVersions, 200. */
export const VersionPage = z
  .object({
    versions: z.array(Version).meta({ description: 'Versions on this page, in the requested order.' }).optional(),
    nextToken: NextToken.optional(),
    direction: Direction.meta({ description: 'Order of this list.' }).optional(),
  })
  .meta({ description: 'One page of versions.' })
