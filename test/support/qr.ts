const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const SIZE = 21;

const masks: ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

const isFunctionModule = (row: number, column: number): boolean =>
  row === 6 || column === 6 || (row < 9 && (column < 9 || column > 12)) || (row > 12 && column < 9);

/** The bits of the data area in the order of ISO/IEC 18004: pairs of columns from the right, up and down in turn. */
const dataBits = (modules: boolean[][], mask: (row: number, column: number) => boolean): number[] => {
  const bits: number[] = [];
  const pairs = [19, 17, 15, 13, 11, 9, 7, 4, 2, 0];
  for (const [turn, left] of pairs.entries()) {
    for (let step = 0; step < SIZE; step += 1) {
      const row = turn % 2 === 0 ? SIZE - 1 - step : step;
      for (const column of [left + 1, left]) {
        if (isFunctionModule(row, column)) continue;
        bits.push(Number((modules[row]?.[column] ?? false) !== mask(row, column)));
      }
    }
  }
  return bits;
};

/** Reads an undamaged QR code of version 1 in alphanumeric mode, independently of the library that draws ours. */
export const readQrCode = (modules: boolean[][]): string => {
  if (modules.length !== SIZE) throw new Error(`Not of version 1: ${modules.length} modules`);
  const format = [2, 3, 4].map((column) => Number(modules[8]?.[column] ?? false));
  const maskNumber = Number.parseInt(format.join(""), 2) ^ 0b101;
  const bits = dataBits(modules, masks[maskNumber] ?? (() => false));
  let at = 0;
  const take = (count: number): number => {
    at += count;
    return Number.parseInt(bits.slice(at - count, at).join(""), 2);
  };
  if (take(4) !== 0b0010) throw new Error("Not in alphanumeric mode");
  const length = take(9);
  let text = "";
  while (length - text.length >= 2) {
    const pair = take(11);
    text += alphanumeric.charAt(Math.floor(pair / 45)) + alphanumeric.charAt(pair % 45);
  }
  return text.length < length ? text + alphanumeric.charAt(take(6)) : text;
};
