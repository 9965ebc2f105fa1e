/** A release and its step: `3.7-IV2`; without a step the last of that release. */
const form = /^(\d+)\.(\d+)(?:\.(\d+))?(?:\.\d+)*(?:-IV(\d+))?$/;

/** Whether an inter-broker protocol version is older than another (`MetadataVersion#isAtLeast`); false where either is none. */
export function isOlder(version: string, than: string): boolean {
  const a = parts(version, Number.MAX_SAFE_INTEGER);
  const b = parts(than, 0);
  if (a === undefined || b === undefined) return false;
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Before 1.0 a release has three numbers, later two: what follows is a patch, in which the protocol stays. */
function parts(version: string, lastStep: number): readonly number[] | undefined {
  const [, major, minor, patch, step] = form.exec(version) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  return [Number(major), Number(minor), major === '0' ? Number(patch ?? 0) : 0, step === undefined ? lastStep : Number(step)];
}

/** The format of records that a version writes: 0, 1 (from 0.10.0 on) or 2 (from 0.11.0 on); `RecordVersion`. */
export function recordFormat(version: string): 0 | 1 | 2 {
  if (isOlder(version, '0.10.0')) return 0;
  return isOlder(version, '0.11.0') ? 1 : 2;
}
