#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Draws pages of a directory again, from what it publishes and nothing else. Needs Python 3.9 or newer, no packages.

    recount.py SNAPSHOT KEY PAGES [--before SNAPSHOT] [--signed-by HEX]

SNAPSHOT     a file, as /directory/snapshots/MINUTE serves it
KEY          the key of its day: 64 hexadecimal digits, or a file, as /directory/keys/DAY serves it
PAGES        a file of receipts, or of pages of the directory's JSON, one to a line
--before     any snapshot of the day before, best one that somebody kept then: it fixed the key
--signed-by  the directory's own key, as you know it from elsewhere: 64 hexadecimal digits

Says for each page whether it agrees, and with what was asked. The exit code is 0 if all do, 1 if somebody broke a rule, 2 if
neither can be said. The rules are in ../fairness.md.
"""
import argparse
import datetime
import hashlib
import hmac
import json
import re
import sys

VERSION = "fairturn/1"
ONE = 1 << 20
MASK = (1 << 64) - 1
PAGE = 24
MOST_PAGES = 10_000


class Unreadable(Exception):
    """A document is not what it should be."""


class Undecided(Exception):
    """What was handed in does not belong together, and says nothing about anybody."""


# Documents: there is one form of each, so that what was signed can be read in one way only.

def printable(value):
    """A stranger's texts, so that they do nothing to a terminal."""
    text = json.dumps(value).replace("\x7f", "\\u007f")
    return text[:400] + ("..." if len(text) > 400 else "")


def need(right, what):
    if not right:
        raise Unreadable(f"{what} is not as the rules say.")


def utf16(text):
    return text.encode("utf-16-be")


def in_order(texts):
    """RFC 8785 compares the UTF-16 units of names; lists of texts here have the same order."""
    return sorted(texts, key=utf16)


def storable(text):
    need("\0" not in text and not re.search("[\ud800-\udfff]", text), "A text")
    return text


def members(pairs):
    need(len({name for name, _ in pairs}) == len(pairs), "An object with a name twice")
    return dict(pairs)


def integer(digits):
    number = int(digits) if len(digits) <= 20 else None
    need(number is not None and abs(number) < 1 << 53, "A number")
    return number


def refuse(_):
    raise Unreadable("There is a number that is no integer.")


def read(text):
    try:
        value = json.loads(text, object_pairs_hook=members, parse_int=integer, parse_float=refuse, parse_constant=refuse)
        canonical(value)
        return value
    except (ValueError, RecursionError) as broken:
        raise Unreadable("This is not JSON.") from broken


def canonical(value):
    if isinstance(value, dict):
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in in_order(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(storable(value) if isinstance(value, str) else value, ensure_ascii=False)


def is_hex(value, digits):
    return isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{digits}}}", value) is not None


def is_number(value, least, most):
    return type(value) is int and least <= value <= most


def need_names(value, names, what):
    need(isinstance(value, dict) and set(value) == set(names.split()), what)


def need_texts(value, what, is_sorted=True):
    need(isinstance(value, list) and all(isinstance(text, str) for text in value), what)
    need(len(set(value)) == len(value) and (not is_sorted or value == in_order(value)), what)


def need_minute(value):
    need(isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z", value), "A minute")
    try:
        datetime.datetime.strptime(value, "%Y-%m-%dT%H:%MZ")
    except ValueError as broken:
        raise Unreadable("A minute is not as the rules say.") from broken


def need_group(group):
    need_names(group, "gid hands vouched tags labels pools", "A group")
    need(is_hex(group["gid"], 16) and is_number(group["hands"], -1 << 31, (1 << 31) - 1), "A group")
    need(isinstance(group["vouched"], bool), "A group")
    need_texts(group["tags"], "A group's tags")
    need_texts(group["labels"], "A group's labels")
    need(len(group["tags"]) <= 5 and isinstance(group["pools"], list) and 1 <= len(group["pools"]) <= 3, "A group")
    for pool in group["pools"]:
        need_names(pool, "lang a f", "A pool")
        need(is_number(pool["a"], 1, ONE) and is_number(pool["f"], ONE // 4, 4 * ONE), "A pool")
    need_texts([pool["lang"] for pool in group["pools"]], "A group's languages", is_sorted=False)


def need_snapshot(content):
    need_names(content, "version minute prev day_key next_day_key newcomer_caps groups", "The snapshot")
    need(content["version"] == VERSION, "The snapshot's version")
    need_minute(content["minute"])
    need(all(is_hex(content[name], 64) for name in ("prev", "day_key", "next_day_key")), "A hash of the snapshot")
    need(isinstance(content["newcomer_caps"], dict), "The newcomer caps")
    need(all(is_number(cap, 1, ONE) for cap in content["newcomer_caps"].values()), "A newcomer cap")
    need(isinstance(content["groups"], list), "The list of groups")
    for group in content["groups"]:
        need_group(group)
    gids = [group["gid"] for group in content["groups"]]
    need(gids == sorted(set(gids)), "The order of the groups")


def need_filter(wanted):
    names = "languages tags hidden"
    need_names(wanted, names + " found" if isinstance(wanted, dict) and "found" in wanted else names, "The filter")
    need_texts(wanted["languages"], "The filter's languages", is_sorted=False)
    need_texts(wanted["tags"], "The filter's tags")
    need_texts(wanted["hidden"], "The filter's labels")
    need_texts(wanted.get("found", []), "The filter's groups")
    need(all(is_hex(gid, 16) for gid in wanted.get("found", [])), "The filter's groups")
    need(len(wanted["languages"]) <= 10 and len(wanted["tags"]) <= 5, "The filter")


def need_page(page, signed):
    need(isinstance(page, dict), "The page")
    if signed:
        need_names(page, "version snapshot snapshot_hash nonce filter page order", "The receipt")
    if "order" in page:
        need(page.get("version") == VERSION and "cards" not in page, "The receipt")
        need(isinstance(page["order"], list) and all(is_hex(gid, 16) for gid in page["order"]), "The order")
    else:
        need(isinstance(page.get("cards"), list), "The page")
        for card in page["cards"]:
            need(isinstance(card, dict) and is_hex(card.get("gid"), 16) and isinstance(card.get("why"), dict), "A card")
    need_minute(page.get("snapshot"))
    need(is_hex(page.get("snapshot_hash"), 64) and is_hex(page.get("nonce"), 32), "The page")
    need(is_number(page.get("page"), 1, MOST_PAGES), "The page's number")
    need_filter(page.get("filter"))


# Signatures: Ed25519, as RFC 8032, section 5.1, has it. Slow, and good enough to look at some.

PRIME = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, -1, PRIME) % PRIME
ROOT = pow(2, (PRIME - 1) // 4, PRIME)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % PRIME
    b = (one[1] + one[0]) * (other[1] + other[0]) % PRIME
    c = 2 * one[3] * other[3] * CURVE % PRIME
    d = 2 * one[2] * other[2] % PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def same(one, other):
    return ((one[0] * other[2] - other[0] * one[2]) % PRIME == 0
            and (one[1] * other[2] - other[1] * one[2]) % PRIME == 0)


def point_of(encoded):
    """The point of 32 bytes, or None."""
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= PRIME:
        return None
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * ROOT % PRIME
    if (x * x - square) % PRIME or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else PRIME - x
    return x, y, 1, x * y % PRIME


BASE = point_of((4 * pow(5, -1, PRIME) % PRIME).to_bytes(32, "little"))


def holds(key, signature, content):
    public, first = point_of(key), point_of(signature[:32])
    second = int.from_bytes(signature[32:], "little")
    # Under a key of small order one signature is good for any content.
    if public is None or first is None or second >= ORDER or same(times(8, public), times(0, BASE)):
        return False
    digest = int.from_bytes(hashlib.sha512(signature[:32] + key + content).digest(), "little") % ORDER
    return same(times(second, BASE), add(first, times(digest, public)))


def opened(document):
    """What is signed, its bytes, and by whom."""
    need(isinstance(document, dict) and isinstance(document.get("signed"), dict), "The signed document")
    key, signature = document.get("key"), document.get("signature")
    need(is_hex(key, 64) and is_hex(signature, 128), "The key or the signature")
    content = canonical(document["signed"]).encode("utf-8")
    if not holds(bytes.fromhex(key), bytes.fromhex(signature), content):
        raise Unreadable("The signature is not that of the key and the content.")
    return document["signed"], hashlib.sha256(content).hexdigest(), key


# The draw.

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
    shared = in_order(set(wanted["tags"]) & set(group["tags"]))
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


def asked(page, signer):
    """What was drawn again: whoever wrote the page can have left somebody out by a filter."""
    wanted = page["filter"]
    found = f", of {len(wanted['found'])} groups that a search found" if "found" in wanted else ", of everybody"
    return (f"page {page['page']} for the nonce {page['nonce']}, languages {printable(wanted['languages'])}, "
            f"tags {printable(wanted['tags'])}, hidden {printable(wanted['hidden'])}{found}; "
            + ("signed with the snapshot's key" if signer else "not signed: proves nothing about what was shown"))


def difference(snapshot, digest, key, page, signer):
    """What is wrong with a page, or None."""
    if page["snapshot"] != snapshot["minute"]:
        raise Undecided(f"is of {page['snapshot']}")
    if page["snapshot_hash"] != digest:
        if signer:
            return "it was drawn from another snapshot of this minute, and there may be only one"
        raise Undecided("was drawn from another snapshot of this minute, and is not signed")
    drawn = draw(snapshot, key, page["nonce"], page["filter"], page["page"])
    order = page["order"] if "order" in page else [card["gid"] for card in page["cards"]]
    if order != [card["gid"] for card in drawn]:
        return "the order should be " + " ".join(card["gid"] for card in drawn)
    for card, again in zip(page.get("cards", []), drawn):
        expected = {name: value for name, value in again.items() if name != "gid"}
        if canonical(card["why"]) != canonical(expected):
            return f"card {again['position']} should say {ascii(expected)}"
    return None


def judge(number, line, snapshot, digest, key, directory):
    """Says how a page compares; the exit code for it."""
    try:
        document = read(line)
        page, signer = document, None
        if isinstance(document, dict) and "signed" in document:
            page, _, signer = opened(document)
        need_page(page, signer is not None)
        if signer not in (None, directory):
            raise Undecided(f"is signed with another key than the snapshot, {signer}")
        wrong = difference(snapshot, digest, key, page, signer)
    except (Unreadable, Undecided) as nothing:
        print(f"Page {number} cannot be compared: {nothing}")
        return 2
    print(f"Page {number} {'differs: ' + wrong if wrong else 'agrees'} ({asked(page, signer)}).")
    return 1 if wrong else 0


def text_of(file):
    with open(file, encoding="utf-8") as opened_file:
        return opened_file.read()


def snapshot_of(file):
    content, digest, key = opened(read(text_of(file)))
    need_snapshot(content)
    return content, digest, key


def key_of(source, day):
    if is_hex(source, 64):
        return source
    published = read(text_of(source))
    need(isinstance(published, dict) and is_hex(published.get("key"), 64), "The key")
    if published.get("day") != day:
        raise Undecided("The key is of another day.")
    return published["key"]


def promise(snapshot, directory, file):
    """Whether the key of the day was fixed before that day; the exit code."""
    if file is None:
        print("Whether the key was fixed before its day began was not looked at: that takes a snapshot of the day before.")
        return 0
    before, _, key = snapshot_of(file)
    day = datetime.date.fromisoformat(snapshot["minute"][:10])
    if key != directory or datetime.date.fromisoformat(before["minute"][:10]) + datetime.timedelta(days=1) != day:
        raise Undecided("The snapshot after --before is of another directory, or not of the day before.")
    kept = before["next_day_key"] == snapshot["day_key"]
    print(f"The key is {'' if kept else 'not '}the one that was promised at {before['minute']}, before its day began.")
    return 0 if kept else 1


def check(wanted):
    snapshot, digest, directory = snapshot_of(wanted.snapshot)
    print(f"Snapshot of {snapshot['minute']}, signed with the key {directory}")
    if wanted.signed_by is None:
        print("Whether that is the directory's key was not looked at: compare it, or name it after --signed-by.")
    elif wanted.signed_by != directory:
        raise Undecided("That is another key than the one after --signed-by.")
    key = key_of(wanted.key, snapshot["minute"][:10])
    if hashlib.sha256(bytes.fromhex(key)).hexdigest() != snapshot["day_key"]:
        raise Undecided("The key is not the one that the snapshot promised.")
    results = [promise(snapshot, directory, wanted.before)]
    lines = text_of(wanted.pages).rstrip("\n").split("\n")
    results += [judge(number, line, snapshot, digest, key, directory) for number, line in enumerate(lines, 1)]
    print(f"{results[1:].count(0)} of {len(lines)} pages agree.")
    return 1 if 1 in results else 2 if 2 in results else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("snapshot", "key", "pages", "--before", "--signed-by"):
        parser.add_argument(name)
    try:
        return check(parser.parse_args())
    except (Unreadable, Undecided) as nothing:
        print(nothing)
    except (OSError, UnicodeDecodeError) as unreadable:
        print(f"Cannot read a file: {printable(str(unreadable))}")
    return 2


if __name__ == "__main__":
    sys.exit(main())
