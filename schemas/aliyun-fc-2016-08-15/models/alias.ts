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
    .meta({ ...observed, description: 'Share of requests that goes to the version.', examples: [0.05] }),
)
const additionalVersionWeightMeta = {
  description:
    'A second version by its id, and the share of requests that goes to it, from 0 to 1; the rest goes to the main version.',
}
const weightOfRequest = additionalVersionWeight
  .meta({ ...additionalVersionWeightMeta, examples: [{ '2': 0.05 }], 'x-quirk': ['A7'] })
  .optional()

const description = z
  .string()
  .meta({ description: 'Free text about the alias.', 'x-quirk': ['A6'] })
  .optional()

/** The id of the version under two names: the page's requests say versionID, every client sends versionId. */
const versionIds = (quirks: readonly string[]) => ({
  versionId: z
    .string()
    .meta({
      ...observed,
      description: 'Id of the version that the alias points to, as clients spell it.',
      examples: ['1'],
      'x-quirk': quirks,
    })
    .optional(),
  versionID: z
    .string()
    .meta({
      description: 'Id of the version that the alias points to, as the page spells it.',
      examples: ['1'],
      'x-quirk': quirks,
      'x-go-name': 'PageVersionID', // VersionID and VersionId side by side invite mistakes
    })
    .optional(),
})

/** Request body of CreateAlias. Source: 004 Definitions, Alias; 004 CreateAlias, Body. */
export const Alias = withRules(
  z.object({
    aliasName: z.string().meta({ description: 'Name of the alias.', examples: ['my-alias'], 'x-quirk': ['A8'] }),
    ...versionIds(['A4', 'A8']),
    description,
    additionalVersionWeight: weightOfRequest,
  }),
  [{ kind: 'anyRequired', fields: ['versionId', 'versionID'] }],
).meta({ description: 'An alias to create. It names a version as versionId or as versionID.' })

/** Request body of UpdateAlias. Source: 004 Definitions, AliasUpdateFields. */
export const AliasUpdateFields = z
  .object({ ...versionIds(['A4', 'A16']), description, additionalVersionWeight: weightOfRequest })
  .meta({ description: 'What to change of an alias. A field that is absent stays as it is.' })

/** An alias as the API returns it. Source: 004 Definitions, AliasResponse. */
export const AliasResponse = z
  .object({
    createdTime: z.string().meta({
      description: 'When the alias was created, in UTC.',
      examples: ['2016-08-15T15:00:00.000+0000'],
      'x-quirk': ['A17'],
    }),
    lastModifiedTime: z.string().meta({
      description: 'When the alias was last updated, in UTC.',
      examples: ['2016-08-15T17:00:00.000+0000'],
      'x-quirk': ['A17'],
    }),
    aliasName: z.string().meta({ description: 'Name of the alias.', 'x-quirk': ['A17', 'A34'] }),
    versionId: z
      .string()
      .meta({ description: 'Id of the version that the alias points to.', 'x-quirk': ['A4', 'A5', 'A17', 'A34'] }),
    description: z
      .string()
      .meta({ description: 'Free text about the alias.', 'x-quirk': ['A6', 'A34'] })
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
    aliases: z.array(AliasResponse).meta({ description: 'Aliases of this page, by name.' }).optional(),
  })
  .meta({ description: 'One page of aliases.' })
