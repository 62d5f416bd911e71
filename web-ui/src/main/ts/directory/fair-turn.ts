// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The lottery of a directory, in integers alone: logarithms and powers are not the same in every language, and this order
 * has to be. Written from the rules, not from the node's own code: docs/fairness.md.
 */
const bits64 = 64n;
const mask = (1n << bits64) - 1n;
const increment = 0x9e3779b97f4a7c15n;
const fractionBits = 32;
const noRelevance = 65_536n;

/** Relevance by shared tags, then by chosen tags times the group's; in units of 2^-16. */
const relevances: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  1: {
    1: 524288, 2: 285142, 3: 217710, 4: 185364, 5: 166094, 6: 153167, 8: 136701,
    9: 131072, 10: 126492, 12: 119448, 15: 112113, 16: 110218, 20: 104332, 25: 99334,
  },
  2: { 4: 524288, 6: 357973, 8: 285142, 9: 262144, 10: 244143, 12: 217710, 15: 191793, 16: 185364, 20: 166094, 25: 150562 },
  3: { 9: 524288, 12: 396807, 15: 328103, 16: 311744, 20: 264418, 25: 228210 },
  4: { 16: 524288, 20: 420948, 25: 345901 },
  5: { 25: 524288 },
};

/** What one language weighs for a group: `a` and `f` in units of 2^-20. */
export interface Pool {
  lang: string;
  a: number;
  f: number;
}

/** A group that was live in the minute. `gid` is 16 hexadecimal digits. */
export interface Group {
  gid: string;
  pools: Pool[];
  tags: string[];
  labels: string[];
}

/** What the visitor wanted to see. `found` is there only where somebody searched. */
export interface Filter {
  languages: string[];
  tags: string[];
  hidden: string[];
  found?: string[];
}

/** SplitMix64's finaliser, with its increment. */
export function mix64(value: bigint): bigint {
  let mixed = (value + increment) & mask;
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask;
  return mixed ^ (mixed >> 31n);
}

/** Minus the logarithm to base 2 of `ticket` by 2^64, in units of 2^-32, bit by bit. */
export function lot(ticket: bigint): bigint {
  const odd = ticket | 1n;
  const exponent = BigInt(odd.toString(2).length - 1);
  let mantissa = odd << (bits64 - 1n - exponent);
  let fraction = 0n;
  for (let bit = 0; bit < fractionBits; bit++) {
    mantissa = (mantissa * mantissa) >> bits64;
    fraction <<= 1n;
    if (mantissa >> (bits64 - 1n)) {
      fraction |= 1n;
    } else {
      mantissa <<= 1n;
    }
  }
  return (1n << 38n) - ((exponent << 32n) + fraction);
}

function relevance(shared: number, chosen: number, own: number): bigint {
  return shared === 0 ? noRelevance : BigInt(relevances[shared]?.[chosen * own] ?? 0);
}

function poolFor(group: Group, filter: Filter): Pool | undefined {
  const found = filter.languages.flatMap((language) => group.pools.filter((pool) => pool.lang === language));
  return found[0] ?? group.pools[0];
}

function lets(group: Group, filter: Filter): boolean {
  return (
    (filter.languages.length === 0 || group.pools.some((pool) => filter.languages.includes(pool.lang))) &&
    !group.labels.some((label) => filter.hidden.includes(label)) &&
    (filter.found === undefined || filter.found.includes(group.gid))
  );
}

interface Place {
  gid: string;
  tier: number;
  key: bigint;
}

function place(group: Group, filter: Filter, seed: bigint): Place {
  const pool = poolFor(group, filter);
  const shared = filter.tags.filter((tag) => group.tags.includes(tag)).length;
  const product = BigInt(pool?.a ?? 0) * BigInt(pool?.f ?? 0) * relevance(shared, filter.tags.length, group.tags.length);
  const rounded = (product + (1n << 35n)) >> 36n;
  const weight = rounded > 0n ? rounded : 1n;
  const key = (lot(mix64(seed ^ BigInt("0x" + group.gid))) << 24n) / weight;
  return { gid: group.gid, tier: filter.tags.length > 0 && shared === 0 ? 2 : 1, key };
}

function compare(one: Place, other: Place): number {
  if (one.tier !== other.tier) {
    return one.tier - other.tier;
  }
  if (one.key !== other.key) {
    return one.key < other.key ? -1 : 1;
  }
  return one.gid < other.gid ? -1 : 1;
}

/** All groups that the filter lets through, in the order of the draw. */
export function order(groups: Group[], filter: Filter, seed: bigint): string[] {
  return groups
    .filter((group) => lets(group, filter))
    .map((group) => place(group, filter, seed))
    .sort(compare)
    .map(({ gid }) => gid);
}
