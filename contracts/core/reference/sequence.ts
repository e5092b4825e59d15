import type { Api } from '../../../schemas/core/api.ts'
import { toPathNames } from '../../../schemas/core/lib/path-template.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import { type JsonObject, readObject, toStatusText } from '../assertions/expect-response.ts'
import { readEntries } from '../assertions/find-in-list.ts'
import type { Tolerance } from '../assertions/tolerance.ts'
import { bounds } from '../bounds.ts'
import type { Send } from '../cleanup/cleanup-log.ts'
import type { CreatedResource } from '../cleanup/created-resource.ts'
import { type Exchange, readHeader } from '../http/exchange.ts'
import { toExchangeRecord } from '../http/exchange-record.ts'
import type { Input } from '../http/wire-request.ts'
import { SetupError } from '../signals.ts'
import { type Comparison, compareResponses, type Difference } from './compare-responses.ts'
import type { ReadDefaults } from './defaults.ts'
import type { Step } from './draw.ts'
import { createMemory, type Memory, type Sides } from './memory.ts'
import { toReadings } from './readings.ts'
import type { PathValues, Reference, ReferenceCall, ReferenceList } from './reference.ts'
import { isComplete, resolveRecord, toInput } from './resolve-step.ts'

export interface SequenceOptions {
  readonly api: Api
  readonly reference: Reference
  readonly resources: readonly CreatedResource[]
  readonly defaults: ReadDefaults
  readonly send: Sides<Send>
  /** The prefix of every name of the sequence. */
  readonly base: string
  readonly note: (about: string, behaviour: string) => void
  readonly maxCalls: number
  /** The values of the fixtures. */
  readonly pooled: PathValues
}

/** A running sequence of calls to both servers. */
export interface Sequence {
  /** Whether this step can be sent. False if the sequence has ended or its resource does not exist. */
  readonly takes: (step: Step) => boolean
  /** Sends the step to both and compares. */
  readonly make: (step: Step) => Promise<Difference | undefined>
  /** As `make`, for a read between the steps. The sequence continues after a difference. */
  readonly probe: (step: Step) => Promise<Difference | undefined>
  /** All requests and responses in order. */
  readonly trace: readonly Sides<Exchange>[]
  readonly memory: Memory
}

export function createSequence(options: SequenceOptions): Sequence {
  const { api, reference, resources, defaults, send, note } = options
  const memory = createMemory(options.base, resources, options.pooled)
  const trace: Sides<Exchange>[] = []
  let isOver = false

  async function exchange(call: ReferenceCall, inputs: Sides<Input>): Promise<Sides<Exchange>> {
    const { operation } = call
    const [target, second] = await Promise.all([
      send.target(operation, inputs.target),
      send.reference(operation, inputs.reference),
    ])
    const responses = { target, reference: second }
    trace.push(responses)
    const { status } = responses.reference.response
    if (status >= 500 || status === 429) {
      const reason = `the reference implementation responds to ${operation.id} with ${toStatusText(api, responses.reference)}`
      throw new SetupError(reason, toExchangeRecord(responses.reference))
    }
    if (responses.target.response.status === 429) {
      throw new SetupError('the target has too many requests', toExchangeRecord(responses.target))
    }
    return responses
  }

  /** Reads a list to its end on each side. */
  async function readLists(call: ReferenceCall, list: ReferenceList, inputs: Sides<Input>) {
    const responses = await exchange(call, inputs)
    const read = async (side: keyof Sides<unknown>) => {
      const entries: JsonObject[] = []
      let page = responses[side]
      for (let pages = 1; ; pages += 1) {
        const body = readObject(page)
        entries.push(...readEntries(body, list.entries))
        const token = body[list.token]
        if (typeof token !== 'string' || token === '' || pages >= bounds.pages) return { page, entries }
        const { query, ...rest } = inputs[side]
        page = await send[side](call.operation, { ...rest, query: { ...query, [list.token]: token } })
        if (page.response.status >= 400) return { page, entries }
      }
    }
    const [target, reference] = await Promise.all([read('target'), read('reference')])
    const isOurs = (entry: JsonObject) => !list.prefix || String(entry[list.nameField]).startsWith(memory.base)
    return {
      responses: { target: target.page, reference: reference.page },
      entries: { target: target.entries.filter(isOurs), reference: reference.entries.filter(isOurs) },
    }
  }

  async function compare(
    call: ReferenceCall,
    inputs: Sides<Input>,
    facts: { clause?: string; tolerance?: Tolerance; reasons?: readonly string[] } = {},
  ): Promise<Comparison> {
    const { list } = call
    const read = list && (await readLists(call, list, inputs))
    const responses = read?.responses ?? (await exchange(call, inputs))
    const reasons = [...(facts.reasons ?? []), ...toReasons(call, inputs.reference, options, memory)]
    const tolerance = facts.tolerance ?? call.open?.(inputs.reference, memory.known)
    const path = toRespondedPath(call, inputs.reference, responses.reference, resources)
    // The response of a success shows the new state.
    if (responses.target.response.status < 300 && responses.reference.response.status < 300) {
      memory.learn(call.operation, inputs, {
        target: readObject(responses.target),
        reference: readObject(responses.reference),
      })
      memory.recordSent(path, inputs.reference.body)
      memory.recordSent(path, inputs.target.body)
    }
    return compareResponses({
      api,
      reference,
      memory,
      defaults,
      responses,
      path,
      reasons,
      tolerance,
      clause: facts.clause,
      list: list && read && { spec: list, entries: read.entries },
      isOpaque: call.isOpaque === true,
    })
  }

  function toInputs(step: Step): Sides<Input> {
    return {
      target: toInput(step, memory.surroundings.target),
      reference: toInput(step, memory.surroundings.reference),
    }
  }

  function conclude({ difference, open, isParting }: Comparison): Difference | undefined {
    if (open) note(open.about, open.chose)
    if (isParting || difference) isOver = true
    return difference
  }

  return {
    memory,
    trace,
    async probe({ call, ...step }) {
      const inputs = toInputs({ call, ...step })
      return (await compare(call, inputs)).difference
    },
    takes(step) {
      if (isOver || trace.length >= options.maxCalls) return false
      const input = toInput(step, memory.surroundings.reference)
      if (!isComplete(step, memory.surroundings.reference, input.path ?? {})) return false
      if (step.isStray) return true
      const created = step.call.exists && resources.find(({ create }) => create.id === step.call.operation.id)
      const own = created ? created.toPath(input) : undefined
      const isThere = created && own && memory.known.alive(created.create, own).length > 0
      return !isThere && findMissing(step.call, input.path ?? {}, options, memory).length === 0
    },
    async make(step) {
      const difference = await makeAlone(step)
      if (difference || isOver || !step.reads || step.call.operation.method === 'get') return difference
      const [reading] = toReadings(step, reference)
      return reading && conclude(await compare(reading.call, toInputs(reading)))
    },
  }

  async function makeAlone(step: Step): Promise<Difference | undefined> {
    const { call, wrong, tag } = step
    const inputs = toInputs(step)
    if (wrong) return conclude(await compare(call, inputs, { clause: wrong.clause, reasons: toInvalid(api) }))
    if (!tag || !call.tagOf) return conclude(await compare(call, inputs))
    const conditional = await toConditional(tag, call, inputs)
    if ('difference' in conditional) return conditional.difference
    return conclude(await compare(call, conditional.inputs, conditional.facts))
  }

  /** First reads the present ETag on each side. */
  async function toConditional(tag: NonNullable<Step['tag']>, call: ReferenceCall, inputs: Sides<Input>) {
    const read = reference.calls.find(({ operation }) => operation === call.tagOf)
    if (!read)
      throw new TypeError(`${call.operation.id}: no call of ${call.tagOf?.id} is among the calls of the reference run`)
    const body = reference.kinds.find((kind) => kind.read === call.tagOf)?.readBody
    const toAt = (side: keyof Sides<unknown>): Input => {
      const { path = {} } = inputs[side]
      return { path, ...(body && { body: resolveRecord(body, memory.surroundings[side], path) }) }
    }
    const at = { target: toAt('target'), reference: toAt('reference') }
    const plain = { inputs, facts: {} }
    const difference = conclude(await compare(read, at))
    if (difference) return { difference }
    const responses = trace.at(-1)
    const now = {
      target: responses && readHeader(responses.target.response, 'etag'),
      reference: responses && readHeader(responses.reference.response, 'etag'),
    }
    if (isOver || !now.target || !now.reference) return plain
    const clause = `${toCitation(call.operation.source)}, Header If-Match`
    if (tag === 'present')
      return { inputs: withTags(inputs, { target: now.target, reference: now.reference }), facts: { clause } }
    const facts = { clause, tolerance: reference.wrongTag, reasons: reference.wrongTag.codes }
    const never = '00000000000000000000000000000000'
    if (tag === 'never') return { inputs: withTags(inputs, { target: never, reference: never }), facts }
    const path = toRespondedPath(read, at.reference, responses?.reference, resources)
    const earlier = memory
      .tags({ ...path, ' lives': String(memory.lives(path)) })
      .find((seen) => seen.tag.target !== now.target && seen.tag.reference !== now.reference)
    return earlier ? { inputs: withTags(inputs, earlier.tag), facts } : plain
  }
}

function withTags({ target, reference }: Sides<Input>, tag: Sides<string>): Sides<Input> {
  return {
    target: { ...target, headers: { ...target.headers, 'If-Match': tag.target } },
    reference: { ...reference, headers: { ...reference.headers, 'If-Match': tag.reference } },
  }
}

function toInvalid({ dialect: { codes, invalidCodes = {} } }: Api): readonly string[] {
  return [codes.invalid, codes.malformed, ...Object.values(invalidCodes)]
}

/** The path parameters of resources that do not exist, as far as the sequence knows. */
function findMissing(
  { operation }: ReferenceCall,
  path: PathValues,
  { resources, pooled }: SequenceOptions,
  { known }: Memory,
): readonly string[] {
  const all = toPathNames(operation.path)
  // A version may contain resources that the present state no longer has.
  const names = Object.keys(path).some((name) => !all.includes(name)) ? all.slice(0, 1) : all
  return names.filter((_, index) => {
    const above = Object.fromEntries(names.slice(0, index + 1).map((one) => [one, path[one] ?? '']))
    const isPooled = Object.entries(above).every(([name, value]) => pooled[name] === value)
    return !isPooled && !resources.some(({ create }) => known.alive(create, above).length > 0)
  })
}

/** All error codes that apply to a request. The order of validation is implementation-defined. */
function toReasons(
  call: ReferenceCall,
  { path = {} }: Input,
  options: SequenceOptions,
  memory: Memory,
): readonly string[] {
  const { missing } = options.reference
  const codes = findMissing(call, path, options, memory).flatMap((name) => missing[name] ?? [])
  // If the source lists the code of the parent, that code is required.
  const [first] = codes
  const isFirstListed = first !== undefined && call.operation.errors.includes(first)
  return [...(isFirstListed ? [first] : codes), ...(call.exists === undefined ? [] : [call.exists])]
}

/** The path of the resource that a response shows. */
function toRespondedPath(
  { operation, list }: ReferenceCall,
  input: Input,
  result: Exchange | undefined,
  resources: readonly CreatedResource[],
): PathValues {
  const created = resources.find(({ create }) => create.id === operation.id)
  const path = result && result.response.status < 300 ? created?.toPath(input, readObject(result)) : undefined
  const { qualifier, ...rest } = path ?? input.path ?? {}
  return list || path || qualifier === undefined ? (path ? rest : (input.path ?? {})) : { ...rest, qualifier }
}
