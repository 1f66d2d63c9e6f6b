import { crc32 } from "node:zlib";

/** A zip archive that holds one file, uncompressed: enough to create a Lambda function from a few lines. */
export const zipOf = (name: string, content: string): Uint8Array => {
  const [path, data] = [Buffer.from(name), Buffer.from(content)];
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, data]);
  const central = Buffer.concat([
    Buffer.from("PK\x01\x02"),
    uint16(20),
    common,
    Buffer.alloc(6),
    // Unix mode 0644, so that the extracted file can be read.
    uint32((0o100644 << 16) >>> 0),
    uint32(0),
    path,
  ]);
  const end = [Buffer.from("PK\x05\x06"), uint32(0), uint16(1), uint16(1), uint32(central.length)];
  return Buffer.concat([local, central, ...end, uint32(local.length), uint16(0)]);
};

const uint16 = (value: number): Buffer => {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
};

const uint32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
};
