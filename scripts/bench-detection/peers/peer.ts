import type { Document } from './document.ts'
import type { Bound } from './run-bounded.ts'

/** What a peer found fault with, in words that repeat from run to run. */
export interface PeerFinding {
  /** `POST /services`: method and path template of the operation that it names. */
  readonly operation: string
  /** What kind of fault, or which test. */
  readonly what: string
}

export interface PeerRun {
  readonly findings: readonly PeerFinding[]
  /** The tests that passed, where the tool tells: in the words of their findings; words that end in `: ` are how these begin. */
  readonly passed?: readonly PeerFinding[]
  readonly seconds: number
  /** It was stopped at the bound and reported what it had until then. */
  readonly isCut: boolean
}

/** One way to run a peer. */
export interface PeerConfiguration {
  readonly name: 'default' | 'best effort'
  /** What it consists of, for the reader. */
  readonly notes: string
  /** The server has the resources that the document's examples name. */
  readonly isSeeded: boolean
  /** The command, with the parts of this machine left out. */
  readonly command: string
  readonly run: (on: {
    readonly url: string
    /** The part of the document to be tested. */
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
