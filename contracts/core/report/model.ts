import { z } from 'zod'

/** Raised when a reader of the old form could not read the new one. */
export const reportVersion = 1

const count = z.int().min(0)

const Message = {
  headers: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  body: z.string().describe('As text, cut where it is long.'),
  bodyBytes: count.describe('Size of the whole body.'),
}

const ExchangeModel = z.object({
  operation: z.string(),
  request: z.object({ method: z.string(), url: z.string(), ...Message }),
  response: z
    .object({ status: z.int(), durationMs: z.number().min(0), ...Message })
    .optional()
    .describe('Absent where no whole response came.'),
})

const CheckModel = z.object({
  id: z.string().describe('Unique in its API; `--replay` takes it.'),
  name: z.string(),
  operation: z.string(),
  clause: z.string().describe('Page and place of the promise.'),
  level: z.enum(['core', 'extended']),
  quirk: z.string().optional(),
  feature: z.string().optional(),
})

const ended = {
  check: CheckModel,
  durationMs: z.number().min(0),
  observations: z.array(z.object({ about: z.string(), chose: z.string() })).readonly(),
  exchanges: count,
  leftBehind: z.array(z.string()).readonly(),
}

const OutcomeModel = z.discriminatedUnion('status', [
  z.object({ ...ended, status: z.literal('passed') }),
  z.object({
    ...ended,
    status: z.literal('failed'),
    violation: z.object({
      check: z.string(),
      operation: z.string().describe("The operation at fault; it may be another than the check's."),
      clause: z.string(),
      finding: z
        .enum(['unlisted-property', 'misspelled-property'])
        .optional()
        .describe('A property that nobody lists; absent for a broken promise.'),
      expected: z.string(),
      actual: z.string(),
      exchange: ExchangeModel.optional(),
      curl: z.string().optional(),
    }),
  }),
  z.object({
    ...ended,
    status: z.literal('errored'),
    cause: z.enum(['setup', 'unreachable', 'budget', 'defect']),
    reason: z.string(),
    exchange: ExchangeModel.optional(),
  }),
  z.object({ ...ended, status: z.literal('skipped'), reason: z.string() }),
])

const CountsModel = z.object({ passed: count, failed: count, errored: count, skipped: count })

const Provenance = z.enum(['documented', 'defined', 'observed', 'inferred'])
const Reach = z.object({ attempts: count, matches: count.describe('Attempts that were returned as documented.') })
const Share = z.object({ total: count, attempted: count, matched: count })

const LifeState = z.enum(['absent', 'created', 'updated', 'deleted'])

const CoverageModel = z.object({
  totals: z
    .object({
      operations: Share,
      statuses: Share,
      errors: Share,
      parameters: Share,
      constraintsValid: Share,
      constraintsInvalid: Share,
      transitions: Share,
    })
    .describe('What the pages document; what is only observed or inferred has rows but is not counted here.'),
  operations: z
    .array(
      z.object({
        id: z.string(),
        provenance: Provenance,
        ...Reach.shape,
        statuses: z.array(z.object({ status: z.string(), provenance: Provenance, seen: count })).readonly(),
        errors: z
          .array(
            z.object({
              code: z.string(),
              status: z.string(),
              provenance: Provenance,
              seen: count,
              unreachable: z.string().optional().describe('Why no request is sure to bring it about.'),
            }),
          )
          .readonly(),
        parameters: z
          .array(
            z.object({
              in: z.enum(['path', 'query', 'header']),
              name: z.string(),
              provenance: Provenance,
              ...Reach.shape,
            }),
          )
          .readonly(),
        constraints: z
          .array(
            z.object({
              id: z.string(),
              clause: z.string(),
              rule: z.string(),
              provenance: Provenance,
              valid: Reach.describe('Requests that keep it, at its boundary where it has one.'),
              invalid: Reach.optional().describe('Requests that break it; absent where none can be made.'),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
  transitions: z
    .array(
      z.object({
        kind: z.string().describe('What is created, read, updated and deleted.'),
        operation: z.string(),
        from: LifeState,
        to: LifeState,
        result: z.enum(['success', 'not-found', 'conflict']).describe('How it must be returned in that state.'),
        ...Reach.shape,
      }),
    )
    .readonly()
    .describe('The states of everything that the run makes, and what each operation makes of them.'),
  neverReached: z.array(z.string()).readonly().describe('What is documented and was not tried, by name.'),
  unreachable: z
    .array(z.object({ name: z.string(), reason: z.string() }))
    .readonly()
    .optional()
    .describe(
      'What is documented and cannot be tried for sure from outside, with the reason; it counts as not reached.',
    ),
})

const ClaimModel = z.object({
  status: z.enum(['supported', 'unsupported', 'failing', 'unproven']),
  ...CountsModel.shape,
})

/** Everything that a run found: the one model of every rendering. Its JSON Schema is published beside it. */
export const ReportModel = z
  .object({
    version: z.literal(reportVersion),
    tool: z.object({ name: z.literal('faas-contracts'), version: z.string() }),
    api: z.object({ id: z.string(), title: z.string(), version: z.string() }),
    target: z.object({ baseUrl: z.string(), profile: z.enum(['documented', 'observed']), authentication: z.string() }),
    run: z.object({
      id: z.string(),
      seed: z.string().describe('Give it to another run and that run invents the same values.'),
      startedAt: z.iso.datetime(),
      durationMs: z.number().min(0),
      exchanges: count,
      node: z.string(),
      shard: z.string().optional(),
    }),
    conclusion: z.enum(['conformant', 'violations', 'could-not-run', 'stale-known-failures']),
    exitCode: z.int().min(0).max(3),
    reason: z.string().optional().describe('Why nothing, or not everything, came to an outcome.'),
    counts: CountsModel,
    claims: z.object({
      core: ClaimModel,
      extended: ClaimModel,
      features: z.array(z.object({ name: z.string(), ...ClaimModel.shape })).readonly(),
    }),
    knownFailures: z
      .array(
        z.object({
          check: z.string(),
          reason: z.string(),
          state: z.enum(['failing', 'passing', 'not-run', 'unknown']),
        }),
      )
      .readonly(),
    observations: z
      .array(z.object({ about: z.string(), chose: z.string(), times: count }))
      .readonly()
      .describe('Which way the target went where the page leaves it open.'),
    leftBehind: z.array(z.string()).readonly(),
    reproduce: z.object({ command: z.string(), replay: z.string() }),
    coverage: CoverageModel,
    outcomes: z.array(OutcomeModel).readonly(),
  })
  .meta({ title: 'faas-contracts report', description: 'What one run of the contract suite found about one target.' })

export type Report = z.infer<typeof ReportModel>
export type Coverage = z.infer<typeof CoverageModel>
export type Claim = z.infer<typeof ClaimModel>
export type Reach = z.infer<typeof Reach>

/** The published JSON Schema of a report. */
export function toReportSchema(): object {
  return z.toJSONSchema(ReportModel, { io: 'input' })
}
