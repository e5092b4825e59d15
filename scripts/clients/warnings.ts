/** A warning that a generator prints for our documents, and why it is harmless. */
interface KnownWarning {
  /** The id of the client. */
  readonly client: string
  readonly pattern: RegExp
  readonly reason: string
}

/** Reviewed warnings. A warning that is no longer printed must be removed. */
const knownWarnings: readonly KnownWarning[] = [
  {
    client: 'openapi-generator-rust',
    pattern: /- (\S+) cannot be used as an? [\w/ ]+ name\. Renamed to \1$/,
    reason: 'The name is unchanged. The generator prints this for every name with a digit or an underscore.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /- \d+ cannot be used as a enum variant name\. Renamed to Variant\d+$/,
    reason: 'Printed before x-enum-varnames is read. The client uses the names of x-enum-varnames, for example MB512.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /- type cannot be used as a field\/variable name\. Renamed to r#type$/,
    reason: 'The field is documented as type, which is a keyword of Rust.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /- match cannot be used as a field\/variable name\. Renamed to r#match$/,
    reason: 'The field is documented as match, which is a keyword of Rust.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /- (Http,https|[<>=!]=?) cannot be used as a enum variant name\. Renamed to \w+$/,
    reason: 'The values are documented. The variants have names in words, such as GreaterThan.',
  },
  {
    client: 'openapi-generator-java',
    pattern: /- Public \(reserved word\) cannot be used as model name\. Renamed to ModelPublic$/,
    reason: 'public is a documented query parameter. No program uses a model of this name.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /- Application(Json|OctetStream) cannot be used as a model name\. Renamed to ApplicationSlash\1$/,
    reason: 'These are media types. No model is generated for them.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /ModelUtils - Failed to get the schema name: null$/,
    reason: 'Printed for the document of each API without a schema name. All models of the documents are generated.',
  },
  {
    client: 'openapi-generator-java',
    pattern: /ModelUtils - Failed to get the schema name: null$/,
    reason: 'Printed for the document of each API without a schema name. All models of the documents are generated.',
  },
  {
    client: 'openapi-generator-java',
    pattern: /AbstractJavaCodegen - Ignoring complex example on request body$/,
    reason: 'The generator would use the example only in comments.',
  },
]

/** Unknown warnings, and known warnings that the generator does not print, one per line. */
export function findSurprises(
  client: string,
  printed: string,
  known: readonly KnownWarning[] = knownWarnings,
): readonly string[] {
  const ownWarnings = known.filter((warning) => warning.client === client)
  const warnings = printed.split('\n').filter((line) => isWarning.test(line) && !isFileName.test(line))
  const unread = warnings.filter((line) => !ownWarnings.some(({ pattern }) => pattern.test(line)))
  const stale = ownWarnings.filter(({ pattern }) => !warnings.some((line) => pattern.test(line)))
  return [...new Set(unread), ...stale.map(({ pattern }) => `known warning is no longer printed: ${pattern}`)]
}

const isWarning = /\b(warn(ing)?|error|unsupported|not supported|ignor(ed|ing)|skipp(ed|ing)|fail(ed|ure))\b/i

/** Lines with file names, which can contain these words. */
const isFileName = /^\[\w+\] INFO /
