package org.lagroups.scenarios.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * A worm, made up: the same inert bytes in datagrams of many hosts to many others, behind other
 * bytes each time, and ordinary datagrams between two hosts. The same seed makes the same files, if
 * they are asked for in the same order. One thread at a time.
 */
public final class Outbreak {

  /** How many ordinary datagrams are in each capture. */
  public static final int ORDINARY = 1_500;

  /** How many hosts send the worm's bytes, once each. */
  public static final int INFECTED = 60;

  /** How many bytes of the worm are always the same. */
  public static final int INVARIANT_BYTES = 400;

  /** What ordinary datagrams begin with, unless other words are wished for. */
  public static final String ORDINARY_WORDS = "ordinary datagram with the number ";

  private static final int MOST_PADDING = 200;

  private final Random random;
  private final byte[] invariant = new byte[INVARIANT_BYTES];

  public Outbreak(long seed) {
    this.random = new Random(seed);
    random.nextBytes(invariant);
  }

  /** Writes a capture of ordinary datagrams only. */
  public Path ordinary(Path path) throws IOException {
    return ordinary(path, ORDINARY_WORDS);
  }

  /** Writes a capture of ordinary datagrams only, which begin with {@code words}. */
  public Path ordinary(Path path, String words) throws IOException {
    try (DatagramCapture capture = DatagramCapture.create(path)) {
      for (int i = 0; i < ORDINARY; i++) {
        capture.write(1, 1, numbered(words));
      }
    }
    return path;
  }

  /**
   * Writes a capture of the outbreak, among ordinary datagrams.
   *
   * @param clean where the same is written without the worm
   */
  public Path spread(Path path, Path clean) throws IOException {
    try (DatagramCapture capture = DatagramCapture.create(path);
        DatagramCapture rest = DatagramCapture.create(clean)) {
      for (int i = 0; i < ORDINARY; i++) {
        byte[] ordinary = numbered(ORDINARY_WORDS);
        capture.write(1, 1, ordinary);
        rest.write(1, 1, ordinary);
        if (i % (ORDINARY / INFECTED) == 0) {
          int host = 2 + i / (ORDINARY / INFECTED);
          capture.write(host, host, withInvariant());
          rest.skip();
        }
      }
    }
    return path;
  }

  /**
   * Writes a capture in which one host gives another the bytes that spread elsewhere, as a server
   * does with its files.
   *
   * @param times in how many of the {@value #ORDINARY} datagrams; a divisor of that
   */
  public Path served(Path path, int times) throws IOException {
    try (DatagramCapture capture = DatagramCapture.create(path)) {
      for (int i = 0; i < ORDINARY; i++) {
        boolean isServed = i % (ORDINARY / times) == 0;
        capture.write(1, 1, isServed ? withInvariant() : numbered(ORDINARY_WORDS));
      }
    }
    return path;
  }

  /** In how many places of a file the worm's bytes are. */
  public int countIn(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int count = 0;
    for (int at = 0; at + invariant.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + invariant.length, invariant, 0, invariant.length)) {
        count++;
      }
    }
    return count;
  }

  /** The payload of an ordinary datagram, which begins with {@code words}. */
  public byte[] numbered(String words) {
    return (words + random.nextLong()).getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] withInvariant() {
    byte[] before = new byte[random.nextInt(MOST_PADDING)];
    random.nextBytes(before);
    byte[] payload = Arrays.copyOf(before, before.length + invariant.length);
    System.arraycopy(invariant, 0, payload, before.length, invariant.length);
    return payload;
  }
}
