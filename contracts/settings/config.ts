import { z } from 'zod'

const milliseconds = z.int().positive()

const KnownFailureModel = z.strictObject({
  check: z.string().min(1).describe('Id of the check: `CreateFunction › duplicate-name-is-rejected`.'),
  reason: z.string().trim().min(1).describe('Why it is accepted for now; a reviewer reads it.'),
})

/** What a file of known failures holds. */
export const KnownFailuresModel = z.array(KnownFailureModel).readonly()

/** What a team says of its implementation. Credentials are not in it: they come from the environment alone. */
export const ConfigModel = z.strictObject({
  url: z.string().optional().describe("Where the implementation listens, without the API's base path."),
  account: z.string().min(1).optional().describe('Account or project that requests are made for.'),
  region: z
    .string()
    .min(1)
    .optional()
    .describe("With `account` and no `url`: the vendor's own address of that region."),
  features: z
    .strictObject({
      supported: z.array(z.string()).readonly().optional().describe('Given: every other feature is not supported.'),
      unsupported: z.array(z.string()).readonly().optional(),
    })
    .optional(),
  profile: z.enum(['documented', 'observed']).optional(),
  seed: z.string().min(1).optional(),
  timeoutMs: milliseconds.optional().describe('Longest wait for one response.'),
  budgetMs: milliseconds.optional().describe('Longest time for all checks.'),
  concurrency: z
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('How many checks run at once. Default 4; a fragile server may need 1.'),
  namePrefix: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,15}$/, 'a lower-case letter, then at most 15 letters, digits and hyphens')
    .optional()
    .describe('What every invented name begins with.'),
  consistencyMs: z.int().min(0).max(60_000).optional().describe('How long a write may take until every read sees it.'),
  allowUndocumented: z
    .array(z.string().min(1))
    .readonly()
    .optional()
    .describe(
      'Operations, `GetFunction`, or places in their responses, `GetFunction#/layers`, that may have unlisted properties.',
    ),
  fixtures: z
    .record(z.string(), z.union([z.string(), z.array(z.string()).readonly()]))
    .optional()
    .describe('What the checks need to exist, by name: a value, or several.'),
  setup: z
    .string()
    .min(1)
    .optional()
    .describe('Command of the shell that runs once before the checks; its last line may be JSON, { fixtures }.'),
  teardown: z.string().min(1).optional().describe('Command of the shell that runs once after the checks.'),
  commandTimeoutMs: milliseconds.optional().describe('Longest time for each of the two commands.'),
  reference: z
    .union([z.string().min(1), z.literal(false)])
    .optional()
    .describe(
      'Base URL of the server that the reference run compares with, the emulator unless given; false for none.',
    ),
  referenceRuns: z.int().min(0).optional().describe('How many random sequences of calls the reference run makes.'),
  knownFailures: z
    .union([z.string().min(1), KnownFailuresModel])
    .optional()
    .describe('A list, or the path of a JSON file that holds one, from the folder of this file.'),
  report: z.string().min(1).optional().describe('Folder for reports, from the current folder.'),
  cleanupLog: z.string().min(1).optional().describe('Folder where a run writes down what it makes.'),
})

/** The value of `faas-contracts.config.ts` or `.json`. */
export type Config = z.infer<typeof ConfigModel>
