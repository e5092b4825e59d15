import { isDeepStrictEqual } from 'node:util'
import { isMap, toTypes } from '../../../schemas/core/json-schema.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { mapAt, readAt, removed, toPathText } from '../sites/field-paths.ts'
import type { RequestFieldSite } from '../sites/site.ts'
import type { Kit, Operator } from './operator.ts'
import { operatorsOn } from './operator.ts'

type Field = RequestFieldSite
type Body = Record<string, unknown>

const nameOf = ({ path }: Field) => toPathText(path)
const isTop = ({ path }: Field) => path.length === 1
const isKey = ({ resource, path }: Field) => path[0] === resource?.key
const isWriteOnly = ({ resource, path }: Field) =>
  [...(resource?.writeOnly ?? []), ...(resource?.ignored ?? [])].includes(String(path[0])) || resource?.keyIn === 'none'
const isStored = (site: Field) => site.role !== 'other' && site.isShown && !isWriteOnly(site)
const hasType =
  (...types: readonly string[]) =>
  ({ node }: Field) =>
    toTypes(node).some((type) => types.includes(type))
/** The operator must read the stored value. */
const canRead = ({ resource }: Field) => resource?.read?.method === 'get' || resource?.readBody !== undefined
/** A field that accepts any text. */
const isFreeText = (site: Field) => {
  const { node } = site
  const isNumber = toTypes(node).some((type) => type === 'integer' || type === 'number')
  const isPlain = !isNumber && !node.enum && !node.pattern && !node.format && !/^\d+$/.test(String(toSample(node)))
  return isStored(site) && !isKey(site) && hasType('string')(site) && isPlain
}

/** JSON text has no control characters. */
const fitsCharacter = (site: Field, character: string) =>
  isFreeText(site) &&
  !(character === characters['control-character'][0] && /^\{".*\}$/.test(String(toSample(site.node))))

/** Maps the values of the field in request bodies. */
const mapWith =
  (change: (value: unknown, site: Field) => unknown): Operator<'request field'>['wrap'] =>
  (site, { mapRequestBody }) =>
    mapRequestBody(site.operation.id, (body) => mapAt(body, site.path, (value) => change(value, site)) as Body) // an object stays one

/** Rejects bodies in which the value of the field fits. Nothing is forwarded. */
const rejectWhere = (site: Field, kit: Kit, fits: (value: unknown) => boolean) =>
  kit.rejectRequests(site.operation.id, (body) => readAt(body, site.path).some(fits))

const failWhere = (site: Field, kit: Kit, fits: (value: unknown) => boolean) =>
  kit.rejectRequests(site.operation.id, (body) => readAt(body, site.path).some(fits), kit.api.dialect.codes.internal)

const onText = (what: string, change: (text: string) => string) => ({
  what: (site: Field) => `${what} in ${nameOf(site)}`,
  appliesTo: isFreeText,
  wrap: mapWith((value) => (typeof value === 'string' ? change(value) : value)),
})

/** Characters that servers often treat wrongly, and their names in the plural. */
const characters = {
  quote: ['"', 'quotation marks'],
  apostrophe: ["'", 'apostrophes'],
  percent: ['%', 'percent signs'],
  plus: ['+', 'plus signs'],
  slash: ['/', 'slashes'],
  backslash: ['\\', 'backslashes'],
  dot: ['.', 'dots'],
  ampersand: ['&', 'ampersands'],
  'less-than': ['<', 'less-than signs'],
  dollar: ['$', 'dollar signs'],
  'line-feed': ['\n', 'line feeds'],
  tab: ['\t', 'tabs'],
  'control-character': ['\u0001', 'control characters'],
  emoji: ['😀', 'emojis'],
  'combining-character': ['\u0301', 'combining characters'],
  'non-latin-letter': ['é', 'letters with accents'],
} as const

const loseCharacters = Object.fromEntries(
  Object.entries(characters).map(([name, [character, plural]]) => [
    `lose-${name}`,
    {
      ...onText(`loses ${plural}`, (text) => text.replaceAll(character, '')),
      appliesTo: (site: Field) => fitsCharacter(site, character),
    },
  ]),
)

const failOnCharacters = Object.fromEntries(
  Object.entries(characters).map(([name, [character, plural]]) => [
    `fail-on-${name}`,
    {
      what: (site: Field) => `returns 500 for ${plural} in ${nameOf(site)}`,
      appliesTo: (site: Field) => fitsCharacter(site, character),
      wrap: (site: Field, kit: Kit) =>
        failWhere(site, kit, (value) => typeof value === 'string' && value.includes(character)),
    },
  ]),
)

const isEmpty = (value: unknown) =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const treatAsAbsent = (what: string, isAbsent: (value: unknown) => boolean, appliesTo: (site: Field) => boolean) => ({
  what: (site: Field) => `treats ${what} in ${nameOf(site)} as absent`,
  appliesTo: (site: Field) => isStored(site) && appliesTo(site),
  wrap: mapWith((value) => (isAbsent(value) ? removed : value)),
})

/** Operators on fields of request bodies. */
export const requestFieldOperators = operatorsOn('request field', {
  'ignore-field': {
    what: (site) => `ignores ${nameOf(site)}`,
    appliesTo: (site) => isStored(site) && !site.isRequired && !isKey(site),
    wrap: mapWith(() => removed),
  },
  'ignore-change': {
    what: (site) => `stores ${nameOf(site)} only if the resource has no value yet`,
    appliesTo: (site) => isTop(site) && site.role === 'update' && isStored(site) && canRead(site),
    wrap: (site, kit) =>
      kit.withCurrent(site, async (body, current) => {
        const [field] = site.path
        return !isEmpty(current[String(field)] ?? '') ? (mapAt(body, site.path, () => removed) as Body) : body
      }),
  },
  // No source states that an empty object clears named fields. An update replaces nested fields as a whole.
  'ignore-cleared-value': treatAsAbsent(
    'an empty value',
    isEmpty,
    (site) =>
      isTop(site) &&
      !site.isRequired &&
      site.role === 'update' &&
      // An empty text is no JSON, so a server rejects it.
      site.node.contentMediaType !== 'application/json' &&
      (isFreeText(site) || hasType('array')(site) || isMap(site.node)),
  ),
  'treat-false-as-absent': treatAsAbsent(
    'false',
    (value) => value === false,
    (site) => hasType('boolean')(site) && site.node.default !== false,
  ),
  'treat-zero-as-absent': treatAsAbsent(
    'zero',
    (value) => value === 0,
    ({ node }) =>
      toTypes(node).some((type) => type === 'integer' || type === 'number') &&
      (node.minimum ?? 0) === 0 &&
      !node.enum &&
      node.default !== 0,
  ),
  'reset-omitted-field': {
    what: (site) => `resets ${nameOf(site)} if an update omits it`,
    appliesTo: (site) =>
      isTop(site) &&
      !site.isRequired &&
      site.role === 'update' &&
      isStored(site) &&
      hasType('string', 'object', 'number', 'integer', 'boolean')(site),
    wrap: (site, { mapRequestBody }) =>
      mapRequestBody(site.operation.id, (body) => {
        const [field] = site.path
        return { [String(field)]: toEmpty(site), ...body }
      }),
  },
  'merge-object': {
    what: (site) => `merges ${nameOf(site)} into the stored value instead of replacing it`,
    appliesTo: (site) => isTop(site) && site.role === 'update' && isStored(site) && isMap(site.node) && canRead(site),
    wrap: (site, kit) =>
      kit.withCurrent(site, async (body, current) => {
        const field = String(site.path[0])
        return field in body ? { ...body, [field]: { ...Object(current[field]), ...Object(body[field]) } } : body
      }),
  },
  'other-default': {
    what: (site) => `uses another default for ${nameOf(site)}`,
    appliesTo: (site) =>
      isStored(site) &&
      site.role === 'create' &&
      isTop(site) &&
      site.node.default !== undefined &&
      toOther(site) !== undefined,
    wrap: (site, kit) =>
      kit.mapRequestBody(site.operation.id, (body) => ({ [String(site.path[0])]: toOther(site), ...body })),
  },
  'reject-null': {
    what: (site) => `rejects null in ${nameOf(site)}`,
    profile: 'observed',
    appliesTo: (site) => !site.isRequired && isTop(site) && site.isNullAbsent,
    wrap: (site, kit) => rejectWhere(site, kit, (value) => value === null),
  },
  'reject-field': {
    what: (site) => `rejects every request that contains ${nameOf(site)}`,
    wrap: (site, kit) => rejectWhere(site, kit, (value) => value !== null && value !== undefined),
  },
  'fail-on-field': {
    what: (site) => `returns 500 for every request that contains ${nameOf(site)}`,
    wrap: (site, kit) => failWhere(site, kit, (value) => value !== null && value !== undefined),
  },
  'reject-empty-value': {
    what: (site) => `rejects an empty value in ${nameOf(site)}`,
    // Clients clear these fields with an empty value. No source states for others that they may be empty.
    appliesTo: (site) =>
      isStored(site) && site.role === 'update' && ['environmentVariables', 'description'].includes(nameOf(site)),
    wrap: (site, kit) => rejectWhere(site, kit, isEmpty),
  },
  'drop-last-key': {
    what: (site) => `loses one key of ${nameOf(site)}`,
    appliesTo: (site) => isStored(site) && isMap(site.node),
    wrap: mapWith((value) =>
      typeof value === 'object' && value !== null && Object.keys(value).length > 1
        ? Object.fromEntries(Object.entries(value).slice(0, -1))
        : value,
    ),
  },
  'lower-case-keys': {
    what: (site) => `stores the keys of ${nameOf(site)} in lower case`,
    // The versions that have weights are numbers.
    appliesTo: (site) => isStored(site) && isMap(site.node) && !/^\{"\d/.test(JSON.stringify(toSample(site.node))),
    wrap: mapWith((value) =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]))
        : value,
    ),
  },
  'drop-last-item': {
    what: (site) => `loses the last item of ${nameOf(site)}`,
    appliesTo: (site) => isStored(site) && hasType('array')(site),
    wrap: mapWith((value) => (Array.isArray(value) && value.length > 1 ? value.slice(0, -1) : value)),
  },
  'sort-items': {
    what: (site) => `sorts the items of ${nameOf(site)}`,
    appliesTo: (site) => isStored(site) && hasType('array')(site),
    wrap: mapWith((value) =>
      Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value,
    ),
  },
  'remove-repeated-items': {
    what: (site) => `removes repeated items of ${nameOf(site)}`,
    // A target may reject equal objects.
    appliesTo: (site) => isStored(site) && toTypes(site.node.items ?? {}).includes('string'),
    wrap: mapWith((value) =>
      Array.isArray(value)
        ? value.filter((item, index) => value.findIndex((other) => isDeepStrictEqual(other, item)) === index)
        : value,
    ),
  },
  'trim-text': onText('removes white space at the ends of text', (text) => text.trim()),
  'collapse-spaces': onText('replaces several spaces by one', (text) => text.replaceAll(/ {2,}/g, ' ')),
  'lower-case-text': onText('stores text in lower case', (text) => text.toLowerCase()),
  'truncate-text': onText('cuts text after 100 characters', (text) => [...text].slice(0, 100).join('')),
  'escape-html': onText('escapes HTML', (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  'decode-percent': onText('decodes percent escapes', (text) => text.replaceAll('%41', 'A').replaceAll('%20', ' ')),
  'plus-as-space': onText('stores a plus sign as a space', (text) => text.replaceAll('+', ' ')),
  'decode-backslash': onText('decodes backslash escapes', (text) =>
    text.replaceAll('\\n', '\n').replaceAll('\\\\', '\\'),
  ),
  'expand-template': onText('expands template expressions', (text) =>
    text.replaceAll(/\$\{[^}]*\}|\{\{[^}]*\}\}/g, ''),
  ),
  'normalise-line-ends': {
    ...onText('replaces CR LF by LF', (text) => text.replaceAll('\r\n', '\n')),
    // In JSON text, line ends are white space.
    appliesTo: (site) => isFreeText(site) && site.node.contentMediaType !== 'application/json',
  },
  'normalise-unicode': onText('composes combining characters', (text) => text.normalize('NFC')),
  'question-mark-for-non-ascii': onText('stores a question mark for other than ASCII characters', (text) =>
    text.replaceAll(/[^\0-\u007f]/gu, '?'),
  ),
  'number-word-as-number': onText('stores text of digits without leading zeros', (text) =>
    /^0\d+$/.test(text) ? String(Number(text)) : text,
  ),
  ...loseCharacters,
  ...failOnCharacters,
})

/** The value that a field has if a server resets it. */
function toEmpty({ node }: Field): unknown {
  if (node.default !== undefined) return node.default
  if (node.enum) return node.enum[0]
  const [type] = toTypes(node)
  if (type === 'string') return ''
  if (type === 'object') return {}
  if (type === 'boolean') return false
  return node.minimum ?? 1
}

/** A valid value that differs from the default. */
function toOther({ node }: Field): unknown {
  const { default: value, enum: values, maximum, multipleOf = 1 } = node
  if (values) return values.find((other) => other !== value)
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number')
    return maximum !== undefined && value + multipleOf > maximum ? value - multipleOf : value + multipleOf
  return undefined
}
