import type { ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { send } from "../http-server.ts";
import { securityHeaders } from "./headers.ts";

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Sends a file of the folder, or index.html where the path is one of the app's own pages. */
export const sendFile = async (
  { webFolder, uploads }: { webFolder: string; uploads: string },
  pathname: string,
  response: ServerResponse,
): Promise<void> => {
  const path = decoded(pathname);
  if (path === undefined) return send(response, 400, "text/plain", "Malformed address\n");
  const isPage = extname(path) === "";
  const content = await readFile(join(webFolder, isPage ? "index.html" : path)).catch(() => undefined);
  if (content === undefined) return send(response, 404, "text/plain", "Not found\n");
  const type = isPage ? "text/html" : (types[extname(path)] ?? "application/octet-stream");
  // The build puts a hash of its content into the name of each file in assets: it never changes.
  const cache = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  return send(response, 200, type, content, { ...securityHeaders(uploads), "cache-control": cache });
};

/** Absolute and without "..", so that it stays in the folder. */
const decoded = (pathname: string): string | undefined => {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes("\0") ? undefined : normalize(`/${path}`);
  } catch {
    return undefined;
  }
};
