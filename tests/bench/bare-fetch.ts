/*
 * A yardstick: fetches bodies one after the other and parses them, and does nothing else. Reads `[[address, token], …]`
 * as JSON from stdin and prints the milliseconds.
 */
async function main(): Promise<void> {
  let text = '';
  for await (const piece of process.stdin) text += String(piece);
  const requests = JSON.parse(text) as [string, string][];
  const begun = performance.now();
  for (const [address, authorization] of requests) {
    const response = await fetch(address, { headers: { authorization } });
    JSON.parse(await response.text());
  }
  process.stdout.write(`${performance.now() - begun}\n`);
}

void main();
