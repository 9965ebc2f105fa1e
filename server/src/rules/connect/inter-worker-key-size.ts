import type { RelationRule } from '../rule.ts';

const algorithm = 'inter.worker.key.generation.algorithm';
const size = 'inter.worker.key.size';

export const interWorkerKeySize: RelationRule = {
  id: 'inter-worker-key-size',
  title: 'A key that its algorithm can be asked for',
  why: 'A distributed worker makes its key when it starts, and is refused when the algorithm has no key of that size.',
  severity: 'error',
  roles: ['connect-distributed'],
  kafka: { since: '2.4' },
  source:
    'KIP-507; DistributedConfig#getInternalRequestKeyGenerator; com.sun.crypto.provider.KeyGeneratorCore and AESKeyGenerator of the JDK',
  examples: [
    { text: `${size}=«16»\n`, message: `\`${size}\` must be 40 or more bits for \`HmacSHA256\`.` },
    { text: `${algorithm}=AES\n${size}=«512»\n`, message: `\`${size}\` must be 128, 192 or 256 bits for \`AES\`.` },
    { text: `${algorithm}=Blowfish\n${size}=«30»\n` },
    { text: `${size}=256\n` },
    { text: `${algorithm}=AES\n${size}=256\ninter.worker.signature.algorithm=HmacSHA256\n` },
    { text: `${algorithm}=com.example.Own\n${size}=1\n` },
  ],
  reads: [algorithm, size],
  *check(config) {
    const setting = config.get(size);
    const bits = config.number(size);
    const name = config.value(algorithm);
    if (setting === undefined || bits === undefined || name === undefined) return;
    const wanted = sizesOf(name);
    if (wanted === undefined || wanted.fits(bits)) return;
    yield { at: setting, message: `\`${size}\` must be ${wanted.text} bits for \`${name}\`.` };
  },
};

interface Sizes {
  readonly text: string;
  readonly fits: (bits: number) => boolean;
}

const oneOf = (text: string, ...sizes: readonly number[]): Sizes => ({ text, fits: (bits) => sizes.includes(bits) });
const between = (min: number, max: number): Sizes => ({ text: `${min} to ${max}`, fits: (bits) => bits >= min && bits <= max });
const byName: readonly (readonly [RegExp, Sizes])[] = [
  [/^(AES|Rijndael)$/i, oneOf('128, 192 or 256', 128, 192, 256)],
  [/^DES$/i, oneOf('56', 56)],
  [/^(DESede|TripleDES)$/i, oneOf('112 or 168', 112, 168)],
  [/^ChaCha20$/i, oneOf('256', 256)],
  [/^(ARCFOUR|RC4|RC2)$/i, between(40, 1024)],
  [/^Blowfish$/i, { text: '32 to 448 (a multiple of 8)', fits: (bits) => bits % 8 === 0 && bits >= 32 && bits <= 448 }],
  [/^HmacSHA(224|256|384|512(\/(224|256))?|3-(224|256|384|512))$/i, { text: '40 or more', fits: (bits) => bits >= 40 }],
];

/** The sizes of Java's own algorithms whose limits are known; a provider may add others. */
function sizesOf(name: string): Sizes | undefined {
  return byName.find(([pattern]) => pattern.test(name))?.[1];
}
