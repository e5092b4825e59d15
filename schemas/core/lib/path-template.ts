/** One segment of a path template. */
export type Segment =
  | { readonly kind: 'static'; readonly text: string }
  /** `{serviceName}.{qualifier}`: two names with a literal between them. */
  | { readonly kind: 'pair'; readonly separator: string; readonly names: readonly [string, string] }
  | { readonly kind: 'name'; readonly name: string }

/** Splits a path template: `/services/{serviceName}.{qualifier}` has a static segment and a pair. */
export function toSegments(template: string): Segment[] {
  return template
    .split('/')
    .slice(1)
    .map((text) => {
      const [, first, separator, second] = /^\{(\w+)\}(?:([^{}]+)\{(\w+)\})?$/.exec(text) ?? []
      if (first && separator && second) return { kind: 'pair', separator, names: [first, second] }
      if (first) return { kind: 'name', name: first }
      if (/[{}]/.test(text)) throw new TypeError(`${template}: segment ${text} must be static text, a name or a pair`)
      return { kind: 'static', text }
    })
}

/** The names of a template in the order of the path. */
export function toPathNames(template: string): string[] {
  return Array.from(template.matchAll(nameInBraces), ([, name = '']) => name)
}

/** Replaces each name of a template with its value. The values must be percent-encoded. */
export function fillPath(template: string, toValue: (name: string) => string): string {
  return template.replaceAll(nameInBraces, (_, name: string) => toValue(name))
}

/**
 * A regular expression that matches a whole path and captures the still encoded value of each name. `prefix` is a
 * regular expression for the part before the template.
 */
export function toPathPattern(template: string, prefix = ''): RegExp {
  const parts = template.split(nameInBraces)
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return part.replaceAll(/[.*+?^$()[\]\\|{}]/g, '\\$&')
    // A value contains no slash. The first name of a pair ends at the first dot.
    return `(?<${part}>${parts[index + 1] === '.' ? '[^/.]+' : '[^/]+'})`
  })
  return new RegExp(`^${prefix}${source.join('')}$`)
}

const nameInBraces = /\{(\w+)\}/g
