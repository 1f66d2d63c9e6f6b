const hidden = "•••";

/** Enough of an e-mail for its owner to know it, too little for anyone else: `z•••a@e•••.cz`. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf("@");
  const [name, domain] = [email.slice(0, Math.max(at, 0)), email.slice(at + 1)];
  const dot = domain.lastIndexOf(".");
  const last = name.length > 3 ? name.slice(-1) : "";
  return `${name.slice(0, 1)}${hidden}${last}@${domain.slice(0, 1)}${hidden}${dot > 0 ? domain.slice(dot) : ""}`;
};

/** The last three digits, as banks show them: `••• 001`. */
export const maskPhone = (phone: string): string => `${hidden}\u00a0${phone.slice(-3)}`;
