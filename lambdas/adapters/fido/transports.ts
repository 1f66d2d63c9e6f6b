const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"];

/** Those that a browser will understand when they are given back to it. */
export const knownTransports = (names: readonly string[] = []): string[] =>
  transports.filter((transport) => names.includes(transport));
