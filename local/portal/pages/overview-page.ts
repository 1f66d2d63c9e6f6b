import { type Html, html } from "../../html.ts";
import { localPage } from "../../pages.ts";
import { faultKinds } from "../control/faults.ts";
import type { PortalContext } from "../portal-context.ts";

/** What the portal knows and received, and the switches for trouble. */
export const overviewPage = (context: PortalContext, metadataUrl: string): string =>
  localPage({
    lang: "en",
    title: "NIA portal simulator",
    subtitle: "Portál národního bodu: přihlášení, souhlas, SAML 2.0",
    body: html`${addresses(context, metadataUrl)}${providers(context)}${trouble(context)}${certificates(context)}${received(context)}`,
    wide: true,
  });

const addresses = ({ endpoint }: PortalContext, metadataUrl: string): Html =>
  html`<section>
    <h2>Addresses</h2>
    <p>Single sign-on and logout: ${endpoint}</p>
    <p>Metadata: <a href="${metadataUrl}">${metadataUrl}</a></p>
  </section>`;

const providers = ({ serviceProviders }: PortalContext): Html =>
  html`<section>
    <h2>Registered service providers</h2>
    ${table(
      ["Name", "Issuer", "Answers go to"],
      serviceProviders.map((one) => [one.name, one.entityId, one.assertionConsumerService]),
    )}
  </section>`;

const trouble = ({ trouble: wishes }: PortalContext): Html =>
  html`<section>
    <h2>Trouble</h2>
    <form method="post" action="/_sim/outage">
      <p>
        ${wishes.outage ? "Every call is answered with HTTP 503." : "The portal is up."}
        <button name="on" value="${wishes.outage ? "false" : "true"}">
          ${wishes.outage ? "End the outage" : "Start an outage"}
        </button>
      </p>
    </form>
    ${table(
      ["Waiting fault", "Times"],
      wishes.waiting().map((one) => [one.kind, String(one.times)]),
    )}
    <form method="post" action="/_sim/faults">
      <label for="kind">What goes wrong with the next answer</label>
      <select id="kind" name="kind">
        ${faultKinds.filter((kind) => kind !== "attribute").map((kind) => html`<option>${kind}</option>`)}
      </select>
      <p><button>Ask for it</button></p>
    </form>
  </section>`;

const certificates = ({ keys: { keys } }: PortalContext): Html =>
  html`<section>
    <h2>Certificates</h2>
    <p>${keys.announced.length} in the metadata; number ${keys.signing + 1} signs.</p>
    <form method="post" action="/_sim/certificates">
      <p>
        <button name="step" value="announce">Announce a new one</button>
        <button name="step" value="switch">Sign with the newest</button>
        <button name="step" value="retire">Drop the others</button>
      </p>
    </form>
  </section>`;

const received = ({ received: messages }: PortalContext): Html =>
  html`<section>
    <h2>Last messages</h2>
    ${table(
      ["At", "What", "From", "Why refused"],
      messages
        .list()
        .slice(0, 50)
        .map((one) => [one.at, one.what, one.issuer ?? "", one.reason ?? ""]),
    )}
  </section>`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  if (rows.length === 0) return html`<p class="hint">None.</p>`;
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
