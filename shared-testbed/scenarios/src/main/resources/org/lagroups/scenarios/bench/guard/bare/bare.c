/*
 * The least that a scan of a capture costs: reads it with libpcap, finds each payload, and hands it to Hyperscan. No
 * checksums, no flows, no streams, no rules. What lag guard does is measured beside this.
 *
 *   bare LIBRARY CAPTURE LITERALS
 *
 * LIBRARY is a shared library with Hyperscan's functions, the one that lag guard itself has loaded. LITERALS has one
 * literal a line, in hexadecimal. Prints packets, their bytes, payloads, their bytes, hits, payloads with a hit, and the
 * nanoseconds of processor time that the loop took; then the library's version.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <inttypes.h>
#include <pcap/pcap.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* As Hyperscan's documentation tells them, so that its headers need not be installed. */
enum { MODE_BLOCK = 1, FLAG_SINGLEMATCH = 8 };

typedef int (*on_match)(unsigned int id, unsigned long long from, unsigned long long to, unsigned int flags,
                        void *context);
typedef int (*compile_function)(const char *const *expressions, const unsigned int *flags, const unsigned int *ids,
                                const size_t *lengths, unsigned int count, unsigned int mode, const void *platform,
                                void **database, void **error);
typedef int (*scratch_function)(const void *database, void **scratch);
typedef int (*scan_function)(const void *database, const char *text, unsigned int length, unsigned int flags,
                             void *scratch, on_match handler, void *context);
typedef const char *(*version_function)(void);

struct work {
    scan_function scan;
    void *database;
    void *scratch;
    uint64_t packets, bytes, payloads, payload_bytes, hits, hit_payloads;
};

static void fail(const char *what, const char *why) {
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

static void *find(void *library, const char *name) {
    void *found = dlsym(library, name);
    if (found == NULL) {
        fail("the library lacks", name);
    }
    return found;
}

static int hit(unsigned int id, unsigned long long from, unsigned long long to, unsigned int flags, void *context) {
    (void) id, (void) from, (void) to, (void) flags;
    ((struct work *) context)->hits++;
    return 0;
}

static unsigned int u16(const unsigned char *at) {
    return (unsigned int) at[0] << 8 | at[1];
}

/* Where a packet's payload begins; *end is moved to where it ends. Of a fragment, all that is behind its headers. */
static const unsigned char *payload(const unsigned char *at, const unsigned char **end) {
    if (*end - at < 14) {
        return *end;
    }
    unsigned int type = u16(at + 12), protocol;
    int fragment = 0;
    at += 14;
    while ((type == 0x8100 || type == 0x88a8) && *end - at >= 4) {
        type = u16(at + 2);
        at += 4;
    }
    if (type == 0x0800 && *end - at >= 20) {
        const unsigned char *until = at + u16(at + 2);
        *end = until < *end ? until : *end;
        protocol = at[9];
        fragment = (u16(at + 6) & 0x3fff) != 0;
        at += (at[0] & 15) * 4;
    } else if (type == 0x86dd && *end - at >= 40) {
        const unsigned char *until = at + 40 + u16(at + 4);
        *end = until < *end ? until : *end;
        protocol = at[6];
        at += 40;
        if (protocol == 44) {
            fragment = 1;
            at += 8;
        }
    } else {
        return *end;
    }
    if (!fragment && protocol == 6 && *end - at >= 20) {
        at += (at[12] >> 4) * 4;
    } else if (!fragment && (protocol == 17 || protocol == 1 || protocol == 58)) {
        at += 8;
    }
    return at < *end ? at : *end;
}

static void on_packet(unsigned char *user, const struct pcap_pkthdr *header, const unsigned char *bytes) {
    struct work *work = (struct work *) user;
    const unsigned char *end = bytes + header->caplen;
    const unsigned char *from = payload(bytes, &end);
    work->packets++;
    work->bytes += header->caplen;
    if (from == end) {
        return;
    }
    uint64_t before = work->hits;
    work->payloads++;
    work->payload_bytes += (uint64_t) (end - from);
    if (work->scan(work->database, (const char *) from, (unsigned int) (end - from), 0, work->scratch, hit, work)) {
        fail("scan", "failed");
    }
    work->hit_payloads += work->hits != before;
}

static void compile(struct work *work, void *library, const char *path) {
    static char line[1 << 15];
    size_t count = 0, room = 16;
    char **literals = malloc(room * sizeof *literals);
    size_t *lengths = malloc(room * sizeof *lengths);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fail(path, "cannot be read");
    }
    while (fgets(line, sizeof line, file) != NULL) {
        size_t length = strcspn(line, "\r\n") / 2;
        if (count == room) {
            room *= 2;
            literals = realloc(literals, room * sizeof *literals);
            lengths = realloc(lengths, room * sizeof *lengths);
        }
        literals[count] = malloc(length + 1);
        for (size_t i = 0; i < length; i++) {
            unsigned int value;
            if (sscanf(line + 2 * i, "%2x", &value) != 1) {
                fail(path, "is not hexadecimal");
            }
            literals[count][i] = (char) value;
        }
        lengths[count++] = length;
    }
    fclose(file);
    unsigned int *flags = malloc(count * sizeof *flags), *ids = malloc(count * sizeof *ids);
    for (size_t i = 0; i < count; i++) {
        flags[i] = FLAG_SINGLEMATCH;
        ids[i] = (unsigned int) i;
    }
    void *error = NULL;
    compile_function compile_literals = (compile_function) find(library, "hs_compile_lit_multi");
    if (compile_literals((const char *const *) literals, flags, ids, lengths, (unsigned int) count, MODE_BLOCK, NULL,
                         &work->database, &error)) {
        fail(path, "does not compile");
    }
    if (((scratch_function) find(library, "hs_alloc_scratch"))(work->database, &work->scratch)) {
        fail("scratch", "cannot be had");
    }
}

static uint64_t processor_nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

int main(int count, char **arguments) {
    char message[PCAP_ERRBUF_SIZE];
    struct work work = {0};
    if (count != 4) {
        fail("usage", "bare LIBRARY CAPTURE LITERALS");
    }
    void *library = dlopen(arguments[1], RTLD_NOW);
    if (library == NULL) {
        fail(arguments[1], dlerror());
    }
    work.scan = (scan_function) find(library, "hs_scan");
    compile(&work, library, arguments[3]);
    /* Times as the file has them, so that none is converted. */
    pcap_t *capture = pcap_open_offline_with_tstamp_precision(arguments[2], PCAP_TSTAMP_PRECISION_NANO, message);
    if (capture == NULL) {
        fail(arguments[2], message);
    }
    uint64_t from = processor_nanos();
    if (pcap_loop(capture, -1, on_packet, (unsigned char *) &work) != 0) {
        fail(arguments[2], pcap_geterr(capture));
    }
    uint64_t nanos = processor_nanos() - from;
    printf("%" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n%s\n", work.packets,
           work.bytes, work.payloads, work.payload_bytes, work.hits, work.hit_payloads, nanos,
           ((version_function) find(library, "hs_version"))());
    pcap_close(capture);
    return 0;
}
