import * as z from "zod";
import { type NewNotification, addNotification } from "../world/notifications.ts";
import type { Notification, ReferenceChange } from "../world/state.ts";
import type { World } from "../world/world.ts";

const change = z.strictObject({
  firstName: z.string().min(1).optional(),
  lastName: z.string().min(1).optional(),
  birthDate: z.iso.date().optional(),
  addressPlaceCode: z.string().regex(/^\d+$/).optional(),
});

/** An event to be told in the feed: of a pseudonym, or of a resident under all pseudonyms that were given out. */
export const notificationWish = z.strictObject({
  bsi: z.string().min(1).optional(),
  residentId: z.string().min(1).optional(),
  source: z.enum(["ROBREF", "EVPROST"]).default("ROBREF"),
  /** What is new; the register holds it from now on. */
  change: change.optional(),
  invalidatePseudonym: z.stringbool().or(z.boolean()).default(false),
  id: z.coerce.number().int().positive().optional(),
  /** Prague time without a zone. */
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?$/)
    .optional(),
});

export type NotificationWish = z.output<typeof notificationWish>;

/** Changes the register as told and adds the notifications. Answers those added: none when nobody knows the person. */
export function tellChange(world: World, wish: NotificationWish): Notification[] {
  const known = wish.bsi === undefined ? undefined : world.state.pseudonyms[wish.bsi];
  const residentId = wish.residentId ?? known?.residentId;
  const data = wish.change === undefined ? undefined : (defined(wish.change) as ReferenceChange);
  if (residentId !== undefined && data !== undefined) {
    world.state.changes[residentId] = { ...world.state.changes[residentId], ...data };
  }
  const added = concerned(world, wish, residentId).map(({ bsi, provider }) => {
    const pseudonym = world.state.pseudonyms[bsi];
    if (wish.invalidatePseudonym && pseudonym !== undefined) pseudonym.valid = false;
    return addNotification(world, {
      bsi,
      ...(provider !== undefined && { provider }),
      id: wish.id,
      at: wish.at,
      source: wish.source,
      referenceData: data,
      pseudonymInvalidated: wish.invalidatePseudonym,
    });
  });
  world.save();
  return added;
}

type Concerned = Pick<NewNotification, "bsi" | "provider">;

function concerned(world: World, wish: NotificationWish, residentId: string | undefined): Concerned[] {
  if (wish.bsi !== undefined) {
    const provider = world.state.pseudonyms[wish.bsi]?.provider;
    return [{ bsi: wish.bsi, ...(provider !== undefined && { provider }) }];
  }
  return Object.entries(world.state.pseudonyms)
    .filter(([, pseudonym]) => pseudonym.valid && pseudonym.residentId === residentId)
    .map(([bsi, { provider }]) => ({ bsi, provider }));
}

const defined = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
