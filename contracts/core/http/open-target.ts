import type { Contract } from '../contract.ts'
import type { Credentials } from '../signing/credentials.ts'
import { toSigning } from '../signing/signer.ts'
import { createTarget, type Signer, type Target, type TargetOptions } from './target.ts'

export interface OpenTargetOptions extends Pick<TargetOptions, 'headers' | 'ca' | 'requestsPerSecond'> {
  readonly baseUrl: string
  readonly timeoutMs?: number
  readonly credentials?: Credentials
  readonly account?: string
  /** Replaces the signature scheme of the API. */
  readonly signer?: Signer
}

/**
 * The target of a contract. Operations of its companion API use the same server, with the base path and signature of
 * that API. Throws a `WrongUseError` for an invalid base URL or invalid credentials.
 */
export function openTarget(
  { api, companion }: Pick<Contract, 'api' | 'companion'>,
  options: OpenTargetOptions,
): Target {
  const { baseUrl, timeoutMs, credentials, account, headers, ca, requestsPerSecond } = options
  const open = (opened: Contract['api'], url: string, own?: Signer) => {
    const signer = own ?? toSigning(opened.dialect, credentials, account).signer
    return createTarget({
      api: opened,
      baseUrl: url,
      headers,
      ca,
      requestsPerSecond,
      ...(signer && { signer }),
      ...(timeoutMs !== undefined && { timeoutMs }),
    })
  }
  const target = open(api, baseUrl, options.signer)
  if (!companion) return target
  const others = new Set(Object.values(companion.operations))
  let other: Target | undefined
  return {
    baseUrl: target.baseUrl,
    download: target.download,
    async send(operation, input) {
      if (!others.has(operation)) return await target.send(operation, input)
      other ??= open(companion, withoutBasePath(target.baseUrl, api.dialect.basePath))
      return await other.send(operation, input)
    },
    close() {
      target.close()
      other?.close()
    },
  }
}

function withoutBasePath(baseUrl: string, basePath: string): string {
  const url = baseUrl.replace(/\/+$/, '')
  return basePath !== '' && url.endsWith(basePath) ? url.slice(0, -basePath.length) : url
}
