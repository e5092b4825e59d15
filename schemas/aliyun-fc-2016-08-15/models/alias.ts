import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { withRules } from '../../core/rules.ts'
import { mapOf } from '../../core/wire.ts'
import { NextToken } from './next-token.ts'

const additionalVersionWeight = mapOf(
  z
    .number()
    .min(0)
    .max(1)
    .meta({ ...observed, description: 'Share of requests for the version, from 0 to 1.', examples: [0.05] }),
)
const additionalVersionWeightMeta = {
  description:
    'Version id of a second version and its share of requests, from 0 to 1. The main version gets the other requests.',
}
const weightOfRequest = additionalVersionWeight
  .meta({ ...additionalVersionWeightMeta, examples: [{ '2': 0.05 }], 'x-quirk': ['A7'] })
  .optional()

const description = z
  .string()
  .meta({ description: 'Description of the alias.', 'x-quirk': ['A6'] })
  .optional()

/**
 * Every text except for the empty text, numbers and LATEST. Written without a look-ahead, which some validators lack: the
 * first alternative does not start with a digit or L, the others differ from LATEST after 0 to 6 letters.
 */
const aliasNamePattern =
  /^([^L\d].*|\d+[^\d].*|L([^A].*)?|LA([^T].*)?|LAT([^E].*)?|LATE([^S].*)?|LATES([^T].*)?|LATEST.+)$/

/** The version id has two field names. The source has versionID in requests, but every client sends versionId. */
const versionIds = (quirks: readonly string[]) => ({
  versionId: z
    .string()
    .meta({
      ...observed,
      description: 'Id of the version that the alias points to. Clients send this field.',
      examples: ['1'],
      'x-quirk': quirks,
    })
    .optional(),
  versionID: z
    .string()
    .meta({
      description:
        'Id of the version that the alias points to. The API specification documents this field name. If both fields are present, versionId applies.',
      examples: ['1'],
      'x-quirk': quirks,
      'x-alias-of': 'versionId',
      'x-go-name': 'PageVersionID', // VersionID and VersionId in one Go struct are easy to confuse
    })
    .optional(),
})

/** Request body of CreateAlias. Source: 004 Definitions, Alias; 004 CreateAlias, Body. */
export const Alias = withRules(
  z.object({
    aliasName: z
      .string()
      .regex(aliasNamePattern, { error: 'must not be empty, a number or LATEST' })
      .meta({
        description: 'Name of the alias. It is neither a number nor LATEST, which are other qualifiers.',
        examples: ['my-alias'],
        'x-quirk': ['A8', 'W19'],
        'x-keyword-provenance': { pattern: 'inferred' },
      }),
    ...versionIds(['A4', 'A8']),
    description,
    additionalVersionWeight: weightOfRequest,
  }),
  [{ kind: 'anyRequired', fields: ['versionId', 'versionID'] }],
).meta({ description: 'An alias to create. versionId or versionID is required.' })

/** Request body of UpdateAlias. Source: 004 Definitions, AliasUpdateFields. */
export const AliasUpdateFields = z
  .object({ ...versionIds(['A4', 'A16']), description, additionalVersionWeight: weightOfRequest })
  .meta({ description: 'Changes to an alias. An absent field stays unchanged.' })

/** An alias in responses. Source: 004 Definitions, AliasResponse. */
export const AliasResponse = z
  .object({
    createdTime: z.string().meta({
      description: 'Time when the alias was created, in UTC.',
      examples: ['2016-08-15T15:00:00.000+0000'],
      'x-quirk': ['A17'],
    }),
    lastModifiedTime: z.string().meta({
      description: 'Time when the alias was last updated, in UTC.',
      examples: ['2016-08-15T17:00:00.000+0000'],
      'x-quirk': ['A17'],
    }),
    aliasName: z.string().meta({ description: 'Name of the alias.', 'x-quirk': ['A17', 'A34'] }),
    versionId: z
      .string()
      .meta({ description: 'Id of the version that the alias points to.', 'x-quirk': ['A4', 'A5', 'A17', 'A34'] }),
    description: z
      .string()
      .meta({ description: 'Description of the alias.', 'x-quirk': ['A6', 'A34'] })
      .optional(),
    additionalVersionWeight: additionalVersionWeight
      .meta({ ...additionalVersionWeightMeta, 'x-quirk': ['A7', 'A34'] })
      .optional(),
  })
  .meta({ description: 'An alias.' })

/** Source: 004 ListAliases, Response 200. */
export const AliasPage = z
  .object({
    nextToken: NextToken.optional(),
    aliases: z.array(AliasResponse).meta({ description: 'Aliases on this page, sorted by name.' }).optional(),
  })
  .meta({ description: 'One page of aliases.' })
