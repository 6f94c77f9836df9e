package org.lagroups.scenarios.bench.guard.traffic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lagroups.machine.Bytes;
import org.lagroups.scenarios.bench.guard.rules.CommonWords;

/** What is spoken about: text, binary data, and what looks encrypted; and how it begins. */
final class Corpus {

  private static final int POOL_BYTES = 4 << 20;
  private static final int WORDS = 4_000;
  private static final int OPENINGS = 64;
  private static final String LETTERS = "etaoinshrdlucmfwypvbgkqjxz";

  private final List<String> words = new ArrayList<>();
  private final byte[] text;
  private final byte[] binary = new byte[POOL_BYTES];
  private final byte[] noise = new byte[POOL_BYTES];
  private final List<byte[]> requests = new ArrayList<>();
  private final List<byte[]> answers = new ArrayList<>();

  Corpus(SplittableRandom random) {
    for (int i = 0; i < WORDS; i++) {
      words.add(word(random));
    }
    text = text(random);
    random.nextBytes(noise);
    fillBinary(random);
    for (int i = 0; i < OPENINGS; i++) {
      requests.add(ascii(request(random)));
      answers.add(ascii(answer(random)));
    }
  }

  /** Marked up words. */
  byte[] text() {
    return text;
  }

  /** Random bytes with runs of zeros. */
  byte[] binary() {
    return binary;
  }

  /** Random bytes. */
  byte[] noise() {
    return noise;
  }

  /** The headers of a request. */
  byte[] request(int number) {
    return requests.get(number % OPENINGS);
  }

  /** The headers of an answer. */
  byte[] answer(int number) {
    return answers.get(number % OPENINGS);
  }

  private byte[] text(SplittableRandom random) {
    StringBuilder all = new StringBuilder(POOL_BYTES + 100);
    while (all.length() < POOL_BYTES) {
      all.append("<p class=\"").append(pick(random)).append("\">");
      for (int i = random.nextInt(5, 60); i > 0; i--) {
        all.append(pick(random)).append(i % 12 == 0 ? ".\r\n" : " ");
      }
      all.append("</p>\r\n");
    }
    byte[] whole = ascii(all.toString());
    byte[] pool = new byte[POOL_BYTES];
    System.arraycopy(whole, 0, pool, 0, POOL_BYTES);
    return pool;
  }

  private void fillBinary(SplittableRandom random) {
    for (int at = 0; at < POOL_BYTES; ) {
      byte[] some = new byte[Math.min(random.nextInt(8, 200), POOL_BYTES - at)];
      random.nextBytes(some);
      System.arraycopy(some, 0, binary, at, some.length);
      at += some.length + random.nextInt(4, 64);
    }
  }

  private String request(SplittableRandom random) {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      path.append('/').append(pick(random));
    }
    StringBuilder common = new StringBuilder();
    for (Bytes each : CommonWords.all()) {
      common.append(new String(each.toArray(), StandardCharsets.US_ASCII));
    }
    return "GET %s?q=%s HTTP/1.1\r\nHost: www.%s.example%s\r\nCookie: s=%016x%016x; v=%s\r\n\r\n"
        .formatted(
            path,
            pick(random),
            pick(random),
            common,
            random.nextLong(),
            random.nextLong(),
            pick(random).repeat(random.nextInt(1, 20)));
  }

  private String answer(SplittableRandom random) {
    return ("HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nServer: %s\r\nContent-Type:"
            + " text/html\r\nETag: %016x\r\nX-Cache: %s\r\n\r\n")
        .formatted(pick(random), random.nextLong(), pick(random));
  }

  private String pick(SplittableRandom random) {
    // Some words are much more frequent than others.
    double skewed = random.nextDouble();
    return words.get((int) (WORDS * skewed * skewed * skewed));
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(2, 12); i > 0; i--) {
      double skewed = random.nextDouble();
      word.append(LETTERS.charAt((int) (LETTERS.length() * skewed * skewed)));
    }
    return word.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
