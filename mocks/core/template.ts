/** One segment of a path template, in the order in which the router tries the kinds. */
export type Segment =
  | { readonly kind: 'static'; readonly text: string }
  /** `{serviceName}.{qualifier}`: two names with a literal between them. */
  | { readonly kind: 'pair'; readonly separator: string; readonly names: readonly [string, string] }
  | { readonly kind: 'name'; readonly name: string }

/** Takes a path template apart: `/services/{serviceName}.{qualifier}` gives a static segment and a pair. */
export function toSegments(template: string): Segment[] {
  return template
    .split('/')
    .slice(1)
    .map((text) => {
      const [, first, separator, second] = /^\{(\w+)\}(?:([^{}]+)\{(\w+)\})?$/.exec(text) ?? []
      if (first && separator && second) return { kind: 'pair', separator, names: [first, second] }
      if (first) return { kind: 'name', name: first }
      if (/[{}]/.test(text)) throw new TypeError(`${template}: segment ${text} is neither a text, a name nor a pair`)
      return { kind: 'static', text }
    })
}

/** The names of a template's segments, in the order in which the router captures them. */
export function toNames(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) => {
    if (segment.kind === 'static') return []
    return segment.kind === 'name' ? [segment.name] : segment.names
  })
}
