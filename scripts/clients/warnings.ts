/** A warning that a generator prints of our documents, and why it stands. */
interface KnownWarning {
  /** The client's id. */
  readonly client: string
  readonly pattern: RegExp
  readonly reason: string
}

/** Each has been read: what it warns of is right for us, or harmless. One that is printed no more must go. */
const knownWarnings: readonly KnownWarning[] = [
  {
    client: 'openapi-generator-rust',
    pattern: /- (\S+) cannot be used as an? [\w/ ]+ name\. Renamed to \1$/,
    reason: 'The name stays as it is: the generator says so of every name that has a digit or an underscore.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /- \d+ cannot be used as a enum variant name\. Renamed to Variant\d+$/,
    reason: 'Said before x-enum-varnames is read, which has the names that are used, such as MB512.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /- type cannot be used as a field\/variable name\. Renamed to r#type$/,
    reason: 'The page calls the field type, which is a word of the language.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /- Application(Json|OctetStream) cannot be used as a model name\. Renamed to ApplicationSlash\1$/,
    reason: 'The names of media types, which no model is made of.',
  },
  {
    client: 'openapi-generator-rust',
    pattern: /ModelUtils - Failed to get the schema name: null$/,
    reason: 'It names no schema, in the document of each API; every model of the documents is made.',
  },
  {
    client: 'openapi-generator-java',
    pattern: /ModelUtils - Failed to get the schema name: null$/,
    reason: 'It names no schema, in the document of each API; every model of the documents is made.',
  },
  {
    client: 'openapi-generator-java',
    pattern: /AbstractJavaCodegen - Ignoring complex example on request body$/,
    reason: 'Examples of bodies are for the comments that it would make; the document has them.',
  },
]

/** The warnings that nobody has read, and the known ones that the generator does not print, in a line each. */
export function findSurprises(
  client: string,
  printed: string,
  known: readonly KnownWarning[] = knownWarnings,
): readonly string[] {
  const mine = known.filter((warning) => warning.client === client)
  const warnings = printed.split('\n').filter((line) => isWarning.test(line) && !isNews.test(line))
  const unread = warnings.filter((line) => !mine.some(({ pattern }) => pattern.test(line)))
  const stale = mine.filter(({ pattern }) => !warnings.some((line) => pattern.test(line)))
  return [...new Set(unread), ...stale.map(({ pattern }) => `no longer printed, so no longer known: ${pattern}`)]
}

const isWarning = /\b(warn(ing)?|error|unsupported|not supported|ignor(ed|ing)|skipp(ed|ing)|fail(ed|ure))\b/i

/** Names of files have such words too. */
const isNews = /^\[\w+\] INFO /
