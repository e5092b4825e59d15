import { z } from 'zod'
import { AssertionModel } from '../assertions/assertion.ts'
import { type Coverage, CoverageModel, count, type Reach } from './coverage-model.ts'

export type { Coverage, Reach }

/** Increase it when a reader of the old format cannot read the new one. */
export const reportVersion = 1

const Message = {
  headers: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  body: z.string().describe('As text. A long body is cut.'),
  bodyBytes: count.describe('Size of the complete body in bytes.'),
}

const ExchangeModel = z.object({
  operation: z.string(),
  request: z.object({ method: z.string(), url: z.string(), ...Message }),
  response: z
    .object({ status: z.int(), durationMs: z.number().min(0), ...Message })
    .optional()
    .describe('Absent if no complete response was received.'),
})

const CheckModel = z.object({
  id: z.string().describe('Unique in its API. `--replay` accepts it.'),
  name: z.string(),
  operation: z.string(),
  clause: z.string().describe('Source and place of the rule.'),
  level: z.enum(['core', 'extended']),
  quirk: z.string().optional(),
  feature: z.string().optional(),
})

const SymptomModel = z
  .object({
    part: z.enum(['status', 'body', 'field', 'header', 'error', 'acceptance', 'effect', 'connection', 'request']),
    names: z.array(z.string()).readonly().describe('The fields, the headers or the error codes.'),
    problem: z.string(),
  })
  .describe('What is wrong, without values of this run.')

const ended = {
  check: CheckModel,
  durationMs: z.number().min(0),
  observations: z.array(z.object({ about: z.string(), behaviour: z.string() })).readonly(),
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
      operation: z
        .string()
        .describe('The operation that broke the rule. It may differ from the operation of the check.'),
      clause: z.string(),
      finding: z
        .enum(['undocumented-property', 'misspelled-property'])
        .optional()
        .describe('Set for an undocumented property. Absent for a broken rule.'),
      expected: z.string(),
      actual: z.string(),
      symptom: SymptomModel.optional(),
      assertions: z
        .array(AssertionModel)
        .readonly()
        .optional()
        .describe('What a program can test in the response. Absent if the check compares responses.'),
      isForm: z
        .literal(true)
        .optional()
        .describe('Only the form of a response is wrong. Other checks that met the same form passed.'),
      exchange: ExchangeModel.optional(),
      curl: z.string().optional(),
    }),
  }),
  z.object({
    ...ended,
    status: z.literal('errored'),
    cause: z.enum(['setup', 'unreachable', 'throttled', 'budget', 'defect']),
    reason: z.string(),
    exchange: ExchangeModel.optional(),
    symptom: SymptomModel.optional(),
  }),
  z.object({ ...ended, status: z.literal('skipped'), reason: z.string() }),
])

const CauseModel = z.object({
  id: z.string(),
  title: z.string(),
  operations: z.array(z.string()).readonly().describe('The operations that are probably at fault.'),
  example: z.string().describe('The check with the smallest exchange.'),
  failed: z.array(z.string()).readonly().describe('The failed checks that the cause explains.'),
  blocked: z.array(z.string()).readonly().describe('The checks that the cause prevented.'),
})

const CountsModel = z.object({ passed: count, failed: count, errored: count, skipped: count })

const ClaimModel = z.object({
  status: z.enum(['supported', 'unsupported', 'failing', 'unproven']),
  ...CountsModel.shape,
})

/** The result of a run. Every report file is made from it. Its JSON Schema is published in report.schema.json. */
export const ReportModel = z
  .object({
    version: z.literal(reportVersion),
    tool: z.object({ name: z.literal('faas-contracts'), version: z.string() }),
    api: z.object({ id: z.string(), title: z.string(), version: z.string() }),
    sources: z
      .array(
        z.object({
          id: z.string().describe('Clauses cite the source by this id.'),
          title: z.string(),
          url: z.string(),
          anchors: z
            .record(z.string(), z.string())
            .describe('URL of each operation and each definition, by name. Empty if the source has no anchors.'),
        }),
      )
      .readonly()
      .describe('The documents of the vendor that state the rules.'),
    target: z.object({ baseUrl: z.string(), profile: z.enum(['documented', 'observed']), authentication: z.string() }),
    run: z.object({
      id: z.string(),
      seed: z.string().describe('Another run with this seed uses the same values.'),
      startedAt: z.iso.datetime(),
      durationMs: z.number().min(0),
      exchanges: count,
      node: z.string(),
      shard: z
        .string()
        .regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/)
        .describe('Which part of the checks, of how many.')
        .optional(),
    }),
    conclusion: z.enum(['conformant', 'violations', 'could-not-run', 'stale-known-failures']),
    exitCode: z.int().min(0).max(3),
    reason: z.string().optional().describe('Why the run is incomplete.'),
    counts: CountsModel,
    causes: z
      .array(CauseModel)
      .readonly()
      .optional()
      .describe('The probable causes, the one that explains the most checks first. Known failures have none.'),
    claims: z.object({
      core: ClaimModel,
      extended: ClaimModel,
      features: z.array(z.object({ name: z.string(), ...ClaimModel.shape })).readonly(),
      unsupportedOperations: z
        .array(z.string())
        .readonly()
        .optional()
        .describe('Single operations that the target does not claim.'),
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
      .array(z.object({ about: z.string(), behaviour: z.string(), times: count }))
      .readonly()
      .describe('Implementation-defined behaviour of the target.'),
    leftBehind: z.array(z.string()).readonly(),
    reproduce: z.object({ command: z.string(), replay: z.string() }),
    coverage: CoverageModel,
    outcomes: z.array(OutcomeModel).readonly(),
  })
  .meta({
    title: 'faas-contracts report',
    description: 'The result of one run of the contract suite against one target.',
  })

export type Report = z.infer<typeof ReportModel>
export type CauseSummary = z.infer<typeof CauseModel>
export type Claim = z.infer<typeof ClaimModel>

/** The published JSON Schema of a report. */
export function toReportSchema(): object {
  return z.toJSONSchema(ReportModel, { io: 'input' })
}
