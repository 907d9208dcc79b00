/* The digests that ids and sums are made of. Python's own take longer to be begun and ended than to
   hash a text as short as these. */
#include "inner.h"

#include <string.h>

/* Rounds that a compiler writes out take half the time. */
#ifdef __GNUC__
#define PRAGMA(text) _Pragma(#text)
#define UNROLLED(times) PRAGMA(GCC unroll times)
#else
#define UNROLLED(times)
#endif

static const uint32_t ROUNDS[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t
turned32(uint32_t word, int by)
{
    return word >> by | word << (32 - by);
}

static void
sha256_mix(Sha256 *hash)
{
    uint32_t words[64];
    for (int at = 0; at < 16; at++) {
        const unsigned char *four = hash->block + 4 * at;
        words[at] = (uint32_t)four[0] << 24 | (uint32_t)four[1] << 16 | (uint32_t)four[2] << 8 |
                    four[3];
    }
    for (int at = 16; at < 64; at++) {
        uint32_t early = words[at - 15], late = words[at - 2];
        words[at] = words[at - 16] + words[at - 7] +
                    (turned32(early, 7) ^ turned32(early, 18) ^ early >> 3) +
                    (turned32(late, 17) ^ turned32(late, 19) ^ late >> 10);
    }
    uint32_t a = hash->state[0], b = hash->state[1], c = hash->state[2], d = hash->state[3];
    uint32_t e = hash->state[4], f = hash->state[5], g = hash->state[6], h = hash->state[7];
    UNROLLED(8)
    for (int at = 0; at < 64; at++) {
        uint32_t one = h + (turned32(e, 6) ^ turned32(e, 11) ^ turned32(e, 25)) +
                       ((e & f) ^ (~e & g)) + ROUNDS[at] + words[at];
        uint32_t two = (turned32(a, 2) ^ turned32(a, 13) ^ turned32(a, 22)) +
                       ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + one, d = c, c = b, b = a, a = one + two;
    }
    uint32_t mixed[8] = {a, b, c, d, e, f, g, h};
    for (int at = 0; at < 8; at++)
        hash->state[at] += mixed[at];
}

void
sha256_begin(Sha256 *hash)
{
    static const uint32_t BEGIN[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    memcpy(hash->state, BEGIN, sizeof BEGIN);
    hash->length = 0;
}

void
sha256_add(Sha256 *hash, const void *data, size_t size)
{
    const unsigned char *from = data;
    while (size) {
        size_t at = hash->length % sizeof hash->block, room = sizeof hash->block - at;
        size_t some = size < room ? size : room;
        memcpy(hash->block + at, from, some);
        hash->length += some, from += some, size -= some;
        if (some == room)
            sha256_mix(hash);
    }
}

void
sha256_end(Sha256 *hash, char digits[DIGITS_OF_ID])
{
    static const unsigned char END[64] = {0x80};
    uint64_t bits = hash->length * 8;
    size_t at = hash->length % 64;
    sha256_add(hash, END, at < 56 ? 56 - at : 120 - at);
    unsigned char length[8];
    for (int byte = 0; byte < 8; byte++)
        length[byte] = (unsigned char)(bits >> (56 - 8 * byte));
    sha256_add(hash, length, sizeof length);
    for (int digit = 0; digit < DIGITS_OF_ID; digit++)
        digits[digit] = "0123456789abcdef"[hash->state[digit / 8] >> (28 - 4 * (digit % 8)) & 15];
}

static const uint64_t BEGIN_OF_BLAKE[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

static const unsigned char ORDER[12][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
};

static uint64_t
turned64(uint64_t word, int by)
{
    return word >> by | word << (64 - by);
}

static void
blake2b_mix(Blake2b *hash, int is_last)
{
    /* *length* counts up to the end of this block. */
    uint64_t words[16], v[16];
    for (int at = 0; at < 16; at++) {
        const unsigned char *eight = hash->block + 8 * at;
        words[at] = (uint64_t)eight[0] | (uint64_t)eight[1] << 8 | (uint64_t)eight[2] << 16 |
                    (uint64_t)eight[3] << 24 | (uint64_t)eight[4] << 32 |
                    (uint64_t)eight[5] << 40 | (uint64_t)eight[6] << 48 | (uint64_t)eight[7] << 56;
    }
    for (int at = 0; at < 8; at++)
        v[at] = hash->state[at], v[at + 8] = BEGIN_OF_BLAKE[at];
    v[12] ^= hash->length;
    if (is_last)
        v[14] = ~v[14];
    UNROLLED(12)
    for (int round = 0; round < 12; round++) {
        const unsigned char *order = ORDER[round];
#define MIX(a, b, c, d, at)                                                                        \
    v[a] += v[b] + words[order[2 * (at)]], v[d] = turned64(v[d] ^ v[a], 32);                       \
    v[c] += v[d], v[b] = turned64(v[b] ^ v[c], 24);                                                \
    v[a] += v[b] + words[order[2 * (at) + 1]], v[d] = turned64(v[d] ^ v[a], 16);                   \
    v[c] += v[d], v[b] = turned64(v[b] ^ v[c], 63);
        MIX(0, 4, 8, 12, 0)
        MIX(1, 5, 9, 13, 1)
        MIX(2, 6, 10, 14, 2)
        MIX(3, 7, 11, 15, 3)
        MIX(0, 5, 10, 15, 4)
        MIX(1, 6, 11, 12, 5)
        MIX(2, 7, 8, 13, 6)
        MIX(3, 4, 9, 14, 7)
#undef MIX
    }
    for (int at = 0; at < 8; at++)
        hash->state[at] ^= v[at] ^ v[at + 8];
}

void
blake2b_begin(Blake2b *hash)
{
    memcpy(hash->state, BEGIN_OF_BLAKE, sizeof hash->state);
    hash->state[0] ^= 0x01010000 ^ BYTES_OF_BLAKE;
    hash->length = hash->waiting = 0;
}

void
blake2b_add(Blake2b *hash, const void *data, size_t size)
{
    const unsigned char *from = data;
    while (size) {
        if (hash->waiting == sizeof hash->block) { /* the last block is mixed at the end */
            blake2b_mix(hash, 0);
            hash->waiting = 0;
        }
        size_t room = sizeof hash->block - hash->waiting, some = size < room ? size : room;
        memcpy(hash->block + hash->waiting, from, some);
        hash->waiting += (unsigned)some, hash->length += some, from += some, size -= some;
    }
}

void
blake2b_end(Blake2b *hash, unsigned char digest[BYTES_OF_BLAKE])
{
    memset(hash->block + hash->waiting, 0, sizeof hash->block - hash->waiting);
    blake2b_mix(hash, 1);
    for (int byte = 0; byte < BYTES_OF_BLAKE; byte++)
        digest[byte] = (unsigned char)(hash->state[byte / 8] >> 8 * (byte % 8));
}
