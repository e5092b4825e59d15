import type { Document } from './document.ts'
import type { Bound } from './run-bounded.ts'

/** A finding of a peer, as text that is the same in every run. */
export interface PeerFinding {
  /** `POST /services`: method and path template of the operation that it names. */
  readonly operation: string
  /** The kind of failure or the name of the test. */
  readonly what: string
}

export interface PeerRun {
  readonly findings: readonly PeerFinding[]
  /** The passed tests, if the tool reports them, with the text of their findings. A text that ends in `: ` is only the start. */
  readonly passed?: readonly PeerFinding[]
  readonly seconds: number
  /** The run was interrupted at the bound and reported its findings until then. */
  readonly isCut: boolean
}

/** One way to run a peer. */
export interface PeerConfiguration {
  readonly name: 'default' | 'best effort'
  /** Description for readers. */
  readonly notes: string
  /** The server contains the resources of the examples in the document. */
  readonly isSeeded: boolean
  /** The command without paths of this machine. */
  readonly command: string
  readonly run: (on: {
    readonly url: string
    /** The part of the document to test. */
    readonly document: Document
    /** An empty folder for the tool's files. */
    readonly folder: string
    readonly limit: Bound
  }) => Promise<PeerRun>
}

/** A tool that tests a server against an OpenAPI document. */
export interface Peer {
  readonly name: string
  readonly version: string
  readonly configurations: readonly PeerConfiguration[]
}
