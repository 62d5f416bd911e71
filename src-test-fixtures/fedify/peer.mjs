// SPDX-License-Identifier: AGPL-3.0-or-later
// A server of the Fediverse that is not ours: Fedify, on a port of 127.0.0.1. Orders come as JSON lines on standard input,
// each {"order": n, "do": "…", …}; each is answered by a line {"order": n, …} on standard output. Whatever comes to its
// inboxes is told as a line {"delivery": …} for the request and {"accepted": …} for the activity, once Fedify has let it in.
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { createFederation, generateCryptoKeyPair, MemoryKvStore, signRequest, verifyObject } from "@fedify/fedify";
import {
  Activity,
  Announce,
  Application,
  Create,
  Delete,
  Endpoints,
  Follow,
  Group,
  Like,
  Note,
  Person,
  PUBLIC_COLLECTION,
  Tombstone,
  Undo,
} from "@fedify/vocab";

const RSA = "RSASSA-PKCS1-v1_5";
const ACTIVITY_JSON = "application/activity+json";
const firstKnock = process.argv[2] === "rfc9421" ? "rfc9421" : "draft-cavage-http-signatures-12";

const keys = new Map();
const notes = new Map();
const sent = new Map();
const received = new Map();
let serial = 0;

function say(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function keysOf(name) {
  if (!keys.has(name)) {
    keys.set(name, Promise.all([generateCryptoKeyPair(RSA), generateCryptoKeyPair("Ed25519")]));
  }
  return await keys.get(name);
}

/** Says by its name what it is. */
function kindOf(name) {
  if (name.startsWith("app")) return Application;
  return name.startsWith("group") ? Group : Person;
}

const server = createServer((request, response) => {
  answer(request, response).catch((failure) => {
    say({ failure: String(failure?.stack ?? failure) });
    response.writeHead(500).end();
  });
});
await new Promise((bound) => server.listen(0, "127.0.0.1", bound));
const origin = `http://127.0.0.1:${server.address().port}`;

const federation = createFederation({ kv: new MemoryKvStore(), allowPrivateAddress: true, origin, firstKnock });

federation
  .setActorDispatcher("/users/{identifier}", async (context, name) => {
    const pairs = await context.getActorKeyPairs(name);
    return new (kindOf(name))({
      id: context.getActorUri(name),
      preferredUsername: name,
      name: `${name} of elsewhere`,
      summary: "<p>Watches <script>alert(1)</script>rivers.</p>",
      inbox: context.getInboxUri(name),
      outbox: new URL(`${origin}/users/${name}/outbox`),
      endpoints: new Endpoints({ sharedInbox: context.getInboxUri() }),
      url: new URL(`${origin}/@${name}`),
      publicKey: pairs[0].cryptographicKey,
      assertionMethods: pairs.map((pair) => pair.multikey),
    });
  })
  .setKeyPairsDispatcher((_, name) => keysOf(name));
federation.setObjectDispatcher(Note, "/users/{identifier}/notes/{id}", (context, values) => {
  return notes.get(context.getObjectUri(Note, values).href) ?? null;
});
federation
  .setInboxListeners("/users/{identifier}/inbox", "/inbox")
  .on(Activity, async (context, activity) => {
    say({ accepted: await activity.toJsonLd(context) });
  });

const context = federation.createContext(new URL(origin), undefined);

async function answer(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const result = await federation.fetch(
    new Request(new URL(request.url, origin), {
      method: request.method,
      headers: Object.entries(request.headersDistinct).flatMap(([name, values]) => values.map((value) => [name, value])),
      body: hasBody ? body : undefined,
    }),
    { contextData: undefined, onNotFound: () => new Response("", { status: 404 }) },
  );
  if (hasBody) tell(request, body, result.status);
  response.writeHead(result.status, Object.fromEntries(result.headers));
  response.end(Buffer.from(await result.arrayBuffer()));
}

/** Each try, repeats and refused ones too: Fedify shows a listener no activity twice. */
function tell(request, body, status) {
  const signed = request.headers["signature-input"] ? "rfc9421" : request.headers.signature ? "cavage" : "none";
  let activity = {};
  try {
    activity = JSON.parse(body.toString("utf8"));
  } catch {
    // What is no JSON has neither type nor id.
  }
  received.set(activity.id, activity);
  say({ delivery: { to: request.url, id: activity.id ?? "", type: activity.type ?? "", signed, status } });
}

function newId(name, what) {
  serial += 1;
  return new URL(`${origin}/users/${name}/${what}/${serial}`);
}

async function look(id) {
  const found = await context.lookupObject(id);
  if (found == null) throw new Error(`nothing found at ${id}`);
  return found;
}

/** To the inbox of the actor itself, or to the one that all on its host share. */
async function send(name, recipient, activity, shared) {
  sent.set(activity.id.href, activity);
  await context.sendActivity({ identifier: name }, recipient, activity, {
    immediate: true,
    preferSharedInbox: shared === true,
  });
  return { id: activity.id.href };
}

function about(kind, what) {
  return async ({ as, object, to, shared }) => {
    const id = newId(as, what);
    const activity = new kind({
      id,
      actor: context.getActorUri(as),
      object: new URL(object),
      to: kind === Follow ? new URL(object) : PUBLIC_COLLECTION,
    });
    return await send(as, await look(to), activity, shared);
  };
}

async function find({ address }) {
  const [, host] = address.split("@").slice(-2);
  const found = await fetch(`http://${host}/.well-known/webfinger?resource=acct:${encodeURIComponent(address.replace(/^@/, ""))}`);
  if (!found.ok) return { status: found.status };
  const answer = await found.json();
  const self = answer.links.find((link) => link.rel === "self" && link.type === ACTIVITY_JSON);
  const actor = await look(self.href);
  const viaFedify = await context.lookupWebFinger(actor.id);
  return {
    status: found.status,
    subject: answer.subject,
    id: actor.id.href,
    type: actor.constructor.name,
    name: String(actor.preferredUsername),
    inbox: actor.inboxId?.href ?? "",
    sameSubject: viaFedify?.subject === answer.subject,
  };
}

async function reply({ as, object, to, content, shared }) {
  serial += 1;
  const values = { identifier: as, id: String(serial) };
  const id = context.getObjectUri(Note, values);
  const note = await Note.fromJsonLd(
    {
      "@context": "https://www.w3.org/ns/activitystreams",
      type: "Note",
      id: id.href,
      attributedTo: context.getActorUri(as).href,
      inReplyTo: object,
      content,
      published: new Date().toISOString(),
      to: ["https://www.w3.org/ns/activitystreams#Public", to],
      audience: to,
    },
    context,
  );
  notes.set(id.href, note);
  const create = new Create({
    id: new URL(`${id.href}#create`),
    actor: context.getActorUri(as),
    object: note,
    tos: [PUBLIC_COLLECTION, new URL(to)],
  });
  return { ...(await send(as, await look(to), create, shared)), note: id.href };
}

async function remove({ as, object, to, shared }) {
  notes.delete(object);
  const activity = new Delete({
    id: newId(as, "delete"),
    actor: context.getActorUri(as),
    object: new Tombstone({ id: new URL(object) }),
    to: PUBLIC_COLLECTION,
  });
  return await send(as, await look(to), activity, shared);
}

async function undo({ as, activity, to, shared }) {
  const undone = new Undo({ id: newId(as, "undo"), actor: context.getActorUri(as), object: sent.get(activity) });
  return await send(as, await look(to), undone, shared);
}

/** Any body, signed by Fedify as asked: with the actor's key, with one that is not its own, or not at all. */
async function post({ as, inbox, body, key, signature }) {
  let request = new Request(inbox, { method: "POST", headers: { "Content-Type": ACTIVITY_JSON }, body });
  if (key !== "none") {
    const pair = key === "wrong" ? await generateCryptoKeyPair(RSA) : (await keysOf(as))[0];
    const keyId = new URL(`${context.getActorUri(as).href}#main-key`);
    const spec = signature === "rfc9421" ? "rfc9421" : "draft-cavage-http-signatures-12";
    request = await signRequest(request, pair.privateKey, keyId, { spec });
  }
  const response = await fetch(request);
  await response.arrayBuffer();
  return { status: response.status };
}

/** Whether somebody proved by a document that came that it is of all who act in it (FEP-8b32). */
async function verify({ activity }) {
  return { proven: (await verifyObject(Activity, received.get(activity), context)) != null };
}

async function fetched({ id }) {
  const found = await look(id);
  return { type: found.constructor.name, document: await found.toJsonLd(context) };
}

const orders = {
  announce: about(Announce, "announces"),
  delete: remove,
  fetch: fetched,
  find,
  follow: about(Follow, "follows"),
  like: about(Like, "likes"),
  post,
  reply,
  undo,
  verify,
};

async function obey(line) {
  const order = JSON.parse(line);
  try {
    say({ order: order.order, ...(await orders[order.do](order)) });
  } catch (failure) {
    say({ order: order.order, failure: String(failure?.message ?? failure) });
  }
}

const lines = createInterface({ input: process.stdin });
lines.on("line", obey);
lines.on("close", () => process.exit(0));
say({ ready: origin });
