import { z } from 'zod'

export const count = z.int().min(0)

const Provenance = z.enum(['documented', 'defined', 'observed', 'inferred'])
const ReachModel = z.object({
  attempts: count,
  matches: count.describe(
    'Attempts with the expected status: a documented success, or 400 to 499 for a broken constraint.',
  ),
})
const Share = z.object({ total: count, attempted: count, matched: count })

const LifeState = z.enum(['absent', 'created', 'updated', 'deleted'])

/** How much of the documented behaviour a run reached. */
export const CoverageModel = z.object({
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
    .describe('Documented behaviour only. Behaviour with a mark has rows, but the totals do not count it.'),
  operations: z
    .array(
      z.object({
        id: z.string(),
        provenance: Provenance,
        ...ReachModel.shape,
        statuses: z.array(z.object({ status: z.string(), provenance: Provenance, seen: count })).readonly(),
        errors: z
          .array(
            z.object({
              code: z.string(),
              status: z.string(),
              provenance: Provenance,
              seen: count,
              unreachable: z.string().optional().describe('Why no request is certain to provoke the error.'),
            }),
          )
          .readonly(),
        parameters: z
          .array(
            z.object({
              in: z.enum(['path', 'query', 'header']),
              name: z.string(),
              provenance: Provenance,
              ...ReachModel.shape,
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
              valid: ReachModel.describe('Requests that keep the constraint, at the boundary if there is one.'),
              invalid: ReachModel.optional().describe('Requests that break the constraint. Absent if no request can.'),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
  transitions: z
    .array(
      z.object({
        kind: z.string().describe('The kind of resource.'),
        operation: z.string(),
        from: LifeState,
        to: LifeState,
        result: z.enum(['success', 'not-found', 'conflict']).describe('The result that is required in this state.'),
        ...ReachModel.shape,
      }),
    )
    .readonly()
    .describe('The states of the resources that the run creates, and the effect of each operation in each state.'),
  neverReached: z.array(z.string()).readonly().describe('Documented behaviour that was not tried, by name.'),
  unreachable: z
    .array(z.object({ name: z.string(), reason: z.string() }))
    .readonly()
    .optional()
    .describe('Documented behaviour that a client cannot provoke reliably, with the reason. It counts as not tried.'),
})

export type Coverage = z.infer<typeof CoverageModel>
export type Reach = z.infer<typeof ReachModel>
