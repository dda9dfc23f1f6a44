// The OpenID provider of tests and demo: certified software, invented people, everybody may sign in as anybody.
//   node provider.mjs '{"port": 0, "clients": [...], "people": {"mh": "Mette Hansen"}}'
// Prints {"issuer": "..."} when it accepts and ends when its input ends. POST /as?who=ID answers the pending prompt.
import http from "node:http";
import { Provider } from "oidc-provider";

const told = JSON.parse(process.argv[2]);
const server = http.createServer();
await new Promise((ready) => server.listen(told.port || 0, "127.0.0.1", ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: told.clients,
  claims: { openid: ["sub"], profile: ["name", "preferred_username"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/who/${interaction.uid}` },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: `subject-${id}`, preferred_username: id, name: told.people[id] }),
  }),
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
});

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
provider.use(async (context, next) => {
  const [, room, uid, who] = context.path.split("/");
  if (room !== "who") return next();
  const details = await provider.interactionDetails(context.req, context.res);
  if (!who) {
    const people = Object.entries(told.people)
      .map(([id, name]) => `<li><a href="/who/${uid}/${encodeURIComponent(id)}">${escape(name)}</a></li>`)
      .join("");
    context.type = "html";
    context.body = `<!doctype html><html lang="da"><title>Prøvelogin</title><h1>Hvem er du?</h1><p>${details.prompt.name}</p><ul>${people}</ul>`;
    return undefined;
  }
  const accountId = decodeURIComponent(who);
  const grant = new provider.Grant({ accountId, clientId: details.params.client_id });
  grant.addOIDCScope("openid profile");
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(context.req, context.res, { login: { accountId }, consent });
  return undefined;
});

server.on("request", provider.callback());
process.stdout.write(`${JSON.stringify({ issuer })}\n`);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
