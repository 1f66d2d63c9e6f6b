/** The outcome, or the name and text of what was thrown. */
export const outcome = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (thrown) {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : thrown;
  }
};

/** The error of a call, without the name of the call. */
export const nameOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "accepted",
    (error: Error) => `${error.name}: ${error.message.replace(/^[^:]+: /, "")}`,
  );
