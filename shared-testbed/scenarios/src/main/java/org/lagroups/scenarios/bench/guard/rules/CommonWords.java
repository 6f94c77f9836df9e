package org.lagroups.scenarios.bench.guard.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lagroups.machine.Bytes;

/** What each request of the made web traffic holds, and some rules look for. */
public final class CommonWords {

  private static final List<Bytes> ALL =
      List.of(
          bytes("\r\nAccept-Encoding: gzip, deflate"),
          bytes("\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)"),
          bytes("\r\nAccept-Language: en-GB,en;q=0.5"),
          bytes("\r\nConnection: keep-alive"));

  private CommonWords() {}

  /** All of them, in the order in which they stand in a request. */
  public static List<Bytes> all() {
    return ALL;
  }

  private static Bytes bytes(String text) {
    return Bytes.wrapOwned(text.getBytes(StandardCharsets.US_ASCII));
  }
}
