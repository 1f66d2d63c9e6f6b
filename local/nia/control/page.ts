import type { Resident } from "../residents.ts";
import type { Addresses } from "../services/service.ts";
import type { ControlContext } from "./api.ts";
import { html, join, raw, type Markup } from "./html.ts";
import { style } from "./page-style.ts";
import { faultKinds } from "./trouble.ts";

/** The page of the simulator: what it knows, what it received, and the switches for trouble. */
export function renderPage(context: ControlContext, { endpoints }: Addresses): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>NIA simulator</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <h1>NIA simulator</h1>
        <p>
          Stands in for the Czech national identity authority. People and records are invented; nothing leaves
          this machine.
        </p>
        ${outage(context)} ${faults(context)} ${authenticators(context)} ${received(context)} ${feed(context)}
        ${people(context.world.people())}
        <h2>Endpoints</h2>
        ${table(["Service", "Address"], Object.entries(endpoints))}
      </body>
    </html>`.markup;
}

function outage({ trouble }: ControlContext): Markup {
  const [state, next, label] = trouble.outage
    ? ["Every call is answered with HTTP 503.", "false", "End the outage"]
    : ["The services are up.", "true", "Start an outage"];
  return html`<h2>Outage</h2>
    <form method="post" action="/_sim/outage">
      <p>${state} <button name="on" value="${next}">${label}</button></p>
    </form>`;
}

function faults({ trouble }: ControlContext): Markup {
  const rows = trouble
    .waiting()
    .map((one) => [one.kind, one.transaction ?? one.endpoint ?? "any", String(one.times)]);
  const kinds = faultKinds.map((kind) => html`<option>${kind}</option>`);
  return html`<h2>Faults waiting</h2>
    ${table(["Fault", "Call", "Times"], rows)}
    <form method="post" action="/_sim/faults">
      <label
        >Fault
        <select name="kind">
          ${join(kinds)}
        </select></label
      >
      <label
        >Service
        <select name="endpoint">
          <option>public</option>
          <option>fpsts</option>
          <option>ipsts</option>
        </select></label
      >
      <label>Times <input name="times" type="number" min="1" value="1" /></label>
      <label>Seconds <input name="seconds" type="number" min="0" value="60" /></label>
      <button>Ask for it</button>
    </form>`;
}

function authenticators({ world }: ControlContext): Markup {
  const rows = world.state.authenticators.map(({ bsi, id, loa, state, history }) => [
    world.state.pseudonyms[bsi]?.residentId ?? "",
    bsi,
    id,
    loa,
    state,
    history
      .map((event) => `${event.at} ${event.state}${event.message ? ` (${event.message})` : ""}`)
      .join("; "),
  ]);
  return html`<h2>Authenticators</h2>
    ${table(["Resident", "Bsi", "IdentifikaceProstredku", "LoA", "Stav", "History"], rows)}`;
}

function received({ received: requests }: ControlContext): Markup {
  const rows = requests
    .list()
    .slice(0, 50)
    .map((one) => [
      one.at,
      one.transaction ?? one.endpoint,
      one.outcome,
      one.reason ?? one.fault ?? "",
      one.messageId ?? "",
    ]);
  return html`<h2>Last requests</h2>
    ${table(["At", "Call", "Outcome", "Why", "MessageID"], rows)}`;
}

function feed({ world }: ControlContext): Markup {
  const rows = world.state.notifications
    .slice(-50)
    .toReversed()
    .map((one) => [
      String(one.id),
      one.at,
      one.source,
      one.bsi,
      one.pseudonymInvalidated ? "pseudonym invalid" : "",
    ]);
  return html`<h2>Change feed</h2>
    ${table(["Id", "At", "Source", "Bsi", ""], rows)}`;
}

function people(list: readonly Resident[]): Markup {
  const rows = list.map((one) => [
    one.id,
    `${one.firstName} ${one.lastName}`,
    one.birthDate,
    `${one.address.street}, ${one.address.postalCode} ${one.address.city} (${one.addressPlaceCode})`,
    one.documents.map(({ type, number }) => `${type} ${number}`).join(", "),
    one.purpose,
  ]);
  return html`<h2>Residents</h2>
    ${table(["Id", "Name", "Born", "Address", "Documents", "What for"], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  if (rows.length === 0) return html`<p class="none">None.</p>`;
  const body = rows.map(
    (row) =>
      html`<tr>
        ${join(row.map((cell) => html`<td>${cell}</td>`))}
      </tr>`,
  );
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${join(head.map((cell) => html`<th scope="col">${cell}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${join(body)}
      </tbody>
    </table>
  </div>`;
}
