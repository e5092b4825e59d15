import type { z } from 'zod'
import type { FunctionCode } from '../../schemas/huawei-functiongraph-v2/models/function-code.ts'
import type { FunctionConfig } from '../../schemas/huawei-functiongraph-v2/models/function-config.ts'
import { toDependencies } from './dependencies.ts'
import { toDerivedHex, toDerivedLetters, toDerivedUuid, toDigest } from './derived-id.ts'
import type { FoundFunction } from './lookup.ts'
import { toRespondedSettings } from './response-settings.ts'
import type { StoredFunction } from './state.ts'
import { toStamp } from './time.ts'
import { type FunctionUrn, toUrnText } from './urn.ts'

/** A function and its settings, as in 001 table 13. `time` is the time of the change in the format of responses. */
export function toConfigResponse({ urn, stored }: FoundFunction, time: string): z.input<typeof FunctionConfig> {
  const urnText = toUrnText(urn)
  const id = toDerivedUuid(urnText)
  const { settings, dependVersions } = stored
  return {
    func_id: id,
    resource_id: `${id}:${urn.name}`,
    func_urn: urnText, // D25: settings without a version
    ...toIdentity(urn),
    namespace: urn.projectId,
    project_name: urn.region, // the first project of a region has the name of the region
    package: urn.package,
    ...toRespondedSettings(settings),
    cpu: (settings.memory_size / 128) * 100 + 200, // D8
    ...toCodeFacts(stored),
    version: 'latest',
    image_name: `latest-${toStamp(time)}@${toDerivedLetters(urnText)}`,
    last_modified: time,
    dependencies: dependVersions && toDependencies(dependVersions),
    type: 'v2',
  }
}

/** A function and its code, as in 002 table 5. */
export function toCodeResponse({ urn, stored }: FoundFunction, time: string): z.input<typeof FunctionCode> {
  const { code, settings, dependVersions } = stored
  const dependencies = dependVersions && toDependencies(dependVersions)
  return {
    func_urn: `${toUrnText(urn)}:latest`, // D25: code with a version
    ...toIdentity(urn),
    runtime: settings.runtime,
    ...toCodeFacts(stored),
    last_modified: time,
    func_code: settings.custom_image?.enabled ? undefined : { file: code.file, link: code.link },
    depend_list: dependencies?.flatMap(({ dep_id }) => dep_id ?? []),
    depend_version_list: dependVersions && [...dependVersions],
    strategy_config: settings.strategy_config,
    dependencies,
    code_encrypt_kms_key_id: stored.codeKey,
  }
}

/** An account can have many projects. In the mock, each project has its own account. */
function toIdentity({ name, projectId }: FunctionUrn) {
  return { func_name: name, domain_id: toDerivedHex(`domain of ${projectId}`) }
}

/**
 * The code that runs. If a container image is enabled, it is the image (D15). The mock does not read images, so the
 * digest is derived from the URL of the image.
 */
function toCodeFacts(stored: StoredFunction) {
  const { custom_image } = stored.settings
  if (!custom_image?.enabled) return { code_type: stored.code.type, ...toOwnCodeFacts(stored) }
  return { code_type: 'Custom-Image-Swr' as const, code_size: 0, digest: toDigest(custom_image.image ?? '') }
}

function toOwnCodeFacts({ code }: StoredFunction) {
  return {
    code_url: code.type === 'obs' ? code.link : undefined,
    code_filename: code.filename,
    code_size: code.size,
    digest: code.digest,
  }
}
