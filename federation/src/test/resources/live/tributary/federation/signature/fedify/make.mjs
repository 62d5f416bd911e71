// SPDX-License-Identifier: AGPL-3.0-or-later
// Writes signed.json: requests and a document as Fedify signs them. Run where @fedify/fedify and @fedify/vocab 2.3.6 are
// installed: node make.mjs > signed.json
import { Temporal } from "@js-temporal/polyfill";
import { generateCryptoKeyPair, signObject, signRequest } from "@fedify/fedify/sig";
import { Create, Note } from "@fedify/vocab";

const time = Temporal.Instant.from("2026-11-22T19:00:00Z");
const actor = new URL("https://peer.example/users/ana");
const body = '{"type":"Follow"}';
const rsa = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
const ed25519 = await generateCryptoKeyPair("Ed25519");

async function pem(key) {
  const spki = Buffer.from(await crypto.subtle.exportKey("spki", key)).toString("base64");
  return `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`;
}

async function signed(spec, method, url) {
  const type = "application/activity+json";
  const request = method === "POST"
    ? new Request(url, { method, headers: { "content-type": type }, body })
    : new Request(url, { method, headers: { accept: type } });
  const result = await signRequest(request, rsa.privateKey, new URL("#main-key", actor), { spec, currentTime: time });
  return { method, url, headers: [...result.headers].flat() };
}

const requests = [];
for (const spec of ["draft-cavage-http-signatures-12", "rfc9421"]) {
  for (const method of ["POST", "GET"]) {
    for (const target of ["/ap/inbox", "/ap/%40ana/inbox?a=1&b=%2F"]) {
      requests.push(await signed(spec, method, `https://node.example${target}`));
    }
  }
}

const note = new Note({ id: new URL("/n/1", actor), attribution: actor, content: "Grüße 😀" });
const create = new Create({ id: new URL("/a/1", actor), actor, object: note, published: time });
const proven = await signObject(create, ed25519.privateKey, new URL("#ed25519-key", actor), { created: time });
console.log(JSON.stringify({
  rsa: await pem(rsa.publicKey),
  ed25519: await pem(ed25519.publicKey),
  requests,
  document: await proven.toJsonLd({ format: "compact" }),
}, null, 1));
