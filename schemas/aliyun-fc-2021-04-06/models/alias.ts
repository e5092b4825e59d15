import { z } from 'zod'
import { mapOf, withDefault } from '../../core/wire.ts'
import { NextToken } from './next-token.ts'
import { ResolvePolicy, RoutePolicy } from './route-policy.ts'

/** The settings that requests and responses share. */
const settings = {
  description: z
    .string()
    .meta({ description: 'Description of the alias.', examples: ['test_description'] })
    .optional(),
  additionalVersionWeight: mapOf(
    z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Share of the invocations for the version, from 0 to 1.', examples: [0.05] }),
  )
    .meta({
      description:
        'Version id of a second version and its share of the invocations, from 0 to 1. The main version gets the other invocations. The weights apply to invocations only.',
      examples: [{ '2': 0.05 }],
      'x-quirk': ['D10'],
    })
    .optional(),
  routePolicy: RoutePolicy.meta({
    description: 'Conditions for the invocations that go to the second version.',
  }).optional(),
}

const versionId = z.string().meta({ description: 'Id of the version that the alias points to.', examples: ['1'] })

/**
 * Letters, digits, _ and -, with no digit or hyphen at the start, except for LATEST. Written without a look-ahead, which
 * some validators lack: all but the first alternative differ from LATEST after 1 to 6 letters.
 */
const aliasNamePattern =
  /^([A-KM-Za-z_][\w-]*|L([B-Za-z\d_-][\w-]*)?|LA([A-SU-Za-z\d_-][\w-]*)?|LAT([A-DF-Za-z\d_-][\w-]*)?|LATE([A-RT-Za-z\d_-][\w-]*)?|LATES([A-SU-Za-z\d_-][\w-]*)?|LATEST[\w-]+)$/

/** Source: FC-DEF CreateAlias, body. */
export const CreateAliasInput = z
  .object({
    aliasName: z
      .string()
      .min(1)
      .max(128)
      .regex(aliasNamePattern, {
        error: 'must have letters, digits, _ and - only, must not start with a digit or -, and must not be LATEST',
      })
      .meta({
        description:
          'Name of the alias, 1 to 128 characters: letters, digits, underscores and hyphens. The first character must not be a digit or a hyphen. The name must not be LATEST.',
        examples: ['alias_test'],
      }),
    versionId,
    ...settings,
    resolvePolicy: withDefault(ResolvePolicy, 'Random'),
  })
  .meta({ description: 'An alias to create.' })

/** Source: FC-DEF UpdateAlias, body. */
export const UpdateAliasInput = z
  .object({ versionId: versionId.optional(), ...settings, resolvePolicy: ResolvePolicy.optional() })
  .meta({ description: 'Changes to an alias. An absent field stays unchanged.' })

/** Source: FC-DEF CreateAlias, GetAlias, UpdateAlias and ListAliases, 200. */
export const Alias = z
  .object({
    aliasName: z
      .string()
      .meta({ description: 'Name of the alias.', examples: ['alias_test'] })
      .optional(),
    versionId: versionId.optional(),
    ...settings,
    resolvePolicy: ResolvePolicy.optional(),
    createdTime: z
      .string()
      .meta({
        description: 'Time when the alias was created, in UTC.',
        examples: ['2016-08-15T16:06:05.000+0000', '2020-04-23T06:32:43Z'],
        'x-quirk': ['D9'],
      })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        description: 'Time when the alias was last updated, in UTC.',
        examples: ['2016-08-15T16:06:05.000+0000', '2020-04-23T06:32:43Z'],
        'x-quirk': ['D9'],
      })
      .optional(),
  })
  .meta({ description: 'An alias.' })

/** Source: FC-DEF ListAliases, 200. */
export const AliasPage = z
  .object({
    aliases: z.array(Alias).meta({ description: 'Aliases on this page, sorted by name.' }).optional(),
    nextToken: NextToken.optional(),
  })
  .meta({ description: 'One page of aliases.' })
