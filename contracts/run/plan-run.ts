import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Dialect } from '../../schemas/core/dialect.ts'
import { fillPath } from '../../schemas/core/lib/path-template.ts'
import { isSecretName } from '../../schemas/core/lib/secrets.ts'
import { findContract } from '../apis.ts'
import { isSuccess } from '../core/assertions/expect-response.ts'
import { checkAllowUndocumented } from '../core/assertions/undocumented-properties.ts'
import type { Check } from '../core/check.ts'
import { type CheckRun, createCheckRun } from '../core/check-run.ts'
import { createCleanupLogWriter } from '../core/cleanup/cleanup-log-file.ts'
import { type Contract, toClaimedContract } from '../core/contract.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { toFeatureList, toUnsupported } from '../core/feature.ts'
import { checkFixtures, type Fixtures, toFixtures } from '../core/fixtures/fixtures.ts'
import { openTarget } from '../core/http/open-target.ts'
import type { Signer } from '../core/http/target.ts'
import { toRunId } from '../core/names.ts'
import { checkReference, withReferenceRun } from '../core/reference/reference-checks.ts'
import { maskSecrets } from '../core/report/mask.ts'
import { type Credentials, toSecrets } from '../core/signing/credentials.ts'
import { toSigning } from '../core/signing/signer.ts'
import { toSettings } from '../settings/parse.ts'
import type { Settings, SettingsInput } from '../settings/settings.ts'
import { selectChecks } from './select.ts'

/** Options of a run beside its settings. */
export interface RunInput extends SettingsInput {
  readonly apiId: string
  /** Signs every request. Read credentials from the environment, never from a file of the project. */
  readonly credentials?: Credentials
  /** Signs requests instead of the API's own scheme. */
  readonly signer?: Signer
  /** Part of the name of every resource that the run creates. Default: eight random characters. */
  readonly runId?: string
  /** Whether outcomes contain every exchange. Reports need them. Default true. */
  readonly keepsTraffic?: boolean
  /** Whether the cleanup log also lists what the run creates on the reference implementation. Default true. */
  readonly keepsReferenceLog?: boolean
}

/** A run whose input is valid. */
export interface RunPlan {
  readonly contract: Contract
  readonly settings: Settings
  readonly baseUrl: string
  readonly runId: string
  readonly fixtures: Fixtures
  /** The selected checks, in the order of the contract. */
  readonly checks: readonly Check[]
  readonly unsupported: readonly string[]
  readonly claimed: readonly string[]
  readonly credentials: Credentials | undefined
  readonly signer: Signer | undefined
  readonly keepsTraffic: boolean
  /** Texts that no output may contain. A run adds the secrets of fixtures. */
  readonly secrets: Set<string>
}

/**
 * Validates the input of a run; sends nothing. Throws {@link WrongUseError}. A dry run may lack the parts in
 * `optional`.
 */
export function planRun(input: RunInput, optional: readonly ('fixtures' | 'address')[] = []): RunPlan {
  const { apiId, credentials, signer, runId = toRunId(), keepsTraffic = true, keepsReferenceLog, ...given } = input
  const settings = toSettings(given)
  const { features, account, timeoutMs } = settings
  const ofApi = findContract(apiId)
  // The reference run is a feature, too, so its checks must be known before the features are read.
  const lacking = toUnsupported(withReferenceRun(ofApi, { referenceRuns: settings.referenceRuns }), features)
  const fixtures = toFixtures(settings.fixtures)
  const { contract: claimedContract, unsupported } = toClaimedContract(ofApi, { unsupported: lacking, fixtures })
  const contract = withReferenceRun(claimedContract, {
    ...settings,
    reference: settings.reference === false ? undefined : settings.reference,
    unsupported,
    credentials,
    runId,
    keepsReferenceLog,
  })
  const needsAddress = !optional.includes('address') || settings.url !== undefined || settings.region !== undefined
  const baseUrl = needsAddress ? toBaseUrl(contract.api.dialect, settings) : noAddress
  openTarget(contract, { baseUrl, timeoutMs, credentials, account, ca: readCa(settings.ca) }).close()
  checkReference(contract, baseUrl, settings.reference === false ? undefined : settings.reference)
  checkFixtures(contract, fixtures, !optional.includes('fixtures') && settings.setup === undefined)
  checkAllowUndocumented(contract.api, settings.allowUndocumented)
  return {
    contract,
    settings,
    baseUrl,
    runId,
    fixtures,
    checks: selectChecks(contract, settings),
    unsupported,
    claimed: toFeatureList(contract, features.supported ?? []),
    credentials,
    signer,
    keepsTraffic,
    secrets: new Set([...toSecrets(credentials), ...toHeaderSecrets(settings)]),
  }
}

/** Stands for the base URL of a plan without one. Nothing is sent to it. */
export const noAddress = 'http://address.invalid'

/** Values of headers that may be secrets. A short value would also be found in other texts. */
function toHeaderSecrets({ headers }: Settings): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => (isSecretName(name) || value.length >= 8 ? [value] : []))
}

interface OpenChecks extends CheckRun {
  /** The operations that checks called so far, also as set-up. */
  readonly called: ReadonlySet<string>
  /** The operations that returned a success so far. */
  readonly succeeded: ReadonlySet<string>
  readonly close: () => void
}

/** Connects the checks of a plan to the target. The caller must close the connections. */
export function openChecks(plan: RunPlan): OpenChecks {
  const { contract, settings, baseUrl, runId, fixtures, credentials, signer, unsupported, claimed } = plan
  const { account, cleanupLog } = settings
  const target = openTarget(contract, { baseUrl, credentials, signer, ...toAccess(settings) })
  const called = new Set<string>()
  const succeeded = new Set<string>()
  const checkRun = createCheckRun({
    ...settings,
    contract,
    target,
    runId,
    unsupported,
    claimed,
    supplied: fixtures,
    onSecret: (text) => plan.secrets.add(text),
    signing: signer ? { name: 'own', signer } : toSigning(contract.api.dialect, credentials, account),
    allowUndocumented: checkAllowUndocumented(contract.api, settings.allowUndocumented),
    cleanupLogWriter:
      cleanupLog === undefined
        ? undefined
        : createCleanupLogWriter(cleanupLog, {
            apiId: contract.api.id,
            baseUrl,
            runId,
            supplied: fixtures,
            unsupported,
          }),
  })
  return {
    called,
    succeeded,
    async run(check) {
      const ended = await checkRun.run(check)
      for (const { operation, response } of ended.traffic ?? []) {
        called.add(operation)
        if (response && isSuccess(response.status)) succeeded.add(operation)
      }
      const { traffic = [], ...outcome } = maskSecrets(ended, [...plan.secrets])
      // A short secret may be part of a check id. The check comes from the contract and contains no secret.
      return { ...outcome, check: ended.check, ...(plan.keepsTraffic && { traffic }) }
    },
    close: target.close,
  }
}

/** How the settings let a run reach its target. */
export function toAccess({ account, timeoutMs, headers, ca, requestsPerSecond }: Settings) {
  return { account, timeoutMs, headers, ca: readCa(ca), requestsPerSecond }
}

/** The certificates in a file. Throws {@link WrongUseError} if the file has none. */
export function readCa(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  try {
    const pem = readFileSync(file, 'utf8')
    new X509Certificate(pem)
    return pem
  } catch (error) {
    throw new WrongUseError(`${file} contains no certificate in PEM: ${error instanceof Error ? error.message : error}`)
  }
}

/** The URL, or the vendor's own address of the account and region. Throws {@link WrongUseError} if both are missing. */
export function toBaseUrl({ server }: Dialect, { url, account, region }: Settings): string {
  if (url !== undefined) return url
  if (region === undefined) {
    throw new WrongUseError('the base URL is missing: use --url, "url" in the configuration, or --account and --region')
  }
  const values: Readonly<Record<string, string | undefined>> = { accountId: account, region }
  return fillPath(server.url, (name) => {
    const value = values[name]
    if (value === undefined) throw new WrongUseError(`the vendor's address contains {${name}}: use --account, or --url`)
    return value
  })
}
