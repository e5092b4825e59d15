import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import type { Check, CheckContext, ToCheck } from '../check.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import { readError } from '../http/read-error.ts'
import {
  type Cause,
  type TamperingRow,
  firstTamperings,
  furtherTamperings,
  rightSignatures,
} from './signing-mistakes.ts'
import { type Tamper, findScheme } from './signer.ts'
import type { Signer } from '../http/target.ts'
import type { Input } from '../http/wire-request.ts'

/** A request that succeeds when it is signed. */
export interface SignedCall<Fixture> {
  readonly operation: Operation
  /** Sets up what the call needs and responses its request. */
  readonly arrange: (context: CheckContext<Fixture>) => Promise<Input>
  /** Sees that a refused request has done nothing. */
  readonly expectUntouched?: (context: CheckContext<Fixture>, input: Input) => Promise<void>
  /** Stands for all operations: every forgery is tried. */
  readonly isExample?: boolean
}

export interface SignatureSpec<Fixture> {
  readonly api: Api
  readonly check: ToCheck<Fixture>
  readonly calls: readonly SignedCall<Fixture>[]
  /** The codes that may return each cause; where no page says which, all that it lists. */
  readonly refusals: Readonly<Record<Cause, readonly string[]>>
  /** Other spellings of codes that real servers have, and the quirk that says so. */
  readonly fieldAliases?: { readonly quirk: string; readonly codes: Readonly<Record<string, string>> }
}

/** The feature that these checks belong to, so that a target may not claim it. */
const feature = 'Signature'

/**
 * Requests that are signed wrongly are refused and do nothing; right signatures are taken. Skipped where the run has
 * no keys, and where the target lets in what is not signed at all, unless it claims the feature. Replays are forbidden on no page: what becomes of
 * one is noted.
 */
export function toSignatureChecks<Fixture>(spec: SignatureSpec<Fixture>): readonly Check[] {
  return spec.calls.flatMap((call) => [
    ...firstTamperings.map((row) => toRefusal(spec, call, row)),
    ...(call.isExample
      ? [
          ...furtherTamperings.filter((row) => fits(spec, call, row)).map((row) => toRefusal(spec, call, row)),
          ...rightSignatures.map(({ name, tampering }) =>
            toTaken(spec, call, name, (tamper) => tamper.toSigner(tampering)),
          ),
          toReplay(spec, call),
        ]
      : []),
  ])
}

function fits<Fixture>(
  { api }: SignatureSpec<Fixture>,
  { operation }: SignedCall<Fixture>,
  row: TamperingRow,
): boolean {
  const { needs, isCovered = () => true } = row
  const scheme = findScheme(api.dialect)
  if (!scheme || !isCovered(scheme)) return false
  if (needs === 'body') return operation.body !== undefined
  return needs !== 'query' || Object.keys(operation.params.query).length > 0
}

function toRefusal<Fixture>(spec: SignatureSpec<Fixture>, call: SignedCall<Fixture>, row: TamperingRow): Check {
  const { api, check, refusals, fieldAliases } = spec
  const { operation } = call
  const codes = refusals[row.cause]
  const isListed = codes.some((code) => operation.errors.includes(code))
  const statuses = [...new Set(codes.map((code) => api.errors[code]?.status))].join(', ')
  return check(`${row.name}-is-rejected`, {
    operation,
    feature,
    level: isListed ? row.level : 'extended',
    clause: isListed
      ? `${toCitation(operation.source)} ${statuses}: ${codes.join(', ')}`
      : `observed: ${codes.join(', ')} for ${operation.id}`,
    ...(fieldAliases && row.cause === 'unknownKey' && { quirk: fieldAliases.quirk }),
    async run(context) {
      const { input, tamper } = await givenSigned(context, call)
      const signer = row.toSigner(tamper) ?? context.skip('the keys of the run are not temporary')
      const sent = await context.target.send(operation, { ...toExample(input, row), signer })
      expectRefusal(context, spec, sent, row)
      await call.expectUntouched?.(context, input)
    },
  })
}

/** A signature over the query needs a query; an unknown parameter would be another matter. */
function toExample(input: Input, { needs }: TamperingRow): Input {
  return needs === 'query' ? { ...input, query: { limit: 5, ...input.query } } : input
}

function toTaken<Fixture>(
  { check }: SignatureSpec<Fixture>,
  call: SignedCall<Fixture>,
  name: string,
  toSigner: (tamper: Tamper) => Signer,
): Check {
  const { operation } = call
  return check(`${name}-is-accepted`, {
    operation,
    feature,
    level: 'extended',
    clause: `observed: how ${operation.id} is signed; ${toCitation(operation.source)} ${Object.keys(operation.success).join(', ')}`,
    async run(context) {
      const { input, tamper } = await givenSigned(context, call)
      context.expectResponse(await context.target.send(operation, { ...input, signer: toSigner(tamper) }))
    },
  })
}

function toReplay<Fixture>({ api, check }: SignatureSpec<Fixture>, call: SignedCall<Fixture>): Check {
  const { operation } = call
  return check('repeated-signature-is-handled', {
    operation,
    feature,
    level: 'extended',
    clause: `observed: how ${operation.id} is signed; no page forbids a second use`,
    async run(context) {
      const { input, tamper } = await givenSigned(context, call)
      const sign = tamper.toSigner({})
      let used: ReturnType<Signer> | undefined
      const signer: Signer = (request) => {
        used ??= sign(request)
        return used
      }
      context.expectResponse(await context.target.send(operation, { ...input, signer }))
      const again = await context.target.send(operation, { ...input, signer })
      const finding = { expected: 'a response of the API', actual: `status ${again.response.status}` }
      context.expectThat(again.response.status < 500, finding, again)
      context.note('a signature that comes twice', readCode(api, again) ?? 'accepted')
    },
  })
}

/** Skips where there is nothing to sign with, or where the target does not look. */
async function givenSigned<Fixture>(context: CheckContext<Fixture>, call: SignedCall<Fixture>) {
  const { tamper } = context.signing
  if (!tamper) return context.skip('the run signs nothing: it has no access key')
  const input = await call.arrange(context)
  // Who says that signatures are looked at is held to it.
  const isLookedAt = context.claimed.includes(feature) || (await context.authenticates(call.operation, input))
  if (!isLookedAt) {
    return context.skip(
      `the target runs without authentication: it lets in what is not signed, a violation where the feature ${feature} is claimed`,
    )
  }
  return { input, tamper }
}

function expectRefusal<Fixture>(
  context: CheckContext<Fixture>,
  { api, refusals, fieldAliases }: SignatureSpec<Fixture>,
  sent: Exchange,
  { name, cause }: TamperingRow,
): void {
  const code = readCode(api, sent) ?? ''
  const meant = fieldAliases?.codes[code]
  const isFieldAlias = meant !== undefined && refusals[cause].includes(meant) && context.profile === 'observed'
  if (!isFieldAlias || api.errors[meant]?.status !== sent.response.status) context.expectError(sent, refusals[cause])
  if (refusals[cause].length > 1 || isFieldAlias) context.note(name.replaceAll('-', ' '), code)
}

function readCode(api: Api, { response }: Exchange): string | undefined {
  const reading = readJson(response.body)
  return response.status < 300 || !reading.ok ? undefined : readError(api.dialect, reading.value).code
}
