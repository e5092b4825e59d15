import { z } from 'zod'
import { credentialVariables } from '../../contracts/core/signing/credentials.ts'
import { listSettings, type Setting } from '../../contracts/settings/flags.ts'
import { unwrap } from '../../contracts/settings/parse.ts'
import { ConfigModel, SettingsModel } from '../../contracts/settings/settings.ts'
import { toDefault } from '../cli/verify-flags.ts'

/** The files that follow from the settings, by their path from the root of the repository. */
export function renderSettings(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/reference/configuration.md', renderPage()],
    ['docs/reference/config.schema.json', renderConfigSchema()],
  ])
}

/** The JSON Schema of `faas-contracts.config.json`. */
export function renderConfigSchema(): string {
  const schema = z.toJSONSchema(ConfigModel, { io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'Configuration of faas-contracts verify' }, null, 2)}\n`
}

function renderPage(): string {
  const settings = listSettings()
  const groups = [...new Set(settings.map(({ group }) => group))]
  return `${[
    head,
    ...groups.map((group) =>
      renderGroup(
        group,
        settings.filter((setting) => setting.group === group),
      ),
    ),
    tail,
  ].join('\n\n')}\n`
}

function renderGroup(group: string, settings: readonly Setting[]): string {
  const [fileKeys, isOfLibrary] = [ConfigModel, SettingsModel].map(
    (model) => new Set(listSettings(model).map(({ path }) => path.join('.'))),
  ) as [Set<string>, Set<string>]
  const rows = settings.map((setting) => {
    const { flag, value, negation, path, help } = setting
    const key = path.join('.')
    const flags = [value === undefined ? flag : `${flag} <${value}>`, negation?.flag].filter(Boolean)
    return [
      flag === undefined ? 'no flag' : flags.map((text) => `\`${text}\``).join(', '),
      fileKeys.has(key) ? `\`${key}\`` : isOfLibrary.has(key) ? `only \`runContract\`: \`${key}\`` : 'only the flag',
      toType(setting.schema),
      toDefaultCell(setting),
      `${help}${negation ? `; \`${negation.flag}\`: ${negation.help}` : ''}`.replaceAll('|', '\\|'),
    ]
  })
  const lines = [['flag', 'key', 'type of the key', 'default', 'meaning'], ['---', '---', '---', '---', '---'], ...rows]
  return `## ${group}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`
}

/** The type of a value in the configuration file, in words. */
function toType(schema: z.ZodType): string {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodEnum) return inner.options.map((one) => `\`${String(one)}\``).join(' or ')
  if (inner instanceof z.ZodUnion) return inner.options.map((one) => toType(one as z.ZodType)).join(' or ')
  if (inner instanceof z.ZodLiteral) return [...inner.values].map((one) => `\`${String(one)}\``).join(' or ')
  if (inner instanceof z.ZodArray)
    return unwrap(inner.element as z.ZodType) instanceof z.ZodObject ? 'list of objects' : 'list of texts'
  if (inner instanceof z.ZodRecord) {
    return unwrap(inner.valueType as z.ZodType) instanceof z.ZodUnion
      ? 'object of texts or lists of texts'
      : 'object of texts'
  }
  if (inner instanceof z.ZodNumber) return inner instanceof z.ZodNumberFormat ? 'whole number' : 'number'
  return inner instanceof z.ZodBoolean ? 'true or false' : 'text'
}

function toDefaultCell(setting: Setting): string {
  const text = toDefault(setting)
  if (text === undefined) return ''
  return setting.commandDefault === undefined || text.startsWith('.') ? `\`${text}\`` : text
}

const head = `# Configuration of \`verify\`

This page is generated from [settings.ts](../../contracts/settings/settings.ts): run \`npm run settings\`.

\`faas-contracts verify\` reads flags, a configuration file and environment variables. A flag takes precedence over the file.
The file is \`faas-contracts.config.ts\`, \`faas-contracts.config.json\` or the file of \`--config\`. Only the address of
the target is always required: \`url\`, or \`account\` and \`region\`. Some APIs also require [fixtures](verification.md#fixtures).

- A key with a dot is nested: \`features.unsupported\` is \`{ "features": { "unsupported": ["Alias"] } }\`.
- A list is a JSON list in the file. On the command line, separate its values by commas or repeat the flag:
  \`--unsupported Alias,Trigger\`. For \`--operation\`, \`--grep\` and \`--replay\`, repeat the flag, because a comma is part of the text.
- A flag that is repeated, but takes only one value, is an error.
- The functions \`runContract\` of \`faas-contracts/contracts\` and \`describeContract\` of \`faas-contracts/contracts/vitest\` take the
  same keys as the file. In addition, they take the keys marked *only \`runContract\`*, which select checks for one run.

In TypeScript, \`defineConfig\` gives the file its type. The file needs a \`package.json\` with \`"type": "module"\`:

\`\`\`ts faas-contracts.config.ts
import { defineConfig } from 'faas-contracts/contracts'

export default defineConfig({
  url: 'http://127.0.0.1:4010',
  profile: 'observed',
  knownFailures: [{ check: 'CreateService › duplicate-name-is-rejected', reason: 'OPS-12, until the next release' }],
})
\`\`\`

In JSON, \`$schema\` gives editors the [schema](config.schema.json), which the package exports as \`faas-contracts/config.schema.json\`. Editors
such as VS Code then complete keys, show their meaning, and mark wrong values. [Seeds](seeds.md) have a schema, too.
This example verifies a server of FC 2021-04-06 that has CreateFunction and UpdateFunction only, so \`setup\` creates a service:

\`\`\`json faas-contracts.config.json
{
  "$schema": "./node_modules/faas-contracts/dist/config.schema.json",
  "url": "http://127.0.0.1:4010",
  "setup": "curl -sSf -X POST $FAAS_CONTRACTS_URL/2016-08-15/services -H 'Content-Type: application/json' -d '{\\"serviceName\\":\\"for-checks\\"}'",
  "teardown": "curl -sSf -X DELETE $FAAS_CONTRACTS_URL/2016-08-15/services/for-checks",
  "fixtures": { "serviceName": "for-checks", "removeWith": "aliyun-fc-2016-08-15" }
}
\`\`\``

const tail = `## Environment variables

Credentials come from the environment only: ${Object.values(credentialVariables)
  .map((name) => `\`${name}\``)
  .join(', ')}. The set-up and tear-down commands
have \`FAAS_CONTRACTS_URL\`, \`FAAS_CONTRACTS_API\`, \`FAAS_CONTRACTS_RUN_ID\`, \`FAAS_CONTRACTS_NAME_PREFIX\`, \`FAAS_CONTRACTS_ACCOUNT\` and
\`FAAS_CONTRACTS_FIXTURES\` in their environment.`
