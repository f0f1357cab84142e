import type { Position } from '../syntax/position.ts';
import type { Value } from '../eval/value.ts';

/** A body as the readers see it, whether it comes from HCL or from JSON. */
export interface Fields {
  place: Position;
  /** Whether the body says something of this name; null counts as nothing. */
  has: (name: string) => boolean;
  /** Null where nothing is written. */
  value: (name: string) => Value;
  placeOf: (name: string) => Position;
  blocks: (name: string) => Fields[];
}

/** One instance of a resource or of a data source. */
export interface Resource extends Fields {
  mode: 'managed' | 'data';
  type: string;
  address: string;
  /** What others refer to it by. */
  id: string;
  /** Whether its values are the platform's answers, which fill in what nobody wrote. */
  settled: boolean;
  /** The organization of its provider; null where the provider names none. */
  providerOrganization: () => Value;
}

/** The resources of one directory of HCL files, or of one JSON file. */
export interface Configuration {
  /** In the order of the files. */
  resources: (type: string) => readonly Resource[];
  /** Every type that occurs, with the first place. */
  types: ReadonlyMap<string, Position>;
  /** The organizations of the `cloud` and `backend "remote"` blocks: of the workspaces that run these files. */
  homes: () => readonly { value: Value; place: Position }[];
  /** The organizations of the states and outputs that are read. */
  sources: () => readonly { value: Value; place: Position }[];
  /** Where its first `provider "tfe"`, or else its first resource of that provider, is. */
  start: Position;
}

/** Looks resources up by id, over all configurations. */
export type Ids = Map<string, Resource>;
