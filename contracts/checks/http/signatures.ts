import type { Api } from '../../../schemas/core/api.ts'
import { toCitation, toSuccessCitation } from '../../../schemas/core/source.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import { type Exchange, readJson } from '../../core/http/exchange.ts'
import { readError } from '../../core/http/read-error.ts'
import type { Signer } from '../../core/http/target.ts'
import type { Input } from '../../core/http/wire-request.ts'
import { findScheme, type Signing, type Tamper } from '../../core/signing/signer.ts'
import {
  type SignedHeaderRow,
  signedBodyHeaders,
  signedHeaderMistakes,
  signedHeaders,
} from '../../core/signing/signed-headers.ts'
import {
  type Cause,
  firstTamperings,
  furtherTamperings,
  rightSignatures,
  type TamperingRow,
} from '../../core/signing/signing-mistakes.ts'
import { type Call, watch } from '../calls.ts'

export interface SignatureSpec {
  readonly api: Api
  readonly calls: readonly Call[]
  /** The error codes that each cause may have; where no source states which, all codes that it lists. */
  readonly errorCodes: Readonly<Record<Cause, readonly string[]>>
  /** Codes that real servers write in another way, and the quirk about them. */
  readonly codeAliases?: { readonly quirk: string; readonly codes: Readonly<Record<string, string>> }
}

/** The feature of these checks, so that a target may declare it unsupported. */
const feature = 'Signature'

/**
 * Requests with a wrong signature are rejected and change nothing; requests with a correct one are accepted. The checks
 * are skipped where the run has no keys, and where the target accepts unsigned requests, unless it claims the feature.
 * No source forbids a repeated signature: the report notes the response.
 */
export function toSignatureChecks(spec: SignatureSpec): readonly Check[] {
  return spec.calls.flatMap((call) => [
    ...[...firstTamperings, ...furtherTamperings, ...(isRead(call) ? signedHeaderMistakes : [])]
      .filter((row) => fits(spec, call, row))
      .map((row) => toRejectedCheck(spec, call, row)),
    ...rightSignatures.map(({ name, tampering }) => toAccepted(call, name, (tamper) => tamper.toSigner(tampering))),
    ...(isRead(call) ? signedHeaders : call.operation.body ? signedBodyHeaders : [])
      .filter((row) => isCovered(spec, row))
      .map((row) => toAccepted(call, row.name, row.toSigner)),
    toReplay(spec, call),
  ])
}

/** Reads stand for all operations, because the headers are signed in the same way. */
function isRead({ operation }: Call): boolean {
  return operation.method === 'get'
}

function isCovered({ api }: SignatureSpec, row: SignedHeaderRow): boolean {
  const scheme = findScheme(api.dialect)
  return scheme !== undefined && row.isCovered(scheme)
}

function fits({ api }: SignatureSpec, { operation }: Call, row: TamperingRow): boolean {
  const { needs, isCovered = () => true } = row
  const scheme = findScheme(api.dialect)
  if (!scheme || !isCovered(scheme)) return false
  if (needs === 'body') return operation.body !== undefined
  return needs !== 'query' || Object.keys(operation.params.query).length > 0
}

function toRejectedCheck(spec: SignatureSpec, call: Call, row: TamperingRow): Check {
  const { api, errorCodes, codeAliases } = spec
  const { operation } = call
  const codes = errorCodes[row.cause]
  const isListed = codes.some((code) => operation.errors.includes(code))
  const statuses = [...new Set(codes.map((code) => api.errors[code]?.status))].join(', ')
  return defineCheck(`${row.name}-is-rejected`, {
    operation,
    feature,
    level: isListed ? row.level : 'extended',
    clause: isListed
      ? `${toCitation(operation.source)} ${statuses}: ${codes.join(', ')}`
      : `observed: ${codes.join(', ')} for ${operation.id}`,
    ...(codeAliases && row.cause === 'unknownKey' && { quirk: codeAliases.quirk }),
    toSkipReason: (signing) =>
      toSkipReason(signing) ??
      (signing.tamper && row.toSigner(signing.tamper) === undefined ? notTemporary : undefined),
    async run(context) {
      const { input, tamper } = await givenSigned(context, call)
      const signer = row.toSigner(tamper) ?? context.skip(notTemporary)
      const expectNoChange = await watch(context, call, input)
      const sent = await context.target.send(operation, { ...toExample(input, row), signer })
      expectRejection(context, spec, sent, row)
      await expectNoChange()
    },
  })
}

/** A signature over the query needs a query, with a parameter that the API knows. */
function toExample(input: Input, { needs }: TamperingRow): Input {
  return needs === 'query' ? { ...input, query: { limit: 5, ...input.query } } : input
}

function toAccepted(call: Call, name: string, toSigner: (tamper: Tamper) => Signer): Check {
  const { operation } = call
  return defineCheck(`${name}-is-accepted`, {
    operation,
    feature,
    toSkipReason,
    level: 'extended',
    clause: `observed: how ${operation.id} is signed; ${toSuccessCitation(operation)}`,
    async run(context) {
      const { input, tamper } = await givenSigned(context, call)
      context.expectResponse(await context.target.send(operation, { ...input, signer: toSigner(tamper) }))
    },
  })
}

function toReplay({ api }: SignatureSpec, call: Call): Check {
  const { operation } = call
  return defineCheck('repeated-signature-is-handled', {
    operation,
    feature,
    toSkipReason,
    level: 'extended',
    clause: `observed: how ${operation.id} is signed; no source forbids a second use`,
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
      const finding = { expected: 'a status below 500', actual: `status ${again.response.status}` }
      context.expectThat(again.response.status < 500, finding, again)
      context.note('a repeated signature', readCode(api, again) ?? 'accepted')
    },
  })
}

const notTemporary = 'the keys of the run are not temporary'
const noKey =
  'the run has no access key, so it signs no request; set FAAS_CONTRACTS_ACCESS_KEY_ID and FAAS_CONTRACTS_ACCESS_KEY_SECRET'

function toSkipReason({ tamper }: Signing): string | undefined {
  return tamper ? undefined : noKey
}

/** Skips the check where the run has no keys, or where the target does not verify signatures. */
async function givenSigned(context: CoreContext, call: Call) {
  const { tamper } = context.signing
  if (!tamper) return context.skip(noKey)
  const input = await call.arrange(context)
  // A target that claims the feature must verify signatures.
  const isVerified = context.claimed.includes(feature) || (await context.authenticates(call.operation, input))
  if (!isVerified) {
    return context.skip(
      `the target accepts unsigned requests; this is a violation where the feature ${feature} is claimed`,
    )
  }
  return { input, tamper }
}

function expectRejection(
  context: CoreContext,
  { api, errorCodes, codeAliases }: SignatureSpec,
  sent: Exchange,
  { name, cause }: TamperingRow,
): void {
  const code = readCode(api, sent) ?? ''
  const meant = codeAliases?.codes[code]
  const isFieldAlias = meant !== undefined && errorCodes[cause].includes(meant) && context.profile === 'observed'
  if (!isFieldAlias || api.errors[meant]?.status !== sent.response.status) context.expectError(sent, errorCodes[cause])
  if (errorCodes[cause].length > 1 || isFieldAlias) context.note(name.replaceAll('-', ' '), code)
}

function readCode(api: Api, { response }: Exchange): string | undefined {
  const reading = readJson(response.body)
  return response.status < 300 || !reading.ok ? undefined : readError(api.dialect, reading.value).code
}
