#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Draws pages of a directory again, from what it publishes and nothing else. Needs Python 3.9 or newer, no packages.

    recount.py SNAPSHOT KEY PAGES

SNAPSHOT  a snapshot, as /directory/snapshots/MINUTE serves it
KEY       the key of its day: 64 hexadecimal digits, published at 00:30 of the next day
PAGES     receipts, or pages of the directory's JSON, one to a line

Says for each page whether it agrees. The exit code is 0 if all do, 1 if one does not.
The rules are in ../fairness.md; this program was written from that page, not from the directory's code.
The signature is not looked at: Python brings no Ed25519 along.
"""
import hashlib
import hmac
import json
import sys

ONE = 1 << 20
MASK = (1 << 64) - 1
PAGE = 24

# Relevance, by shared tags, then by chosen tags times the group's tags.
RELEVANCE = {
    1: {1: 524288, 2: 285142, 3: 217710, 4: 185364, 5: 166094, 6: 153167, 8: 136701, 9: 131072, 10: 126492, 12: 119448,
        15: 112113, 16: 110218, 20: 104332, 25: 99334},
    2: {4: 524288, 6: 357973, 8: 285142, 9: 262144, 10: 244143, 12: 217710, 15: 191793, 16: 185364, 20: 166094, 25: 150562},
    3: {9: 524288, 12: 396807, 15: 328103, 16: 311744, 20: 264418, 25: 228210},
    4: {16: 524288, 20: 420948, 25: 345901},
    5: {25: 524288},
}


def mix64(number):
    number = (number + 0x9E3779B97F4A7C15) & MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & MASK
    return number ^ (number >> 31)


def lot(hashed):
    """2^32 times minus the logarithm to base 2 of a number below one."""
    number = hashed | 1
    exponent = number.bit_length() - 1
    mantissa = number << (63 - exponent)
    fraction = 0
    for _ in range(32):
        mantissa = (mantissa * mantissa) >> 64
        fraction *= 2
        if mantissa >> 63:
            fraction += 1
        else:
            mantissa *= 2
    return (1 << 38) - ((exponent << 32) + fraction)


def seed_of(key, nonce, minute):
    digest = hmac.new(bytes.fromhex(key), bytes.fromhex(nonce) + minute.encode("ascii"), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "big")


def is_let(group, wanted):
    languages = [pool["lang"] for pool in group["pools"]]
    if wanted["languages"] and not set(wanted["languages"]) & set(languages):
        return False
    if set(wanted["hidden"]) & set(group["labels"]):
        return False
    return "found" not in wanted or group["gid"] in wanted["found"]


def pool_of(group, wanted):
    for language in wanted["languages"]:
        for pool in group["pools"]:
            if pool["lang"] == language:
                return pool
    return group["pools"][0]


def reasons(group, pool, shared, caps):
    said = ["lang:" + pool["lang"]] + ["tag:" + tag for tag in shared]
    if pool["f"] * 10 > 11 * ONE:
        said.append("turn:behind")
    elif pool["f"] * 10 < 9 * ONE:
        said.append("turn:ahead")
    else:
        said.append("turn:even")
    cap = ONE if group["vouched"] else caps.get(pool["lang"], ONE)
    if cap < ONE:
        said.append("newcomer-cap")
    if pool["a"] < cap - 1:
        said.append("allowance")
    return said


def candidate(group, wanted, seed, caps):
    pool = pool_of(group, wanted)
    shared = sorted(set(wanted["tags"]) & set(group["tags"]))
    relevance = RELEVANCE[len(shared)][len(wanted["tags"]) * len(group["tags"])] if shared else 65536
    weight = max(1, (pool["a"] * pool["f"] * relevance + (1 << 35)) >> 36)
    number = lot(mix64(seed ^ int(group["gid"], 16)))
    return {
        "gid": group["gid"], "pool": pool["lang"], "tier": 2 if wanted["tags"] and not shared else 1,
        "shared_tags": shared, "a": pool["a"], "f": pool["f"], "r": relevance, "w": weight, "L": number,
        "key": (number << 24) // weight, "reason": reasons(group, pool, shared, caps),
    }


def draw(snapshot, key, nonce, wanted, page):
    seed = seed_of(key, nonce, snapshot["minute"])
    cards = [candidate(group, wanted, seed, snapshot["newcomer_caps"])
             for group in snapshot["groups"] if is_let(group, wanted)]
    cards.sort(key=lambda card: (card["tier"], card["key"], int(card["gid"], 16)))
    for position, card in enumerate(cards, 1):
        card.update(position=position, snapshot=snapshot["minute"], key=str(card["key"]))
    return cards[(page - 1) * PAGE:page * PAGE]


def difference(snapshot, digest, key, shown):
    """What is wrong with a page, or None."""
    if shown["snapshot"] != snapshot["minute"] or shown.get("snapshot_hash", digest) != digest:
        return "it is not a page of this snapshot"
    drawn = draw(snapshot, key, shown["nonce"], shown["filter"], shown["page"])
    order = shown["order"] if "order" in shown else [card["gid"] for card in shown["cards"]]
    if order != [card["gid"] for card in drawn]:
        return "the order should be " + " ".join(card["gid"] for card in drawn)
    for card, again in zip(shown.get("cards", []), drawn):
        expected = {name: value for name, value in again.items() if name != "gid"}
        if card["why"] != expected:
            return f"card {again['position']} should say {expected}"
    return None


def main(snapshot_file, key, pages_file):
    with open(snapshot_file, encoding="utf-8") as file:
        document = json.load(file)
    snapshot = document.get("signed", document)
    canonical = json.dumps(snapshot, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    if snapshot["version"] != "fairturn/1":
        sys.exit("The snapshot follows other rules than fairturn/1.")
    if hashlib.sha256(bytes.fromhex(key)).hexdigest() != snapshot["day_key"]:
        sys.exit("The key is not the one that the snapshot promised.")
    agreeing, all_pages = 0, 0
    with open(pages_file, encoding="utf-8") as file:
        for all_pages, line in enumerate(file, 1):
            page = json.loads(line)
            wrong = difference(snapshot, hashlib.sha256(canonical).hexdigest(), key, page.get("signed", page))
            if wrong:
                print(f"Page {all_pages} differs: {wrong}.")
            else:
                agreeing += 1
    print(f"{agreeing} of {all_pages} pages agree.")
    return 0 if agreeing == all_pages > 0 else 1


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
